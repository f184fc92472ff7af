/** Axes: horizontal rules with their numbers, years below, and the week line that goes through every chart. */
import type { JSX } from "preact";
import { calendarText, type Calendar } from "./calendar.ts";
import { round, type Margins, type Scale, type Size } from "./geometry.ts";
import type { Palette } from "./palette.ts";
import { SMALL, widthOf } from "./text.ts";

/** A label of the line at a week: bold, then quieter. */
export interface WeekText {
  readonly strong: string;
  readonly quiet: string;
}

/** Where the week line is: the only thing that changes while it moves. */
export interface Moment {
  readonly week: number;
  readonly text: WeekText;
  /** The chart in words at this week, for those who can't see it. */
  readonly label: string;
}

export interface YearTick {
  readonly week: number;
  readonly text: string;
}

export const YEAR = 52;

/** "start", "year 1", or their dates. */
export function yearText(year: number, calendar: Calendar | undefined): string {
  if (calendar !== undefined) return calendarText(calendar, year * YEAR);
  return year === 0 ? "start" : `year ${year}`;
}

/** "start", then the ends of years (or their dates), thinned until their labels don't touch. */
export function yearTicks(weeks: number, x: Scale, calendar?: Calendar): YearTick[] {
  const years = Math.floor(weeks / YEAR);
  const texts = Array.from({ length: years + 1 }, (_, year) => yearText(year, calendar));
  const widest = Math.max(...texts.map((text) => widthOf(text, "sans", SMALL))) + 14;
  let every = 1;
  while (every < years && x(every * YEAR) - x(0) < widest) every++;
  const ticks = [{ week: 0, text: texts[0] }];
  for (let year = every; year <= years; year += every) ticks.push({ week: year * YEAR, text: texts[year] });
  return ticks;
}

/** Years below a chart. */
export function TimeAxis(props: {
  readonly weeks: number;
  /** The years are then named by the calendar. */
  readonly calendar?: Calendar | undefined;
  readonly x: Scale;
  readonly y: number;
  readonly palette: Palette;
}): JSX.Element {
  const { weeks, calendar, x, y, palette } = props;
  return (
    <g font-size={SMALL} fill={palette.secondary} text-anchor="middle">
      <path d={`M${x(0)},${y}H${x(weeks)}`} stroke={palette.ink} />
      {yearTicks(weeks, x, calendar).map((tick) => (
        <g key={tick.week}>
          <path d={`M${x(tick.week)},${y}v4`} stroke={palette.ink} />
          <text x={x(tick.week)} y={y + 17}>
            {tick.text}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Horizontal rules with numbers at their left; zero is in ink. */
export function ValueRules(props: {
  readonly values: readonly number[];
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly palette: Palette;
  readonly text: (value: number, isTop: boolean) => string;
}): JSX.Element {
  const { values, y, left, right, palette, text } = props;
  const top = Math.max(...values);
  return (
    <g font-size={SMALL} fill={palette.secondary} text-anchor="end">
      {values.map((value) => {
        const words = text(value, value === top);
        // A number too long for the margin goes into the plot, not out of the picture with its sign.
        const end = round(Math.max(left - 8, widthOf(words, "sans", SMALL)));
        return (
          <g key={value}>
            <path
              d={`M${Math.max(left, end)},${y(value)}H${right}`}
              stroke={value === 0 ? palette.ink : palette.rule}
            />
            <text x={end} y={round(y(value) + 4)}>
              {words}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The week line's stretch through one chart. */
export function WeekLine(props: {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly palette: Palette;
}): JSX.Element {
  const { x, top, bottom, palette } = props;
  return <path d={`M${x},${top}V${bottom}`} stroke={palette.ink} stroke-dasharray="2 3" />;
}

/** The week line's name above the plot, on the side where it has room. */
export function WeekName(props: {
  readonly x: number;
  readonly y: number;
  readonly text: WeekText;
  readonly size: Size;
  readonly margins: Margins;
  readonly palette: Palette;
}): JSX.Element {
  const { x, y, text, size, margins, palette } = props;
  const width = widthOf(text.strong, "sansBold", SMALL) + widthOf(text.quiet, "sans", SMALL) + 6;
  // Within the plot: to its right stand the labels.
  const middle = Math.max(margins.left + width / 2, Math.min(size.width - margins.right - width / 2, x));
  return (
    <text x={round(middle)} y={y} font-size={SMALL} text-anchor="middle" fill={palette.ink}>
      <tspan font-weight="600">{text.strong}</tspan>
      <tspan dx="6" fill={palette.secondary}>
        {text.quiet}
      </tspan>
    </text>
  );
}
