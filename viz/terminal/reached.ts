/** A study's numbers in the unit of their output, and how precise its wanted difference is by now. */
import type { MeasureUnit } from "../../engine/index.ts";
import type { Estimate } from "../../scenarios/index.ts";
import type { Layout, Reached } from "../../scenarios/studies/index.ts";
import { outputUnit } from "../words/decisions.ts";
import { formatOf, type Format } from "./format.ts";

export const UNKNOWN = "unknown";

export function measured({ value, low, high }: Estimate, unit: MeasureUnit, format: Format): string {
  if (value === null) return UNKNOWN;
  if (low === null || high === null) return format.value(value, unit);
  return format.estimate(value, low, high, unit);
}

/** One line: the difference at the last look, how precise it is, and what is next. */
export function reachedText(layout: Layout, reached: Reached): string {
  const { output, a, b, looks, difference, halfWidth, wanted, next, isReached } = reached;
  const unit = outputUnit(layout, output);
  const format = formatOf(layout.study.document);
  const now = halfWidth === null || halfWidth === Infinity ? UNKNOWN : `± ${format.value(halfWidth, unit)}`;
  const aim = `± ${format.value(wanted, unit)} wanted`;
  const end = next === undefined ? (isReached ? "reached" : "not reached") : `next look at ${next}`;
  return `${output}, ${b} less ${a}: ${measured(difference, unit, format)} after ${looks.at(-1)} replicates (look ${looks.length}) · ${now}, ${aim} · ${end}`;
}
