/** Draws of a model's unknowns from what the series leaves open. */
import { uniform, weekKey, type STREAM } from "../../engine/index.ts";
import { log } from "../../engine/math.ts";
import type { Key } from "../../engine/random.ts";
import type { Fit } from "./estimate.ts";
import type { Model } from "./models.ts";

/** Sweeps before the first draw and between two, and the first guess of a step's size on any scale. */
const WARM_UP = 100;
const SWEEPS = 10;
const STRIDE_GUESS = 0.1;
const SIZINGS = 40;
/** A stride's best length in standard deviations, one coordinate at a time (Gelman, Roberts & Gilks 1996). */
const STRIDE = 2.4;

/**
 * Draws by Metropolis's algorithm, coordinate by coordinate, from the likelihood, flattened by the dispersion, times the
 * unknowns' priors. `key` makes them reproducible.
 */
export function drawPosterior(
  model: Model,
  fit: Fit,
  draws: number,
  key: Key,
  stream: (typeof STREAM)[keyof typeof STREAM],
): number[][] {
  const { unknowns } = model;
  const height = (point: readonly number[]): number =>
    unknowns.reduce(
      (sum, { logPrior }, j) => sum + (logPrior?.(point[j]) ?? 0),
      model.logLikelihood(point) / fit.dispersion,
    );
  const strides = unknowns.map((_, j) => STRIDE * spreadOf(model, fit, j));
  let point = [...fit.maximum.point];
  let value = height(point);
  const found: number[][] = [];
  for (let sweep = 1; found.length < draws; sweep++) {
    const jump = weekKey(key, stream, 0, sweep);
    const chance = weekKey(key, stream, 1, sweep);
    for (const [j, { low, high }] of unknowns.entries()) {
      const moved = point[j] + strides[j] * (2 * uniform(j, jump) - 1);
      if (!(moved >= low && moved <= high)) continue;
      const next = point.map((x, k) => (k === j ? moved : x));
      const nextValue = height(next);
      if (log(uniform(j, chance)) >= nextValue - value) continue;
      point = next;
      value = nextValue;
    }
    if (sweep > WARM_UP && sweep % SWEEPS === 0) found.push(point);
  }
  return found;
}

/** How far from the maximum, along one coordinate, the log-likelihood has fallen by ½: a standard deviation. */
function spreadOf(model: Model, fit: Fit, j: number): number {
  const { point, value } = fit.maximum;
  const { low, high } = model.unknowns[j];
  const fall = (stride: number): number => {
    const ends = [point[j] - stride, point[j] + stride].filter((x) => x >= low && x <= high);
    const falls = ends.map(
      (x) => (value - model.logLikelihood(point.map((old, k) => (k === j ? x : old)))) / fit.dispersion,
    );
    return Math.max(0, ...falls);
  };
  let stride = STRIDE_GUESS;
  for (let i = 0; i < SIZINGS && fall(stride) > 0.5; i++) stride /= 2;
  for (let i = 0; i < SIZINGS && stride < high - low && fall(stride) < 0.25; i++) stride *= 1.5;
  return stride;
}
