/** Two versions' runs of the same points: whether an output's mean is the same as far as it matters, by two one-sided tests. */
import { studentQuantile, type Estimate } from "../student.ts";
import type { Grid } from "./seed-share.ts";

export type Verdict = "identical" | "equivalent" | "different" | "undecided";

export interface Equivalence {
  readonly before: number | null;
  readonly after: number | null;
  /** Mean of after − before with an interval of 90%: two one-sided tests of 5% each (Schuirmann 1987). */
  readonly difference: Estimate;
  /** The largest difference that doesn't matter. */
  readonly margin: number;
  /** Equivalent: the interval lies within the margin on both sides; different: outside of it; else nobody can tell. */
  readonly verdict: Verdict;
  /** Points compared, or replicates of a single one. */
  readonly compared: number;
}

const LEVEL = 0.9;

/**
 * Compares two grids of the same points: point by point, whatever luck each version had; replicate by replicate where
 * there is one point. The margin is a share of the spread of all runs before. Points where a run failed are left out.
 */
export function equivalenceOf(before: Grid, after: Grid, marginShare: number): Equivalence {
  const [old, now] = [unitsOf(before), unitsOf(after)];
  const known = old.map((_, i) => i).filter((i) => !Number.isNaN(old[i] + now[i]));
  const margin = marginShare * deviationOf(before.values.filter((value) => !Number.isNaN(value)));
  const difference = interval(known.map((i) => now[i] - old[i]));
  const isSame =
    before.values.length === after.values.length &&
    before.values.every((value, i) => Object.is(value, after.values[i]));
  return {
    before: meanOrNull(known.map((i) => old[i])),
    after: meanOrNull(known.map((i) => now[i])),
    difference,
    margin,
    verdict: isSame ? "identical" : verdictOf(difference, margin),
    compared: known.length,
  };
}

function verdictOf({ low, high }: Estimate, margin: number): Verdict {
  if (low === null || high === null) return "undecided";
  if (low > -margin && high < margin) return "equivalent";
  return low > margin || high < -margin ? "different" : "undecided";
}

/** Means of points, or the replicates of a single point, as many as both have. */
function unitsOf({ points, replicates, values }: Grid): number[] {
  if (points === 1) return Array.from(values);
  return Array.from({ length: points }, (_, point) =>
    meanOf(values.subarray(point * replicates, (point + 1) * replicates)),
  );
}

function interval(values: readonly number[]): Estimate {
  if (values.length === 0) return { value: null, low: null, high: null };
  const mean = meanOf(values);
  if (values.length === 1) return { value: mean, low: null, high: null };
  const error = deviationOf(values) / Math.sqrt(values.length);
  const half = studentQuantile(LEVEL, values.length - 1) * error;
  return { value: mean, low: mean - half, high: mean + half };
}

function deviationOf(values: ArrayLike<number>): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] - mean) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}

function meanOrNull(values: readonly number[]): number | null {
  return values.length === 0 ? null : meanOf(values);
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}
