/** An emulator of one measurement: a quadratic surface over the free parameters, with the error it makes. */
import { choleskyOf, dot, gramOf, solve } from "./least-squares.ts";

/** Predicts at a point of [0, 1]ᵏ; `spread` is the standard deviation of its error on points it hasn't seen. */
export interface Emulator {
  readonly predict: (point: Float64Array) => number;
  readonly spread: number;
}

/** Keeps the normal equations solvable; in units of the points' number. */
const RIDGE = 1e-6;

/** Least squares over constant, linear, square and product terms; at least as many points as terms. */
export function fitEmulator(points: readonly Float64Array[], values: readonly number[]): Emulator {
  const rows = points.map(termsOf);
  const size = rows[0].length;
  if (rows.length < size) throw new RangeError(`too few points for ${size} terms: ${rows.length}`);
  const factor = choleskyOf(gramOf(rows, RIDGE * rows.length));
  const right = new Float64Array(size);
  rows.forEach((row, i) => row.forEach((term, j) => (right[j] += term * values[i])));
  const weights = solve(factor, right);
  // The error at a point left out is its residual over 1 − leverage.
  let sum = 0;
  rows.forEach((row, i) => {
    const leverage = Math.min(0.99, dot(row, solve(factor, row)));
    sum += ((values[i] - dot(row, weights)) / (1 - leverage)) ** 2;
  });
  return {
    predict: (point) => dot(termsOf(point), weights),
    spread: Math.sqrt(sum / rows.length),
  };
}

/** 1, x, x² and all products, with x in [−1, 1]. */
function termsOf(point: Float64Array): Float64Array {
  const x = Array.from(point, (share) => 2 * share - 1);
  const terms = [1, ...x];
  x.forEach((a, i) => x.slice(i).forEach((b) => terms.push(a * b)));
  return Float64Array.from(terms);
}
