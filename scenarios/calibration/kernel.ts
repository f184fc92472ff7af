/** How a weighted sample moves: a normal kernel of twice its covariance (Beaumont et al. 2009; Filippi et al. 2013). */
import { exp, normalQuantile } from "../../engine/math.ts";
import { uniform, type Key } from "../../engine/random.ts";
import { choleskyOf, solveLower } from "./least-squares.ts";

export interface WeightedSample {
  /** Points of the unit cube. */
  readonly points: readonly Float64Array[];
  /** Adding up to 1. */
  readonly weights: Float64Array;
}

export interface Kernel {
  /** A point chosen by its weight and moved, from 1 + dimension draws from `first` on; may lie outside the cube. */
  readonly move: (key: Key, first: number) => Float64Array;
  /** Density of moved points, outside the cube included. */
  readonly density: (point: Float64Array) => number;
}

const TAU = 6.283185307179586;
/** Keeps a sample of equal points from standing still; in squared shares. */
const LEAST_VARIANCE = 1e-12;

export function kernelOf(sample: WeightedSample): Kernel {
  const { points, weights } = sample;
  const size = points[0].length;
  const lower = choleskyOf(doubleCovariance(sample));
  const ends = cumulative(weights);
  /** Whitened: distances there are those of the kernel. */
  const white = points.map((point) => solveLower(lower, point));
  let scale = 1;
  for (let j = 0; j < size; j++) scale /= lower[j * size + j] * Math.sqrt(TAU);
  return {
    move: (key, first) => {
      const from = points[placeOf(ends, uniform(first, key))];
      const steps = from.map((_, j) => normalQuantile(uniform(first + 1 + j, key)));
      return from.map((x, i) => {
        let moved = x;
        for (let j = 0; j <= i; j++) moved += lower[i * size + j] * steps[j];
        return moved;
      });
    },
    density: (point) => {
      const own = solveLower(lower, point);
      let sum = 0;
      for (let i = 0; i < white.length; i++) {
        let square = 0;
        for (let j = 0; j < size; j++) square += (own[j] - white[i][j]) * (own[j] - white[i][j]);
        // Beyond six standard deviations nothing is added that a double could show.
        if (square < 72) sum += weights[i] * exp(-square / 2);
      }
      return scale * sum;
    },
  };
}

function doubleCovariance({ points, weights }: WeightedSample): Float64Array {
  const size = points[0].length;
  const mean = new Float64Array(size);
  for (const [i, point] of points.entries()) for (let j = 0; j < size; j++) mean[j] += weights[i] * point[j];
  const matrix = new Float64Array(size * size);
  for (const [i, point] of points.entries())
    for (let j = 0; j < size; j++)
      for (let k = 0; k <= j; k++)
        matrix[j * size + k] += 2 * weights[i] * (point[j] - mean[j]) * (point[k] - mean[k]);
  for (let j = 0; j < size; j++) matrix[j * size + j] += LEAST_VARIANCE;
  return matrix;
}

export function cumulative(weights: Float64Array): Float64Array {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
}

/** The place whose slice of (0, 1) a number falls into. */
export function placeOf(ends: Float64Array, u: number): number {
  let low = 0;
  let high = ends.length - 1;
  const at = u * ends[high];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle] < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
