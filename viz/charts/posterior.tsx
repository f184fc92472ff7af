/** A calibrated model over the data: median and middle 90% of new runs as far as weeks were observed, and those as dots. */
import type { JSX } from "preact";
import type { Calendar } from "./calendar.ts";
import { TimeAxis, ValueRules, WeekLine, WeekName, type WeekText } from "./axis.tsx";
import { MEDIAN_WIDTH, WIDE_OPACITY } from "./bands.ts";
import { EndLabels } from "./end-labels.tsx";
import { round, scaleOf, timeMargins, timeScale, type Margins, type Scale, type Size } from "./geometry.ts";
import { Observed } from "./observed.tsx";
import { planColour, type Palette } from "./palette.ts";
import { BODY } from "./text.ts";
import { fittingTicks } from "./ticks.ts";

export interface PosteriorData {
  /** The horizon drawn: the last observed week. */
  readonly weeks: number;
  /** The day that week 0 begins. */
  readonly calendar?: Calendar | undefined;
  /** Weeks that were observed, ascending, and what was seen and fitted in each. */
  readonly observed: readonly number[];
  readonly values: ArrayLike<number>;
  readonly p5: ArrayLike<number>;
  readonly p50: ArrayLike<number>;
  readonly p95: ArrayLike<number>;
  /** The plan that was followed, which gives the colour. */
  readonly plan: number;
  readonly axisText: (value: number, isTop: boolean) => string;
  /** What stands beside the curves: the week read, or the last. */
  readonly label: { readonly name: string; readonly lines: readonly string[] };
  /** The place of the observed week that is read, and its name; null is none. */
  readonly read: { readonly at: number; readonly text: WeekText } | null;
}

interface PosteriorFrame {
  readonly x: Scale;
  readonly y: Scale;
  readonly margins: Margins;
  readonly ticks: readonly number[];
}

const TICKS = 5;
/** Below the dots' radius a band of one week alone would not be seen. */
const LONE = 3;

function posteriorFrame({ weeks, values, p5, p95 }: PosteriorData, size: Size): PosteriorFrame {
  const margins = { ...timeMargins(size.width), top: 22, bottom: 24 };
  const all = [values, p5, p95].flatMap((own) => Array.from(own));
  const ticks = fittingTicks(Math.min(...all), Math.max(...all), TICKS);
  return {
    x: timeScale(weeks, size, margins),
    y: scaleOf(ticks.domain, [size.height - margins.bottom, margins.top]),
    margins,
    ticks: ticks.values,
  };
}

export function PosteriorMarks(props: {
  readonly data: PosteriorData;
  readonly size: Size;
  readonly palette: Palette;
}): JSX.Element {
  const { data, size, palette } = props;
  const { x, y, margins, ticks } = posteriorFrame(data, size);
  const [right, bottom] = [size.width - margins.right, size.height - margins.bottom];
  const colour = planColour(palette, data.plan);
  const at = data.read?.at ?? data.observed.length - 1;
  return (
    <g>
      <ValueRules
        values={ticks}
        y={y}
        left={margins.left}
        right={right}
        palette={palette}
        text={data.axisText}
      />
      <TimeAxis weeks={data.weeks} calendar={data.calendar} x={x} y={bottom} palette={palette} />
      {stretchesOf(data.observed).map(([first, end]) => (
        <Stretch key={first} data={data} span={[first, end]} x={x} y={y} colour={colour} />
      ))}
      <Observed dots={{ weeks: data.observed, values: data.values }} x={x} y={y} palette={palette} />
      {data.read === null ? null : (
        <g>
          <WeekLine x={x(data.observed[at])} top={margins.top - 4} bottom={bottom} palette={palette} />
          <WeekName
            x={x(data.observed[at])}
            y={margins.top - 9}
            text={data.read.text}
            size={size}
            margins={margins}
            palette={palette}
          />
        </g>
      )}
      <EndLabels
        labels={[{ plan: data.plan, ...data.label, y: y(data.p50[data.observed.length - 1]) }]}
        x={round(right + 10)}
        width={margins.right - 10}
        top={0}
        bottom={bottom + BODY / 2}
        palette={palette}
      />
    </g>
  );
}

/** One stretch of weeks without a gap too wide to draw across. */
function Stretch(props: {
  readonly data: PosteriorData;
  readonly span: readonly [number, number];
  readonly x: Scale;
  readonly y: Scale;
  readonly colour: string;
}): JSX.Element {
  const { data, x, y, colour } = props;
  const [first, end] = props.span;
  const places = Array.from({ length: end - first }, (_, i) => first + i);
  const line = (values: ArrayLike<number>): string[] =>
    places.map((k) => `${x(data.observed[k])},${y(values[k])}`);
  if (places.length === 1) {
    const left = round(x(data.observed[first]) - LONE);
    return (
      <g>
        <path
          d={`M${left},${y(data.p95[first])}h${2 * LONE}V${y(data.p5[first])}h${-2 * LONE}Z`}
          fill={colour}
          fill-opacity={WIDE_OPACITY}
        />
        <path d={`M${left},${y(data.p50[first])}h${2 * LONE}`} stroke={colour} stroke-width={MEDIAN_WIDTH} />
      </g>
    );
  }
  return (
    <g>
      <path
        d={`M${line(data.p95).join("L")}L${line(data.p5).toReversed().join("L")}Z`}
        fill={colour}
        fill-opacity={WIDE_OPACITY}
      />
      <path d={`M${line(data.p50).join("L")}`} stroke={colour} stroke-width={MEDIAN_WIDTH} />
    </g>
  );
}

/** A quarter without data parts what is on its sides: nothing is known of the model there. */
const GAP_WEEKS = 13;

/** Places [first, end) of weeks that follow one another. */
export function stretchesOf(weeks: readonly number[]): (readonly [number, number])[] {
  const starts = Array.from(weeks.keys()).filter((k) => k === 0 || weeks[k] - weeks[k - 1] > GAP_WEEKS);
  return starts.map((first, i) => [first, starts[i + 1] ?? weeks.length] as const);
}
