/** Ties between the people of a roster, from CSV. */
import { inputError, InputError } from "../errors.ts";
import type { Chunks } from "./csv.ts";
import type { ImportedRoster } from "./roster.ts";
import { readTable, type Row } from "./table.ts";
import { listed, plural } from "./words.ts";

export interface ImportedTies {
  /** Undirected pairs of employees, source below target, in order. */
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  /** Summed weights in the same order; kept, not used by the model. */
  readonly weight: Float64Array;
  /** What was understood and left out, in sentences. */
  readonly report: readonly string[];
}

export interface TiesOptions {
  /** The file's name in errors. */
  readonly name?: string;
  /** Column of weights; otherwise `weight` if there is one, else 1 a row. */
  readonly weightColumn?: string;
  /** The file lists directed ties; the model makes them undirected, and the report says so. */
  readonly directed?: boolean;
  /** What the two columns of people may be called, instead of `source` and `target`. */
  readonly called?: { readonly source: readonly string[]; readonly target: readonly string[] };
}

/** Ties in a roster of 1,000,000: pairs below 2⁵³ as one number, so that they can be sorted. */
const PAIR_BASE = 1_048_576;
const TIES_LIMIT = 20_000_000;

/** Reads ties from CSV: source, target, and optionally a weight. @throws InputError */
export async function importTies(
  chunks: Chunks,
  roster: Pick<ImportedRoster, "ids">,
  options: TiesOptions = {},
): Promise<ImportedTies> {
  const name = options.name ?? "";
  const index = new Map(roster.ids.map((id, i) => [id, i]));
  const weightColumn = options.weightColumn ?? "weight";
  const shape = {
    name,
    required: ["source", "target", ...(options.weightColumn === undefined ? [] : [weightColumn])],
    optional: [weightColumn],
    ...(options.called ? { called: options.called } : {}),
  };
  const pairs = createGrowing();
  const weights = createGrowing();
  let zeroCount = 0;
  let hasWeight = false;
  const table = await readTable<string>(chunks, shape, (row) => {
    const source = personOf(row, "source", index);
    const target = personOf(row, "target", index);
    if (source === target)
      throw inputError("tie of a person to themselves", "", row.get("source"), row.place);
    const weight = row.has(weightColumn) ? weightOf(row.get(weightColumn), weightColumn, row.place) : 1;
    hasWeight ||= row.has(weightColumn);
    if (weight === 0) zeroCount++;
    else if (pairs.length() === TIES_LIMIT) throw tooMany(row);
    else {
      pairs.push(Math.min(source, target) * PAIR_BASE + Math.max(source, target));
      weights.push(weight);
    }
  });
  const ties = summed(pairs.values(), weights.values());
  const report = [
    ...summary(ties.source, ties.target, roster.ids.length),
    ...merged(pairs.length(), ties.source.length, options.directed === true),
    ...(zeroCount > 0 ? [`Left out: ${plural(zeroCount, "tie", "ties")} of weight 0.`] : []),
    hasWeight ? `Weights from ${weightColumn} are kept; the model doesn't use them.` : "No weights: 1 a row.",
    ...(table.ignored.length > 0 ? [`Ignored columns: ${listed(table.ignored)}.`] : []),
  ];
  return { ...ties, report };
}

function tooMany(row: Row<string>): InputError {
  return new InputError(`too many ties; more than ${TIES_LIMIT} (${row.place})`);
}

function personOf(row: Row<string>, column: string, index: ReadonlyMap<string, number>): number {
  const id = row.get(column);
  if (id === "") throw new InputError(`missing ${column} (${row.place})`);
  const person = index.get(id);
  if (person === undefined) throw inputError("unknown person", "not in the roster", id, row.place);
  return person;
}

/** A weight of at least 0, with a decimal point or comma. */
function weightOf(text: string, column: string, place: string): number {
  const weight = /^[+-]?[0-9.,]+(?:[eE][+-]?[0-9]+)?$/.test(text)
    ? Number(text.replace(",", "."))
    : Number.NaN;
  if (!(weight >= 0 && weight <= 1e12))
    throw inputError(`invalid ${column}`, "not in [0, 1e12]", text, place);
  return weight + 0;
}

/** Numbers in a buffer that doubles. */
function createGrowing() {
  let buffer = new Float64Array(1024);
  let count = 0;
  return {
    push: (value: number) => {
      if (count === buffer.length) {
        const larger = new Float64Array(count * 2);
        larger.set(buffer);
        buffer = larger;
      }
      buffer[count++] = value;
    },
    length: () => count,
    values: () => buffer.subarray(0, count),
  };
}

/** One tie a pair, in order, weights summed in file order. */
function summed(pairs: Float64Array, weights: Float64Array): Omit<ImportedTies, "report"> {
  const sorted = pairs.toSorted();
  let count = 0;
  for (let i = 0; i < sorted.length; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i]!;
  const unique = sorted.subarray(0, count);
  const weight = new Float64Array(count);
  for (let i = 0; i < pairs.length; i++) weight[positionOf(unique, pairs[i])] += weights[i];
  return {
    source: Uint32Array.from(unique, (pair) => Math.floor(pair / PAIR_BASE)),
    target: Uint32Array.from(unique, (pair) => pair % PAIR_BASE),
    weight,
  };
}

function positionOf(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function summary(source: Uint32Array, target: Uint32Array, employeeCount: number): string[] {
  const isTied = new Uint8Array(employeeCount);
  for (const ends of [source, target]) for (const person of ends) isTied[person] = 1;
  const tied = isTied.reduce((sum, is) => sum + is, 0);
  const first =
    `${plural(source.length, "tie", "ties")} between ` +
    `${plural(tied, "person", "people")} of ${plural(employeeCount, "person", "people")}.`;
  const alone = employeeCount - tied;
  return alone === 0 ? [first] : [first, `Kept without ties: ${plural(alone, "person", "people")}.`];
}

function merged(rowCount: number, tieCount: number, directed: boolean): string[] {
  if (directed) {
    const undirected = plural(tieCount, "tie", "ties");
    return [`${plural(rowCount, "directed tie", "directed ties")} became ${undirected} without direction.`];
  }
  const repeated = rowCount - tieCount;
  return repeated === 0
    ? []
    : [`Summed: ${plural(repeated, "row repeats", "rows repeat")} a pair of people.`];
}
