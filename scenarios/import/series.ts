/** A series of adoptions from CSV: counts a period, or people and when each adopted. */
import { NEVER, type Counts, type Individuals, type Series } from "../diffusion/series.ts";
import { inputError, InputError } from "../errors.ts";
import { EMPLOYEES_MAX, WEEKS_MAX } from "../limits.ts";
import { placeInFile, type Chunks } from "./csv.ts";
import { readTable, type Row } from "./table.ts";

const COLUMNS = ["id", "time", "group", "period", "adoptions", "market"] as const;
type Column = (typeof COLUMNS)[number];

export interface SeriesOptions {
  /** The file's name in errors. */
  readonly name?: string;
  /** What columns are called in the file, where it isn't their own name. */
  readonly columns?: Partial<Readonly<Record<Column, string>>>;
  /** How many could adopt, for counts without a column `market`. */
  readonly market?: number;
  /** First period under observation; missing = the first in which anybody adopts. Only for people. */
  readonly from?: number;
  /** Last period under observation: who adopts later counts as not having adopted; missing = the last in the file. */
  readonly until?: number;
}

/** Periods and counts are whole numbers up to this. */
const NUMBER_LIMIT = 1e9;
/** Fewer say nothing: three periods, and two who adopt. */
const PERIODS_MIN = 3;
const ADOPTERS_MIN = 2;
/** People times periods that are looked at. */
const MOMENTS_LIMIT = 20_000_000;
const GROUPS_LIMIT = 1000;

type Reader = { readonly take: (row: Row<Column>) => void; readonly end: () => Series };

/**
 * Reads a series. Counts: period, adoptions and, if known, market (one number), a row a period without gaps. People:
 * id, time (blank = never) and, if wanted, group. All times are whole numbers. @throws InputError with the line
 */
export async function importSeries(chunks: Chunks, options: SeriesOptions = {}): Promise<Series> {
  const name = options.name ?? "";
  const columns = options.columns ?? {};
  const called = Object.fromEntries(Object.entries(columns).map(([key, text]) => [key, [text]]));
  let reader: Reader | undefined;
  await readTable<Column>(chunks, { name, required: [], optional: COLUMNS, called }, (row) => {
    reader ??= row.has("id") ? peopleReader(row, options, name) : countsReader(row, options, name);
    reader.take(row);
  });
  if (reader === undefined)
    throw new InputError(`empty series; nothing below the header${name && ` (${name})`}`);
  return reader.end();
}

/** Says what a file lacks to be of the form its other columns promise. */
function need(row: Row<Column>, column: Column, form: string, options: SeriesOptions, name: string): void {
  if (row.has(column)) return;
  const called = options.columns?.[column] ?? column;
  throw new InputError(`missing column ${called}; ${form} (${placeInFile(name, 1)})`);
}

const FORMS = "a series has period and adoptions, or id and time";

function countsReader(first: Row<Column>, options: SeriesOptions, name: string): Reader {
  need(first, "period", FORMS, options, name);
  need(first, "adoptions", FORMS, options, name);
  if (options.from !== undefined)
    throw new InputError(`invalid from; counts start with the file's first period: ${options.from}`);
  const adoptions: number[] = [];
  let firstPeriod = 0;
  let market = options.market;
  let marketPlace = "";
  const take = (row: Row<Column>): void => {
    const period = wholeOf(row, "period", -NUMBER_LIMIT, NUMBER_LIMIT);
    if (options.until !== undefined && period > options.until) return;
    if (adoptions.length === 0) firstPeriod = period;
    const due = firstPeriod + adoptions.length;
    if (period !== due) throw inputError("invalid period", `not the next, ${due}`, period, row.place);
    if (adoptions.length === WEEKS_MAX)
      throw inputError("too many periods", `more than ${WEEKS_MAX}`, period, row.place);
    adoptions.push(wholeOf(row, "adoptions", 0, NUMBER_LIMIT));
    if (row.get("market") === "") return;
    const size = wholeOf(row, "market", 1, NUMBER_LIMIT);
    if (market !== undefined && size !== market)
      throw inputError("invalid market", `not ${market} as above; a series has one`, size, row.place);
    market = size;
    marketPlace = row.place;
  };
  const end = (): Counts => {
    const total = enough(adoptions, name);
    if (market !== undefined && market < total)
      throw inputError("invalid market", `below the ${total} who adopted`, market, marketPlace);
    return {
      form: "counts",
      firstPeriod,
      adoptions: Float64Array.from(adoptions),
      ...(market === undefined ? {} : { market }),
    };
  };
  return { take, end };
}

