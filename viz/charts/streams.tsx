/** Money by source or by item: a bar a plan from zero, in the order given. */
import type { JSX } from "preact";
import { Chart } from "./chart.tsx";
import { round, scaleOf, type Size } from "./geometry.ts";
import { planColour, type Palette } from "./palette.ts";
import { SMALL, fitText, widthOf } from "./text.ts";

export interface StreamsData {
  readonly rows: readonly StreamRow[];
  /** The plans of the bars, by place in the document. */
  readonly plans: readonly number[];
  readonly valueText: (value: number) => string;
}

export interface StreamRow {
  readonly name: string;
  /** A value a plan. */
  readonly values: readonly number[];
}

const LABELS = 158;
const BAR = 9;
const PITCH = 14;
const ROW_GAP = 9;
const VALUE_GAP = 5;

export function streamsHeight(rows: number, plans: number): number {
  return rows * (plans * PITCH + ROW_GAP) + 4;
}

export function StreamsMarks(props: {
  readonly data: StreamsData;
  readonly size: Size;
  readonly palette: Palette;
}): JSX.Element {
  const { data, size, palette } = props;
  const all = data.rows.flatMap((row) => row.values);
  const texts = Math.max(0, ...all.map((value) => widthOf(data.valueText(value), "sans", SMALL))) + VALUE_GAP;
  const low = Math.min(0, ...all);
  const high = Math.max(0, ...all, low === 0 ? 1 : 0);
  const x = scaleOf([low, high], [LABELS + (low < 0 ? texts : 0), size.width - texts]);
  const height = data.plans.length * PITCH + ROW_GAP;
  return (
    <g font-size={SMALL}>
      {data.rows.map((row, i) => {
        const middle = i * height + (height - ROW_GAP) / 2;
        return (
          <g key={row.name}>
            <text x={0} y={round(middle + 4)} fill={palette.ink}>
              {fitText(row.name, "sans", SMALL, LABELS - 10)}
            </text>
            {row.values.map((value, n) => {
              const top = i * height + n * PITCH + 2;
              const colour = planColour(palette, data.plans[n]);
              const isLeft = value < 0;
              return (
                <g key={n} fill={colour}>
                  <path d={`M${x(0)},${top}H${x(value)}v${BAR}H${x(0)}z`} />
                  <text
                    x={round(x(value) + (isLeft ? -VALUE_GAP : VALUE_GAP))}
                    y={top + BAR + 1}
                    text-anchor={isLeft ? "end" : "start"}
                  >
                    {data.valueText(value)}
                  </text>
                </g>
              );
            })}
          </g>
        );
      })}
      <path d={`M${x(0)},0V${size.height - 4}`} stroke={palette.ink} />
    </g>
  );
}

/** The whole chart, as exports and the terminal draw it. */
export function streams(data: StreamsData, size: Size, palette: Palette, label: string): JSX.Element {
  return (
    <Chart size={size} label={label}>
      <StreamsMarks data={data} size={size} palette={palette} />
    </Chart>
  );
}
