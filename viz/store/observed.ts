/** Values seen in the company itself, laid over the curve of their measure; they stay in this page. */
import { computed, signal } from "@preact/signals";
import type { PlanBands } from "../charts/bands.ts";
import type { MeasureName } from "../../engine/index.ts";
import { document } from "./document.ts";
import { metric } from "./view.ts";

export interface Observed {
  readonly measure: MeasureName;
  /** Ascending. */
  readonly weeks: readonly number[];
  readonly values: ArrayLike<number>;
  readonly file: string;
  /** Whether shares were counted as people. */
  readonly isCounted: boolean;
  /** Of the document they were laid over: another document has none. */
  readonly seed: string;
}

/** The last series that was read. */
export const observed = signal<Observed | null>(null);

/** What is seen of the chosen measure of this document, as far as its horizon reaches. */
export const observedNow = computed<Observed | null>(() => {
  const seen = observed.value;
  const isMeant = seen?.measure === metric.value.name && seen.seed === document.value.seed;
  return isMeant ? seen : null;
});

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
