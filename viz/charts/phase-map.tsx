/** Where each plan wins over two factors: cells between the plans' colours, hatched where it is undecided, the line of even odds. */
import type { JSX } from "preact";
import { contours } from "d3";
import { round, scaleOf, type Scale, type Size } from "./geometry.ts";
import { planColour, type Palette } from "./palette.ts";
import { BODY, fitText, SMALL, widthOf } from "./text.ts";

export interface AxisTick {
  /** Share of the axis in [0, 1]. */
  readonly at: number;
  readonly text: string;
}

export interface PhaseMapData {
  readonly columns: number;
  readonly rows: number;
  /** Cells row by row from the lowest y; NaN where empty. */
  readonly shares: ArrayLike<number>;
  /** The same without noise, for the line of even odds. */
  readonly smooth: ArrayLike<number>;
  readonly verdicts: readonly ("a" | "b" | "undecided" | "empty")[];
  /** Places of the plans, for their colours; of a single plan `a` is null. */
  readonly a: number | null;
  readonly b: number;
  readonly aText: string;
  readonly bText: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly xTicks: readonly AxisTick[];
  readonly yTicks: readonly AxisTick[];
  /** The cell read, and what it says. */
  readonly selected: number | null;
  readonly selectedText: string;
}

const LEFT = 56;
const BOTTOM = 44;
const TOP = 22;
const GAP = 1;
const HATCH = "undecided";

/** The plot within a chart's size. */
function phasePlot(size: Size): { left: number; top: number; width: number; height: number } {
  return {
    left: LEFT,
    top: TOP,
    width: Math.max(1, size.width - LEFT),
    height: Math.max(1, size.height - TOP - BOTTOM),
  };
}

/** The cell under a pixel; null outside the plot. */
export function cellAt(
  data: Pick<PhaseMapData, "columns" | "rows">,
  size: Size,
  px: number,
  py: number,
): number | null {
  const { left, top, width, height } = phasePlot(size);
  const column = Math.floor(((px - left) / width) * data.columns);
  const row = Math.floor((1 - (py - top) / height) * data.rows);
  if (column < 0 || row < 0 || column >= data.columns || row >= data.rows) return null;
  return row * data.columns + column;
}

export function PhaseMapMarks(props: {
  readonly data: PhaseMapData;
  readonly size: Size;
  readonly palette: Palette;
}): JSX.Element {
  const { data, size, palette } = props;
  const { left, top, width, height } = phasePlot(size);
  const x = scaleOf([0, data.columns], [left, left + width]);
  const y = scaleOf([0, data.rows], [top + height, top]);
  return (
    <g font-size={SMALL}>
      <Hatch palette={palette} />
      <Cells data={data} x={x} y={y} palette={palette} />
      <path d={evenOdds(data, x, y)} stroke={palette.ink} stroke-width="1.5" stroke-linejoin="round" />
      <Names data={data} x={x} y={y} palette={palette} />
      <Axes data={data} x={x} y={y} size={size} palette={palette} />
      <Selected data={data} x={x} y={y} palette={palette} right={left + width} />
    </g>
  );
}

interface Parts {
  readonly data: PhaseMapData;
  readonly x: Scale;
  readonly y: Scale;
  readonly palette: Palette;
}

function Hatch({ palette }: { readonly palette: Palette }): JSX.Element {
  return (
    <defs>
      <pattern id={HATCH} width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M-1,7L7,-1" stroke={palette.secondary} stroke-width="1" />
      </pattern>
    </defs>
  );
}

/** A plan's colour thinned by how far the odds are from even: the paper shines through. */
function tintOf(
  { a, b }: PhaseMapData,
  share: number,
  palette: Palette,
): { readonly fill: string; readonly "fill-opacity": number } {
  const low = a === null ? palette.secondary : planColour(palette, a);
  return {
    fill: share >= 0.5 ? planColour(palette, b) : low,
    "fill-opacity": round(Math.abs(share - 0.5) * 1.9),
  };
}

