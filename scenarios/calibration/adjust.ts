/** From a sample near the data to one at the data: local linear regression, and quantiles of weighted numbers. */
import { exp, log } from "../../engine/math.ts";
import type { AbcSample } from "./abc.ts";
import { leastSquares } from "./least-squares.ts";

/** Keeps the regression solvable where summaries tell the same; in units of the weights' sum. */
const RIDGE = 1e-9;
/** Shares this near to an end have no logit that a double could hold apart. */
const END = 1e-9;

/**
 * Points moved to where they would be had their summaries been the data's (Beaumont, Zhang & Balding 2002), on the logit
 * scale so that none leaves its prior; nearer ones count more (Epanechnikov).
 */
export function adjusted(sample: AbcSample): { points: Float64Array[]; weights: Float64Array } {
  const { points, residuals, distances, weights } = sample;
  const reach = sample.generations[sample.generations.length - 1].tolerance;
  const near = weights.map((weight, i) => weight * (reach > 0 ? 1 - (distances[i] / reach) ** 2 : 1));
  const total = near.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) return { points: [...points], weights };
  const scaled = near.map((weight) => weight / total);
  const rows = residuals.map((residual) => Float64Array.of(1, ...residual));
  const logits = points[0].map((_, j) => j);
  const targets = Array.from(logits, (j) => points.map((point) => logitOf(point[j])));
  const coefficients = leastSquares(rows, targets, RIDGE, scaled);
  return {
    weights: scaled,
    points: points.map((_, i) =>
      Float64Array.from(coefficients, (own, j) => {
        let logit = targets[j][i];
        for (let k = 1; k < own.length; k++) logit -= own[k] * rows[i][k];
        return Number.isFinite(logit) ? shareOf(logit) : points[i][j];
      }),
    ),
  };
}

function logitOf(share: number): number {
  const inner = Math.min(1 - END, Math.max(END, share));
  return log(inner / (1 - inner));
}

function shareOf(logit: number): number {
  return logit > 0 ? 1 / (1 + exp(-logit)) : exp(logit) / (1 + exp(logit));
}

/** The quantile of weighted numbers: the middle of the weight of those at it counts as below. */
export function weightedQuantile(values: ArrayLike<number>, weights: Float64Array, share: number): number {
  const order = Uint32Array.from({ length: values.length }, (_, i) => i).toSorted(
    (a, b) => values[a] - values[b] || a - b,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let below = 0;
  let [place, value] = [-Infinity, values[order[0]]];
  for (const i of order) {
    const middle = (below + weights[i] / 2) / total;
    if (middle >= share) {
      if (place === -Infinity || middle === place) return values[i];
      return value + ((values[i] - value) * (share - place)) / (middle - place);
    }
    below += weights[i];
    [place, value] = [middle, values[i]];
  }
  return value;
}
