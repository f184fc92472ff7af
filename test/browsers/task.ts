/** What may be asked of a JavaScript engine: digests of a scene's weeks, the bits of a column, hashes and bits of math, charts. */
import type { ColumnName } from "../../engine/columns.ts";

/** Tasks by kind. */
export interface Tasks {
  /** A scene to its end; besides `weeks`, every week that `weeksApart` divides is looked at as a whole. */
  readonly golden: {
    readonly scene: string;
    readonly weeks: readonly number[];
    readonly weeksApart: number;
  };
  readonly digests: { readonly scene: string; readonly weeks: readonly number[] };
  readonly column: { readonly scene: string; readonly week: number; readonly column: ColumnName };
  /** The columns of a scene's trace against its twin. */
  readonly trace: { readonly scene: string };
  /** A hash over the first values of a function. */
  readonly hash: { readonly name: string; readonly count: number };
  readonly values: { readonly name: string; readonly from: number; readonly count: number };
  /** The text of a chart. */
  readonly chart: { readonly name: string };
}

/** A digest of every column by week. */
export type WeekDigests = Readonly<Record<number, Readonly<Record<ColumnName, string>>>>;

export interface Golden {
  /** The digest of the trace against the twin. */
  readonly trace: string;
  /** At the weeks asked for. */
  readonly columns: WeekDigests;
  /** The digest of all columns together, by week. */
  readonly whole: Readonly<Record<number, string>>;
}

/** Numbers that survive a text: their width and their bytes in hexadecimal digits. */
export interface Bits {
  readonly width: Width;
  readonly bytes: string;
}

/** Answers by kind. */
export interface Answers {
  readonly golden: Golden;
  readonly digests: WeekDigests;
  readonly column: Bits;
  readonly trace: Bits;
  readonly hash: string;
  readonly values: Bits;
  readonly chart: string;
}

export type Kind = keyof Tasks;

/** Puts a task to an engine, wherever it runs. */
export type Ask = <K extends Kind>(kind: K, task: Tasks[K]) => Promise<Answers[K]>;

/** Carries a task's text into an engine and its answer's text out. */
export type Carry = (text: string) => Promise<string>;

const WIDTHS = {
  Float64Array,
  Float32Array,
  Uint32Array,
  Int32Array,
  Uint16Array,
  Int16Array,
  Uint8Array,
} as const;
type Width = keyof typeof WIDTHS;
type Numbers = Float64Array | Float32Array | Uint32Array | Int32Array | Uint16Array | Int16Array | Uint8Array;

export function bitsOf(numbers: Numbers): Bits {
  const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0"));
  return { width: numbers.constructor.name as Width, bytes: digits.join("") };
}

export function numbersOf({ width, bytes }: Bits): Numbers {
  const pairs = bytes.match(/../g) ?? [];
  return new WIDTHS[width](Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)).buffer);
}

/** Asks over a line that only carries text; an error in the engine becomes one here. */
export function askOver(carry: Carry): Ask {
  return async <K extends Kind>(kind: K, task: Tasks[K]) => {
    const reply = JSON.parse(await carry(JSON.stringify({ kind, task }))) as Reply<K>;
    if (reply.error !== undefined) throw new Error(reply.error);
    return reply.answer;
  };
}

/** Asks an engine that always answers alike; every task only once. */
export function remembered(ask: Ask): Ask {
  const answers = new Map<string, Promise<unknown>>();
  return <K extends Kind>(kind: K, task: Tasks[K]) => {
    const key = JSON.stringify({ kind, task });
    const answer = (answers.get(key) as Promise<Answers[K]> | undefined) ?? ask(kind, task);
    answers.set(key, answer);
    return answer;
  };
}

interface Reply<K extends Kind> {
  readonly answer: Answers[K];
  readonly error?: string;
}
