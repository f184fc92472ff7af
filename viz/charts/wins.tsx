/** Fifty quantile dots of a paired difference: how often a plan wins, and by how much. */
import type { JSX } from "preact";
import { Chart } from "./chart.tsx";
import { round, scaleOf, type Scale, type Size } from "./geometry.ts";
import { planColour, type Palette } from "./palette.ts";
import { SMALL, widthOf } from "./text.ts";
import { enclosingTicks } from "./ticks.ts";

export interface WinsData {
  /** Quantiles of the difference at (i + ½)/50, ascending. */
  readonly quantiles: readonly number[];
  /** The plans that win above and below zero. */
  readonly above: number;
  readonly below: number;
  readonly axisText: (value: number) => string;
}

export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

interface Ground {
  readonly x: Scale;
  readonly ticks: readonly number[];
  /** Where "equal" stands: at zero, or beyond a break in the axis. */
  readonly equal: number;
  /** The ends of the break, if there is one. */
  readonly gap?: readonly [number, number];
}

const SIDE = 22;
const AXIS = 20;
const TICKS = 5;
const GAP = 56;
/** Zero is beyond a break if it lies this many spans of the dots away from them. */
const FAR_SPANS = 1.5;
const RADII = [5, 4.5, 4, 3.5] as const;

/** The value axis; where all dots lie on one side and far from zero, it is broken between. */
export function winsGround(quantiles: readonly number[], width: number): Ground {
  const low = quantiles[0] ?? 0;
  const high = quantiles.at(-1) ?? 0;
  const span = high - low;
  const isFar = span > 0 && Math.max(low, -high) > FAR_SPANS * span;
  const { values, domain } = isFar
    ? enclosingTicks(low, high, TICKS)
    : enclosingTicks(Math.min(0, low), Math.max(0, high), TICKS);
  if (!isFar) {
    const x = scaleOf(domain, [SIDE, width - SIDE]);
    return { x, ticks: values, equal: x(0) };
  }
  const isAbove = low > 0;
  const x = scaleOf(domain, isAbove ? [SIDE + GAP, width - SIDE] : [SIDE, width - SIDE - GAP]);
  const equal = isAbove ? SIDE : width - SIDE;
  return { x, ticks: values, equal, gap: isAbove ? [equal, x(domain[0])] : [x(domain[1]), equal] };
}

/** All fifty dots, stacked in columns as wide as a dot; a column that is full gives to the next. */
export function placeDots(
  quantiles: readonly number[],
  ground: Ground,
  height: number,
): { readonly dots: readonly Dot[]; readonly radius: number } {
  const base = height - AXIS - 2;
  const radius =
    RADII.find((one) => tallest(quantiles, ground.x, one) * pitchOf(one) <= base) ?? RADII.at(-1)!;
  return { dots: stackDots(quantiles, ground.x, base, radius), radius };
}

function pitchOf(radius: number): number {
  return 2 * radius + 0.5;
}

// Columns are counted from zero, so that none holds dots of both winners.
function columnOf(value: number, x: Scale, radius: number): number {
  const column = Math.floor((x(value) - x(0)) / pitchOf(radius));
  return value < 0 ? Math.min(-1, column) : Math.max(0, column);
}

function tallest(quantiles: readonly number[], x: Scale, radius: number): number {
  const heights = new Map<number, number>();
  for (const value of quantiles) {
    const column = columnOf(value, x, radius);
    heights.set(column, (heights.get(column) ?? 0) + 1);
  }
  return Math.max(0, ...heights.values());
}

function stackDots(quantiles: readonly number[], x: Scale, base: number, radius: number): Dot[] {
  const pitch = pitchOf(radius);
  const most = Math.floor(base / pitch);
  const heights = new Map<number, number>();
  return quantiles.map((value) => {
    const column = nearestFree(columnOf(value, x, radius), heights, most);
    const height = heights.get(column) ?? 0;
    heights.set(column, height + 1);
    return { x: round(x(0) + (column + 0.5) * pitch), y: round(base - radius - height * pitch), value };
  });
}

/** The nearest column with room, on the same side of zero. */
function nearestFree(column: number, heights: ReadonlyMap<number, number>, most: number): number {
  for (let away = 0; ; away++) {
    for (const one of [column + away, column - away]) {
      if (one < 0 === column < 0 && (heights.get(one) ?? 0) < most) return one;
    }
  }
}

export function WinsMarks(props: {
  readonly data: WinsData;
  readonly size: Size;
  readonly palette: Palette;
}): JSX.Element {
  const { data, size, palette } = props;
  const ground = winsGround(data.quantiles, size.width);
  const { dots, radius } = placeDots(data.quantiles, ground, size.height);
  const colourOf = (value: number): string =>
    value === 0 ? palette.secondary : planColour(palette, value > 0 ? data.above : data.below);
  return (
    <g>
      <WinsAxis ground={ground} size={size} palette={palette} text={data.axisText} />
      {dots.map((dot, i) => (
        <circle key={i} cx={dot.x} cy={dot.y} r={radius} fill={colourOf(dot.value)} />
      ))}
    </g>
  );
}

function WinsAxis(props: {
  readonly ground: Ground;
  readonly size: Size;
  readonly palette: Palette;
  readonly text: (value: number) => string;
}): JSX.Element {
  const { ground, size, palette, text } = props;
  const { x, ticks, equal, gap } = ground;
  const base = size.height - AXIS;
  const [first, last] = [x(ticks[0]), x(ticks.at(-1)!)];
  return (
    <g font-size={SMALL} fill={palette.secondary} text-anchor="middle">
      <path d={`M${first},${base}H${last}`} stroke={palette.rule} />
      {gap === undefined ? null : (
        <path d={`M${gap[0]},${base}H${gap[1]}`} stroke={palette.rule} stroke-dasharray="2 4" />
      )}
      <path d={`M${equal},4V${base + 4}`} stroke={palette.ink} />
      <text x={equal} y={base + 17}>
        equal
      </text>
      {ticks
        .filter((value) => Math.abs(x(value) - equal) > widthOf("equal", "sans", SMALL) / 2)
        .map((value) => {
          const label = text(value);
          const half = widthOf(label, "sans", SMALL) / 2;
          return (
            <text key={value} x={round(Math.max(half, Math.min(size.width - half, x(value))))} y={base + 17}>
              {label}
            </text>
          );
        })}
    </g>
  );
}

/** The whole chart, as exports and the terminal draw it. */
export function wins(data: WinsData, size: Size, palette: Palette, label: string): JSX.Element {
  return (
    <Chart size={size} label={label}>
      <WinsMarks data={data} size={size} palette={palette} />
    </Chart>
  );
}
