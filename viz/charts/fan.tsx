/** The fan chart: every plan's median with the middle half and nine tenths of its runs. */
import type { JSX } from "preact";
import type { Calendar } from "./calendar.ts";
import { TimeAxis, ValueRules, WeekLine, WeekName, type Moment } from "./axis.tsx";
import { MEDIAN_WIDTH, NARROW_OPACITY, WIDE_OPACITY, areaPath, extentOf, linePath } from "./bands.ts";
import type { PlanBands } from "./bands.ts";
import { Chart } from "./chart.tsx";
import { EndLabels } from "./end-labels.tsx";
import { Goal, goalBoxes, type GoalMark } from "./goal.tsx";
import { Ghosts, Sketches, heldY, type PlanLine } from "./ghosts.tsx";
import { round, scaleOf, timeMargins, timeScale, type Margins, type Scale, type Size } from "./geometry.ts";
import { Observed, observedBoxes, type ObservedDots } from "./observed.tsx";
import { Notes, placeNotes, type Note } from "./notes.tsx";
import { planColour, planDash, type Palette } from "./palette.ts";
import { fittingTicks } from "./ticks.ts";

export interface FanData {
  readonly weeks: number;
  /** The day that week 0 begins. */
  readonly calendar?: Calendar | undefined;
  readonly plans: readonly PlanBands[];
  /** What curves were before a change: thin and grey. They hold the axis where it was. */
  readonly ghosts?: readonly PlanBands[];
  /** What a stand-in says they become: dotted, kept within the axis. */
  readonly sketches?: readonly PlanLine[];
  readonly notes: readonly Note[];
  readonly goal?: GoalMark | undefined;
  /** Values that were seen. */
  readonly observed?: ObservedDots | undefined;
  /** Values beside the curves' that the axis reaches for. */
  readonly reach?: readonly number[];
  /** The plan that stands out; the others are faint. */
  readonly emphasis?: number | undefined;
  /** The plans whose labels are kept where there is no room for all. */
  readonly compared?: readonly number[];
  readonly axisText: (value: number, isTop: boolean) => string;
  /** The lines below a plan's name: median and interval at a week. */
  readonly valueLines: (plan: PlanBands, week: number) => readonly string[];
  /** The lines below the name of a plan that is only sketched. */
  readonly sketchLines?: (plan: PlanLine, week: number) => readonly string[];
}

export interface FanFrame {
  readonly x: Scale;
  readonly y: Scale;
  readonly margins: Margins;
  readonly ticks: readonly number[];
}

const TICKS = 6;

export function fanFrame(data: FanData, size: Size): FanFrame {
  const margins = { ...timeMargins(size.width), top: 22, bottom: 24 };
  const [low, high] = extentOf([...data.plans, ...(data.ghosts ?? [])].map((plan) => plan.bands));
  const reach = data.reach ?? [];
  const { values, domain } = fittingTicks(Math.min(low, ...reach), Math.max(high, ...reach), TICKS);
  return {
    x: timeScale(data.weeks, size, margins),
    y: scaleOf(domain, [size.height - margins.bottom, margins.top]),
    margins,
    ticks: values,
  };
}

function ghostLines({ ghosts = [] }: FanData): PlanLine[] {
  return ghosts.map(({ plan, name, bands }) => ({ plan, name, values: bands.p50 }));
}

const FAINT = 0.25;

function opacityOf({ emphasis }: FanData, plan: number): number | undefined {
  return emphasis === undefined || emphasis === plan ? undefined : FAINT;
}

/** What stays while the week line moves: in three layers, of which a hand changes but that of the sketches. */
export function fanBody(data: FanData, size: Size, palette: Palette): JSX.Element {
  return (
    <g>
      {fanGround(data, size, palette)}
      {fanSketches(data, size, palette)}
      {fanMarks(data, size, palette)}
    </g>
  );
}

