/** Calls across threads: numbered messages out and back; an error crosses by its name and message. */

/** One end of a wire between two threads. */
export interface Wire {
  readonly post: (message: unknown, transfers: readonly ArrayBuffer[]) => void;
  readonly hear: (listener: (message: unknown) => void) => void;
}

type Verb = (...values: never[]) => unknown;

/** The same verbs on the other side of a wire: every answer is a promise. */
export type Remote<Verbs> = {
  readonly [Name in keyof Verbs]: Verbs[Name] extends (...values: infer Values) => infer Result
    ? (...values: Values) => Promise<Awaited<Result>>
    : never;
};

interface Call {
  readonly call: number;
  readonly verb: string;
  readonly values: readonly never[];
}

interface Answer {
  readonly answer: number;
  readonly value?: unknown;
  readonly error?: { readonly name: string; readonly message: string };
}

/**
 * The verbs at the wire's other end, by their names. A dead thread settles no call: who started it must listen to its
 * end.
 */
export function remoteOf<Verbs extends { readonly [Name in keyof Verbs]: Verb }>(
  { post, hear }: Wire,
  names: readonly (keyof Verbs & string)[],
): Remote<Verbs> {
  const waiting = new Map<number, (answer: Answer) => void>();
  let calls = 0;
  hear((message) => {
    if (!isAnswer(message)) return;
    waiting.get(message.answer)?.(message);
    waiting.delete(message.answer);
  });
  const call = (verb: string, values: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const number = calls++;
      waiting.set(number, ({ value, error }) => {
        if (error === undefined) resolve(value);
        else reject(Object.assign(new Error(error.message), { name: error.name }));
      });
      post({ call: number, verb, values }, []);
    });
  return Object.fromEntries(
    names.map((name) => [name, (...values: unknown[]) => call(name, values)]),
  ) as Remote<Verbs>;
}

/** Answers the calls that come in; `buffersOf` names what of an answer is handed over instead of copied. */
export function answerCalls(
  { post, hear }: Wire,
  verbs: Readonly<Record<string, Verb>>,
  buffersOf: (verb: string, value: never) => readonly ArrayBuffer[] = () => [],
): void {
  hear((message) => {
    if (isCall(message)) void answer(message);
  });
  async function answer({ call, verb, values }: Call): Promise<void> {
    try {
      const value = await verbs[verb](...values);
      post({ answer: call, value }, buffersOf(verb, value as never));
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      post({ answer: call, error: { name, message } }, []);
    }
  }
}

function isCall(message: unknown): message is Call {
  return typeof message === "object" && message !== null && "call" in message;
}

function isAnswer(message: unknown): message is Answer {
  return typeof message === "object" && message !== null && "answer" in message;
}
