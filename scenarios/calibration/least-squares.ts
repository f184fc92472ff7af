/** Least squares by normal equations: weighted sums of outer products, their Cholesky factor, and what it solves. */

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Sum of weighted outer products plus a ridge, its lower triangle row-major; weights are 1 if missing. */
export function gramOf(rows: readonly Float64Array[], ridge: number, weights?: Float64Array): Float64Array {
  const size = rows[0].length;
  const gram = new Float64Array(size * size);
  for (const [at, row] of rows.entries()) {
    const weight = weights === undefined ? 1 : weights[at];
    for (let i = 0; i < size; i++)
      for (let j = 0; j <= i; j++) gram[i * size + j] += weight * row[i] * row[j];
  }
  for (let i = 0; i < size; i++) gram[i * size + i] += ridge;
  return gram;
}

/** The lower triangle L of L·Lᵀ, in place of a positive definite matrix's own. */
export function choleskyOf(matrix: Float64Array): Float64Array {
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

/** x of L·x = right. */
export function solveLower(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const x = right.slice();
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i] -= lower[i * size + k] * x[k];
    x[i] /= lower[i * size + i];
  }
  return x;
}

/** x of L·Lᵀ·x = right. */
export function solve(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const x = solveLower(lower, right);
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i] -= lower[k * size + i] * x[k];
    x[i] /= lower[i * size + i];
  }
  return x;
}

/** Coefficients by row of `targets`, one for each column of the rows; all are fitted with the same weights. */
export function leastSquares(
  rows: readonly Float64Array[],
  targets: readonly (readonly number[] | Float64Array)[],
  ridge: number,
  weights?: Float64Array,
): Float64Array[] {
  const size = rows[0].length;
  const factor = choleskyOf(gramOf(rows, ridge, weights));
  return targets.map((target) => {
    const right = new Float64Array(size);
    for (const [at, row] of rows.entries()) {
      const value = target[at] * (weights === undefined ? 1 : weights[at]);
      for (let j = 0; j < size; j++) right[j] += row[j] * value;
    }
    return solve(factor, right);
  });
}
