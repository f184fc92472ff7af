/** Values seen in the company itself, laid over the curves of their measures; they stay in this browser. */
import { computed, signal } from "@preact/signals";
import type { PlanBands } from "../charts/bands.ts";
import { observed } from "./document.ts";
import type { Observed } from "./observation.ts";
import { metric } from "./view.ts";

/** Why a file was refused; empty if none was. */
export const observedTrouble = signal("");

/** What is seen of the chosen measure. */
export const observedNow = computed<Observed | null>(
  () =>
    observed.value.find(({ measure, weeks }) => measure === metric.value.name && weeks.length > 0) ?? null,
);

/** Curves redrawn from what was seen; null while the forecast is as it was. */
export const redrawn = signal<readonly PlanBands[] | null>(null);

/** As far as a horizon reaches. */
export function observedWithin(
  seen: Observed | null,
  weeks: number,
): { readonly weeks: readonly number[]; readonly values: readonly number[] } | null {
  if (seen === null) return null;
  const within = seen.weeks.filter((week) => week <= weeks);
  return { weeks: within, values: within.map((_, i) => seen.values[i]) };
}
