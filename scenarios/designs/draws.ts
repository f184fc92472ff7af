/** The designs' own luck: keyed draws of a study's seed, apart from those of its runs. */
import { runKey, uniform, type Key } from "../../engine/random.ts";
import { seedWords } from "../seeds.ts";

/** The key of one purpose of a study's seed; `part` (column, trajectory, resample) tells keys of a purpose apart. */
export function designKey(seed: string, purpose: string, part: number): Key {
  return designKeys(seed, purpose)(part);
}

/** The keys of a purpose's parts; its seed, which takes longest, is read once. */
export function designKeys(seed: string, purpose: string): (part: number) => Key {
  const words = seedWords(`${purpose} of ${seed}`);
  return (part) => runKey(words, part);
}

/** Whole number of [0, below), the i-th of a key; below ≤ 2²⁰, so that no number is favoured noticeably. */
export function wholeBelow(below: number, i: number, key: Key): number {
  return Math.floor(uniform(i, key) * below);
}

/** 0 … n − 1 in an order drawn from a key (Fisher & Yates 1938; Durstenfeld 1964). */
export function permutation(n: number, key: Key): Uint32Array {
  const order = Uint32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = wholeBelow(i + 1, i, key);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
