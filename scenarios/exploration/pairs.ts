/** Two plans at every point: how often the second is ahead, and by how much, run by run. */

/** By point; NaN where no run of the point has both values. */
export interface PairPoints {
  /** Share of runs with b above a, ties counting half. */
  readonly shares: Float64Array;
  /** Mean of b − a. */
  readonly differences: Float64Array;
  /** Points that have both. */
  readonly known: number;
  /** Runs of them. */
  readonly runs: number;
}

/** `a[run]` and `b[run]`, run = point · replicates + replicate; NaN where a run failed. */
export function pairPoints(a: Float64Array, b: Float64Array, replicates: number): PairPoints {
  const points = a.length / replicates;
  const shares = new Float64Array(points);
  const differences = new Float64Array(points);
  let known = 0;
  let runs = 0;
  for (let point = 0; point < points; point++) {
    let [count, ahead, sum] = [0, 0, 0];
    for (let run = point * replicates; run < (point + 1) * replicates; run++) {
      const difference = b[run] - a[run];
      if (Number.isNaN(difference)) continue;
      count++;
      sum += difference;
      ahead += difference > 0 ? 1 : difference === 0 ? 0.5 : 0;
    }
    shares[point] = ahead / count;
    differences[point] = sum / count;
    if (count > 0) known++;
    runs += count;
  }
  return { shares, differences, known, runs };
}

/** One plan's mean at every point, read as its difference from nothing. */
export function meanPoints(values: Float64Array, replicates: number): Float64Array {
  return pairPoints(new Float64Array(values.length), values, replicates).differences;
}
