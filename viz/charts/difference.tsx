/** The paired difference of two plans, run by run, in the winner's colour on each side of zero. */
import type { JSX } from "preact";
import { ValueRules, WeekLine, type Moment } from "./axis.tsx";
import { MEDIAN_WIDTH, NARROW_OPACITY, WIDE_OPACITY, areaPath, extentOf, type Bands } from "./bands.ts";
import { Chart } from "./chart.tsx";
import { round, scaleOf, timeMargins, timeScale, type Margins, type Scale, type Size } from "./geometry.ts";
import { Ghosts, Sketches, type PlanLine } from "./ghosts.tsx";
import { placeLabels } from "./labels.ts";
import { Notes, placeNotes } from "./notes.tsx";
import { planColour, type Palette } from "./palette.ts";
import { BODY, wrapText } from "./text.ts";
import { fittingTicks } from "./ticks.ts";

export interface DifferenceData {
  readonly weeks: number;
  /** Null while only the lines before and after a change are there. */
  readonly bands: Bands | null;
  /** What it was before a change. */
  readonly ghost?: Bands | null;
  /** What a stand-in says it becomes. */
  readonly sketch?: ArrayLike<number> | null;
  /** The plans that win above and below zero. */
  readonly above: number;
  readonly below: number;
  readonly crossing?: Crossing;
  readonly axisText: (value: number, isTop: boolean) => string;
  readonly valueLines: (week: number) => readonly string[];
}

/** When the winner gets ahead for good: median and nine tenths of the runs that get there. */
export interface Crossing {
  readonly plan: number;
  readonly week: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Equally many runs a dot: the weeks in which they get there, ascending. */
  readonly dots?: readonly number[];
}

interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly margins: Margins;
  readonly ticks: readonly number[];
}

const TICKS = 5;
const LINE = 16;

function differenceFrame(data: DifferenceData, size: Size): Frame {
  const margins = { ...timeMargins(size.width), top: 8, bottom: 8 };
  const [low, high] = extentOf(
    [data.bands, data.ghost].filter((bands) => bands !== null && bands !== undefined),
  );
  const { values, domain } = fittingTicks(low, high, TICKS);
  return {
    x: timeScale(data.weeks, size, margins),
    y: scaleOf(domain, [size.height - margins.bottom, margins.top]),
    margins,
    ticks: values,
  };
}

/** What stays while the week line moves. */
export function differenceBody(data: DifferenceData, size: Size, palette: Palette): JSX.Element {
  const { x, y, margins, ticks } = differenceFrame(data, size);
  const right = size.width - margins.right;
  return (
    <g>
      <ValueRules
        values={ticks}
        y={y}
        left={margins.left}
        right={right}
        palette={palette}
        text={data.axisText}
      />
      {data.ghost ? <Ghosts lines={[lineOf(data.ghost.p50)]} x={x} y={y} palette={palette} /> : null}
      {data.bands === null ? null : <Fan data={data} bands={data.bands} x={x} y={y} palette={palette} />}
      {data.sketch ? (
        <Sketches lines={[{ ...lineOf(data.sketch), plan: data.above }]} x={x} y={y} palette={palette} />
      ) : null}
      {data.crossing === undefined || data.bands === null ? null : (
        <CrossingMark crossing={data.crossing} bands={data.bands} x={x} y={y} size={size} palette={palette} />
      )}
    </g>
  );
}

function lineOf(values: ArrayLike<number>): PlanLine {
  return { plan: 0, name: "", values };
}

/** Both sides of zero, each in its winner's colour, and the median cut where it meets zero. */
function Fan(props: {
  readonly data: DifferenceData;
  readonly bands: Bands;
  readonly x: Scale;
  readonly y: Scale;
  readonly palette: Palette;
}): JSX.Element {
  const { data, bands, x, y, palette } = props;
  return (
    <>
      {side(bands, (value) => Math.max(0, value), planColour(palette, data.above), x, y)}
      {side(bands, (value) => Math.min(0, value), planColour(palette, data.below), x, y)}
      {medianPaths(bands.p50, x, y).map(({ path, isAbove }) => (
        <path
          key={path}
          d={path}
          stroke={planColour(palette, isAbove ? data.above : data.below)}
          stroke-width={MEDIAN_WIDTH}
          stroke-linejoin="round"
        />
      ))}
    </>
  );
}

function side(
  bands: Bands,
  clamp: (value: number) => number,
  colour: string,
  x: Scale,
  y: Scale,
): JSX.Element {
  const p5 = Array.from(bands.p5, clamp);
  const p95 = Array.from(bands.p95, clamp);
  const p25 = Array.from(bands.p25, clamp);
  const p75 = Array.from(bands.p75, clamp);
  return (
    <g fill={colour}>
      <path d={areaPath(p5, p95, x, y)} fill-opacity={WIDE_OPACITY} />
      <path d={areaPath(p25, p75, x, y)} fill-opacity={NARROW_OPACITY} />
    </g>
  );
}

