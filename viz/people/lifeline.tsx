/** One person's states over time, a band a plan, with a tick for every week in which something happened. */
import type { JSX } from "preact";
import { FILM_STATE } from "../../engine/index.ts";
import type { Calendar } from "../charts/calendar.ts";
import { TimeAxis, WeekLine, WeekName, type Moment } from "../charts/axis.tsx";
import { round, timeScale, type Margins, type Scale, type Size } from "../charts/geometry.ts";
import { planColour, type Palette } from "../charts/palette.ts";
import { BODY, fitText } from "../charts/text.ts";

export interface Lifeline {
  readonly name: string;
  readonly plan: number;
  /** At moments 0 … weeks, numbers of FILM_STATE. */
  readonly states: Uint8Array;
  /** Weeks in which something happened. */
  readonly ticks: readonly number[];
}

export interface LifelinesData {
  readonly weeks: number;
  readonly calendar?: Calendar | undefined;
  readonly lines: readonly Lifeline[];
}

const TOP = 20;
const LINE = 44;
const BAND = 14;
const NAME = 18;
const BOTTOM = 24;

export function lifelinesHeight(count: number): number {
  return TOP + count * LINE + BOTTOM;
}

/** Dates are longer than "start" and "year 4". */
const DATE_ROOM = 32;

function marginsOf({ calendar }: LifelinesData, size: Size): Margins {
  const sides =
    calendar === undefined
      ? { left: 20, right: Math.min(24, size.width / 12) }
      : { left: DATE_ROOM, right: DATE_ROOM };
  return { top: TOP, bottom: BOTTOM, ...sides };
}

export function lifelinesTime(data: LifelinesData, size: Size): Scale {
  return timeScale(data.weeks, size, marginsOf(data, size));
}

/** What stays while the week line moves. */
export function lifelinesBody(data: LifelinesData, size: Size, palette: Palette): JSX.Element {
  const x = lifelinesTime(data, size);
  return (
    <g>
      {data.lines.map((line, i) => {
        const top = TOP + i * LINE;
        return (
          <g key={line.plan}>
            <text
              x={x(0)}
              y={top + 13}
              font-size={BODY}
              font-weight="600"
              fill={planColour(palette, line.plan)}
            >
              {fitText(line.name, "sansBold", BODY, x(data.weeks) - x(0))}
            </text>
            {runsOf(line.states).map(({ state, from, to }) => (
              <path
                key={from}
                d={`M${x(from)},${top + NAME}H${x(to)}v${BAND}H${x(from)}z`}
                fill={palette.states[state]}
              />
            ))}
            <path
              d={line.ticks.map((week) => `M${x(week)},${top + NAME + BAND}v4`).join("")}
              stroke={palette.ink}
            />
          </g>
        );
      })}
      <TimeAxis
        weeks={data.weeks}
        calendar={data.calendar}
        x={x}
        y={size.height - BOTTOM}
        palette={palette}
      />
    </g>
  );
}

/** What moves with the week line. */
export function lifelinesWeek(
  data: LifelinesData,
  size: Size,
  palette: Palette,
  { week, text }: Moment,
): JSX.Element {
  const x = round(lifelinesTime(data, size)(week));
  return (
    <g>
      <WeekLine x={x} top={TOP - 4} bottom={size.height - BOTTOM} palette={palette} />
      <WeekName x={x} y={TOP - 8} text={text} size={size} margins={marginsOf(data, size)} palette={palette} />
    </g>
  );
}

/** Stretches of one state, from moment to moment; where the person is not there, none. */
function runsOf(states: Uint8Array): { state: number; from: number; to: number }[] {
  const runs: { state: number; from: number; to: number }[] = [];
  for (let moment = 0; moment < states.length - 1; moment++) {
    const state = states[moment + 1];
    const last = runs.at(-1);
    if (state === FILM_STATE.absent) continue;
    if (last !== undefined && last.state === state && last.to === moment) last.to = moment + 1;
    else runs.push({ state, from: moment, to: moment + 1 });
  }
  return runs;
}
