/** From measurements of many seeds to a verdict on every pattern: the mean, its interval, and whether it holds. */
import { studentQuantile } from "../student.ts";
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

/** Mean and 95% interval of independent values, by Student's t. */
function estimate(values: readonly number[]): Estimate {
  const n = values.length;
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1);
  const half = studentQuantile(0.95, n - 1) * Math.sqrt(variance / n);
  return { value: mean, interval: [mean - half, mean + half] };
}
