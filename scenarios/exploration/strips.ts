/** Strips of a factor's range, and which points lie within the ranges chosen on them. */
import { log } from "../../engine/math.ts";
import type { TableFactor } from "./table.ts";

/** A factor cut into bins: few values get a bin each, ranges get bins of equal width (equal ratio where it is log). */
export interface Strip {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly binCount: number;
  /** By point. */
  readonly bins: Uint8Array;
  /** The value at a share in [0, 1] of the strip's length. */
  readonly valueAt: (share: number) => number;
  /** The share of the strip's length at a value; 0 where all values are alike. */
  readonly shareOf: (value: number) => number;
  /** The values themselves where each has a bin of its own, in ascending order. */
  readonly values: readonly number[] | undefined;
}

/** Both ends included. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

const STRIP_BINS = 20;
/** Up to this many different values each get a bin. */
const VALUES_MOST = 12;

/** Cuts a factor's range. @throws RangeError at a value that is no finite number */
export function stripOf(factor: TableFactor): Strip {
  const { name, values } = factor;
  let low = Infinity;
  let high = -Infinity;
  const different = new Set<number>();
  for (const value of values) {
    if (!Number.isFinite(value)) throw new RangeError(`invalid ${name}; not a finite number: ${value}`);
    if (value < low) low = value;
    if (value > high) high = value;
    if (different.size <= VALUES_MOST) different.add(value);
  }
  if (different.size <= VALUES_MOST) return listStrip(factor, Float64Array.from(different).toSorted());
  const isLog = factor.isLog && low > 0;
  const [from, span] = isLog ? [log(low), log(high) - log(low)] : [low, high - low];
  const shareOf = (value: number): number => ((isLog ? log(value) : value) - from) / span;
  const valueAt = (share: number): number => inverse(share, shareOf, low, high, isLog);
  const bins = Uint8Array.from(values, (value) =>
    Math.max(0, Math.min(STRIP_BINS - 1, Math.floor(shareOf(value) * STRIP_BINS))),
  );
  return { name, low, high, binCount: STRIP_BINS, bins, valueAt, shareOf, values: undefined };
}

/** Linear outright; the value of a log share by halving, so that it is the inverse of the logarithm used. */
function inverse(
  share: number,
  shareOf: Strip["shareOf"],
  low: number,
  high: number,
  isLog: boolean,
): number {
  if (share <= 0) return low;
  if (share >= 1) return high;
  if (!isLog) return low + (high - low) * share;
  let [below, above] = [low, high];
  for (let i = 0; i < 60; i++) {
    const middle = (below + above) / 2;
    if (shareOf(middle) < share) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}

function listStrip({ name, values }: TableFactor, sorted: Float64Array): Strip {
  const places = new Map(Array.from(sorted, (value, i) => [value, i]));
  const last = sorted.length - 1;
  const shareOf = (value: number): number => {
    if (last === 0) return 0;
    const above = sorted.findIndex((each) => each >= value);
    if (above < 0) return 1;
    if (above === 0 || sorted[above] === value) return above / last;
    const between = (value - sorted[above - 1]) / (sorted[above] - sorted[above - 1]);
    return (above - 1 + between) / last;
  };
  return {
    name,
    low: sorted[0],
    high: sorted[last],
    binCount: sorted.length,
    bins: Uint8Array.from(values, (value) => places.get(value)!),
    valueAt: (share) => sorted[Math.round(Math.max(0, Math.min(1, share)) * last)],
    shareOf,
    values: Array.from(sorted),
  };
}

/** Points a cell of the map should have on average: fewer bins where the table has few. */
const CELL_POINTS = 8;
const COARSER = [1, 2, 4, 5] as const;

/** Two strips of a map, as coarse as leaves every cell enough points to tell. */
export function readableStrips<S extends Strip | undefined>(pair: readonly S[], points: number): S[] {
  const coarse = (strip: S, by: number): S => (strip === undefined ? strip : (coarser(strip, by) as S));
  const cells = (by: number): number =>
    pair.reduce((product, strip) => product * (coarse(strip, by)?.binCount ?? 1), 1);
  const by = COARSER.find((each) => points >= CELL_POINTS * cells(each)) ?? COARSER[COARSER.length - 1];
  return pair.map((strip) => coarse(strip, by));
}

/** The strip with as many neighbouring bins made one; a list of values stays as it is. */
export function coarser(strip: Strip, by: number): Strip {
  if (by === 1 || strip.values !== undefined) return strip;
  return {
    ...strip,
    binCount: Math.ceil(strip.binCount / by),
    bins: strip.bins.map((bin) => Math.floor(bin / by)),
  };
}

/**
 * Marks the points within all ranges (null: the whole strip) with 1, the others with 0.
 * @returns how many are marked
 */
export function markChosen(
  factors: readonly TableFactor[],
  ranges: readonly (Range | null)[],
  marks: Uint8Array,
): number {
  marks.fill(1);
  let count = marks.length;
  for (const [j, { values }] of factors.entries()) {
    const range = ranges[j] ?? null;
    if (range === null) continue;
    const { low, high } = range;
    for (let point = 0; point < marks.length; point++) {
      if (marks[point] === 0 || (values[point] >= low && values[point] <= high)) continue;
      marks[point] = 0;
      count--;
    }
  }
  return count;
}

/** Points of each bin, and how many of them are marked. */
export interface Histogram {
  readonly all: Uint32Array;
  readonly marked: Uint32Array;
}

export function histogramOf({ bins, binCount }: Strip, marks: Uint8Array): Histogram {
  const all = new Uint32Array(binCount);
  const marked = new Uint32Array(binCount);
  for (let point = 0; point < bins.length; point++) {
    all[bins[point]]++;
    marked[bins[point]] += marks[point];
  }
  return { all, marked };
}
