/** The plane the charts share: sizes, the time axis, coordinates rounded to 0.01. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room around the plot, in pixels. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface Scale {
  (value: number): number;
  readonly invert: (position: number) => number;
}

/** To 0.01 of a pixel, so that a chart's text is the same in every engine. */
export function round(value: number): number {
  // Adding 0 turns −0 into 0, which prints alike everywhere.
  return Math.round(value * 100) / 100 + 0;
}

/** Pixels of values, rounded. Written out: d3's linear scale brings colours and interpolators, a tenth of the page. */
export function scaleOf(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const slope = (range[1] - range[0]) / (domain[1] - domain[0]);
  return Object.assign((value: number) => round(range[0] + (value - domain[0]) * slope), {
    invert: (position: number) => domain[0] + (position - range[0]) / slope,
  });
}

/** Pixels of weeks 0 … weeks within the plot. */
export function timeScale(weeks: number, size: Size, margins: Margins): Scale {
  return scaleOf([0, weeks], [margins.left, Math.max(margins.left + 1, size.width - margins.right)]);
}

/** The whole week nearest to a pixel, within 0 … weeks. */
export function weekAt(time: Scale, position: number, weeks: number): number {
  return Math.max(0, Math.min(weeks, Math.round(time.invert(position))));
}

/** Where something is, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Left room for axis numbers, right room for labels: one rule for every chart on the time axis. */
export function timeMargins(width: number): Pick<Margins, "left" | "right"> {
  return width < 560 ? { left: 48, right: 100 } : { left: 56, right: 172 };
}