/** The median cut at zero, so that each piece has one winner. */
export function medianPaths(
  values: ArrayLike<number>,
  x: Scale,
  y: Scale,
): { readonly path: string; readonly isAbove: boolean }[] {
  const pieces: { path: string; isAbove: boolean }[] = [];
  let path = `M${x(0)},${y(values[0])}`;
  let isAbove = values[0] >= 0;
  for (let week = 1; week < values.length; week++) {
    const value = values[week];
    const last = values[week - 1];
    if (value !== 0 && value > 0 !== isAbove) {
      const zero = `${x(week - 1 + last / (last - value))},${y(0)}`;
      pieces.push({ path: `${path}L${zero}`, isAbove });
      path = `M${zero}`;
      isAbove = value > 0;
    }
    path += `L${x(week)},${y(value)}`;
  }
  return [...pieces, { path, isAbove }];
}

function CrossingMark(props: {
  readonly crossing: Crossing;
  readonly bands: Bands;
  readonly x: Scale;
  readonly y: Scale;
  readonly size: Size;
  readonly palette: Palette;
}): JSX.Element {
  const { crossing, bands, x, y, size, palette } = props;
  const margins = timeMargins(size.width);
  const note = { plan: crossing.plan, week: crossing.week, value: 0, text: crossing.text };
  const plot = {
    x,
    y,
    left: margins.left + 4,
    right: size.width - margins.right - 4,
    top: 0,
    bottom: size.height + 3,
  };
  return (
    <g>
      <CrossingDots crossing={crossing} x={x} zero={y(0)} bottom={size.height} palette={palette} />
      <path d={`M${x(crossing.from)},${y(0)}H${x(crossing.to)}`} stroke={palette.ink} stroke-width="3" />
      <circle
        cx={x(crossing.week)}
        cy={y(0)}
        r="4"
        fill={palette.paper}
        stroke={palette.ink}
        stroke-width="1.5"
      />
      <Notes notes={placeNotes([note], [bands], plot)} palette={palette} />
    </g>
  );
}

/** Widest distance of two dots in a column, and of two columns. */
const DOT = 5;

/** The distribution of the crossing, hanging below zero: columns of dots, close enough to keep within the picture. */
function CrossingDots(props: {
  readonly crossing: Crossing;
  readonly x: Scale;
  readonly zero: number;
  readonly bottom: number;
  readonly palette: Palette;
}): JSX.Element | null {
  const { crossing, x, zero, bottom, palette } = props;
  const columns = new Map<number, number>();
  const placed = (crossing.dots ?? []).map((week) => {
    const column = Math.round(x(week) / DOT) * DOT;
    const row = columns.get(column) ?? 0;
    columns.set(column, row + 1);
    return { column, row };
  });
  if (placed.length === 0) return null;
  const pitch = Math.min(DOT, (bottom - zero - 8) / Math.max(...columns.values()));
  if (pitch < 1) return null;
  return (
    <g fill={planColour(palette, crossing.plan)} fill-opacity="0.6">
      {placed.map(({ column, row }, i) => (
        <circle key={i} cx={column} cy={round(zero + 8 + row * pitch)} r={round(Math.min(2, pitch / 2))} />
      ))}
    </g>
  );
}

/** What moves with the week line. */
export function differenceWeek(
  data: DifferenceData,
  size: Size,
  palette: Palette,
  week: number,
): JSX.Element {
  const { x, y, margins } = differenceFrame(data, size);
  const values = data.bands?.p50 ?? data.sketch ?? data.ghost?.p50 ?? [];
  const value = values[week] ?? 0;
  const colour = value === 0 ? palette.ink : planColour(palette, value > 0 ? data.above : data.below);
  const width = margins.right - 10;
  const lines = data
    .valueLines(week)
    .flatMap((line, i) => wrapText(line, i === 0 ? "sansBold" : "sans", BODY, width, 2));
  const height = lines.length * LINE;
  const [middle] = placeLabels([{ y: y(values[data.weeks] ?? 0), height }], 0, size.height);
  return (
    <g>
      <WeekLine x={x(week)} top={0} bottom={size.height} palette={palette} />
      <circle cx={x(week)} cy={y(value)} r="3.5" fill={colour} stroke={palette.paper} />
      <text font-size={BODY} fill={colour}>
        {lines.map((line, i) => (
          <tspan
            key={i}
            x={round(size.width - width)}
            y={round(middle - height / 2 + LINE * i + 12)}
            {...(i === 0 ? { "font-weight": "600" } : {})}
          >
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}

/** The whole chart, as exports and the terminal draw it. */
export function difference(data: DifferenceData, size: Size, palette: Palette, moment: Moment): JSX.Element {
  return (
    <Chart size={size} label={moment.label}>
      {differenceBody(data, size, palette)}
      {differenceWeek(data, size, palette, moment.week)}
    </Chart>
  );
}
