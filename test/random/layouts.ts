/** Keyed draws as four endless sequences of 32-bit words, by which index runs fastest. */
import { draw, runKey, STREAM, weekKey, type Key } from "../../engine/random.ts";

/** Where a draw lies, besides the employee. */
export interface Place {
  readonly stream: number;
  readonly sub: number;
  readonly week: number;
  readonly replicate: number;
}

export interface Layout {
  readonly name: string;
  readonly order: string;
  /** The keys that take turns within a page; a page has a draw for every employee and key, the keys fastest. */
  readonly keysOf: (page: number) => Key[];
}

export const PEOPLE = 10_000;
export const WEEKS = 208;
const REPLICATES = 1000;
/** What the library's own seed text gives is of no concern here: any pair will do. */
export const SEED = [0x243f6a88, 0x85a308d3] as const;

/** Every stream with the draws most processes make, and the one of spells. */
export const PROCESSES: readonly Pick<Place, "stream" | "sub">[] = Object.values(STREAM).flatMap((stream) =>
  [0, 1, 2, 255].map((sub) => ({ stream, sub })),
);

export function keyOf({ stream, sub, week, replicate }: Place): Key {
  return weekKey(runKey(SEED, replicate), stream, sub, week);
}

/** `count` values of one index, the others fixed. */
export function keysAlong(count: number, placeOf: (i: number) => Place): Key[] {
  return Array.from({ length: count }, (_, i) => keyOf(placeOf(i)));
}

function processAt(i: number): Pick<Place, "stream" | "sub"> {
  return PROCESSES[i % PROCESSES.length];
}

export const LAYOUTS: readonly Layout[] = [
  {
    name: "employee",
    order: "employee fastest, then week, process, replicate",
    keysOf: (page) => {
      const rest = Math.floor(page / WEEKS);
      const replicate = Math.floor(rest / PROCESSES.length);
      return [keyOf({ ...processAt(rest), week: page % WEEKS, replicate })];
    },
  },
  {
    name: "week",
    order: "week fastest, then employee, process, replicate",
    keysOf: (page) => {
      const replicate = Math.floor(page / PROCESSES.length);
      return keysAlong(WEEKS, (week) => ({ ...processAt(page), week, replicate }));
    },
  },
  {
    name: "process",
    order: "process fastest, then employee, week, replicate",
    keysOf: (page) => {
      const replicate = Math.floor(page / WEEKS);
      return keysAlong(PROCESSES.length, (i) => ({ ...processAt(i), week: page % WEEKS, replicate }));
    },
  },
  {
    name: "seed",
    order: "replicate fastest, then employee, week, process",
    keysOf: (page) => {
      const process = processAt(Math.floor(page / WEEKS));
      return keysAlong(REPLICATES, (replicate) => ({ ...process, week: page % WEEKS, replicate }));
    },
  },
];

/** A layout's sequence from its start: every call fills some words and goes on where the last one ended. */
export function createSequence(layout: Layout): (words: Uint32Array) => void {
  let page = 0;
  let keys = layout.keysOf(page);
  let employee = 0;
  let turn = 0;
  return (words) => {
    for (let i = 0; i < words.length; i++) {
      words[i] = draw(employee, keys[turn].k0, keys[turn].k1);
      if (++turn < keys.length) continue;
      turn = 0;
      if (++employee < PEOPLE) continue;
      employee = 0;
      keys = layout.keysOf(++page);
    }
  };
}
