/** Samples whose columns go together: values stay, their order follows wanted rank correlations (Iman & Conover 1982). */
import { normalQuantile } from "../../engine/math.ts";

/** Square, symmetric, ones on the diagonal, by column. */
export type Correlations = readonly (readonly number[])[];

/**
 * Points of (0, 1)ᵏ with each column's shares in a new order, so that ranks correlate about as wanted; columns keep
 * their values, so a Latin hypercube stays one.
 * @throws RangeError at correlations that can't be had together, or fewer points than needed to tell columns apart
 */
export function pairedRanks(rows: readonly Float64Array[], wanted: Correlations): Float64Array[] {
  const size = wanted.length;
  const scores = Array.from({ length: size }, (_, j) =>
    standardised(Float64Array.from(rows, (row) => normalQuantile(row[j]))),
  );
  const own = cholesky(scores.map((a) => scores.map((b) => meanProduct(a, b))));
  const target = cholesky(wanted);
  if (own === undefined)
    throw new RangeError(`invalid points; too few for ${size} factors that go together: ${rows.length}`);
  if (target === undefined)
    throw new RangeError(`invalid correlations; impossible together: ${wanted.join(" ")}`);
  const free = rows.map((_, i) =>
    solveLower(
      own,
      scores.map((column) => column[i]),
    ),
  );
  const paired = rows.map((row) => row.slice());
  for (let j = 0; j < size; j++) {
    const scored = free.map((z) => target[j].reduce((sum, weight, k) => sum + weight * z[k], 0));
    const order = scored.map((_, i) => i).toSorted((a, b) => scored[a] - scored[b] || a - b);
    const shares = rows.map((row) => row[j]).toSorted((a, b) => a - b);
    for (const [rank, i] of order.entries()) paired[i][j] = shares[rank];
  }
  return paired;
}

function standardised(column: Float64Array): Float64Array {
  const mean = column.reduce((sum, z) => sum + z, 0) / column.length;
  const centred = column.map((z) => z - mean);
  const sd = Math.sqrt(meanProduct(centred, centred));
  return centred.map((z) => z / sd);
}

function meanProduct(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0) / a.length;
}

/** A pivot below which columns tell the same. */
const SINGULAR = 1e-9;

/** The lower factor, rows as far as the diagonal; undefined of a matrix that isn't positive definite. */
function cholesky(matrix: Correlations): number[][] | undefined {
  const lower: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const own: number[] = [];
    for (let j = 0; j <= i; j++) {
      let rest = row[j];
      for (let k = 0; k < j; k++) rest -= own[k] * (j === i ? own[k] : lower[j][k]);
      if (j < i) own.push(rest / lower[j][j]);
      else if (rest > SINGULAR) own.push(Math.sqrt(rest));
      else return undefined;
    }
    lower.push(own);
  }
  return lower;
}

function solveLower(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const x: number[] = [];
  for (const [i, row] of lower.entries()) {
    let rest = right[i];
    for (let k = 0; k < i; k++) rest -= row[k] * x[k];
    x.push(rest / row[i]);
  }
  return x;
}
