/** What a run leaves: every measure at every week, and the digest that proves it. */
import { MEASURE_INDEX, type MeasureName } from "./measures.ts";
import type { Sight } from "./witness.ts";

/** Groupings of outputs by request. */
export type GroupBy = "unit" | "role" | "level" | "site";

/** What is counted by group: employees, then shares or means of them. */
export const GROUP_MEASURES = [
  "employees",
  "registeredShare",
  "weeklyActiveShare",
  "monthlyActiveShare",
  "contributorShare",
  "deepShare",
  "memberShare",
  "attendeeShare",
  "engagement",
  "skill",
  "solvesPerEmployee",
] as const;

export interface GroupTrace {
  readonly by: GroupBy;
  readonly groupCount: number;
  /** GROUP_MEASURES by group and week: [(measure · groupCount + group) · (weeks + 1) + week]. */
  readonly columns: Float64Array;
}

export interface Trace {
  readonly weeks: number;
  /** Measure-major: measure m at week t is columns[m · (weeks + 1) + t], t = 0 … weeks (0 = start). */
  readonly columns: Float64Array;
  /** 16 hexadecimal digits over the columns and the final state of every employee. */
  readonly digest: string;
  readonly groups: readonly GroupTrace[];
  /** What was seen of everybody, where asked for; outside the digest. */
  readonly sight?: Sight;
}

/** One measure's values at weeks 0 … weeks, a view without a copy. */
export function series(trace: Pick<Trace, "weeks" | "columns">, measure: MeasureName): Float64Array {
  const length = trace.weeks + 1;
  const start = MEASURE_INDEX[measure] * length;
  return trace.columns.subarray(start, start + length);
}
