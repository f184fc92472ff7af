/** Real data from CSV files: who works where, who is tied to whom, who adopted when, and what was seen by week. */
import type { Chunks } from "./csv.ts";
import type { ImportedRoster } from "./roster.ts";
import type { ImportedTies } from "./ties.ts";

export { importObserved } from "./observed.ts";
export type { ObservedOptions, ObservedSeries } from "./observed.ts";
export { isOfWeeks, observedColumns } from "./observed-columns.ts";
export type { ObservedColumn } from "./observed-columns.ts";
export { importRoster } from "./roster.ts";
export { importSeries } from "./series.ts";
export { importTies } from "./ties.ts";
export type { Chunks, ImportedRoster, ImportedTies };

/** People and, if known, the ties between them; without ties the model makes synthetic ones. */
export interface ImportedOrganisation {
  readonly roster: ImportedRoster;
  readonly ties?: ImportedTies;
}