function Cells({ data, x, y, palette }: Parts): JSX.Element {
  const { columns, shares, verdicts } = data;
  return (
    <g>
      {verdicts.map((verdict, cell) => {
        if (verdict === "empty") return null;
        const [column, row] = [cell % columns, Math.floor(cell / columns)];
        const share = shares[cell];
        const d = `M${x(column)},${y(row + 1)}H${round(x(column + 1) - GAP)}V${round(y(row) - GAP)}H${x(column)}Z`;
        return (
          <g key={cell}>
            <path d={d} {...tintOf(data, share, palette)} />
            {verdict === "undecided" ? <path d={d} fill={`url(#${HATCH})`} fill-opacity="0.5" /> : null}
          </g>
        );
      })}
    </g>
  );
}

/** Where smoothed odds are even, in pixels; cells without points belong to neither side. */
function evenOdds({ columns, rows, shares, smooth }: PhaseMapData, x: Scale, y: Scale): string {
  const values = Array.from(smooth, (share) => (Number.isNaN(share) ? 0.5 : share));
  const known = (column: number, row: number): boolean => {
    const [c, r] = [Math.floor(column), Math.floor(row)];
    return c >= 0 && r >= 0 && c < columns && r < rows && !Number.isNaN(shares[r * columns + c]);
  };
  const { coordinates } = contours().size([columns, rows]).smooth(true).contour(values, 0.5);
  return coordinates
    .flat()
    .map((ring) => ringPath(ring, columns, rows, known, x, y))
    .join("");
}

/** A ring without its stretches along the plot's own edge, which are no line of even odds. */
function ringPath(
  ring: readonly (readonly number[])[],
  columns: number,
  rows: number,
  isKnown: (column: number, row: number) => boolean,
  x: Scale,
  y: Scale,
): string {
  const isEdge = ([px, py]: readonly number[]): boolean => px <= 0 || py <= 0 || px >= columns || py >= rows;
  let path = "";
  let isDrawing = false;
  for (const [i, point] of ring.entries()) {
    const before = ring[i - 1];
    const joins = before !== undefined && !(isEdge(before) && isEdge(point)) && isKnown(point[0], point[1]);
    if (joins && !isDrawing) path += `M${x(before[0])},${y(before[1])}`;
    if (joins) path += `L${x(point[0])},${y(point[1])}`;
    isDrawing = joins;
  }
  return path;
}

/** Each plan's name in the middle of what it wins, where that is wide enough. */
function Names(parts: Parts): JSX.Element {
  const { aText, bText } = parts.data;
  return (
    <g font-size={BODY} font-weight="600" text-anchor="middle" fill={parts.palette.ink}>
      {nameOf(parts, "b", bText)}
      {nameOf(parts, "a", aText)}
    </g>
  );
}

/** Room a name needs about it, in pixels of height. */
const NAME_HEIGHT = 40;

function nameOf({ data, x, y, palette }: Parts, side: "a" | "b", text: string): JSX.Element | null {
  const { verdicts, columns } = data;
  const own = verdicts.flatMap((verdict, cell) => (verdict === side ? [cell] : []));
  const width = widthOf(text, "sansBold", BODY);
  if (own.length * (x(1) - x(0)) * (y(0) - y(1)) < width * NAME_HEIGHT) return null;
  const mean = (of: (cell: number) => number): number =>
    own.reduce((sum, cell) => sum + of(cell), 0) / own.length;
  const at = x(mean((cell) => (cell % columns) + 0.5));
  const row = mean((cell) => Math.floor(cell / columns) + 0.5);
  const middle = Math.min(Math.max(at, x(0) + width / 2 + 6), x(columns) - width / 2 - 6);
  return (
    <text
      x={round(middle)}
      y={round(y(row) + 4)}
      paint-order="stroke"
      stroke={palette.paper}
      stroke-width="4"
      stroke-linejoin="round"
    >
      {text}
    </text>
  );
}