/** Axes, ghosts and curves. */
export function fanGround(data: FanData, size: Size, palette: Palette): JSX.Element {
  const { x, y, margins, ticks } = fanFrame(data, size);
  const right = size.width - margins.right;
  return (
    <>
      <ValueRules
        values={ticks}
        y={y}
        left={margins.left}
        right={right}
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
      <Ghosts lines={ghostLines(data)} x={x} y={y} palette={palette} />
      {data.plans.map(({ plan, bands }) => (
        <g key={plan} fill={planColour(palette, plan)} opacity={opacityOf(data, plan)}>
          <path d={areaPath(bands.p5, bands.p95, x, y)} fill-opacity={WIDE_OPACITY} />
          <path d={areaPath(bands.p25, bands.p75, x, y)} fill-opacity={NARROW_OPACITY} />
        </g>
      ))}
      {data.plans.map(({ plan, bands }) => (
        <path
          key={plan}
          d={linePath(bands.p50, x, y)}
          stroke={planColour(palette, plan)}
          stroke-width={MEDIAN_WIDTH}
          stroke-linejoin="round"
          stroke-dasharray={planDash(plan)}
          opacity={opacityOf(data, plan)}
        />
      ))}
    </>
  );
}

export function fanSketches(data: FanData, size: Size, palette: Palette): JSX.Element {
  const { x, y } = fanFrame(data, size);
  return <Sketches lines={data.sketches ?? []} x={x} y={y} palette={palette} />;
}

/** Notes, what was seen, and the goal. */
export function fanMarks(data: FanData, size: Size, palette: Palette): JSX.Element {
  const { x, y, margins } = fanFrame(data, size);
  const right = size.width - margins.right;
  const plot = { x, y, left: margins.left, right, top: margins.top, bottom: size.height - margins.bottom };
  const taken = [
    ...(data.goal === undefined ? [] : goalBoxes(data.goal, plot)),
    ...(data.observed === undefined ? [] : observedBoxes(data.observed, x, y)),
  ];
  return (
    <>
      <Notes
        notes={placeNotes(
          data.notes,
          data.plans.map((plan) => plan.bands),
          plot,
          taken,
        )}
        palette={palette}
      />
      {data.observed === undefined ? null : <Observed dots={data.observed} x={x} y={y} palette={palette} />}
      {data.goal === undefined ? null : (
        <Goal goal={data.goal} x={x} y={y} left={margins.left} right={right} palette={palette} />
      )}
    </>
  );
}

/** What moves with the week line: the line, a dot on each median, the values at the labels. */
export function fanWeek(data: FanData, size: Size, palette: Palette, { week, text }: Moment): JSX.Element {
  const { x, y, margins } = fanFrame(data, size);
  const bottom = size.height - margins.bottom;
  const labels = [
    ...data.plans.map((one) => ({
      plan: one.plan,
      name: one.name,
      lines: data.valueLines(one, week),
      y: y(one.bands.p50[data.weeks]),
    })),
    ...(data.sketches ?? []).map((one) => ({
      plan: one.plan,
      name: one.name,
      lines: data.sketchLines?.(one, week) ?? [],
      y: heldY(y, one.values[data.weeks]),
    })),
  ];
  return (
    <g>
      <WeekLine x={x(week)} top={margins.top - 4} bottom={bottom} palette={palette} />
      <WeekName x={x(week)} y={margins.top - 9} text={text} size={size} margins={margins} palette={palette} />
      {data.plans.map(({ plan, bands }) => (
        <circle
          key={plan}
          cx={x(week)}
          cy={y(bands.p50[week])}
          r="3.5"
          fill={planColour(palette, plan)}
          stroke={palette.paper}
        />
      ))}
      <EndLabels
        labels={labels}
        wanted={data.emphasis === undefined ? data.compared : [data.emphasis]}
        x={round(size.width - margins.right + 10)}
        width={margins.right - 10}
        top={0}
        bottom={bottom + 6}
        palette={palette}
      />
    </g>
  );
}

/** The whole chart, as exports and the terminal draw it. */
export function fan(data: FanData, size: Size, palette: Palette, moment: Moment): JSX.Element {
  return (
    <Chart size={size} label={moment.label}>
      {fanBody(data, size, palette)}
      {fanWeek(data, size, palette, moment)}
    </Chart>
  );
}
