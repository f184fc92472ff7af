/** Calls across a wire: answers find their callers in any order, errors keep their names, buffers are handed over. */
import { expect, test } from "vitest";
import { answerCalls, remoteOf, type Wire } from "../../workers/wire.ts";

interface Ends {
  readonly here: Wire;
  readonly there: Wire;
  readonly handedOver: ArrayBuffer[];
}

/** Two ends that clone what crosses, as threads do. */
function wired(): Ends {
  const handedOver: ArrayBuffer[] = [];
  const listeners: [((message: unknown) => void)[], ((message: unknown) => void)[]] = [[], []];
  const end = (own: 0 | 1): Wire => ({
    post: (message, transfers) => {
      handedOver.push(...transfers);
      const copy: unknown = structuredClone(message);
      queueMicrotask(() => listeners[1 - own].forEach((listener) => listener(copy)));
    },
    hear: (listener) => listeners[own].push(listener),
  });
  return { here: end(0), there: end(1), handedOver };
}

const VERBS = {
  double: (value: number): number => 2 * value,
  later: (millis: number): Promise<number> => new Promise((resolve) => setTimeout(resolve, millis, millis)),
  refuse: (why: string): never => {
    throw new RangeError(why);
  },
  fill: (length: number): Uint8Array => new Uint8Array(length).fill(7),
};

test("every answer goes to its own call, whichever comes first", async () => {
  const { here, there } = wired();
  answerCalls(there, VERBS);
  const remote = remoteOf<typeof VERBS>(here, ["double", "later", "refuse", "fill"]);
  expect(await Promise.all([remote.later(8), remote.double(21), remote.later(1)])).toEqual([8, 42, 1]);
});

test("an error crosses by its name and message, and ends only its own call", async () => {
  const { here, there } = wired();
  answerCalls(there, VERBS);
  const remote = remoteOf<typeof VERBS>(here, ["double", "later", "refuse", "fill"]);
  const refused = remote.refuse("not in [0, 1]: 2");
  await expect(refused).rejects.toMatchObject({ name: "RangeError", message: "not in [0, 1]: 2" });
  expect(await remote.double(1)).toBe(2);
});

test("what an answer is made of is handed over where its verb says so", async () => {
  const { here, there, handedOver } = wired();
  answerCalls(there, VERBS, (verb, value: Uint8Array<ArrayBuffer>) =>
    verb === "fill" ? [value.buffer] : [],
  );
  const remote = remoteOf<typeof VERBS>(here, ["double", "later", "refuse", "fill"]);
  await remote.double(1);
  expect(handedOver).toEqual([]);
  expect(await remote.fill(3)).toEqual(Uint8Array.of(7, 7, 7));
  expect(handedOver.length).toBe(1);
});

test("other messages on the same wire are nobody's calls or answers", async () => {
  const { here, there } = wired();
  answerCalls(there, VERBS);
  const remote = remoteOf<typeof VERBS>(here, ["double", "later", "refuse", "fill"]);
  here.post({ weeksDone: 3 }, []);
  there.post(null, []);
  there.post({ answer: 99, value: "late" }, []);
  expect(await remote.double(4)).toBe(8);
});
