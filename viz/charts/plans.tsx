/** The plans as bars on the charts' time axis: a lane for each kind of step, a bar for each step. */
import type { JSX } from "preact";
import { TimeAxis, WeekLine, type Moment } from "./axis.tsx";
import { Chart } from "./chart.tsx";
import { round, timeMargins, timeScale, type Scale, type Size } from "./geometry.ts";
import { planColour, type Palette } from "./palette.ts";
import { BODY, SMALL, widthOf, wrapText } from "./text.ts";

export interface Bar {
  /** The step's place in its plan's list, by which an editor finds it. */
  readonly step: number;
  readonly from: number;
  /** Missing = to the end. */
  readonly to?: number;
  /** What it says, from long to short: the first that fits is written. */
  readonly texts: readonly string[];
}

export interface PlanBars {
  readonly plan: number;
  readonly name: string;
  readonly lanes: readonly (readonly Bar[])[];
}

export interface PlansData {
  readonly weeks: number;
  readonly plans: readonly PlanBars[];
}

const LANE = 16;
const BAR = 13;
const PLAN_GAP = 9;
const AXIS = 26;
const FILL_OPACITY = 0.18;
const TICK = 3;

/** The height the bars need: the only chart whose height follows its data. */
export function plansHeight(data: PlansData): number {
  const lanes = data.plans.reduce((sum, plan) => sum + Math.max(1, plan.lanes.length), 0);
  return lanes * LANE + data.plans.length * PLAN_GAP + AXIS;
}

/** What stays while the week line moves. */
export function plansBody(data: PlansData, size: Size, palette: Palette): JSX.Element {
  const margins = timeMargins(size.width);
  const x = timeScale(data.weeks, size, { ...margins, top: 0, bottom: 0 });
  let top = 2;
  const groups = data.plans.map((plan) => {
    const at = top;
    top += Math.max(1, plan.lanes.length) * LANE + PLAN_GAP;
    return (
      <PlanGroup
        key={plan.plan}
        plan={plan}
        weeks={data.weeks}
        x={x}
        top={at}
        size={size}
        palette={palette}
      />
    );
  });
  return (
    <g>
      {groups}
      <TimeAxis weeks={data.weeks} x={x} y={size.height - AXIS + 4} palette={palette} />
    </g>
  );
}

function PlanGroup(props: {
  readonly plan: PlanBars;
  readonly weeks: number;
  readonly x: Scale;
  readonly top: number;
  readonly size: Size;
  readonly palette: Palette;
}): JSX.Element {
  const { plan, weeks, x, top, size, palette } = props;
  const colour = planColour(palette, plan.plan);
  const margin = timeMargins(size.width).right - 10;
  const lanes = Math.max(1, plan.lanes.length);
  return (
    <g>
      {plan.lanes.map((bars, lane) =>
        bars.map((bar, i) => (
          <BarMark
            key={bar.step}
            bar={bar}
            until={Math.min(bars[i + 1]?.from ?? weeks, weeks)}
            weeks={weeks}
            x={x}
            y={top + lane * LANE}
            colour={colour}
            palette={palette}
          />
        )),
      )}
      {plan.lanes.length === 0 ? (
        <text x={x(0) + 6} y={top + 11} font-size={SMALL} fill={palette.secondary}>
          nothing is done
        </text>
      ) : null}
      <text font-size={BODY} font-weight="600" fill={colour}>
        {wrapText(plan.name, "sansBold", BODY, margin, Math.min(3, lanes)).map((line, i) => (
          <tspan key={i} x={round(size.width - margin)} y={top + 11 + 16 * i}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}

function BarMark(props: {
  readonly bar: Bar;
  /** The week the lane's next bar starts. */
  readonly until: number;
  readonly weeks: number;
  readonly x: Scale;
  readonly y: number;
  readonly colour: string;
  readonly palette: Palette;
}): JSX.Element {
  const { bar, until, weeks, x, y, colour, palette } = props;
  const left = x(Math.min(bar.from, weeks));
  const end = x(Math.min(bar.to ?? weeks, until));
  const room = x(until) - left - TICK - 8;
  const text = bar.texts.find((one) => widthOf(one, "sans", SMALL) <= room) ?? "";
  return (
    <g>
      <path
        d={`M${left},${y}H${Math.max(end, left + TICK)}v${BAR}H${left}z`}
        fill={colour}
        fill-opacity={FILL_OPACITY}
      />
      <path d={`M${left},${y}h${TICK}v${BAR}h${-TICK}z`} fill={colour} />
      <text x={round(left + TICK + 4)} y={y + 10.5} font-size={SMALL} fill={palette.ink}>
        {text}
      </text>
    </g>
  );
}

/** What moves with the week line: the line and its handle on the axis. */
export function plansWeek(data: PlansData, size: Size, palette: Palette, week: number): JSX.Element {
  const x = timeScale(data.weeks, size, { ...timeMargins(size.width), top: 0, bottom: 0 });
  const y = size.height - AXIS + 4;
  return (
    <g>
      <WeekLine x={x(week)} top={0} bottom={y} palette={palette} />
      <circle cx={x(week)} cy={y} r="5" fill={palette.ink} stroke={palette.paper} stroke-width="1.5" />
    </g>
  );
}

/** The whole chart, as exports and the terminal draw it. */
export function plans(data: PlansData, size: Size, palette: Palette, moment: Moment): JSX.Element {
  return (
    <Chart size={size} label={moment.label}>
      {plansBody(data, size, palette)}
      {plansWeek(data, size, palette, moment.week)}
    </Chart>
  );
}
