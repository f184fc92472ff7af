/** How one looks at the document: nothing here changes a result, nothing is undone. */
import { computed, signal } from "@preact/signals";
import type { MeasureName } from "../../engine/index.ts";
import { METRICS, metricOf } from "../words/metrics.ts";
import { document } from "./document.ts";

/** The week line's place; null = the last week. */
const chosenWeek = signal<number | null>(null);
/** The week under the pointer. */
export const hoverWeek = signal<number | null>(null);
export const metricName = signal<MeasureName>(METRICS[0].name);
/** The two plans compared, by their places: b against a. */
export const pair = signal<{ readonly a: number; readonly b: number }>({ a: 0, b: 1 });

/** The plan that stands out in the fan chart, by its place; null = none. */
export const emphasis = signal<number | null>(null);

export const metric = computed(() => metricOf(metricName.value));
export const weeks = computed(() => document.value.weeks);

/** The week that values are read at. */
export const week = computed(() => Math.min(hoverWeek.value ?? chosenWeek.value ?? weeks.value, weeks.value));

export function moveWeek(to: number): void {
  hoverWeek.value = null;
  chosenWeek.value = Math.max(0, Math.min(weeks.value, Math.round(to)));
}

/** Moves the emphasis through an order of plans; beyond its ends nothing stands out. */
export function moveEmphasis(order: readonly number[], step: 1 | -1): void {
  const at = emphasis.value === null ? (step > 0 ? -1 : order.length) : order.indexOf(emphasis.value);
  emphasis.value = order[at + step] ?? null;
}

/** Compares another two plans; the same plan twice changes places. */
export function choosePair(side: "a" | "b", plan: number): void {
  const { a, b } = pair.value;
  if (side === "a") pair.value = plan === b ? { a: b, b: a } : { a: plan, b };
  else pair.value = plan === a ? { a: b, b: a } : { a, b: plan };
}
