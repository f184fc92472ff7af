/** Points in random groups: what is learnt on some is tried on others, and drawing groups again tells how sure it is. */
import { designKey, designKeys, permutation, wholeBelow } from "../designs/draws.ts";
import { quantile } from "../quantile.ts";
import type { Estimate } from "../student.ts";

const RESAMPLES = 400;
const LOW_SHARE = 0.025;
const HIGH_SHARE = 0.975;
const GROUPS_MOST = 200;

/** A group for each point, as even as can be, by lot. */
export function groupsOf(points: number, count: number, seed: string, purpose: string): Uint16Array {
  return Uint16Array.from(permutation(points, designKey(seed, purpose, 0)), (place) => place % count);
}

/** Groups for drawing again: single points where these aren't very many. */
export function resamplingGroups(points: number, seed: string): { groups: Uint16Array; count: number } {
  const count = Math.min(points, GROUPS_MOST);
  return { groups: groupsOf(points, count, seed, "decision groups"), count };
}

/** A statistic of as many groups drawn again, with repetition, as there are (Efron 1979). */
export function resampled<T>(
  count: number,
  seed: string,
  purpose: string,
  statisticOf: (groups: Uint16Array) => T,
): T[] {
  const chosen = new Uint16Array(count);
  const keyOf = designKeys(seed, purpose);
  return Array.from({ length: RESAMPLES }, (_, resample) => {
    const key = keyOf(resample);
    for (let i = 0; i < count; i++) chosen[i] = wholeBelow(count, i, key);
    return statisticOf(chosen);
  });
}

/** The middle 95% of resampled numbers around a value; none with a single point. */
export function resampledEstimate(value: number, resamples: readonly number[]): Estimate {
  const sorted = Float64Array.from(resamples.filter((each) => !Number.isNaN(each))).toSorted();
  if (sorted.length === 0) return { value, low: null, high: null };
  return { value, low: quantile(sorted, LOW_SHARE), high: quantile(sorted, HIGH_SHARE) };
}

/** The mean of one number a point, with the interval of drawing points again. */
export function resampledMean(values: Float64Array, seed: string, purpose: string): Estimate {
  const { groups, count } = resamplingGroups(values.length, seed);
  const sums = new Float64Array(count);
  const sizes = new Float64Array(count);
  for (const [i, group] of groups.entries()) {
    sums[group] += values[i];
    sizes[group]++;
  }
  const meanOver = (chosen: Iterable<number>): number => {
    let sum = 0;
    let size = 0;
    for (const group of chosen) {
      sum += sums[group];
      size += sizes[group];
    }
    return sum / size;
  };
  const value = meanOver(sums.keys());
  if (count < 2) return { value, low: null, high: null };
  return resampledEstimate(value, resampled(count, seed, purpose, meanOver));
}
