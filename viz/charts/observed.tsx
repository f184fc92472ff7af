/** Values that were seen, as dots over the curves. */
import type { JSX } from "preact";
import type { Box, Scale } from "./geometry.ts";
import type { Palette } from "./palette.ts";

export interface ObservedDots {
  readonly weeks: readonly number[];
  readonly values: ArrayLike<number>;
}

const RADIUS = 2.5;

/** What the dots cover. */
export function observedBoxes({ weeks, values }: ObservedDots, x: Scale, y: Scale): Box[] {
  return weeks.map((week, i) => ({
    left: x(week) - RADIUS,
    top: y(values[i]) - RADIUS,
    width: 2 * RADIUS,
    height: 2 * RADIUS,
  }));
}

export function Observed(props: {
  readonly dots: ObservedDots;
  readonly x: Scale;
  readonly y: Scale;
  readonly palette: Palette;
}): JSX.Element {
  const { dots, x, y, palette } = props;
  return (
    <g fill={palette.ink} stroke={palette.paper}>
      {dots.weeks.map((week, i) => (
        <circle key={week} cx={x(week)} cy={y(dots.values[i])} r={RADIUS} />
      ))}
    </g>
  );
}
