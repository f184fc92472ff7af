/** Quantiles of sorted numbers by linear interpolation (Hyndman and Fan 1996, type 7). */

/** The quantile at `share` in [0, 1] of at least one sorted number. */
export function quantile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const low = sorted[below];
  const high = sorted[Math.min(below + 1, sorted.length - 1)];
  // Equal neighbours stay exact, and adding 0 turns −0 into 0.
  return low + (high - low) * (at - below) + 0;
}
