/** The league of orders: a dot an order by its value, in rows by what comes first, each row with its mean. */
import type { JSX } from "preact";
import { Chart } from "./chart.tsx";
import { round, scaleOf, type Scale, type Size } from "./geometry.ts";
import type { Palette } from "./palette.ts";
import { SMALL, fitText, widthOf } from "./text.ts";
import { enclosingTicks } from "./ticks.ts";
import { IntervalTick, type BarValue } from "./tornado.tsx";

export interface LeagueDot {
  readonly id: string;
  readonly value: number;
}

export interface LeagueRow {
  readonly name: string;
  /** Mean over the row, with its interval. */
  readonly mean: BarValue;
  readonly dots: readonly LeagueDot[];
}

export interface LeagueMark {
  readonly id: string;
  readonly text: string;
}

export interface LeagueData {
  /** The best mean first. */
  readonly rows: readonly LeagueRow[];
  /** Dots with a word beside them. */
  readonly marks: readonly LeagueMark[];
  /** The dot that is looked at. */
  readonly chosen: string | undefined;
  readonly axisText: (value: number) => string;
}

const ROW = 56;
const AXIS = 24;
const RADIUS = 3;
const LABELS = 148;
const NARROW_LABELS = 108;
/** Lanes of a row that dots keep to so as not to cover each other, from its middle. */
const LANES = [0, -7, 7, -14, 14] as const;
const TICKS = 6;

export function leagueHeight(rows: number): number {
  return rows * ROW + AXIS;
}

interface PlacedDot extends LeagueDot {
  readonly x: number;
  readonly y: number;
}

/** Dots from left to right, each in the first lane where it touches none; the last lane takes what finds no room. */
function placeDots(dots: readonly LeagueDot[], x: Scale, middle: number): PlacedDot[] {
  const ends = new Map<number, number>();
  return dots
    .toSorted((a, b) => a.value - b.value)
    .map((dot) => {
      const at = x(dot.value);
      const lane = LANES.find((one) => at - (ends.get(one) ?? -Infinity) >= 2 * RADIUS + 1) ?? LANES.at(-1)!;
      ends.set(lane, at);
      return { ...dot, x: at, y: round(middle + lane) };
    });
}

export function LeagueMarks(props: {
  readonly data: LeagueData;
  readonly size: Size;
  readonly palette: Palette;
}): JSX.Element {
  const { data, size, palette } = props;
  const values = data.rows.flatMap(({ dots }) => dots.map(({ value }) => value));
  const ticks = enclosingTicks(Math.min(...values), Math.max(...values), size.width < 480 ? 4 : TICKS);
  const left = size.width < 480 ? NARROW_LABELS : LABELS;
  const x = scaleOf(ticks.domain, [left + 12, size.width - 24]);
  const bottom = data.rows.length * ROW;
  return (
    <g font-size={SMALL}>
      {ticks.values.map((value) => (
        <g key={value}>
          <path d={`M${x(value)},0V${bottom}`} stroke={value === 0 ? palette.ink : palette.rule} />
          <text x={x(value)} y={bottom + 17} text-anchor="middle" fill={palette.secondary}>
            {data.axisText(value)}
          </text>
        </g>
      ))}
      {data.rows.map((row, i) => (
        <Row
          key={row.name}
          row={row}
          top={i * ROW}
          left={left}
          x={x}
          data={data}
          size={size}
          palette={palette}
        />
      ))}
    </g>
  );
}

function Row(props: {
  readonly row: LeagueRow;
  readonly top: number;
  readonly left: number;
  readonly x: Scale;
  readonly data: LeagueData;
  readonly size: Size;
  readonly palette: Palette;
}): JSX.Element {
  const { row, top, left, x, data, size, palette } = props;
  const middle = top + ROW / 2;
  const dots = placeDots(row.dots, x, middle);
  return (
    <g>
      <text x={0} y={middle + 4} fill={palette.ink}>
        {fitText(row.name, "sans", SMALL, left)}
      </text>
      <path d={`M${x(row.mean.value)},${top + 8}V${top + ROW - 8}`} stroke={palette.secondary} />
      <IntervalTick value={row.mean} y={middle} x={x} palette={palette} />
      {dots.map((dot) => {
        const isMarked = data.marks.some(({ id }) => id === dot.id);
        return (
          <circle
            key={dot.id}
            data-order={dot.id}
            cx={dot.x}
            cy={dot.y}
            r={isMarked ? RADIUS + 1 : RADIUS}
            fill={isMarked ? palette.ink : palette.further}
            {...(isMarked ? {} : { "fill-opacity": 0.55 })}
          />
        );
      })}
      {dots
        .filter(({ id }) => id === data.chosen)
        .map((dot) => (
          <circle key="chosen" cx={dot.x} cy={dot.y} r={RADIUS + 4} stroke={palette.ink} stroke-width="1.5" />
        ))}
      {data.marks.map(({ id, text }, i) => {
        const dot = dots.find((one) => one.id === id);
        return dot === undefined ? null : (
          <MarkName
            key={id}
            text={text}
            x={dot.x}
            y={i % 2 === 0 ? top + 8 : top + ROW - 2}
            width={size.width}
            palette={palette}
          />
        );
      })}
    </g>
  );
}

/** A word above or below its row, kept within the picture. */
function MarkName(props: {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly palette: Palette;
}): JSX.Element {
  const half = widthOf(props.text, "sansBold", SMALL) / 2;
  const middle = Math.max(half, Math.min(props.width - half, props.x));
  return (
    <text x={round(middle)} y={props.y} text-anchor="middle" font-weight="600" fill={props.palette.ink}>
      {props.text}
    </text>
  );
}

/** The whole chart, as exports and the terminal draw it. */
export function league(data: LeagueData, size: Size, palette: Palette, label: string): JSX.Element {
  return (
    <Chart size={size} label={label}>
      <LeagueMarks data={data} size={size} palette={palette} />
    </Chart>
  );
}
