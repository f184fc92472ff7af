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
/** The plans chosen to be compared, by their ids, which outlive a new order of the plans. */
const chosenPair = signal<{ readonly a: string; readonly b: string } | null>(null);

/** The plan that stands out in the fan chart, by its place; null = none. */
export const emphasis = signal<number | null>(null);

export interface Pair {
  readonly a: number;
  readonly b: number;
}

/** The two plans compared, by their places: b against a; a document of one plan compares it with itself. */
export const pair = computed<Pair>(() => {
  const { plans } = document.value;
  const place = (id: string | undefined): number => plans.findIndex((plan) => plan.id === id);
  const [a, b] = [place(chosenPair.value?.a), place(chosenPair.value?.b)];
  if (a >= 0 && b >= 0) return { a, b };
  if (a < 0 && b < 0) return { a: 0, b: Math.min(1, plans.length - 1) };
  const one = Math.max(a, b);
  const other = plans.findIndex((_, i) => i !== one);
  if (other < 0) return { a: one, b: one };
  return a < 0 ? { a: other, b: one } : { a: one, b: other };
});
export const comparedPlans = computed<readonly number[]>(() => [pair.value.a, pair.value.b]);
/** Whether there are two plans to compare. */
export const isPaired = computed(() => pair.value.a !== pair.value.b);

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
  const next = side === "a" ? { a: plan, b: plan === b ? a : b } : { a: plan === a ? b : a, b: plan };
  const { plans } = document.value;
  chosenPair.value = { a: plans[next.a].id, b: plans[next.b].id };
}
