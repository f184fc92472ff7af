/** How much of an output's variance is luck: what differs between replicates of a point, against all that differs. */
import { designKey, wholeBelow } from "../designs/draws.ts";
import { quantile } from "../quantile.ts";
import type { Estimate } from "../student.ts";

/** Outputs by point and replicate: [point · replicates + replicate], NaN where there is none. */
export interface Grid {
  readonly points: number;
  readonly replicates: number;
  readonly values: Float64Array;
}

const RESAMPLES = 300;
const LOW_SHARE = 0.025;
const HIGH_SHARE = 0.975;

/**
 * The share by components of variance of points × seeds (Searle, Casella & McCulloch 1992, ch. 4): all points meet the
 * same seeds, so luck is what seeds do everywhere and what they do to single points. The interval draws points again.
 * Null with one replicate or point, and where nothing varies; points with a failed run are left out.
 */
export function seedShare(grid: Grid, seed: string): Estimate {
  const known = knownPoints(grid);
  const value = shareOf(grid, known);
  if (Number.isNaN(value)) return { value: null, low: null, high: null };
  const resamples = Array.from({ length: RESAMPLES }, (_, i) => {
    const key = designKey(seed, "seed share", i);
    return shareOf(
      grid,
      known.map((_point, k) => known[wholeBelow(known.length, k, key)]),
    );
  });
  const sorted = Float64Array.from(resamples.filter((share) => !Number.isNaN(share))).toSorted();
  if (sorted.length === 0) return { value, low: null, high: null };
  return { value, low: quantile(sorted, LOW_SHARE), high: quantile(sorted, HIGH_SHARE) };
}

function knownPoints({ points, replicates, values }: Grid): number[] {
  return Array.from({ length: points }, (_, point) => point).filter(
    (point) => !values.subarray(point * replicates, (point + 1) * replicates).some((y) => Number.isNaN(y)),
  );
}

/** NaN where it isn't defined. */
function shareOf({ replicates, values }: Grid, chosen: readonly number[]): number {
  const count = chosen.length;
  if (replicates < 2 || count < 2) return NaN;
  const { mean, ofPoints, ofSeeds, total } = squaresOf(values, replicates, chosen);
  if (!(total > RELATIVE_ZERO * mean * mean * count * replicates)) return NaN;
  const rest = Math.max(0, total - ofPoints - ofSeeds) / ((count - 1) * (replicates - 1));
  const point = Math.max(0, (ofPoints / (count - 1) - rest) / replicates);
  const luck = Math.max(0, (ofSeeds / (replicates - 1) - rest) / count) + rest;
  return luck / (luck + point);
}

/** Squares below this share of the mean's are rounding. */
const RELATIVE_ZERO = 1e-24;

function squaresOf(values: Float64Array, replicates: number, chosen: readonly number[]) {
  const seedSums = new Float64Array(replicates);
  const pointSums = Float64Array.from(chosen, (point) => {
    let sum = 0;
    for (let r = 0; r < replicates; r++) {
      const y = values[point * replicates + r];
      sum += y;
      seedSums[r] += y;
    }
    return sum;
  });
  const mean = pointSums.reduce((sum, each) => sum + each, 0) / (chosen.length * replicates);
  let total = 0;
  for (const point of chosen)
    for (let r = 0; r < replicates; r++) total += (values[point * replicates + r] - mean) ** 2;
  return {
    mean,
    total,
    ofPoints: replicates * pointSums.reduce((sum, each) => sum + (each / replicates - mean) ** 2, 0),
    ofSeeds: chosen.length * seedSums.reduce((sum, each) => sum + (each / chosen.length - mean) ** 2, 0),
  };
}
