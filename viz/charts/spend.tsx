/** Spending by year: a bar a plan and year, the range of its runs as a line, and the cap as a rule. */
import type { JSX } from "preact";
import { ValueRules } from "./axis.tsx";
import { Chart } from "./chart.tsx";
import { round, scaleOf, type Size } from "./geometry.ts";
import { planColour, type Palette } from "./palette.ts";
import { SMALL, widthOf } from "./text.ts";
import { fittingTicks } from "./ticks.ts";

export interface SpendYear {
  readonly name: string;
  /** A median and the range of 90% of the runs, a plan. */
  readonly spends: readonly { readonly p5: number; readonly p50: number; readonly p95: number }[];
}

export interface SpendData {
  readonly years: readonly SpendYear[];
  /** The plans of the bars, by place in the document. */
  readonly plans: readonly number[];
  readonly cap?: { readonly value: number; readonly text: string } | undefined;
  readonly axisText: (value: number, isTop: boolean) => string;
}

const MARGINS = { left: 56, right: 8, top: 18, bottom: 22 } as const;
const BAR_MOST = 44;
const NAME_GAP = 6;
const TICKS = 5;

export function SpendMarks(props: {
  readonly data: SpendData;
  readonly size: Size;
  readonly palette: Palette;
}): JSX.Element {
  const { data, size, palette } = props;
  const ends = data.years.flatMap(({ spends }) => spends.flatMap(({ p5, p95 }) => [p5, p95]));
  const all = [0, ...ends, ...(data.cap === undefined ? [] : [data.cap.value])];
  const { values, domain } = fittingTicks(Math.min(...all), Math.max(...all), TICKS);
  const y = scaleOf(domain, [size.height - MARGINS.bottom, MARGINS.top]);
  const right = size.width - MARGINS.right;
  const group = (right - MARGINS.left) / Math.max(1, data.years.length);
  const widest = Math.max(0, ...data.years.map(({ name }) => widthOf(name, "sans", SMALL)));
  // Of many years only every so manieth has room for its name.
  const every = Math.ceil((widest + NAME_GAP) / group);
  const bar = Math.min(BAR_MOST, (group * 0.7) / Math.max(1, data.plans.length));
  return (
    <g font-size={SMALL}>
      <ValueRules
        values={values}
        y={y}
        left={MARGINS.left}
        right={right}
        palette={palette}
        text={data.axisText}
      />
      {data.years.map((year, i) => {
        const middle = MARGINS.left + group * (i + 0.5);
        const start = middle - (bar * data.plans.length) / 2;
        return (
          <g key={year.name}>
            <text x={round(middle)} y={size.height - 5} text-anchor="middle" fill={palette.secondary}>
              {i % every === 0 ? year.name : null}
            </text>
            {year.spends.map(({ p5, p50, p95 }, n) => {
              const left = start + bar * n;
              const centre = round(left + bar / 2);
              return (
                <g key={n}>
                  <path
                    d={`M${round(left + 1)},${y(0)}V${y(p50)}H${round(left + bar - 1)}V${y(0)}z`}
                    fill={planColour(palette, data.plans[n])}
                  />
                  {p5 === p95 ? null : <path d={`M${centre},${y(p5)}V${y(p95)}`} stroke={palette.ink} />}
                </g>
              );
            })}
          </g>
        );
      })}
      {data.cap === undefined ? null : (
        <Cap cap={data.cap} y={y(data.cap.value)} right={right} palette={palette} />
      )}
    </g>
  );
}

function Cap(props: {
  readonly cap: { readonly text: string };
  readonly y: number;
  readonly right: number;
  readonly palette: Palette;
}): JSX.Element {
  const { cap, y, right, palette } = props;
  const start = right - widthOf(cap.text, "sansBold", SMALL);
  return (
    <g>
      <path d={`M${MARGINS.left},${y}H${right}`} stroke={palette.ink} stroke-dasharray="6 3" />
      <text x={round(start)} y={round(y - 5)} font-weight="600" fill={palette.ink}>
        {cap.text}
      </text>
    </g>
  );
}

/** The whole chart, as exports and the terminal draw it. */
export function spend(data: SpendData, size: Size, palette: Palette, label: string): JSX.Element {
  return (
    <Chart size={size} label={label}>
      <SpendMarks data={data} size={size} palette={palette} />
    </Chart>
  );
}
