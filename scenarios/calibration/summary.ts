/** What series tell of parameters: one number a parameter, its regression on the series (Fearnhead & Prangle 2012). */
import { leastSquares } from "./least-squares.ts";

/** A pilot run: where it lay in the unit cube, and its series one after another. */
export interface Pilot {
  readonly point: Float64Array;
  readonly data: Float64Array;
}

export interface Summary {
  /** A number a parameter, each in units of what its regression misses. */
  readonly of: (data: Float64Array) => Float64Array;
}

/** Neighbouring weeks of a series that are taken together: about so many stretches each. */
const STRETCHES = 6;
/** In units of the pilots' number. */
const RIDGE = 1e-4;

/** Stretches of the series: [first, end) of the data. @param lengths of the series in the data */
export function stretchesOf(lengths: readonly number[]): (readonly [number, number])[] {
  let start = 0;
  return lengths.flatMap((length) => {
    const first = start;
    start += length;
    const count = Math.min(STRETCHES, length);
    return Array.from(
      { length: count },
      (_, i) =>
        [first + Math.floor((i * length) / count), first + Math.floor(((i + 1) * length) / count)] as const,
    );
  });
}

/** @throws RangeError without pilots whose data are numbers */
export function summaryOf(
  pilots: readonly Pilot[],
  stretches: readonly (readonly [number, number])[],
): Summary {
  const known = pilots.filter(({ data }) => data.every(Number.isFinite));
  if (known.length === 0) throw new RangeError("nothing to learn from; no pilot run has data: 0");
  const means = known.map(({ data }) => stretchMeans(data, stretches));
  const scales = stretches.map((_, k) => scaleOf(means.map((row) => row[k])));
  const featuresOf = (data: Float64Array): Float64Array => {
    const z = stretchMeans(data, stretches).map((mean, k) =>
      scales[k].sd > 0 ? (mean - scales[k].mean) / scales[k].sd : 0,
    );
    return Float64Array.of(1, ...z, ...z.map((value) => value * value));
  };
  const rows = known.map(({ data }) => featuresOf(data));
  const targets = Array.from(known[0].point, (_, j) => known.map(({ point }) => point[j]));
  const coefficients = leastSquares(rows, targets, RIDGE * rows.length);
  const predicted = (row: Float64Array, j: number): number =>
    row.reduce((sum, feature, k) => sum + feature * coefficients[j][k], 0);
  const misses = coefficients.map((_, j) =>
    Math.sqrt(rows.reduce((sum, row, i) => sum + (targets[j][i] - predicted(row, j)) ** 2, 0) / rows.length),
  );
  return {
    of: (data) => {
      const row = featuresOf(data);
      return Float64Array.from(coefficients, (_, j) => predicted(row, j) / misses[j]);
    },
  };
}

function stretchMeans(data: Float64Array, stretches: readonly (readonly [number, number])[]): Float64Array {
  return Float64Array.from(stretches, ([first, end]) => {
    let sum = 0;
    for (let i = first; i < end; i++) sum += data[i];
    return sum / (end - first);
  });
}

function scaleOf(values: readonly number[]): { mean: number; sd: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, sd: square > 1e-24 * mean * mean ? Math.sqrt(square) : 0 };
}
