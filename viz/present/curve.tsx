/** The small curve of a step: medians with nine tenths of the runs, grown up to the moment shown. */
import type { JSX } from "preact";
import {
  areaPath,
  extentOf,
  linePath,
  MEDIAN_WIDTH,
  WIDE_OPACITY,
  type Bands,
  type PlanBands,
} from "../charts/bands.ts";
import { round, scaleOf, type Scale, type Size } from "../charts/geometry.ts";
import { placeLabels } from "../charts/labels.ts";
import { planColour, planDash, type Palette } from "../charts/palette.ts";
import { BODY, fitText, SMALL, widthOf } from "../charts/text.ts";
import { fittingTicks } from "../charts/ticks.ts";

export interface CurveData {
  readonly weeks: number;
  /** The last week the axis must have room for: what is still to come is not given away. */
  readonly roomWeek: number;
  readonly plans: readonly PlanBands[];
  /** The single run whose people are shown, by plan; none where it isn't kept. */
  readonly runs: readonly (ArrayLike<number> | undefined)[];
  readonly axisText: (value: number, isTop: boolean) => string;
  readonly valueText: (value: number) => string;
  /** What the reader expects, at weeks from … */
  readonly guess?: { readonly from: number; readonly values: readonly number[] };
}

export interface CurveFrame {
  readonly x: Scale;
  readonly y: Scale;
  readonly ticks: readonly number[];
}

const MARGINS = { top: 12, right: 12, bottom: 20, left: 44 };
const TICKS = 4;
const LABEL_LINE = 18;

export function curveFrame(data: CurveData, size: Size): CurveFrame {
  const [low, high] = extentOf(data.plans.map(({ bands }) => until(bands, data.roomWeek)));
  const { values, domain } = fittingTicks(low, high, TICKS);
  return {
    x: scaleOf([0, data.weeks], [MARGINS.left, size.width - MARGINS.right]),
    y: scaleOf(domain, [size.height - MARGINS.bottom, MARGINS.top]),
    ticks: values,
  };
}

function until({ p5, p95 }: Bands, week: number): Pick<Bands, "p5" | "p95"> {
  return { p5: Array.from(p5).slice(0, week + 1), p95: Array.from(p95).slice(0, week + 1) };
}

/** What stays while time passes: rules, their numbers, the ends of time. */
export function curveAxes(data: CurveData, size: Size, palette: Palette): JSX.Element {
  const { x, y, ticks } = curveFrame(data, size);
  const top = ticks.at(-1);
  return (
    <g font-size={SMALL} fill={palette.secondary}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${x(0)},${y(tick)}H${x(data.weeks)}`} stroke={tick === 0 ? palette.ink : palette.rule} />
          <text x={x(0) - 8} y={y(tick) + 4} text-anchor="end">
            {data.axisText(tick, tick === top)}
          </text>
        </g>
      ))}
      <text x={x(0)} y={size.height - 4}>
        start
      </text>
      <text x={x(data.weeks)} y={size.height - 4} text-anchor="end">
        {data.weeks % 52 === 0 ? `year ${data.weeks / 52}` : `week ${data.weeks}`}
      </text>
    </g>
  );
}

/** The curves whole; a clip lets them grow. */
export function curveLines(data: CurveData, size: Size, palette: Palette): JSX.Element {
  const { x, y } = curveFrame(data, size);
  return (
    <g>
      {data.plans.map(({ plan, bands }, i) => {
        const run = data.runs[i];
        const colour = planColour(palette, plan);
        return (
          <g key={plan}>
            <path d={areaPath(bands.p5, bands.p95, x, y)} fill={colour} fill-opacity={WIDE_OPACITY} />
            {run === undefined ? null : <path d={linePath(run, x, y)} stroke={colour} stroke-opacity="0.7" />}
            <path
              d={linePath(bands.p50, x, y)}
              stroke={colour}
              stroke-width={MEDIAN_WIDTH}
              stroke-linejoin="round"
              stroke-dasharray={planDash(plan)}
            />
          </g>
        );
      })}
    </g>
  );
}

/** A value between two whole weeks. */
export function valueAt(values: ArrayLike<number>, week: number): number {
  const from = Math.min(values.length - 1, Math.floor(week));
  const to = Math.min(values.length - 1, from + 1);
  return values[from] + (week - from) * (values[to] - values[from]);
}

/** What moves with time: a dot on each median with its value. `week` may lie between whole weeks. */
export function curveMoment(data: CurveData, size: Size, palette: Palette, week: number): JSX.Element {
  const { x, y } = curveFrame(data, size);
  const at = x(week);
  const middles = placeLabels(
    data.plans.map(({ bands }) => ({ y: y(valueAt(bands.p50, week)) - LABEL_LINE / 2, height: LABEL_LINE })),
    0,
    size.height - MARGINS.bottom,
  );
  return (
    <g font-size={BODY} font-weight="600">
      {data.plans.map(({ plan, name, bands }, i) => {
        const value = valueAt(bands.p50, week);
        const colour = planColour(palette, plan);
        const text = data.plans.length === 1 ? data.valueText(value) : `${data.valueText(value)} ${name}`;
        const isLeft = at > size.width / 2 && at + widthOf(text, "sansBold", BODY) + 12 > size.width;
        const shown = fitText(text, "sansBold", BODY, (isLeft ? at : size.width - at) - 12);
        return (
          <g key={plan} fill={colour}>
            <circle cx={at} cy={y(value)} r="4.5" stroke={palette.paper} />
            <text
              x={round(at + (isLeft ? -9 : 9))}
              y={round(middles[i] + 4)}
              text-anchor={isLeft ? "end" : "start"}
              stroke={palette.paper}
              stroke-width="3"
              paint-order="stroke"
            >
              {shown}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** What the reader expects: dotted, in ink. */
export function curveGuess(data: CurveData, size: Size, palette: Palette): JSX.Element | null {
  const { guess } = data;
  if (guess === undefined) return null;
  const { x, y } = curveFrame(data, size);
  const low = size.height - MARGINS.bottom;
  const points = guess.values.map(
    (value, i) => `${x(guess.from + i)},${Math.max(MARGINS.top, Math.min(low, y(value)))}`,
  );
  return (
    <path
      d={`M${points.join("L")}`}
      stroke={palette.ink}
      stroke-width="2"
      stroke-dasharray="1 4"
      stroke-linecap="round"
    />
  );
}
