/** PAWN: how far fixing a factor moves the output's whole distribution (Pianosi & Wagener 2018), for any sample of points. */
import { quantile } from "../quantile.ts";
import type { Estimate } from "../student.ts";
import { designKey, designKeys, permutation, wholeBelow } from "./draws.ts";

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
  const y = rankedOf(Float64Array.from(kept, (i) => outputs[i]));
  const dummy = Float64Array.from(permutation(kept.length, designKey(seed, "pawn dummy", 0)));
  const columns = [...names.map((_, j) => Float64Array.from(kept, (i) => rows[i][j])), dummy].map(rankedOf);
  const statisticsOf = (drawn: Uint32Array): Statistics[] => {
    const ascending = inOrder(y, drawn);
    const ascendingPlaces = ascending.map((i) => y.places[drawn[i]]);
    return columns.map((x) => {
      const slice = slicesOf(x, drawn, slices);
      return statistics(
        distances(
          ascending.map((i) => slice[i]),
          ascendingPlaces,
        ),
      );
    });
  };
  const found = statisticsOf(Uint32Array.from(kept.keys()));
  const keyOf = designKeys(seed, "pawn resamples");
  const resamples = Array.from({ length: RESAMPLES }, (_, resample) => {
    const key = keyOf(resample);
    return statisticsOf(Uint32Array.from(kept, (_point, i) => wholeBelow(kept.length, i, key)));
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

/** A column by the places of its values among the distinct ones: points drawn again are sorted by counting. */
interface Ranked {
  /** The place in [0, count) of each point. */
  readonly places: Uint32Array;
  readonly count: number;
}

function rankedOf(values: Float64Array): Ranked {
  const sorted = values.toSorted();
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  const placeOf = new Map(Array.from(distinct, (value, place) => [value, place] as const));
  return { places: Uint32Array.from(values, (value) => placeOf.get(value)!), count: distinct.length };
}

/** Positions in `drawn` by the places of their points, equal ones by position. */
function inOrder({ places, count }: Ranked, drawn: Uint32Array): Uint32Array {
  const next = new Uint32Array(count + 1);
  for (const point of drawn) next[places[point] + 1]++;
  for (let place = 1; place <= count; place++) next[place] += next[place - 1];
  const order = new Uint32Array(drawn.length);
  for (let i = 0; i < drawn.length; i++) order[next[places[drawn[i]]]++] = i;
  return order;
}

/**
 * The distance of each slice, of points in the order of their outputs: it is widest just before or just after an output
 * of the slice's own.
 */
function distances(slice: Uint32Array, outputs: Uint32Array): number[] {
  const count = slice.reduce((most, each) => Math.max(most, each), 0) + 1;
  const sizes = new Float64Array(count);
  for (const each of slice) sizes[each]++;
  const below = new Float64Array(count);
  const farthest = new Array<number>(count).fill(0);
  const widen = (s: number, at: number): void => {
    farthest[s] = Math.max(farthest[s], Math.abs(below[s] / sizes[s] - at));
  };
  let share = 0;
  for (let start = 0; start < slice.length;) {
    // Equal outputs count together.
    let end = start;
    while (end < slice.length && outputs[end] === outputs[start]) end++;
    for (let i = start; i < end; i++) widen(slice[i], share);
    for (let i = start; i < end; i++) below[slice[i]]++;
    share = end / slice.length;
    for (let i = start; i < end; i++) widen(slice[i], share);
    start = end;
  }
  return farthest;
}

/** The slice of every position: one a value where there are few, else equally many points by rank. */
function slicesOf(x: Ranked, drawn: Uint32Array, slices: number): Uint32Array {
  const order = inOrder(x, drawn);
  const slice = new Uint32Array(drawn.length);
  let value = 0;
  for (let rank = 0; rank < order.length; rank++) {
    if (rank > 0 && x.places[drawn[order[rank]]] !== x.places[drawn[order[rank - 1]]]) value++;
    slice[order[rank]] = value;
  }
  if (value < slices) return slice;
  for (let rank = 0; rank < order.length; rank++)
    slice[order[rank]] = Math.floor((rank * slices) / order.length);
  return slice;
}

interface Statistics {
  readonly median: number;
  readonly most: number;
}

function statistics(values: readonly number[]): Statistics {
  const sorted = Float64Array.from(values).toSorted();
  return { median: quantile(sorted, 0.5), most: quantile(sorted, 1) };
}

function estimate(value: number, resamples: readonly number[]): Estimate {
  const sorted = Float64Array.from(resamples).toSorted();
  return { value, low: quantile(sorted, LOW_SHARE), high: quantile(sorted, HIGH_SHARE) };
}
