/** The paths of a fan: two areas and a median over whole weeks, as SVG path text. */
import type { Scale } from "./geometry.ts";

/** Quantiles over runs at weeks 0 … weeks. */
export interface Bands {
  readonly p5: ArrayLike<number>;
  readonly p25: ArrayLike<number>;
  readonly p50: ArrayLike<number>;
  readonly p75: ArrayLike<number>;
  readonly p95: ArrayLike<number>;
}

/** One plan's fan: its name, and its place in the document, which is its colour. */
export interface PlanBands {
  readonly name: string;
  readonly plan: number;
  readonly bands: Bands;
}

export const WIDE_OPACITY = 0.13;
export const NARROW_OPACITY = 0.22;
export const MEDIAN_WIDTH = 2.5;

// Written out: d3's shapes bring every curve there is, and the fans are polygons.

/** The area between two curves. */
export function areaPath(low: ArrayLike<number>, high: ArrayLike<number>, x: Scale, y: Scale): string {
  const there = Array.from(high, (value, week) => `${x(week)},${y(value)}`);
  const back = Array.from(low, (value, week) => `${x(week)},${y(value)}`).toReversed();
  return there.length === 0 ? "" : `M${there.join("L")}L${back.join("L")}Z`;
}

export function linePath(values: ArrayLike<number>, x: Scale, y: Scale): string {
  const points = Array.from(values, (value, week) => `${x(week)},${y(value)}`);
  return points.length === 0 ? "" : `M${points.join("L")}`;
}

/** The least and greatest value of the bands, over all plans and weeks. */
export function extentOf(all: readonly Pick<Bands, "p5" | "p95">[]): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const { p5, p95 } of all) {
    for (let week = 0; week < p5.length; week++) {
      low = Math.min(low, p5[week]);
      high = Math.max(high, p95[week]);
    }
  }
  return low <= high ? [low, high] : [0, 1];
}
