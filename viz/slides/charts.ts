/** Fans as native charts of a presentation: lines whose numbers can be edited there. */
import type { PlanBands } from "../charts/bands.ts";
import { LIGHT, planColour } from "../charts/palette.ts";
import { YEAR, yearText } from "../charts/axis.tsx";
import type { Calendar } from "../charts/calendar.ts";

export interface ChartSeries {
  readonly name: string;
  readonly colour: string;
  readonly values: readonly number[];
}

const MEDIAN = 1;
/** The bounds of nine tenths of the runs are as pale. */
const PALE = 0.35;

/** A median and the bounds of nine tenths of the runs, for every plan; the medians last, on top. */
export function bandSeries(plans: readonly PlanBands[]): ChartSeries[] {
  const bounds = plans.flatMap(({ name, plan, bands }) => {
    const colour = mixed(planColour(LIGHT, plan), LIGHT.paper, PALE);
    return [
      { name: `${name}, low (5% lie below)`, colour, values: Array.from(bands.p5) },
      { name: `${name}, high (5% lie above)`, colour, values: Array.from(bands.p95) },
    ];
  });
  const medians = plans.map(({ name, plan, bands }) => ({
    name: `${name}, median`,
    colour: mixed(planColour(LIGHT, plan), LIGHT.paper, MEDIAN),
    values: Array.from(bands.p50),
  }));
  return [...bounds, ...medians];
}

/** What the axis names at the ends of years, weeks between. */
export function weekNames(weeks: number, calendar: Calendar | undefined): string[] {
  return Array.from({ length: weeks + 1 }, (_, week) =>
    week % YEAR === 0 ? yearText(week / YEAR, calendar) : `week ${week}`,
  );
}

/** A share of a colour over another, as six hexadecimal digits. */
function mixed(colour: string, over: string, share: number): string {
  const [top, ground] = [colour, over].map((hex) => Number.parseInt(hex.slice(1), 16));
  return [16, 8, 0]
    .map((shift) => {
      const [a, b] = [(top >> shift) & 255, (ground >> shift) & 255];
      return Math.round(a * share + b * (1 - share))
        .toString(16)
        .padStart(2, "0");
    })
    .join("");
}