/** How many adopted, if that is enough to be fitted. */
function enough(adoptions: ArrayLike<number>, name: string): number {
  const where = name && ` (${name})`;
  const total = Array.from(adoptions).reduce((sum, count) => sum + count, 0);
  if (adoptions.length < PERIODS_MIN)
    throw new InputError(`too few periods; fewer than ${PERIODS_MIN}: ${adoptions.length}${where}`);
  if (total < ADOPTERS_MIN)
    throw new InputError(`too few adoptions; fewer than ${ADOPTERS_MIN}: ${total}${where}`);
  return total;
}

function peopleReader(head: Row<Column>, options: SeriesOptions, name: string): Reader {
  need(head, "time", FORMS, options, name);
  if (options.columns?.group !== undefined) need(head, "group", "named as the groups' column", options, name);
  if (options.market !== undefined)
    throw new InputError(`invalid market; the people of the file are the market: ${options.market}`);
  const index = new Map<string, number>();
  const times: (number | undefined)[] = [];
  const groups = new Map<string, number>();
  const group: number[] = [];
  const take = (row: Row<Column>): void => {
    const id = row.get("id");
    if (id === "") throw new InputError(`missing id (${row.place})`);
    if (index.has(id)) throw inputError("repeated id", "", id, row.place);
    if (index.size === EMPLOYEES_MAX)
      throw inputError("too many people", `more than ${EMPLOYEES_MAX}`, id, row.place);
    index.set(id, index.size);
    times.push(timeOf(row, options));
    if (!row.has("group")) return;
    const label = row.get("group");
    if (!groups.has(label)) groups.set(label, groups.size);
    if (groups.size > GROUPS_LIMIT)
      throw inputError("too many groups", `more than ${GROUPS_LIMIT}`, label, row.place);
    group.push(groups.get(label)!);
  };
  const end = (): Individuals => {
    const span = spanOf(times, options, name);
    const adoptedAt = Int32Array.from(times, (time) =>
      time === undefined || time > span.last ? NEVER : time - span.first,
    );
    return {
      form: "individuals",
      firstPeriod: span.first,
      periods: span.last - span.first + 1,
      ids: [...index.keys()],
      adoptedAt,
      group: Uint16Array.from(group),
      groupNames: [...groups.keys()],
    };
  };
  return { take, end };
}

/** When somebody adopted; undefined for never. */
function timeOf(row: Row<Column>, { from }: SeriesOptions): number | undefined {
  if (row.get("time") === "") return undefined;
  const time = wholeOf(row, "time", -NUMBER_LIMIT, NUMBER_LIMIT);
  if (from !== undefined && time < from)
    throw inputError("invalid time", `before the first period, ${from}`, time, row.place);
  return time;
}

/** First and last period under observation. */
function spanOf(
  times: readonly (number | undefined)[],
  { from, until }: SeriesOptions,
  name: string,
): { first: number; last: number } {
  const where = name && ` (${name})`;
  const known = times.filter((time): time is number => time !== undefined);
  const first = from ?? known.reduce((a, b) => Math.min(a, b), Infinity);
  const last = until ?? known.reduce((a, b) => Math.max(a, b), -Infinity);
  const adopters = known.filter((time) => time <= last).length;
  if (adopters < ADOPTERS_MIN)
    throw new InputError(`too few adoptions; fewer than ${ADOPTERS_MIN}: ${adopters}${where}`);
  const periods = last - first + 1;
  if (periods < PERIODS_MIN)
    throw new InputError(`too few periods; fewer than ${PERIODS_MIN}: ${periods}${where}`);
  if (periods > WEEKS_MAX)
    throw new InputError(`too many periods; more than ${WEEKS_MAX}: ${periods}${where}`);
  if (periods * times.length > MOMENTS_LIMIT)
    throw new InputError(
      `too many people times periods; more than ${MOMENTS_LIMIT}: ${periods * times.length}${where}`,
    );
  return { first, last };
}

/** A column's whole number within bounds. */
function wholeOf(row: Row<Column>, column: Column, low: number, high: number): number {
  const text = row.get(column);
  if (text === "") throw new InputError(`missing ${column} (${row.place})`);
  const value = /^[+-]?\d{1,15}(\.0+)?$/.test(text) ? Number(text) : NaN;
  if (!(value >= low && value <= high))
    throw inputError(`invalid ${column}`, `not a whole number in [${low}, ${high}]`, text, row.place);
  return value + 0;
}