function Axes({ data, x, y, size, palette }: Parts & { readonly size: Size }): JSX.Element {
  const { columns, rows, xTicks, yTicks, xLabel, yLabel } = data;
  const base = y(0);
  return (
    <g fill={palette.secondary}>
      {xTicks.map(({ at, text }) => (
        <text
          key={text}
          x={x(at * columns)}
          y={base + 16}
          text-anchor={at === 0 ? "start" : at === 1 ? "end" : "middle"}
        >
          {text}
        </text>
      ))}
      {yTicks.map(({ at, text }) => (
        <text
          key={text}
          x={LEFT - 8}
          y={round(y(at * rows) + (at === 0 ? 0 : at === 1 ? 10 : 4))}
          text-anchor="end"
        >
          {text}
        </text>
      ))}
      <text x={LEFT} y={base + 36} font-size={BODY} fill={palette.ink}>
        {fitText(`${xLabel} →`, "sans", BODY, size.width - LEFT - keyWidth(size) - 12)}
      </text>
      <Key data={data} size={size} y={base + 36} palette={palette} />
      <text x={0} y={12} font-size={BODY} fill={palette.ink}>
        {fitText(`↑ ${yLabel}`, "sans", BODY, size.width)}
      </text>
    </g>
  );
}

const KEY_STEPS = 11;
const [KEY_LOW, KEY_HIGH] = ["0%", "100%"] as const;
const KEY_HEIGHT = 8;

function keyBar({ width }: Size): number {
  return width < 560 ? 44 : 110;
}

function keyWidth(size: Size): number {
  return widthOf(KEY_LOW, "sans", SMALL) + widthOf(KEY_HIGH, "sans", SMALL) + keyBar(size) + 12;
}

/** What the colours mean: the share of runs that the upper plan is ahead in. */
function Key(props: {
  readonly data: PhaseMapData;
  readonly size: Size;
  readonly y: number;
  readonly palette: Palette;
}): JSX.Element {
  const { data, size, y, palette } = props;
  const start = round(size.width - keyWidth(size));
  const x = scaleOf([0, KEY_STEPS], [0, keyBar(size)]);
  const from = start + widthOf(KEY_LOW, "sans", SMALL) + 6;
  return (
    <g>
      <text x={start} y={y}>
        {KEY_LOW}
      </text>
      {Array.from({ length: KEY_STEPS }, (_, i) => (
        <path
          key={i}
          d={`M${round(from + x(i))},${y - KEY_HEIGHT}H${round(from + x(i + 1))}v${KEY_HEIGHT}H${round(from + x(i))}Z`}
          {...tintOf(data, i / (KEY_STEPS - 1), palette)}
        />
      ))}
      <text x={size.width} y={y} text-anchor="end">
        {KEY_HIGH}
      </text>
    </g>
  );
}

/** The cell read: a frame in ink, and its value on the side that has room. */
function Selected({ data, x, y, palette, right }: Parts & { readonly right: number }): JSX.Element | null {
  const { selected, columns, selectedText } = data;
  if (selected === null) return null;
  const [column, row] = [selected % columns, Math.floor(selected / columns)];
  const width = widthOf(selectedText, "sansBold", SMALL);
  const isLeft = x(column + 1) + width + 14 > right;
  return (
    <g>
      <path
        d={`M${x(column)},${y(row + 1)}H${x(column + 1)}V${y(row)}H${x(column)}Z`}
        stroke={palette.ink}
        stroke-width="2"
      />
      <text
        x={isLeft ? round(x(column) - 7) : round(x(column + 1) + 7)}
        y={round((y(row) + y(row + 1)) / 2 + 4)}
        text-anchor={isLeft ? "end" : "start"}
        font-weight="600"
        fill={palette.ink}
        paint-order="stroke"
        stroke={palette.paper}
        stroke-width="4"
        stroke-linejoin="round"
      >
        {selectedText}
      </text>
    </g>
  );
}
