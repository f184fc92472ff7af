/** What was observed of a company from CSV: a row a week (or a date), a column a measure, blank where nothing is known. */
import { MEASURE_INDEX, MEASURES, type MeasureName } from "../../engine/index.ts";
import { inputError, InputError } from "../errors.ts";
import { WEEKS_MAX } from "../limits.ts";
import type { Chunks } from "./csv.ts";
import { numberIn } from "./numbers.ts";
import { readTable, type Row } from "./table.ts";

/** One measure as it was seen, in ascending weeks. */
export interface ObservedSeries {
  readonly measure: MeasureName;
  readonly weeks: readonly number[];
  readonly values: Float64Array;
}

export interface ObservedOptions {
  /** The file's name in errors. */
  readonly name?: string;
  /** Measures by what their columns are called, where that isn't their own name. */
  readonly columns?: Readonly<Record<string, MeasureName>>;
  /** Columns of shares count people of so many. */
  readonly employees?: number;
  /** The day that week 0 begins, as YYYY-MM-DD: dates may then stand for weeks. */
  readonly start?: string;
}

type Column = "week" | "date" | MeasureName;

/** Fewer weeks than this say nothing. */
const WEEKS_MIN = 3;
const VALUE_MOST = 1e12;

/** Reads observed series. @throws InputError with the line */
export async function importObserved(
  chunks: Chunks,
  options: ObservedOptions = {},
): Promise<ObservedSeries[]> {
  const { name = "", columns = {} } = options;
  const called: Partial<Record<Column, readonly string[]>> = {};
  for (const [header, measure] of Object.entries(columns))
    called[measure] = [...(called[measure] ?? []), header];
  const seen = new Map<MeasureName, { weeks: number[]; values: number[] }>();
  let last = -1;
  const measures = MEASURES.map((row) => row.name);
  const optional: readonly Column[] = ["week", "date", ...measures];
  await readTable<Column>(chunks, { name, required: [], optional, called }, (row) => {
    last = row.has("week") ? weekOf(row, last) : weekOfDate(row, last, options.start);
    for (const measure of measures) {
      if (!row.has(measure) || row.get(measure) === "") continue;
      const series = seen.get(measure) ?? { weeks: [], values: [] };
      seen.set(measure, series);
      series.weeks.push(last);
      series.values.push(valueOf(row, measure, options.employees));
    }
  });
  const where = name && ` (${name})`;
  if (seen.size === 0)
    throw new InputError(`missing column; none is called as a measure or named in columns${where}`);
  return [...seen].map(([measure, { weeks, values }]) => {
    if (weeks.length < WEEKS_MIN)
      throw new InputError(`too few weeks of ${measure}; fewer than ${WEEKS_MIN}: ${weeks.length}${where}`);
    return { measure, weeks, values: Float64Array.from(values) };
  });
}

function weekOf(row: Row<Column>, last: number): number {
  const text = row.get("week");
  const week = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  if (!(week <= WEEKS_MAX))
    throw inputError("invalid week", `not a whole number in [0, ${WEEKS_MAX}]`, text, row.place);
  if (week <= last) throw inputError("invalid week", `not after ${last}`, week, row.place);
  return week;
}

const DAY_MILLIS = 86_400_000;

/** The week a day lies in. Days are counted in UTC, where each has as many hours. */
function weekOfDate(row: Row<Column>, last: number, start: string | undefined): number {
  if (!row.has("date")) throw new InputError(`missing column week or date (${row.place})`);
  if (start === undefined)
    throw new InputError(`missing start; a column date needs the document's first day (${row.place})`);
  const text = row.get("date");
  const millis = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) - Date.parse(start) : NaN;
  const week = Math.floor(millis / (7 * DAY_MILLIS));
  if (!(week >= 0 && week <= WEEKS_MAX))
    throw inputError("invalid date", `not a day from ${start} on, as YYYY-MM-DD`, text, row.place);
  if (week <= last) throw inputError("invalid date", `not in a week after ${last}`, text, row.place);
  return week;
}

function valueOf(row: Row<Column>, measure: MeasureName, employees: number | undefined): number {
  const text = row.get(measure);
  const value = numberIn(text);
  const isShare = MEASURES[MEASURE_INDEX[measure]].unit === "share";
  const most = !isShare ? VALUE_MOST : (employees ?? 1);
  const least = isShare ? 0 : -VALUE_MOST;
  if (!(value >= least && value <= most))
    throw inputError(`invalid ${measure}`, `not a number in [${least}, ${most}]`, text, row.place);
  return isShare ? value / (employees ?? 1) : value;
}
