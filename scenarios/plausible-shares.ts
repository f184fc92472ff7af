/** How far from its value an assumption of a grade may plausibly be. */
import type { Grade } from "../engine/index.ts";

/** Least and most of the default that is plausible; each pair is reciprocal to two digits. */
export const PLAUSIBLE_SHARES: Readonly<Record<Grade, readonly [low: number, high: number]>> = {
  A: [0.8, 1.25],
  B: [0.67, 1.5],
  C: [0.5, 2],
  D: [0.33, 3],
};
