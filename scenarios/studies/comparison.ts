/** One plan against another, run by run: the paired difference, and how often and where the second is ahead. */
import { normalQuantile } from "../../engine/math.ts";
import { meanEstimate, type Estimate } from "../student.ts";
import type { Grid } from "./seed-share.ts";

export interface Comparison {
  /** Mean of b − a over points (over replicates of a single point), with Student's interval of 95%. */
  readonly difference: Estimate;
  /** Share of runs with b above a, ties counting half, with an interval of 95% that counts points, not runs. */
  readonly probabilityBBeatsA: Estimate;
  /** Points where the interval of that share lies below a half, above it, or covers it. */
  readonly aAhead: number;
  readonly bAhead: number;
  readonly undecided: number;
}

const QUANTILE = normalQuantile(0.975);

/** b − a, run by run; NaN where either failed. */
export function differenceOf(a: Grid, b: Grid): Grid {
  return { ...a, values: b.values.map((value, i) => value - a.values[i]) };
}

/** What a grid of differences says. */
export function comparisonOf({ points, replicates, values }: Grid): Comparison {
  const rows = Array.from({ length: points }, (_, point) =>
    values.subarray(point * replicates, (point + 1) * replicates).filter((d) => !Number.isNaN(d)),
  ).filter(({ length }) => length > 0);
  const shares = rows.map(shareAbove);
  const verdicts = rows.map((row, i) => verdictOf(wilson(shares[i], row.length)));
  const countOf = (verdict: string): number => verdicts.filter((each) => each === verdict).length;
  const isSingle = rows.length === 1;
  return {
    difference: meanEstimate(isSingle ? Array.from(rows[0]) : rows.map(meanOf)),
    probabilityBBeatsA: wilson(meanOf(shares), isSingle ? rows[0].length : rows.length),
    aAhead: countOf("a"),
    bAhead: countOf("b"),
    undecided: countOf("undecided"),
  };
}

function verdictOf({ low, high }: Estimate): "a" | "b" | "undecided" {
  if (low !== null && low > 0.5) return "b";
  return high !== null && high < 0.5 ? "a" : "undecided";
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

/** Ties count half. */
function shareAbove(differences: Float64Array): number {
  return meanOf(differences.map((d) => (d > 0 ? 1 : d === 0 ? 0.5 : 0)));
}

/** Wilson's score interval (1927) of a share of n; shares of clusters vary less, so with n clusters it errs on the wide side. */
function wilson(share: number, n: number): Estimate {
  if (Number.isNaN(share)) return { value: null, low: null, high: null };
  const z2 = (QUANTILE * QUANTILE) / n;
  const middle = (share + z2 / 2) / (1 + z2);
  const half = Math.sqrt(z2 * share * (1 - share) + (z2 * z2) / 4) / (1 + z2);
  return { value: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
