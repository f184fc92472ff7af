/** An outcome against one factor: points of the design, and a running median with the middle half around it. */
import type { JSX } from "preact";
import { round, scaleOf, type Size } from "./geometry.ts";
import type { Palette } from "./palette.ts";
import { BODY, fitText, SMALL } from "./text.ts";
import { enclosingTicks } from "./ticks.ts";
import type { AxisTick } from "./phase-map.tsx";

export interface ScatterData {
  /** Points drawn: share of the factor's range, and outcome. */
  readonly xs: ArrayLike<number>;
  readonly ys: ArrayLike<number>;
  /** Bins along the factor: quartiles of the outcome; NaN where a bin is empty. */
  readonly lower: ArrayLike<number>;
  readonly middle: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  readonly xLabel: string;
  readonly xTicks: readonly AxisTick[];
  readonly axisText: (value: number, isTop: boolean) => string;
  /** The point read: share and outcome. */
  readonly selected: readonly [number, number] | null;
}

const LEFT = 56;
const TOP = 10;
const BOTTOM = 42;
const RULES = 5;
const DOT = 1.6;

export interface ScatterScales {
  readonly x: ReturnType<typeof scaleOf>;
  readonly y: ReturnType<typeof scaleOf>;
  readonly ticks: readonly number[];
}

export function scatterScales({ ys, upper, lower }: ScatterData, size: Size): ScatterScales {
  let [low, high] = [0, 0];
  for (const values of [ys, upper, lower]) {
    for (let i = 0; i < values.length; i++) {
      if (values[i] < low) low = values[i];
      if (values[i] > high) high = values[i];
    }
  }
  const ticks = enclosingTicks(low, high, RULES);
  return {
    x: scaleOf([0, 1], [LEFT, size.width - 4]),
    y: scaleOf(ticks.domain, [size.height - BOTTOM, TOP]),
    ticks: ticks.values,
  };
}

export function ScatterMarks(props: {
  readonly data: ScatterData;
  readonly size: Size;
  readonly palette: Palette;
}): JSX.Element {
  const { data, size, palette } = props;
  const { x, y, ticks } = scatterScales(data, size);
  const base = size.height - BOTTOM;
  const top = ticks.at(-1);
  return (
    <g font-size={SMALL} fill={palette.secondary}>
      {ticks.map((value) => (
        <g key={value} text-anchor="end">
          <path
            d={`M${LEFT},${y(value)}H${size.width - 4}`}
            stroke={value === 0 ? palette.ink : palette.rule}
          />
          <text x={LEFT - 8} y={y(value) + 4}>
            {data.axisText(value, value === top)}
          </text>
        </g>
      ))}
      <path d={dots(data, x, y)} fill={palette.secondary} fill-opacity="0.45" />
      <path d={between(data, x, y)} fill={palette.ink} fill-opacity="0.16" />
      <path d={line(data.middle, x, y)} stroke={palette.ink} stroke-width="2.5" stroke-linejoin="round" />
      {data.selected === null ? null : (
        <circle
          cx={x(data.selected[0])}
          cy={y(data.selected[1])}
          r="5"
          stroke={palette.ink}
          stroke-width="2"
        />
      )}
      {data.xTicks.map(({ at, text }) => (
        <text
          key={text}
          x={x(at)}
          y={base + 16}
          text-anchor={at === 0 ? "start" : at === 1 ? "end" : "middle"}
        >
          {text}
        </text>
      ))}
      <text x={LEFT} y={base + 36} font-size={BODY} fill={palette.ink}>
        {fitText(`${data.xLabel} →`, "sans", BODY, size.width - LEFT)}
      </text>
    </g>
  );
}

/** Squares, all in one path: two thousand nodes would take longer than the hand. */
function dots({ xs, ys }: ScatterData, x: ScatterScales["x"], y: ScatterScales["y"]): string {
  let path = "";
  for (let i = 0; i < xs.length; i++)
    path += `M${round(x(xs[i]) - DOT / 2)},${round(y(ys[i]) - DOT / 2)}h${DOT}v${DOT}h-${DOT}Z`;
  return path;
}

function line(values: ArrayLike<number>, x: ScatterScales["x"], y: ScatterScales["y"]): string {
  return placesOf(values)
    .map((i, k) => `${k === 0 ? "M" : "L"}${x((i + 0.5) / values.length)},${y(values[i])}`)
    .join("");
}

function between({ lower, upper }: ScatterData, x: ScatterScales["x"], y: ScatterScales["y"]): string {
  const places = placesOf(lower);
  if (places.length < 2) return "";
  const at = (values: ArrayLike<number>, i: number): string =>
    `${x((i + 0.5) / values.length)},${y(values[i])}`;
  const there = places.map((i) => at(upper, i)).join("L");
  const back = places
    .toReversed()
    .map((i) => at(lower, i))
    .join("L");
  return `M${there}L${back}Z`;
}

function placesOf(values: ArrayLike<number>): number[] {
  return Array.from(values, (value, i) => (Number.isNaN(value) ? -1 : i)).filter((i) => i >= 0);
}
