/** Regret and satisficing: how plans stand the test of many points, by the definitions of McPhail et al. (2018, table 2). */
import { normalQuantile } from "../../engine/math.ts";
import { quantile } from "../quantile.ts";
import { meanEstimate, type Estimate } from "../student.ts";
import { wilson } from "../wilson.ts";
import { meanOf, type Table } from "./payoffs.ts";

/** A plan's row: in the unit of the output but the last four; extremes have no interval, for further points may be worse. */
export interface Robustness {
  readonly plan: string;
  /** Mean (Laplace's principle of insufficient reason). */
  readonly mean: Estimate;
  /** The worst point (Wald's maximin) and the best (maximax); the mean of both (Hurwicz at a half). */
  readonly worst: number;
  readonly best: number;
  readonly hurwicz: number;
  /** The tenth percentile: nine points in ten are better. */
  readonly worstTenth: Estimate;
  /** What the best plan of a point brings more: mean, the 90th percentile, and the most (Savage's minimax regret). */
  readonly meanRegret: Estimate;
  readonly regret90: Estimate;
  readonly worstRegret: number;
  /** How far the worse half of the points is below the median, on average. */
  readonly undesirableDeviations: number;
  /** (mean + 1) over (standard deviation + 1). */
  readonly meanVariance: number;
  /** Above 0 if most points are nearer to the better end; null where all are alike. */
  readonly skewness: number | null;
  /** Width of the middle 80% over that of the middle 50%; null where all are alike. */
  readonly peakedness: number | null;
  /** Share of points where it brings the threshold or more (Starr's domain criterion). */
  readonly satisfactory: Estimate;
}

const Z = normalQuantile(0.975);

/** One row a plan, in their order; empty without points. */
export function robustnessOf(table: Table, threshold: number): Robustness[] {
  if (table.points.length === 0) return [];
  const regrets = regretsOf(table);
  return table.plans.map((plan, i) => rowOf(plan, table.values[i], regrets[i], threshold));
}

/** By plan, then point: what the best plan of the point brings more. */
export function regretsOf({ values, points }: Table): Float64Array[] {
  const best = Float64Array.from(points, (_, k) => Math.max(...values.map((own) => own[k])));
  return values.map((own) => best.map((most, k) => most - own[k]));
}

function rowOf(plan: string, values: Float64Array, regrets: Float64Array, threshold: number): Robustness {
  const sorted = values.toSorted();
  const sortedRegrets = regrets.toSorted();
  const at = (share: number): number => quantile(sorted, share);
  const [worst, best] = [sorted[0], sorted[sorted.length - 1]];
  const [p10, p25, p50, p75, p90] = [0.1, 0.25, 0.5, 0.75, 0.9].map(at);
  const met = values.reduce((count, value) => count + (value >= threshold ? 1 : 0), 0);
  const [low, high] = wilson(met, values.length);
  return {
    plan,
    mean: meanEstimate(Array.from(values)),
    worst,
    best,
    hurwicz: (worst + best) / 2,
    worstTenth: quantileEstimate(sorted, 0.1),
    meanRegret: meanEstimate(Array.from(regrets)),
    regret90: quantileEstimate(sortedRegrets, 0.9),
    worstRegret: sortedRegrets[sortedRegrets.length - 1],
    undesirableDeviations: meanOf(
      sorted.subarray(0, Math.ceil(sorted.length / 2)).map((value) => p50 - value),
    ),
    meanVariance: (meanOf(values) + 1) / (deviationOf(values) + 1),
    skewness: p90 > p10 ? (p50 - (p90 + p10) / 2) / ((p90 - p10) / 2) : null,
    peakedness: p75 > p25 ? (p90 - p10) / (p75 - p25) : null,
    satisfactory: { value: met / values.length, low, high },
  };
}

/** Standard deviation of a sample; 0 of one number. */
function deviationOf(values: Float64Array): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

/** A quantile between two order statistics: the count below it is binomial, near normal; none where these run out. */
export function quantileEstimate(sorted: Float64Array, share: number): Estimate {
  const n = sorted.length;
  const half = Z * Math.sqrt(n * share * (1 - share));
  const first = Math.floor(n * share - half);
  const last = Math.ceil(n * share + half);
  const value = quantile(sorted, share);
  if (first < 0 || last > n - 1) return { value, low: null, high: null };
  return { value, low: Math.min(value, sorted[first]), high: Math.max(value, sorted[last]) };
}
