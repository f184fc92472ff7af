/** Payback: every plan's net value to date, with the week each crosses zero for good. */
import type { JSX } from "preact";
import type { Calendar } from "./calendar.ts";
import { TimeAxis, ValueRules, WeekLine, type Moment } from "./axis.tsx";
import { NARROW_OPACITY, WIDE_OPACITY, areaPath, extentOf, linePath, type PlanBands } from "./bands.ts";
import { Chart } from "./chart.tsx";
import { EndLabels } from "./end-labels.tsx";
import { round, scaleOf, timeScale, type Margins, type Scale, type Size } from "./geometry.ts";
import { planColour, planDash, type Palette } from "./palette.ts";
import { SMALL, widthOf } from "./text.ts";
import { fittingTicks } from "./ticks.ts";

export interface PaybackPlan extends PlanBands {
  /** Below the name: when it pays back, in words. */
  readonly lines: readonly string[];
  /** The median week of payback, where at least half of the runs pay back. */
  readonly week?: number;
}

export interface PaybackData {
  readonly weeks: number;
  /** The day that week 0 begins. */
  readonly calendar?: Calendar | undefined;
  readonly plans: readonly PaybackPlan[];
  /** The plans whose labels are kept where there is no room for all. */
  readonly compared?: readonly number[];
  readonly axisText: (value: number, isTop: boolean) => string;
}

interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly margins: Margins;
  readonly ticks: readonly number[];
}

export function paybackFrame(data: PaybackData, size: Size): Frame {
  const [low, high] = extentOf(data.plans.map((plan) => plan.bands));
  const { values, domain } = fittingTicks(low, high, 5);
  const widest = Math.max(...values.map((value) => widthOf(data.axisText(value, true), "sans", SMALL)));
  const margins = { left: Math.ceil(widest) + 12, right: 142, top: 10, bottom: 24 };
  return {
    x: timeScale(data.weeks, size, margins),
    y: scaleOf(domain, [size.height - margins.bottom, margins.top]),
    margins,
    ticks: values,
  };
}

/** What stays while the week line moves. */
export function paybackBody(data: PaybackData, size: Size, palette: Palette): JSX.Element {
  const { x, y, margins, ticks } = paybackFrame(data, size);
  return (
    <g>
      <ValueRules
        values={ticks}
        y={y}
        left={margins.left}
        right={size.width - margins.right}
        palette={palette}
        text={data.axisText}
      />
      <TimeAxis
        weeks={data.weeks}
        calendar={data.calendar}
        x={x}
        y={size.height - margins.bottom}
        palette={palette}
      />
      {data.plans.map((plan) => (
        <PlanFan key={plan.plan} plan={plan} x={x} y={y} palette={palette} />
      ))}
      {data.plans.map(({ plan, week }) =>
        week === undefined ? null : (
          <circle
            key={plan}
            cx={x(week)}
            cy={y(0)}
            r="4"
            fill={planColour(palette, plan)}
            stroke={palette.paper}
            stroke-width="1.5"
          />
        ),
      )}
      <EndLabels
        labels={data.plans.map((plan) => ({
          plan: plan.plan,
          name: plan.name,
          lines: plan.lines,
          y: y(plan.bands.p50[data.weeks]),
        }))}
        wanted={data.compared}
        x={round(size.width - margins.right + 8)}
        width={margins.right - 8}
        top={0}
        bottom={size.height - margins.bottom + 6}
        palette={palette}
      />
    </g>
  );
}

function PlanFan(props: {
  readonly plan: PaybackPlan;
  readonly x: Scale;
  readonly y: Scale;
  readonly palette: Palette;
}): JSX.Element {
  const { plan, x, y, palette } = props;
  const colour = planColour(palette, plan.plan);
  return (
    <g>
      <path d={areaPath(plan.bands.p5, plan.bands.p95, x, y)} fill={colour} fill-opacity={WIDE_OPACITY} />
      <path d={areaPath(plan.bands.p25, plan.bands.p75, x, y)} fill={colour} fill-opacity={NARROW_OPACITY} />
      <path
        d={linePath(plan.bands.p50, x, y)}
        stroke={colour}
        stroke-width="2"
        stroke-linejoin="round"
        stroke-dasharray={planDash(plan.plan)}
      />
    </g>
  );
}

/** What moves with the week line. */
export function paybackWeek(data: PaybackData, size: Size, palette: Palette, week: number): JSX.Element {
  const { x, margins } = paybackFrame(data, size);
  return <WeekLine x={x(week)} top={margins.top} bottom={size.height - margins.bottom} palette={palette} />;
}

/** The whole chart, as exports and the terminal draw it. */
export function payback(data: PaybackData, size: Size, palette: Palette, moment: Moment): JSX.Element {
  return (
    <Chart size={size} label={moment.label}>
      {paybackBody(data, size, palette)}
      {paybackWeek(data, size, palette, moment.week)}
    </Chart>
  );
}
