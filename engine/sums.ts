/** Sums and counts over a column of traits. */

/** Two sums side by side: one waits for its addition less often. */
export function sumOf(values: Float32Array): number {
  let even = 0;
  let odd = 0;
  const pairs = values.length & ~1;
  for (let a = 0; a < pairs; a += 2) {
    even += values[a];
    odd += values[a + 1];
  }
  return pairs < values.length ? even + odd + values[pairs] : even + odd;
}

/** How many are at least a bound. */
export function countFrom(values: Float32Array, low: number): number {
  let count = 0;
  for (let a = 0; a < values.length; a++) count += Number(values[a] >= low);
  return count;
}

/** How many are at most a bound. */
export function countTo(values: Float32Array, high: number): number {
  let count = 0;
  for (let a = 0; a < values.length; a++) count += Number(values[a] <= high);
  return count;
}
