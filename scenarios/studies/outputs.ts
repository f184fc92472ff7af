/** What is kept of a run: columns of the table, each a number taken from the weeks of one measure. */
import { series, type MeasureName, type Trace } from "../../engine/index.ts";
import type { Document } from "../schema.ts";
import type { StudyOutput } from "./schema.ts";

export interface Output {
  /** Its column's name. */
  readonly name: string;
  readonly measure: MeasureName;
  /** The number, from the measure's values at weeks 0 … weeks; NaN where there is none. */
  readonly valueOf: (values: Float64Array) => number;
}

type Columns = Pick<Trace, "weeks" | "columns">;

/** The columns a study's outputs make, in their order. */
export function outputsOf({
  outputs,
  document: { weeks },
}: {
  readonly outputs: readonly StudyOutput[];
  readonly document: Pick<Document, "weeks">;
}): Output[] {
  return outputs.flatMap((output) => columnsOf(output, weeks));
}

/** The value of an output in one run. */
export function outputValue({ measure, valueOf }: Output, trace: Columns): number {
  return valueOf(series(trace, measure));
}

function columnsOf(output: StudyOutput, weeks: number): Output[] {
  if (typeof output === "string")
    return [{ name: output, measure: output, valueOf: (values) => values[weeks] }];
  const { measure } = output;
  switch (output.take) {
    case "at":
      return [weekly(measure, output.week, output.name)];
    case "trace":
      return Array.from({ length: Math.floor(weeks / output.every) + 1 }, (_, i) =>
        weekly(measure, i * output.every),
      );
    case "first week above":
      return [{ name: output.name, measure, valueOf: (values) => firstAbove(values, output.level) }];
    default: {
      const { take, name, from = 0, to = weeks } = output;
      return [{ name, measure, valueOf: (values) => SUMMARIES[take](values.subarray(from, to + 1)) }];
    }
  }
}

function weekly(measure: MeasureName, week: number, name = `${measure}@${week}`): Output {
  return { name, measure, valueOf: (values) => values[week] };
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

const SUMMARIES = {
  mean: (values: Float64Array): number => sum(values) / values.length,
  sum,
  least: (values: Float64Array): number => values.reduce((least, value) => Math.min(least, value), Infinity),
  most: (values: Float64Array): number => values.reduce((most, value) => Math.max(most, value), -Infinity),
};

/** The first week from which on a measure stays above a level; NaN if it ends at or below it. */
function firstAbove(values: Float64Array, level: number): number {
  const last = values.findLastIndex((value) => !(value > level));
  return last === values.length - 1 ? NaN : last + 1;
}
