/** Weights of runs by how near they pass to what was seen, and quantiles of weighted runs. */
import { exp } from "../../engine/math.ts";
import type { Bands } from "../charts/bands.ts";

/** Data are taken to lie within this share of their mean of the truth, in a quarter of a year. */
export const ERROR_SHARE = 0.1;
/** Weeks nearer to each other than this tell the same story twice. */
const QUARTER = 13;

export interface Weighing {
  /** By run, adding up to 1. */
  readonly weights: Float64Array;
  /** Kish's effective number of runs (1965). */
  readonly effectiveRuns: number;
  /** Root mean square miss of the nearest run, as a share of the data's mean. */
  readonly nearestMiss: number;
}

interface Seen {
  readonly weeks: readonly number[];
  readonly values: ArrayLike<number>;
}

/**
 * Importance weights of runs (columns by week): a normal error of a tenth of the data's mean in every quarter with data.
 * A miss of that much in one quarter weighs 0.61 of none.
 */
export function weighRuns(columns: readonly ArrayLike<number>[], { weeks, values }: Seen): Weighing {
  const within = weeks.filter((week) => week < (columns[0]?.length ?? 0));
  const mean = within.reduce((sum, _, i) => sum + Math.abs(values[i]) / within.length, 0);
  const quarters = new Set(within.map((week) => Math.floor(week / QUARTER))).size;
  const misses = columns.map((column) => {
    const squares = within.reduce((sum, week, i) => sum + (column[week] - values[i]) ** 2, 0);
    return Math.sqrt(squares / within.length) / mean;
  });
  const nearestMiss = Math.min(...misses);
  // Relative to the nearest run: far from all of them every weight would be 0.
  const raw = misses.map((miss) =>
    exp((-quarters * (miss * miss - nearestMiss * nearestMiss)) / (2 * ERROR_SHARE ** 2)),
  );
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  const weights = Float64Array.from(raw, (weight) => weight / total);
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  return { weights, effectiveRuns: 1 / squares, nearestMiss };
}

const SHARES = { p5: 0.05, p25: 0.25, p50: 0.5, p75: 0.75, p95: 0.95 } as const;

/** Weighted quantiles by week: the least value that has at least a share of the weight at or below it. */
export function weightedBands(columns: readonly ArrayLike<number>[], weights: Float64Array): Bands {
  const length = columns[0]?.length ?? 0;
  const bands = {
    p5: new Float64Array(length),
    p25: new Float64Array(length),
    p50: new Float64Array(length),
    p75: new Float64Array(length),
    p95: new Float64Array(length),
  };
  const order = columns.map((_, i) => i);
  for (let week = 0; week < length; week++) {
    order.sort((a, b) => columns[a][week] - columns[b][week]);
    for (const [name, share] of Object.entries(SHARES))
      bands[name as keyof typeof SHARES][week] = columns[placeOf(order, weights, share)][week];
  }
  return bands;
}

/** Sums of weights may fall short of 1 by rounding: the last run then has it. */
function placeOf(order: readonly number[], weights: Float64Array, share: number): number {
  let sum = 0;
  for (const i of order) {
    sum += weights[i];
    if (sum >= share - 1e-12) return i;
  }
  return order.at(-1)!;
}
