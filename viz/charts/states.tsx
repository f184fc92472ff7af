/** The five states over time: stacked areas of shares, for plans side by side. */
import type { JSX } from "preact";
import { WeekLine, YEAR, yearText, type Moment } from "./axis.tsx";
import { calendarText, type Calendar } from "./calendar.ts";
import { areaPath } from "./bands.ts";
import { Chart } from "./chart.tsx";
import { scaleOf, type Scale, type Size } from "./geometry.ts";
import { planColour, type Palette } from "./palette.ts";
import { BODY, SMALL, fitText } from "./text.ts";

export interface StatesData {
  readonly weeks: number;
  readonly calendar?: Calendar | undefined;
  /** From "not registered" to "deep". */
  readonly names: readonly string[];
  readonly plans: readonly StatesPlan[];
  readonly valueText: (share: number) => string;
}

export interface StatesPlan {
  readonly name: string;
  readonly plan: number;
  /** By state, mean shares at weeks 0 … weeks; they sum to 1 in every week. */
  readonly shares: readonly ArrayLike<number>[];
}

const GUTTER = 24;
const HEAD = 22;
const LEGEND_LINE = 18;
const VALUES = 52;

/** The height of legend and areas for a number of states. */
export function statesHeight(areas: number, count: number): number {
  return HEAD + areas + 24 + count * LEGEND_LINE;
}

/** One time axis a plan, side by side. */
export function statesScales(data: StatesData, size: Size): Scale[] {
  const width = (size.width - GUTTER * (data.plans.length - 1)) / data.plans.length;
  return data.plans.map((_, i) => {
    const left = i * (width + GUTTER);
    return scaleOf([0, data.weeks], [left, left + width]);
  });
}

function areasBottom(data: StatesData, size: Size): number {
  return size.height - 24 - data.names.length * LEGEND_LINE;
}

/** What stays while the week line moves. */
export function statesBody(data: StatesData, size: Size, palette: Palette): JSX.Element {
  const bottom = areasBottom(data, size);
  const y = scaleOf([0, 1], [bottom, HEAD]);
  return (
    <g>
      {statesScales(data, size).map((x, i) => {
        const { name, plan, shares } = data.plans[i];
        return (
          <g key={plan}>
            <text x={x(0)} y={14} font-size={BODY} font-weight="600" fill={planColour(palette, plan)}>
              {fitText(name, "sansBold", BODY, x(data.weeks) - x(0))}
            </text>
            {stack(shares).map(([low, high], state) => (
              <path
                key={state}
                d={areaPath(low, high, x, y)}
                fill={palette.states[state]}
                stroke={palette.paper}
                stroke-width="1"
              />
            ))}
            <g font-size={SMALL} fill={palette.secondary}>
              <text x={x(0)} y={bottom + 16}>
                {yearText(0, data.calendar)}
              </text>
              <text x={x(data.weeks)} y={bottom + 16} text-anchor="end">
                {data.weeks % YEAR === 0 ? yearText(data.weeks / YEAR, data.calendar) : endText(data)}
              </text>
            </g>
          </g>
        );
      })}
    </g>
  );
}

/** Of a horizon that is no whole number of years. */
function endText({ weeks, calendar }: StatesData): string {
  return calendar === undefined ? `week ${weeks}` : calendarText(calendar, weeks);
}

/** Lower and upper edges; the deepest state lies at the bottom, where its height can be read. */
function stack(shares: readonly ArrayLike<number>[]): [Float64Array, Float64Array][] {
  const edges: [Float64Array, Float64Array][] = [];
  let low = new Float64Array(shares[0]?.length ?? 0);
  for (const share of shares.toReversed()) {
    const high = low.map((value, week) => value + share[week]);
    edges.unshift([low, high]);
    low = high;
  }
  return edges;
}

/** What moves with the week line: the line in every plan, the shares in the legend. */
export function statesWeek(data: StatesData, size: Size, palette: Palette, week: number): JSX.Element {
  const bottom = areasBottom(data, size);
  return (
    <g>
      {statesScales(data, size).map((x, i) => (
        <WeekLine key={i} x={x(week)} top={HEAD} bottom={bottom} palette={palette} />
      ))}
      {data.names.map((name, state) => {
        const y = bottom + 24 + state * LEGEND_LINE;
        return (
          <g key={name} font-size={SMALL} fill={palette.ink}>
            <path d={`M0,${y}h11v11h-11z`} fill={palette.states[state]} />
            <text x={18} y={y + 10}>
              {name}
            </text>
            {data.plans.map(({ plan, shares }, i) => (
              <text
                key={plan}
                x={size.width - (data.plans.length - 1 - i) * VALUES}
                y={y + 10}
                text-anchor="end"
                fill={planColour(palette, plan)}
              >
                {data.valueText(shares[state][week])}
              </text>
            ))}
          </g>
        );
      })}
    </g>
  );
}

/** The whole chart, as exports and the terminal draw it. */
export function states(data: StatesData, size: Size, palette: Palette, moment: Moment): JSX.Element {
  return (
    <Chart size={size} label={moment.label}>
      {statesBody(data, size, palette)}
      {statesWeek(data, size, palette, moment.week)}
    </Chart>
  );
}
