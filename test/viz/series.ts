/** Small made-up series for tests of charts and words: sums and products only, so that every engine agrees. */
import type { Bands, PlanBands } from "../../viz/charts/bands.ts";

export const WEEKS = 104;

/** A fan around a curve, wider as it goes up. */
export function bandsAround(curve: (week: number) => number, weeks = WEEKS): Bands {
  const at = (factor: number): number[] =>
    Array.from({ length: weeks + 1 }, (_, week) => curve(week) * factor);
  return { p5: at(0.8), p25: at(0.9), p50: at(1), p75: at(1.1), p95: at(1.2) };
}

/** A curve that rises to its peak in week 30 and falls to a third of it. */
export function peaked(week: number): number {
  return week < 30 ? (0.3 * week) / 30 : 0.3 - Math.min(0.2, (week - 30) * 0.01);
}

/** A curve that starts late and ends high. */
export function late(week: number): number {
  return (0.5 * week * week) / (WEEKS * WEEKS);
}

export const PLANS: readonly PlanBands[] = [
  { name: "Platform first", plan: 0, bands: bandsAround(peaked) },
  { name: "Problems first", plan: 1, bands: bandsAround(late) },
  { name: "The same, platform first", plan: 2, bands: bandsAround((week) => late(week) * 0.95) },
];

/** The second plan's advantage over the first. */
export const DIFFERENCE: Bands = {
  p5: Array.from({ length: WEEKS + 1 }, (_, week) => late(week) - peaked(week) - 0.03),
  p25: Array.from({ length: WEEKS + 1 }, (_, week) => late(week) - peaked(week) - 0.01),
  p50: Array.from({ length: WEEKS + 1 }, (_, week) => late(week) - peaked(week)),
  p75: Array.from({ length: WEEKS + 1 }, (_, week) => late(week) - peaked(week) + 0.01),
  p95: Array.from({ length: WEEKS + 1 }, (_, week) => late(week) - peaked(week) + 0.03),
};
