/** When to stop refining: the paired difference is known well enough, or 400 runs are done. */
import { meanOf, wilsonInterval, winShare } from "./statistics.ts";

export const RUNS_MOST = 400;
const RUNS_LEAST = 50;
/** The 95% interval of the mean difference is narrower than this share of the mean. */
const WIDTH_SHARE = 0.1;
/** Or the better plan wins more often than this, with 95% confidence. */
const CERTAIN_SHARE = 0.95;

/** The first count of runs at which the differences (one a run, in run order) tell enough; none = not yet. */
export function runsThatTell(differences: Float64Array): number | undefined {
  for (let count = RUNS_LEAST; count <= differences.length; count++) {
    if (isKnown(differences.subarray(0, count))) return count;
  }
  return undefined;
}

/** A difference of exactly 0 in all runs is as known as can be. */
function isKnown(differences: Float64Array): boolean {
  const { mean, half } = meanOf(differences);
  if (2 * half <= WIDTH_SHARE * Math.abs(mean)) return true;
  const share = winShare(differences);
  const { low, high } = wilsonInterval(share, differences.length);
  return low > CERTAIN_SHARE || high < 1 - CERTAIN_SHARE;
}
