/** What outputs are taken from, week by week: the model's measures, and those that a study makes of them. */
import { MEASURES, series, type MeasureName, type MeasureUnit, type Trace } from "../../engine/index.ts";
import type { OwnMeasure } from "./schema.ts";

export interface WeeklyMeasure {
  readonly name: string;
  readonly label: string;
  readonly unit: MeasureUnit;
  /** Its values at weeks 0 … weeks; NaN where there is none. */
  readonly seriesOf: (trace: Columns) => Float64Array;
}

export type Columns = Pick<Trace, "weeks" | "columns">;

/** A measure by its name; undefined if neither the model nor the study has it. */
export function weeklyMeasure(
  name: string,
  own: readonly OwnMeasure[] | undefined,
): WeeklyMeasure | undefined {
  const row = MEASURES.find((each) => each.name === name);
  if (row !== undefined) {
    const { label, unit } = row;
    return { name, label, unit, seriesOf: (trace) => series(trace, row.name) };
  }
  const made = own?.find((each) => each.name === name);
  return (
    made && { name, label: made.label ?? name, unit: made.unit, seriesOf: (trace) => valuesOf(made, trace) }
  );
}

/** A weighted sum over another one; a week whose divisor is 0 has no value. */
function valuesOf({ sum, over }: OwnMeasure, trace: Columns): Float64Array {
  const above = weighted(sum, trace);
  if (over === undefined) return above;
  const below = weighted(over, trace);
  return above.map((value, week) => (below[week] === 0 ? NaN : value / below[week]));
}

function weighted(weights: OwnMeasure["sum"], trace: Columns): Float64Array {
  const total = new Float64Array(trace.weeks + 1);
  for (const [name, weight = 0] of Object.entries(weights)) {
    const values = series(trace, name as MeasureName);
    for (let week = 0; week < total.length; week++) total[week] += weight * values[week];
  }
  return total;
}
