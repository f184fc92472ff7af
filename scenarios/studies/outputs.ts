/** What is kept of a run: columns of the table, each a number taken from the weeks of one measure. */
import type { MeasureUnit } from "../../engine/index.ts";
import type { Document } from "../schema.ts";
import { weeklyMeasure, type Columns, type WeeklyMeasure } from "./measures.ts";
import type { OwnMeasure, StudyOutput } from "./schema.ts";

export interface Output {
  /** Its column's name. */
  readonly name: string;
  readonly measure: WeeklyMeasure;
  /** Of the number, which may be another than the measure's. */
  readonly unit: MeasureUnit;
  /** The number, from the measure's values at weeks 0 … weeks; NaN where there is none. */
  readonly valueOf: (values: Float64Array) => number;
}

/** The columns a study's outputs make, in their order; none of an unknown measure. */
export function outputsOf({
  outputs,
  measures,
  document: { weeks },
}: {
  readonly outputs: readonly StudyOutput[];
  readonly measures?: readonly OwnMeasure[] | undefined;
  readonly document: Pick<Document, "weeks">;
}): Output[] {
  return outputs.flatMap((output) => {
    const measure = weeklyMeasure(measureName(output), measures);
    return measure === undefined ? [] : columnsOf(output, measure, weeks);
  });
}

/** The measure that an output is taken from. */
export function measureName(output: StudyOutput): string {
  return typeof output === "string" ? output : output.measure;
}

/** The value of an output in one run. */
export function outputValue({ measure, valueOf }: Output, trace: Columns): number {
  return valueOf(measure.seriesOf(trace));
}

function columnsOf(output: StudyOutput, measure: WeeklyMeasure, weeks: number): Output[] {
  if (typeof output === "string") return [weekly(measure, weeks, measure.name)];
  const { unit } = measure;
  switch (output.take) {
    case "at":
      return [weekly(measure, output.week, output.name)];
    case "trace":
      return Array.from({ length: Math.floor(weeks / output.every) + 1 }, (_, i) =>
        weekly(measure, i * output.every),
      );
    case "first week above": {
      const { name, level } = output;
      return [{ name, measure, unit: "weeks", valueOf: (values) => firstAbove(values, level) }];
    }
    default: {
      const { take, name, from = 0, to = weeks } = output;
      return [{ name, measure, unit, valueOf: (values) => SUMMARIES[take](values.subarray(from, to + 1)) }];
    }
  }
}

function weekly(measure: WeeklyMeasure, week: number, name = `${measure.name}@${week}`): Output {
  return { name, measure, unit: measure.unit, valueOf: (values) => values[week] };
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
