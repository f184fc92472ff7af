/** Windows of weeks as bits, bit 0 the week done last. */

/** Weeks kept in a window. */
export const WINDOW_WEEKS = 13;
/** All bits of a window. */
export const WINDOW = 8191;
/** Bits of the last four weeks. */
export const MONTH = 15;

/** Deep: at least two weeks with a deep act in 13. */
export function isDeep(deepWeeks: number): boolean {
  return (deepWeeks & (deepWeeks - 1)) !== 0;
}

/** Two windows in each word, so that empty ones are passed over two at a time; the last of an odd number has no pair. */
export function pairsOf(windows: Uint16Array): Uint32Array {
  return new Uint32Array(windows.buffer, windows.byteOffset, windows.length >> 1);
}

/** Set bits of every window there can be. */
export function countBits(): Uint8Array {
  const bits = new Uint8Array(WINDOW + 1);
  for (let i = 1; i < bits.length; i++) bits[i] = bits[i >> 1] + (i & 1);
  return bits;
}
