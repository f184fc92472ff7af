/** The reader's own notes on the curve that is looked at: part of the document. */
import { computed } from "@preact/signals";
import type { ChartNote } from "../../scenarios/index.ts";
import { document } from "./document.ts";
import type { Command } from "./step-commands.ts";
import { metric, weeks } from "./view.ts";

/** A note and its place among the document's. */
export interface PlacedChartNote extends ChartNote {
  readonly place: number;
}

/** Notes of the chosen measure. */
export const chartNotes = computed<readonly PlacedChartNote[]>(() =>
  (document.value.chartNotes ?? [])
    .map((note, place) => ({ ...note, place }))
    .filter(({ measure, week }) => measure === metric.value.name && week <= weeks.value),
);

export function addChartNote(note: ChartNote): Command {
  return (one) => ({ ...one, chartNotes: [...(one.chartNotes ?? []), note] });
}

/** Changes a note, or takes it away. */
export function changeChartNote(place: number, changes: Partial<ChartNote> | null): Command {
  return ({ chartNotes: notes = [], ...one }) => {
    const left = notes.flatMap((note, i) =>
      i !== place ? [note] : changes === null ? [] : [{ ...note, ...changes }],
    );
    return left.length === 0 ? one : { ...one, chartNotes: left };
  };
}
