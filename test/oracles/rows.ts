/** One row of a file of expected results, and how its fields are read: what isn't known is an error, never ignored. */

export interface Row {
  readonly id: string;
  readonly kind: string;
  readonly inputs: unknown;
  readonly expected: unknown;
  readonly tolerance: unknown;
}

/** A row this program can't read; the row fails. */
export class UnreadableRow extends Error {
  override readonly name = "UnreadableRow";
}

/** A row that can't be run here, with the reason; the row is skipped, loudly. */
export class SkippedRow extends Error {
  override readonly name = "SkippedRow";
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object; throws at one that isn't in `known`. */
export function fieldsOf(value: unknown, known: readonly string[]): Fields {
  const fields = recordOf(value);
  const unknown = Object.keys(fields).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new UnreadableRow(`unknown field: ${unknown.join(", ")}`);
  return fields;
}

/** An object whose field names are data. */
export function recordOf(value: unknown): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new UnreadableRow(`no object of fields: ${JSON.stringify(value)}`);
  return value as Fields;
}

/** A number, also one written as text; fractions such as "3/10" are divided. */
export function numberOf(value: unknown, what: string): number {
  if (typeof value === "string" && /^\d+\/\d+$/.test(value)) {
    const [above, below] = value.split("/").map(Number);
    return above / below;
  }
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number))
    throw new UnreadableRow(`invalid ${what}; no number: ${JSON.stringify(value)}`);
  return number;
}

export function textOf(value: unknown, what: string): string {
  if (typeof value !== "string")
    throw new UnreadableRow(`invalid ${what}; no text: ${JSON.stringify(value)}`);
  return value;
}

/** Numbers of a list, or of a text with spaces between them. */
export function numbersOf(value: unknown, what: string): number[] {
  const items = typeof value === "string" ? value.split(/\s+/).filter((item) => item !== "") : value;
  if (!Array.isArray(items)) throw new UnreadableRow(`invalid ${what}; no list: ${JSON.stringify(value)}`);
  return items.map((item) => numberOf(item, what));
}

/** A number in a text, after what `pattern` says in front of it: `numberIn("N=1000,p=.03", "p=")` is .03. */
export function numberIn(text: string, pattern: string): number {
  const found = new RegExp(`${pattern}\\s*(-?(?:\\d+\\.?\\d*|\\.\\d+)(?:e-?\\d+)?)`).exec(text);
  if (!found) throw new UnreadableRow(`no "${pattern}" with a number: ${JSON.stringify(text)}`);
  return Number(found[1]);
}

/** The numbers in a tolerance of a known form; throws at any other form, so that none is guessed. */
export function toleranceOf(row: Row, form: RegExp): number[] {
  const found = form.exec(String(row.tolerance));
  if (!found) throw new UnreadableRow(`unknown tolerance: ${JSON.stringify(row.tolerance)}`);
  return found.slice(1).map((text) => numberOf(text, "tolerance"));
}

/** Rows of a file; throws unless it is a list of objects with an id. */
export function parseRows(text: string): Row[] {
  const rows: unknown = JSON.parse(text);
  if (!Array.isArray(rows)) throw new Error("invalid file of expected results; no list of rows");
  return rows.map((row: unknown, i) => {
    const { id, kind, inputs, expected, tolerance } = recordOf(row);
    if (typeof id !== "string" || id === "") throw new Error(`row ${i} has no id`);
    return { id, kind: String(kind), inputs, expected, tolerance };
  });
}
