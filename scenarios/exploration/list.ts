/** A table from CSV text: all its columns at once, numbers as numbers. */
import { inputError, InputError } from "../errors.ts";
import { placeInFile, readCsv, type Chunks } from "../import/csv.ts";
import type { Columns } from "./columns.ts";

/** Columns that are text whatever stands in them. */
const TEXTS = new Set(["plan", "status", "digest", "errorType", "errorMessage"]);

/** Reads CSV as columns. @throws InputError with the line of what can't be read */
export async function listColumns(chunks: Chunks, file: string): Promise<Columns> {
  let names: readonly string[] = [];
  const values: (number | string | null)[][] = [];
  await readCsv(chunks, file, (fields, line) => {
    if (names.length === 0) {
      names = headerOf(fields, file);
      values.push(...names.map(() => []));
      return;
    }
    if (fields.length !== names.length) {
      const why = `${fields.length} fields where the header has ${names.length}`;
      throw inputError("malformed CSV", why, fields.join(",").slice(0, 40), placeInFile(file, line));
    }
    for (let j = 0; j < names.length; j++) values[j].push(cellOf(names[j], fields[j], file, line));
  });
  if (names.length === 0) throw new InputError(`empty file (${placeInFile(file, 1)})`);
  return {
    names,
    rowCount: values[0].length,
    read: (name) => Promise.resolve(values[names.indexOf(name)]),
  };
}

function headerOf(fields: readonly string[], file: string): readonly string[] {
  const repeated = fields.find((name, i) => fields.indexOf(name) !== i);
  if (repeated !== undefined) throw inputError("repeated column", "", repeated, placeInFile(file, 1));
  return fields;
}

function cellOf(name: string, text: string, file: string, line: number): number | string | null {
  if (text === "") return null;
  if (TEXTS.has(name)) return text;
  const value = Number(text);
  if (!Number.isFinite(value))
    throw inputError(`invalid ${name}`, "not a number", text, placeInFile(file, line));
  return value;
}
