/** The stretch of weeks that is marked on the curves: the view's, never the document's. */
import { computed, signal } from "@preact/signals";
import { weeks } from "./view.ts";

/** From a week to a later one. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const chosen = signal<Stretch | null>(null);

/** Within the horizon; null = none. */
export const stretch = computed<Stretch | null>(() => {
  if (chosen.value === null) return null;
  const from = Math.max(0, chosen.value.from);
  const to = Math.min(weeks.value, chosen.value.to);
  return from < to ? { from, to } : null;
});

export function chooseStretch(next: Stretch | null): void {
  chosen.value = next;
}

/** Marks the weeks between two, in any order. */
export function markBetween(one: number, other: number): void {
  chooseStretch({ from: Math.min(one, other), to: Math.max(one, other) });
}

/** Moves the end of the stretch that stands at a week; without one, a stretch begins there. */
export function extendStretch(at: number, to: number): void {
  const now = stretch.peek();
  const anchor = at === now?.from ? now.to : at === now?.to ? now.from : at;
  markBetween(anchor, to);
}
