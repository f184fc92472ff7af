/** A stretch of weeks, as a shade behind the curves. */
import type { JSX } from "preact";
import { round, type Scale } from "./geometry.ts";
import type { Palette } from "./palette.ts";

export function StretchShade(props: {
  readonly from: number;
  readonly to: number;
  readonly x: Scale;
  readonly top: number;
  readonly bottom: number;
  readonly palette: Palette;
}): JSX.Element {
  const { x, top, palette } = props;
  const [left, right] = [x(props.from), x(props.to)];
  const height = round(props.bottom - top);
  return (
    <g>
      <path
        d={`M${left},${top}h${round(right - left)}v${height}h${round(left - right)}z`}
        fill={palette.rule}
        fill-opacity="0.6"
      />
      <path d={`M${left},${top}v${height}M${right},${top}v${height}`} stroke={palette.ink} />
    </g>
  );
}
