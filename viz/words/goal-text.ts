/** A goal's name on the chart. */
import type { Goal } from "../../scenarios/index.ts";
import { monthText } from "./time.ts";
import type { Unit } from "./units.ts";

/** "Goal: 30% by month 24". */
export function goalText({ value, week }: Goal, unit: Unit): string {
  return `Goal: ${unit.short(value)} by ${monthText(week)}`;
}
