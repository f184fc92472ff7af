/** A design's rows as views of one buffer: a million of them take a third of the memory of as many arrays. */

/** Copies rows of `size` values as they come; each may be overwritten once the next is asked for. */
export function packedRows(count: number, size: number, rows: Iterable<ArrayLike<number>>): Float64Array[] {
  const values = new Float64Array(count * size);
  let end = 0;
  for (const row of rows) {
    values.set(row, end);
    end += size;
  }
  return Array.from({ length: count }, (_, i) => values.subarray(i * size, (i + 1) * size));
}
