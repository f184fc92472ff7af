/** Partial rank correlations: how far an output rises with one factor, all others held, whatever the units. */
import { expm1, log, normalQuantile } from "../../engine/math.ts";
import type { Estimate } from "../student.ts";

/** A partial rank correlation in [−1, 1] for each factor, with an interval of 95%. */
export interface RankCorrelations {
  readonly factors: readonly (Estimate & { readonly name: string })[];
  /** Rows with at least one run that didn't fail. */
  readonly rows: number;
  readonly failedRuns: number;
}

const QUANTILE = normalQuantile(0.975);
/** Variance of a rank correlation's z over that of a correlation's (Fieller, Hartley & Pearson 1957). */
const RANK_INFLATION = 1.06;
/** A pivot below which factors tell the same: no partial correlation is defined. */
const SINGULAR = 1e-10;

/**
 * Correlations of a row's mean output over replicates, with Fisher's interval at rows − factors − 2 degrees of freedom
 * (Iman & Conover 1982; Marino et al. 2008). `outputs[row · replicates + replicate]`, NaN where a run failed.
 */
export function rankCorrelations(
  names: readonly string[],
  rows: readonly Float64Array[],
  outputs: Float64Array,
): RankCorrelations {
  const means = rowMeans(rows.length, outputs);
  const kept = rows.map((_, i) => i).filter((i) => !Number.isNaN(means[i]));
  const columns = [
    ...names.map((_, j) => ranksOf(kept.map((i) => rows[i][j]))),
    ranksOf(kept.map((i) => means[i])),
  ];
  return {
    factors: columns.slice(0, -1).map((_, j) => ({
      name: names[j],
      ...interval(partialCorrelation(columns, j), kept.length - names.length - 2),
    })),
    rows: kept.length,
    failedRuns: outputs.filter((y) => Number.isNaN(y)).length,
  };
}

/** A row's mean output over the replicates that didn't fail; NaN where all did. */
export function rowMeans(rowCount: number, outputs: Float64Array): Float64Array {
  const replicates = outputs.length / rowCount;
  return Float64Array.from({ length: rowCount }, (_, i) =>
    meanOf(outputs.subarray(i * replicates, (i + 1) * replicates).filter((y) => !Number.isNaN(y))),
  );
}

/** NaN without numbers. */
function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Ranks around their mean 0; equal values share the mean of their ranks. */
function ranksOf(values: readonly number[]): Float64Array {
  const order = values.map((_, i) => i).toSorted((a, b) => values[a] - values[b]);
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end < order.length && values[order[end]] === values[order[start]]) end++;
    for (let i = start; i < end; i++) ranks[order[i]] = (start + end - values.length) / 2;
    start = end;
  }
  return ranks;
}

/**
 * Correlation of column j with the last one, the others held: what is left of both once the others are swept out
 * (Gram and Schmidt). NaN where nothing is left of either.
 */
function partialCorrelation(columns: readonly Float64Array[], j: number): number {
  const bases: Float64Array[] = [];
  for (const [i, column] of columns.entries()) {
    if (i === j || i === columns.length - 1) continue;
    const rest = swept(column, bases);
    if (rest) bases.push(rest);
  }
  const [x, y] = [columns[j], columns[columns.length - 1]].map((column) => swept(column, bases));
  return x && y ? Math.min(1, Math.max(-1, dot(x, y))) : NaN;
}

/** A column less its parts along the bases, of length 1; undefined if nothing is left. */
function swept(column: Float64Array, bases: readonly Float64Array[]): Float64Array | undefined {
  const size = dot(column, column);
  const rest = column.slice();
  // Twice: the second sweep takes away what rounding left of the first.
  for (let sweep = 0; sweep < 2; sweep++)
    for (const base of bases) {
      const part = dot(rest, base);
      for (let i = 0; i < rest.length; i++) rest[i] -= part * base[i];
    }
  const left = dot(rest, rest);
  if (!(left > SINGULAR * size)) return undefined;
  return rest.map((value) => value / Math.sqrt(left));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Fisher's z = atanh(r) is near normal with variance 1.06 over the degrees of freedom less 1. */
function interval(r: number, freedom: number): Estimate {
  if (Number.isNaN(r)) return { value: null, low: null, high: null };
  if (freedom <= 1) return { value: r, low: null, high: null };
  if (Math.abs(r) === 1) return { value: r, low: r, high: r };
  const z = log((1 + r) / (1 - r)) / 2;
  const half = QUANTILE * Math.sqrt(RANK_INFLATION / (freedom - 1));
  return { value: r, low: tanh(z - half), high: tanh(z + half) };
}

function tanh(z: number): number {
  const e = expm1(2 * z);
  return e / (e + 2);
}
