/** A guess of the curve that is about to come: drawn week by week, or picked by its end. */
import type { Bands } from "../charts/bands.ts";

export interface Guess {
  /** Weeks; the first is known already. */
  readonly from: number;
  readonly to: number;
  /** At weeks from … to. */
  readonly values: readonly number[];
  /** Whether anything was drawn or picked. */
  readonly isMade: boolean;
  readonly isRevealed: boolean;
}

/** A flat line from what is known. */
export function beginGuess(from: number, to: number, { p50 }: Bands): Guess {
  const values = new Array<number>(to - from + 1).fill(p50[from]);
  return { from, to, values, isMade: false, isRevealed: false };
}

/** Draws a stroke from one point to another; what lies after it goes on level. */
export function drawn(
  guess: Guess,
  a: { readonly week: number; readonly value: number },
  b: { readonly week: number; readonly value: number },
): Guess {
  const [start, end] = a.week <= b.week ? [a, b] : [b, a];
  const first = Math.max(1, start.week - guess.from);
  const last = Math.min(guess.values.length - 1, end.week - guess.from);
  const values = guess.values.map((old, i) => {
    if (i < first) return old;
    if (i > last) return a.week <= b.week ? end.value : old;
    const length = end.week - start.week;
    const share = length === 0 ? 1 : (i + guess.from - start.week) / length;
    return start.value + share * (end.value - start.value);
  });
  return { ...guess, values, isMade: true };
}

/** A straight line to an end. */
export function picked(guess: Guess, end: number): Guess {
  const [start] = guess.values;
  const length = guess.values.length - 1;
  const values = guess.values.map((_, i) => start + (i / length) * (end - start));
  return { ...guess, values, isMade: true };
}
