/** Break-even: the value of one assumption at which the better of two plans changes, all others as they vary. */
import type { Estimate } from "../student.ts";
import { addedSums, basisOf, heightsOf, sumsOf } from "./curve.ts";
import { resampled, resampledEstimate, resamplingGroups } from "./groups.ts";

export interface BreakEven {
  readonly factor: string;
  /** Values of the factor, ascending, at which the expected lead crosses 0. */
  readonly crossings: readonly number[];
  /** The only crossing, with an interval that may reach the ends of the factor's range; null unless there is just one. */
  readonly at: Estimate | null;
  /** Whether the expected lead is above 0 beyond the crossing (1) or before it (−1); 0 unless there is just one. */
  readonly direction: -1 | 0 | 1;
  /** Share of resamples in which the lead changes its sign within the range. */
  readonly certainty: number;
  /** The expected lead at the least and at the greatest value. */
  readonly ends: readonly [number, number];
  readonly range: readonly [number, number];
}

/**
 * Where the expected lead (b − a, one number a point) crosses 0 along a factor; undefined where the factor doesn't vary.
 * The expectation is a curve of straight pieces by least squares; intervals draw the points again.
 */
export function breakEven(
  factor: string,
  column: Float64Array,
  leads: Float64Array,
  seed: string,
): BreakEven | undefined {
  if (column.length === 0) return undefined;
  const basis = basisOf(column);
  const { knots } = basis;
  if (knots.length < 2) return undefined;
  const { groups, count } = resamplingGroups(column.length, seed);
  const sums = sumsOf(basis, leads, groups, count);
  const heights = heightsOf(addedSums(sums, sums.keys()));
  const crossings = crossingsOf(knots, heights);
  const drawn = resampled(count, seed, `break-even of ${factor}`, (chosen) =>
    heightsOf(addedSums(sums, chosen)),
  );
  const range = [knots[0], knots[knots.length - 1]] as const;
  const direction = crossings.length !== 1 ? 0 : heights[heights.length - 1] > 0 ? 1 : -1;
  const others = drawn.map((each) => crossingOf(knots, each, crossings[0], direction, range));
  return {
    factor,
    crossings,
    at: direction === 0 ? null : resampledEstimate(crossings[0], others),
    direction,
    certainty: drawn.filter((each) => crossingsOf(knots, each).length > 0).length / drawn.length,
    ends: [heights[0], heights[heights.length - 1]],
    range,
  };
}

/** Where a curve of straight pieces changes its sign. */
export function crossingsOf(knots: Float64Array, heights: Float64Array): number[] {
  const crossings: number[] = [];
  for (let k = 0; k + 1 < knots.length; k++) {
    const [from, to] = [heights[k], heights[k + 1]];
    if (from > 0 !== to > 0) crossings.push(knots[k] + ((knots[k + 1] - knots[k]) * from) / (from - to));
  }
  return crossings;
}

/** The crossing of a resample that goes the same way and is nearest; without one, the end at which it would be. */
function crossingOf(
  knots: Float64Array,
  heights: Float64Array,
  near: number,
  direction: number,
  [low, high]: readonly [number, number],
): number {
  const found = crossingsOf(knots, heights);
  if (found.length === 0) return heights[0] * direction > 0 ? low : high;
  return found.reduce((best, each) => (Math.abs(each - near) < Math.abs(best - near) ? each : best));
}
