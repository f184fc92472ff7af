/** Simulation-based calibration: where known truths fall in the posteriors fitted to what they make (Talts et al. 2018). */
import { normalTail } from "../diffusion/normal.ts";
import { weightedQuantile } from "./adjust.ts";
import type { WeightedSample } from "./kernel.ts";

export interface Trial {
  /** Shares of the priors. */
  readonly truth: Float64Array;
  readonly posterior: WeightedSample;
}

/** Of one parameter over all trials. */
export interface Ranks {
  /** Counts of truths by equal slices of their posteriors. */
  readonly counts: readonly number[];
  /** Chance of counts as uneven as these if the posteriors are right (chi-square, by Wilson & Hilferty 1931). */
  readonly prob: number;
  /** Trials whose truth lies in the middle 90% of its posterior. */
  readonly covered: number;
}

const SLICES = 10;
const [LOW, HIGH] = [0.05, 0.95];

/** Ranks by parameter. */
export function ranksOf(trials: readonly Trial[], slices = SLICES): Ranks[] {
  return Array.from(trials[0].truth, (_, j) => {
    const counts = new Array<number>(slices).fill(0);
    let covered = 0;
    for (const { truth, posterior } of trials) {
      const values = posterior.points.map((point) => point[j]);
      counts[Math.min(slices - 1, Math.floor(slices * shareBelow(values, posterior.weights, truth[j])))]++;
      const low = weightedQuantile(values, posterior.weights, LOW);
      const high = weightedQuantile(values, posterior.weights, HIGH);
      if (truth[j] >= low && truth[j] <= high) covered++;
    }
    return { counts, prob: evennessProb(counts), covered };
  });
}

function shareBelow(values: readonly number[], weights: Float64Array, at: number): number {
  let below = 0;
  let total = 0;
  for (const [i, value] of values.entries()) {
    total += weights[i];
    if (value < at) below += weights[i];
    else if (value === at) below += weights[i] / 2;
  }
  return below / total;
}

/** Chance of a chi-square as large as that of counts which should be equal. */
export function evennessProb(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const freedom = counts.length - 1;
  const spread = 2 / (9 * freedom);
  return normalTail((Math.cbrt(chiSquare / freedom) - (1 - spread)) / Math.sqrt(spread));
}
