/** An emulator of one measurement: a quadratic surface over the free parameters, with the error it makes. */

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

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Sum of outer products plus a ridge, row-major. */
function gramOf(rows: readonly Float64Array[], ridge: number): Float64Array {
  const size = rows[0].length;
  const gram = new Float64Array(size * size);
  for (const row of rows)
    for (let i = 0; i < size; i++) for (let j = 0; j <= i; j++) gram[i * size + j] += row[i] * row[j];
  for (let i = 0; i < size; i++) gram[i * size + i] += ridge;
  return gram;
}

/** The lower triangle L of L·Lᵀ, in place of a positive definite matrix's own. */
function choleskyOf(matrix: Float64Array): Float64Array {
  const size = Math.round(Math.sqrt(matrix.length));
  for (let j = 0; j < size; j++) {
    for (let i = j; i < size; i++) {
      let sum = matrix[i * size + j];
      for (let k = 0; k < j; k++) sum -= matrix[i * size + k] * matrix[j * size + k];
      matrix[i * size + j] = i === j ? Math.sqrt(sum) : sum / matrix[j * size + j];
    }
  }
  return matrix;
}

function solve(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const x = right.slice();
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i] -= lower[i * size + k] * x[k];
    x[i] /= lower[i * size + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i] -= lower[k * size + i] * x[k];
    x[i] /= lower[i * size + i];
  }
  return x;
}
