/** Bars of what each factor does to an output: alone within together with others, and how well it is known. */
import type { JSX } from "preact";
import { round, scaleOf, type Size } from "./geometry.ts";
import type { Palette } from "./palette.ts";
import { SMALL, widthOf, wrapText } from "./text.ts";
import { enclosingTicks } from "./ticks.ts";

export interface SensitivityBar {
  readonly label: string;
  /** What the factor does alone, within `whole`; undefined where a design tells but one figure. */
  readonly alone: number | undefined;
  readonly whole: number;
  /** Interval of the whole; null where the data can't tell. */
  readonly low: number | null;
  readonly high: number | null;
  readonly text: string;
}

export interface SensitivityData {
  readonly bars: readonly SensitivityBar[];
  readonly axisText: (value: number, isTop: boolean) => string;
}

const ROW = 34;
/** Height of a label's line. */
const LINE = 14;
const BAR = 12;
const AXIS = 26;
const LABEL_MOST = 180;
const TEXT_ROOM = 12;
/** Between two numbers of the axis. */
const TEXT_GAP = 6;
const TICKS = 4;

export function sensitivityHeight({ bars }: SensitivityData): number {
  return bars.length * ROW + AXIS;
}

export function SensitivityMarks(props: {
  readonly data: SensitivityData;
  readonly size: Size;
  readonly palette: Palette;
}): JSX.Element {
  const { data, size, palette } = props;
  const { bars } = data;
  const bottom = bars.length * ROW;
  const labelWidth = Math.min(LABEL_MOST, size.width * 0.45);
  const textWidth = Math.max(0, ...bars.map(({ text }) => widthOf(text, "sans", SMALL)));
  const ends = bars.flatMap(({ whole, alone, low, high }) => [
    whole,
    alone ?? whole,
    low ?? whole,
    high ?? whole,
  ]);
  const right = Math.max(labelWidth + 40, size.width - textWidth - TEXT_ROOM);
  const ticks = enclosingTicks(Math.min(0, ...ends), Math.max(1e-9, ...ends), TICKS);
  const x = scaleOf(ticks.domain, [labelWidth, right]);
  const top = ticks.values.at(-1);
  const textOf = (value: number): string => data.axisText(value, value === top);
  const named = apart(ticks.values, (value) => x(value), textOf);
  return (
    <g font-size={SMALL}>
      {ticks.values.map((value) => (
        <g key={value}>
          <path d={`M${x(value)},0V${bottom}`} stroke={value === 0 ? palette.ink : palette.rule} />
          {named.includes(value) ? (
            <text x={x(value)} y={bottom + 17} fill={palette.secondary} text-anchor="middle">
              {textOf(value)}
            </text>
          ) : null}
        </g>
      ))}
      {bars.map((bar, i) => (
        <Bar key={bar.label} bar={bar} y={i * ROW} x={x} labelWidth={labelWidth} palette={palette} />
      ))}
    </g>
  );
}

/** The values whose texts don't touch, those nearest to 0 before others. */
function apart(
  values: readonly number[],
  x: (value: number) => number,
  textOf: (value: number) => string,
): number[] {
  const half = (value: number): number => widthOf(textOf(value), "sans", SMALL) / 2 + TEXT_GAP / 2;
  const kept: number[] = [];
  for (const value of values.toSorted((a, b) => Math.abs(a) - Math.abs(b) || b - a))
    if (kept.every((other) => Math.abs(x(value) - x(other)) >= half(value) + half(other))) kept.push(value);
  return kept;
}

function Bar(props: {
  readonly bar: SensitivityBar;
  readonly y: number;
  readonly x: (value: number) => number;
  readonly labelWidth: number;
  readonly palette: Palette;
}): JSX.Element {
  const { bar, y, x, labelWidth, palette } = props;
  const { alone, whole, low, high } = bar;
  const top = y + (ROW - BAR) / 2;
  const middle = y + ROW / 2;
  const lines = wrapText(bar.label, "sans", SMALL, labelWidth - 10, 2);
  const end = Math.max(x(whole), x(high ?? whole), x(0));
  return (
    <g>
      {lines.map((line, i) => (
        <text key={i} x={0} y={round(middle + 4 + (i - (lines.length - 1) / 2) * LINE)} fill={palette.ink}>
          {line}
        </text>
      ))}
      <path d={barPath(x(0), x(whole), top)} fill={palette.rule} />
      <path d={barPath(x(0), x(alone ?? whole), top)} fill={palette.secondary} />
      {low === null || high === null ? null : (
        <path d={`M${x(low)},${middle}H${x(high)}`} stroke={palette.ink} stroke-width="1.5" />
      )}
      <text x={round(end + 8)} y={round(middle + 4)} fill={palette.secondary}>
        {bar.text}
      </text>
    </g>
  );
}

function barPath(from: number, to: number, top: number): string {
  return `M${from},${top}H${to}V${top + BAR}H${from}Z`;
}
