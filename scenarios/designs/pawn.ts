/** PAWN: how far fixing a factor moves the output's whole distribution (Pianosi & Wagener 2018), for any sample of points. */
import { quantile } from "../quantile.ts";
import type { Estimate } from "../student.ts";
import { designKey, permutation, wholeBelow } from "./draws.ts";

/** Kolmogorov and Smirnov's distance of the outputs in a slice of a factor from all outputs, over slices; in [0, 1]. */
export interface FactorDistances {
  readonly name: string;
  readonly median: Estimate;
  readonly most: Estimate;
}

export interface Pawn {
  readonly factors: readonly FactorDistances[];
  /** The same of a factor that does nothing: what is not above it is not told from nothing. */
  readonly dummy: Omit<FactorDistances, "name">;
  /** Slices of a factor with many values. */
  readonly slices: number;
}

const RESAMPLES = 100;
const LOW_SHARE = 0.025;
const HIGH_SHARE = 0.975;
const SLICES_MOST = 10;
/** Points in a slice: a distribution of fewer says little. */
const SLICE_POINTS = 10;

/**
 * Slices hold equally many points; a factor of few values has one a value. Intervals draw points again. Undefined with
 * fewer than two slices of ten points. `outputs[row]`, NaN where a row has none.
 */
export function pawnOf(
  names: readonly string[],
  rows: readonly Float64Array[],
  outputs: Float64Array,
  seed: string,
): Pawn | undefined {
  const kept = rows.map((_, i) => i).filter((i) => !Number.isNaN(outputs[i]));
  const slices = Math.min(SLICES_MOST, Math.floor(kept.length / SLICE_POINTS));
  if (slices < 2) return undefined;
  const y = Float64Array.from(kept, (i) => outputs[i]);
  const dummy = Float64Array.from(permutation(y.length, designKey(seed, "pawn dummy", 0)));
  const columns = [...names.map((_, j) => Float64Array.from(kept, (i) => rows[i][j])), dummy];
  const found = columns.map((column) => statistics(distances(column, y, slices)));
  const resamples = Array.from({ length: RESAMPLES }, (_, resample) => {
    const key = designKey(seed, "pawn resamples", resample);
    const chosen = kept.map((_point, i) => wholeBelow(kept.length, i, key));
    const drawn = (values: Float64Array): Float64Array => Float64Array.from(chosen, (i) => values[i]);
    return columns.map((column) => statistics(distances(drawn(column), drawn(y), slices)));
  });
  const all = found.map((statistic, j) => ({
    median: estimate(
      statistic.median,
      resamples.map((each) => each[j].median),
    ),
    most: estimate(
      statistic.most,
      resamples.map((each) => each[j].most),
    ),
  }));
  return { factors: names.map((name, j) => ({ name, ...all[j] })), dummy: all[names.length], slices };
}

/** The distance of each slice. */
function distances(x: Float64Array, y: Float64Array, slices: number): number[] {
  const slice = slicesOf(x, slices);
  const count = slice.reduce((most, each) => Math.max(most, each), 0) + 1;
  const sizes = new Float64Array(count);
  for (const each of slice) sizes[each]++;
  const order = Uint32Array.from(y.keys()).toSorted((a, b) => y[a] - y[b]);
  const below = new Float64Array(count);
  const farthest = new Array<number>(count).fill(0);
  for (const [rank, i] of order.entries()) {
    below[slice[i]]++;
    // Equal outputs count together.
    if (rank + 1 < order.length && y[order[rank + 1]] === y[i]) continue;
    const share = (rank + 1) / order.length;
    for (let s = 0; s < count; s++)
      farthest[s] = Math.max(farthest[s], Math.abs(below[s] / sizes[s] - share));
  }
  return farthest;
}

/** The slice of every point: one a value where there are few, else equally many points by rank. */
function slicesOf(x: Float64Array, slices: number): Uint32Array {
  const values = [...new Set(x)].toSorted((a, b) => a - b);
  if (values.length <= slices) {
    const places = new Map(values.map((value, i) => [value, i]));
    return Uint32Array.from(x, (value) => places.get(value) ?? 0);
  }
  const slice = new Uint32Array(x.length);
  const order = Uint32Array.from(x.keys()).toSorted((a, b) => x[a] - x[b] || a - b);
  for (const [rank, i] of order.entries()) slice[i] = Math.floor((rank * slices) / x.length);
  return slice;
}

function statistics(values: readonly number[]): { median: number; most: number } {
  const sorted = Float64Array.from(values).toSorted();
  return { median: quantile(sorted, 0.5), most: quantile(sorted, 1) };
}

function estimate(value: number, resamples: readonly number[]): Estimate {
  const sorted = Float64Array.from(resamples).toSorted();
  return { value, low: quantile(sorted, LOW_SHARE), high: quantile(sorted, HIGH_SHARE) };
}
