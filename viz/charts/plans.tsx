/** The plans as bars on the charts' time axis: a lane for each kind of step, a bar for each step. */
import type { JSX } from "preact";
import type { Calendar } from "./calendar.ts";
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
  /** The day that week 0 begins. */
  readonly calendar?: Calendar | undefined;
  readonly plans: readonly PlanBars[];
}

/** Where a bar is: what a hand can take hold of. */
export interface BarPlace {
  readonly plan: number;
  readonly bar: Bar;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How far its words may reach: to the lane's next bar. */
  readonly room: number;
}

/** Where a plan's lanes are. */
export interface PlanPlace {
  readonly plan: number;
  /** Its name in lines; below them is room for what an editor offers. */
  readonly names: readonly string[];
  readonly isEmpty: boolean;
  readonly top: number;
  readonly height: number;
}

export interface PlansLayout {
  readonly x: Scale;
  readonly bars: readonly BarPlace[];
  readonly plans: readonly PlanPlace[];
  readonly axis: number;
  readonly height: number;
}

/** Heights of a lane and of the bar in it, for fine pointers and for fingers. */
const FINE = { lane: 18, bar: 15 };
const COARSE = { lane: 27, bar: 24 };
const NARROW_WIDTH = 560;
/** A plan's name and what one can do with it need two lines. */
const LANES_LEAST = 2;
const TOP = 2;
const PLAN_GAP = 11;
const AXIS = 26;
/** A line of a plan's name. */
const LINE = 16;
const FILL_OPACITY = 0.18;
const TICK = 3;

/** Where what is offered below a plan's name begins, from the top of its lanes. */
export function belowName({ names }: PlanPlace): number {
  return LINE * names.length;
}

/** Every mark's place; the height follows from the data, in this chart alone. */
export function plansLayout(data: PlansData, width: number): PlansLayout {
  const { lane: step, bar: barHeight } = width < NARROW_WIDTH ? COARSE : FINE;
  const x = timeScale(data.weeks, { width, height: 0 }, { ...timeMargins(width), top: 0, bottom: 0 });
  let top = TOP;
  const places = data.plans.map(({ plan, name, lanes }) => {
    const height = step * Math.max(LANES_LEAST, lanes.length);
    // The last line is left to what an editor offers there.
    const lines = Math.max(1, Math.min(3, Math.floor(height / LINE) - 1));
    const names = wrapText(name, "sansBold", BODY, timeMargins(width).right - 10, lines);
    const place = { plan, names, isEmpty: lanes.length === 0, top, height };
    top += height + PLAN_GAP;
    return place;
  });
  const bars = data.plans.flatMap(({ plan, lanes }, i) =>
    lanes.flatMap((lane, n) => {
      const inTime = lane.toSorted((a, b) => a.from - b.from);
      return inTime.map((bar, k): BarPlace => {
        const until = Math.min(inTime[k + 1]?.from ?? data.weeks, data.weeks);
        const left = x(Math.min(bar.from, data.weeks));
        const end = Math.max(x(Math.min(bar.to ?? data.weeks, until)), left + TICK);
        const y = places[i].top + n * step;
        return {
          plan,
          bar,
          x: left,
          y,
          width: round(end - left),
          height: barHeight,
          room: round(x(until) - left),
        };
      });
    }),
  );
  return { x, bars, plans: places, axis: top + 4, height: top + AXIS };
}

/** The height the bars need. */
export function plansHeight(data: PlansData, width: number): number {
  return plansLayout(data, width).height;
}

/** What stays while the week line moves. */
export function plansBody(data: PlansData, size: Size, palette: Palette): JSX.Element {
  const layout = plansLayout(data, size.width);
  return (
    <g>
      {layout.plans.map((place) => (
        <PlanWords key={place.plan} place={place} x={layout.x(0)} width={size.width} palette={palette} />
      ))}
      {layout.bars.map((place) => (
        <BarMark key={`${place.plan} ${place.bar.step}`} place={place} palette={palette} />
      ))}
      <TimeAxis weeks={data.weeks} calendar={data.calendar} x={layout.x} y={layout.axis} palette={palette} />
    </g>
  );
}

function PlanWords(props: {
  readonly place: PlanPlace;
  readonly x: number;
  readonly width: number;
  readonly palette: Palette;
}): JSX.Element {
  const { place, x, width, palette } = props;
  const margin = timeMargins(width).right - 10;
  return (
    <g>
      {place.isEmpty ? (
        <text x={x + 6} y={place.top + 12} font-size={SMALL} fill={palette.secondary}>
          nothing is done
        </text>
      ) : null}
      <text font-size={BODY} font-weight="600" fill={planColour(palette, place.plan)}>
        {place.names.map((line, i) => (
          <tspan key={i} x={round(width - margin)} y={place.top + 12 + LINE * i}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}

function BarMark(props: { readonly place: BarPlace; readonly palette: Palette }): JSX.Element {
  const { place, palette } = props;
  const { x, y, width, height, bar } = place;
  const colour = planColour(palette, place.plan);
  const room = place.room - TICK - 8;
  const text = bar.texts.find((one) => widthOf(one, "sans", SMALL) <= room) ?? "";
  return (
    <g>
      <path d={`M${x},${y}h${width}v${height}h${-width}z`} fill={colour} fill-opacity={FILL_OPACITY} />
      <path d={`M${x},${y}h${TICK}v${height}h${-TICK}z`} fill={colour} />
      <text x={round(x + TICK + 4)} y={round(y + height / 2 + 4.25)} font-size={SMALL} fill={palette.ink}>
        {text}
      </text>
    </g>
  );
}

/** What moves with the week line: the line and its handle on the axis. */
export function plansWeek(data: PlansData, size: Size, palette: Palette, week: number): JSX.Element {
  const { x, axis } = plansLayout(data, size.width);
  return (
    <g>
      <WeekLine x={x(week)} top={0} bottom={axis} palette={palette} />
      <circle cx={x(week)} cy={axis} r="5" fill={palette.ink} stroke={palette.paper} stroke-width="1.5" />
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
