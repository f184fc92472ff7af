/** The five states of people in words. */
import { MEASURES, MEASURE_INDEX } from "../../engine/index.ts";
import { STATE_MEASURES } from "./metrics.ts";
import type { PlanName } from "./rich.ts";
import { monthText } from "./time.ts";

/** From "not registered" to "deep". */
export const STATE_LABELS: readonly string[] = STATE_MEASURES.map(
  (name) => MEASURES[MEASURE_INDEX[name]].label,
);

/** "9,566". */
export function countText(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}

/** A picture of people for those who can't see it; its numbers stand below it. */
export function crowdLabel({ name }: PlanName, week: number): string {
  const when = week === 0 ? "at the start" : `in ${monthText(week)}`;
  return `A dot for every employee under ${name}, in blocks of units, ${when}: the more deeply somebody takes part, the brighter`;
}
