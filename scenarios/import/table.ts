/** A CSV file as rows of known columns; what else it holds is ignored and listed. */
import { inputError, InputError, shown } from "../errors.ts";
import { type Chunks, placeInFile, readCsv } from "./csv.ts";

export interface TableShape<K extends string> {
  /** The file's name in errors. */
  readonly name: string;
  readonly required: readonly K[];
  readonly optional: readonly K[];
  /** What a column may be called in the file; missing = its own name. */
  readonly called?: Partial<Readonly<Record<K, readonly string[]>>>;
}

export interface Table<K extends string> {
  readonly found: ReadonlySet<K>;
  readonly ignored: readonly string[];
  readonly rowCount: number;
}

export interface Row<K extends string> {
  /** Trimmed text of a column, "" where the file has none. */
  readonly get: (column: K) => string;
  readonly has: (column: K) => boolean;
  /** `roster.csv:12` */
  readonly place: string;
}

/** Reads rows one by one; header names in any case, in any order. @throws InputError with the line */
export async function readTable<K extends string>(
  chunks: Chunks,
  shape: TableShape<K>,
  onRow: (row: Row<K>) => void,
): Promise<Table<K>> {
  let header: Header<K> | undefined;
  let fields: readonly string[] = [];
  let line = 1;
  let rowCount = 0;
  const row: Row<K> = {
    get: (column) => {
      const text = (fields[header!.positions.get(column) ?? -1] ?? "").trim();
      if (text.includes("\ufffd")) throw inputError(`invalid ${column}`, "not UTF-8", text, row.place);
      return text;
    },
    has: (column) => header!.positions.has(column),
    get place() {
      return placeInFile(shape.name, line);
    },
  };
  await readCsv(chunks, shape.name, (next, at) => {
    fields = next;
    line = at;
    if (!header) {
      header = readHeader(next, shape);
      return;
    }
    if (next.length !== header.width) {
      const why = `${next.length} fields where the header has ${header.width}`;
      throw inputError("malformed CSV", why, next.join(",").slice(0, 40), row.place);
    }
    rowCount++;
    onRow(row);
  });
  if (!header) throw new InputError(`empty file (${placeInFile(shape.name, 1)})`);
  return { found: new Set(header.positions.keys()), ignored: header.ignored, rowCount };
}

interface Header<K extends string> {
  readonly positions: ReadonlyMap<K, number>;
  readonly ignored: readonly string[];
  readonly width: number;
}

function readHeader<K extends string>(fields: readonly string[], shape: TableShape<K>): Header<K> {
  const place = placeInFile(shape.name, 1);
  const keys = [...shape.required, ...shape.optional];
  const known = new Map(
    keys.flatMap((key) => (shape.called?.[key] ?? [key]).map((name) => [name.trim().toLowerCase(), key])),
  );
  const positions = new Map<K, number>();
  const ignored: string[] = [];
  for (const [i, field] of fields.entries()) {
    const key = known.get(field.trim().toLowerCase());
    if (key === undefined) ignored.push(field.trim());
    else if (positions.has(key)) throw inputError("repeated column", "", key, place);
    else positions.set(key, i);
  }
  const missing = shape.required.find((key) => !positions.has(key));
  if (missing !== undefined) {
    const found = shown(fields.join(", "));
    throw new InputError(`missing column ${missing}; the header has: ${found} (${place})`);
  }
  return { positions, ignored, width: fields.length };
}
