/** Wilson's interval of a share: how well a number of trials knows it. */

const Z95 = 1.959964;

/** The 95% interval of a share of `wins` in `trials` > 0, within [0, 1]; half wins are ties (Wilson 1927). */
export function wilson(wins: number, trials: number): [number, number] {
  const share = wins / trials;
  const z2 = Z95 * Z95;
  const center = (share + z2 / (2 * trials)) / (1 + z2 / trials);
  const half =
    (Z95 / (1 + z2 / trials)) * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials * trials));
  // At the ends rounding must not leave a trace of a chance that isn't known to be there.
  const low = wins === 0 ? 0 : Math.max(0, center - half);
  return [low, wins === trials ? 1 : Math.min(1, center + half)];
}
