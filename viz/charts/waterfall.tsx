/** A waterfall: parts in order, each from where the last one ended, and below them what they add up to. */
import type { JSX } from "preact";
import { Chart } from "./chart.tsx";
import { round, scaleOf, type Scale, type Size } from "./geometry.ts";
import { planColour, type Palette } from "./palette.ts";
import { SMALL, fitText, widthOf } from "./text.ts";
import { IntervalTick, type BarValue } from "./tornado.tsx";

export interface WaterfallPart extends BarValue {
  readonly name: string;
}

export interface WaterfallData {
  readonly parts: readonly WaterfallPart[];
  readonly total: WaterfallPart;
  /** Whose colour a step up and one down have; none = quiet. */
  readonly above: number | undefined;
  readonly below: number | undefined;
  readonly valueText: (value: number) => string;
}

const ROW = 24;
const BAR = 12;
const TOP = 5;
const LABELS = 148;
const GAP = 5;

export function waterfallHeight(parts: number): number {
  return (parts + 1) * ROW + 8;
}

interface Placed extends WaterfallPart {
  /** Where it begins: the sum of the parts before it. */
  readonly from: number;
}

function placed({ parts, total }: WaterfallData): Placed[] {
  let from = 0;
  const stepped = parts.map((part) => {
    const one = { ...part, from };
    from += part.value;
    return one;
  });
  return [...stepped, { ...total, from: 0 }];
}

export function WaterfallMarks(props: {
  readonly data: WaterfallData;
  readonly size: Size;
  readonly palette: Palette;
}): JSX.Element {
  const { data, size, palette } = props;
  const rows = placed(data);
  const x = scaleFor(rows, data, size.width);
  return (
    <g font-size={SMALL}>
      {rows.map((row, i) => (
        <g key={row.name}>
          {i === rows.length - 1 ? (
            <path d={`M0,${i * ROW + 1.5}H${size.width}`} stroke={palette.rule} />
          ) : (
            <path
              d={`M${x(row.from + row.value)},${i * ROW + TOP + BAR}v${ROW - BAR + (i === rows.length - 2 ? 4 : 0)}`}
              stroke={palette.secondary}
            />
          )}
          <Step
            row={row}
            top={i * ROW + TOP + (i === rows.length - 1 ? 4 : 0)}
            isTotal={i === rows.length - 1}
            x={x}
            data={data}
            palette={palette}
          />
        </g>
      ))}
      <path d={`M${x(0)},0V${size.height}`} stroke={palette.ink} />
    </g>
  );
}

/** Pixels of running sums, with room for the texts at the right of every bar. */
function scaleFor(rows: readonly Placed[], { valueText }: WaterfallData, width: number): Scale {
  const ends = rows.flatMap(({ from, value, low, high }) => [
    from,
    from + value,
    from + (low ?? value),
    from + (high ?? value),
  ]);
  const room = GAP + Math.max(0, ...rows.map(({ value }) => widthOf(valueText(value), "sans", SMALL)));
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return scaleOf(low === 0 && high === 0 ? [0, 1] : [low, high], [LABELS + 8, width - room]);
}

function Step(props: {
  readonly row: Placed;
  readonly top: number;
  readonly isTotal: boolean;
  readonly x: Scale;
  readonly data: WaterfallData;
  readonly palette: Palette;
}): JSX.Element {
  const { row, top, isTotal, x, data, palette } = props;
  const { from, value } = row;
  const side = value < 0 ? data.below : data.above;
  const colour = side === undefined ? palette.secondary : planColour(palette, side);
  const low = row.low === null ? null : from + row.low;
  const high = row.high === null ? null : from + row.high;
  const right = Math.max(from, from + value, high ?? from);
  return (
    <g fill={colour}>
      <text x={0} y={top + BAR - 2} fill={palette.ink} {...(isTotal ? { "font-weight": "600" } : {})}>
        {fitText(row.name, isTotal ? "sansBold" : "sans", SMALL, LABELS - 4)}
      </text>
      <path d={`M${x(from)},${top}H${x(from + value)}v${BAR}H${x(from)}z`} />
      <IntervalTick value={{ value: from + value, low, high }} y={top + BAR / 2} x={x} palette={palette} />
      <text x={round(x(right) + GAP)} y={top + BAR - 2} {...(isTotal ? { "font-weight": "600" } : {})}>
        {data.valueText(value)}
      </text>
    </g>
  );
}

/** The whole chart, as exports and the terminal draw it. */
export function waterfall(data: WaterfallData, size: Size, palette: Palette, label: string): JSX.Element {
  return (
    <Chart size={size} label={label}>
      <WaterfallMarks data={data} size={size} palette={palette} />
    </Chart>
  );
}
