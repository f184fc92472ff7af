/** From measurements of many seeds to a verdict on every pattern: the mean, its interval, and whether it holds. */
import { CLAIMS, PATTERNS, type Claim } from "./table.ts";

/** A mean with its 95% interval. */
export interface Estimate {
  readonly value: number;
  readonly interval: readonly [number, number];
}

export interface PatternResult extends Estimate {
  readonly id: string;
  readonly label: string;
  readonly measure: string;
  /** null = open on that side. */
  readonly target: readonly [number | null, number | null];
  readonly holds: boolean;
}

export interface ClaimResult extends Estimate {
  readonly id: string;
  readonly label: string;
}

export interface PatternReport {
  readonly seeds: number;
  readonly patterns: readonly PatternResult[];
  readonly claims: readonly ClaimResult[];
  /** Every measurement by name. */
  readonly measures: Readonly<Record<string, Estimate>>;
}

/** Judges the measurements of one trial a seed, all with the same names; at least two. */
export function reportPatterns(samples: readonly Readonly<Record<string, number>>[]): PatternReport {
  if (samples.length < 2) throw new RangeError(`too few seeds; at least 2: ${samples.length}`);
  const names = Object.keys(samples[0]);
  const measures = Object.fromEntries(
    names.map((name) => [name, estimate(samples.map((sample) => sample[name]))]),
  );
  const patterns = PATTERNS.map(({ id, label, measure, low, high }) => {
    const { value, interval } = measures[measure];
    const target = [finite(low), finite(high)] as const;
    return { id, label, measure, value, interval, target, holds: value >= low && value <= high };
  });
  const claims = CLAIMS.map((claim) => ({
    id: claim.id,
    label: claim.label,
    ...estimateClaim(claim, samples),
  }));
  return { seeds: samples.length, patterns, claims, measures };
}

function finite(bound: number): number | null {
  return Number.isFinite(bound) ? bound : null;
}

function estimateClaim(
  { measure, over }: Claim,
  samples: readonly Readonly<Record<string, number>>[],
): Estimate {
  return estimate(samples.map((sample) => sample[measure] / (over === undefined ? 1 : sample[over])));
}

/** Two-sided 95% quantiles of Student's t by degrees of freedom: 1 … 30; beyond, the expansion below. */
// oxfmt-ignore
const T_95 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];
const NORMAL_95 = 1.959964;

/** Two-sided 95% quantile of Student's t with `freedom` ≥ 1 degrees of freedom. */
function studentQuantile(freedom: number): number {
  if (freedom <= T_95.length) return T_95[freedom - 1];
  return NORMAL_95 + (NORMAL_95 ** 3 + NORMAL_95) / (4 * freedom);
}

/** Mean and 95% interval of independent values, by Student's t. */
function estimate(values: readonly number[]): Estimate {
  const n = values.length;
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1);
  const half = studentQuantile(n - 1) * Math.sqrt(variance / n);
  return { value: mean, interval: [mean - half, mean + half] };
}
