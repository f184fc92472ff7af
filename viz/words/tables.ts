/** The charts' numbers as tables: every quarter, and the end. */
import type { Bands, PlanBands } from "../charts/bands.ts";
import { spreadAt } from "../store/statistics.ts";
import { monthText } from "./time.ts";
import type { Unit } from "./units.ts";

const QUARTER = 13;

export interface TableData {
  readonly caption: string;
  readonly heads: readonly string[];
  /** The first cell of a row is its head. */
  readonly rows: readonly (readonly string[])[];
}

export function quarters(weeks: number): number[] {
  const starts = Array.from({ length: Math.floor(weeks / QUARTER) + 1 }, (_, i) => i * QUARTER);
  return weeks % QUARTER === 0 ? starts : [...starts, weeks];
}

/** Medians with nine tenths of the runs, a column a plan. */
export function bandTable(title: string, plans: readonly PlanBands[], unit: Unit, weeks: number): TableData {
  return {
    caption: `${title}: median, and the range of 90% of the runs`,
    heads: ["Time", ...plans.map((plan) => plan.name)],
    rows: quarters(weeks).map((week) => [
      weekHead(week),
      ...plans.map(({ bands }) => unit.shortSpread(spreadAt(bands, week))),
    ]),
  };
}

export function differenceTable(title: string, bands: Bands, unit: Unit, weeks: number): TableData {
  return {
    caption: `${title}: median of the runs’ differences, and the range of 90% of them`,
    heads: ["Time", "Median", "90% of the runs"],
    rows: quarters(weeks).map((week) => [
      weekHead(week),
      unit.change(bands.p50[week]),
      unit.changeRange(bands.p5[week], bands.p95[week]),
    ]),
  };
}

function weekHead(week: number): string {
  return week === 0 ? "Start" : `${monthText(week)}, week ${week}`;
}
