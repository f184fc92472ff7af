/** Parquet files in memory or streamed, the same bytes for the same rows; read back column by column. */
import {
  parquetMetadata,
  parquetMetadataAsync,
  parquetRead,
  type AsyncBuffer,
  type FileMetaData,
} from "hyparquet";
import { ByteWriter, ParquetWriter } from "hyparquet-writer";
import type { Cell, Column, Values } from "./columns.ts";

export type Notes = Readonly<Record<string, string>>;

export interface TableWriter {
  /** Adds a row group; its values aren't looked at again. */
  readonly addRows: (values: Values) => void;
  readonly end: () => void;
}

/** Of a column, what its file says of it. */
type Shape = Pick<Column, "name" | "element" | "encoding">;

const CREATED_BY = "groundwork";

/** Writes a table piece by piece; `write` gets the file's bytes in their order. */
export function tableWriter(
  columns: readonly Shape[],
  notes: Notes,
  write: (bytes: Uint8Array) => void,
): TableWriter {
  const bytes = new ByteWriter();
  const parquet = new ParquetWriter({
    writer: bytes,
    schema: [{ name: "root", num_children: columns.length }, ...columns.map(({ element }) => element)],
    kvMetadata: Object.entries(notes).map(([key, value]) => ({ key, value })),
    createdBy: CREATED_BY,
  });
  const hand = (): void => {
    write(new Uint8Array(bytes.buffer, 0, bytes.index));
    bytes.index = 0;
  };
  return {
    addRows: (values) => {
      const columnData = columns.map(({ name, encoding }, i) => ({
        name,
        data: values[i] as Cell[],
        ...(encoding !== undefined && { encoding }),
      }));
      void parquet.write({ columnData, rowGroupSize: Math.max(1, values[0].length) });
      hand();
    },
    end: () => {
      void parquet.finish();
      hand();
    },
  };
}

/** A whole table of one row group. */
export function tableBytes(columns: readonly Shape[], notes: Notes, values: Values): Uint8Array {
  const parts: Buffer[] = [];
  const writer = tableWriter(columns, notes, (bytes) => parts.push(Buffer.from(bytes)));
  writer.addRows(values);
  writer.end();
  return Buffer.concat(parts);
}

/** The notes of a file's footer. */
function notesOf(metadata: Pick<FileMetaData, "key_value_metadata">): Record<string, string> {
  const pairs = metadata.key_value_metadata ?? [];
  return Object.fromEntries(pairs.map(({ key, value }) => [key, value ?? ""]));
}

export interface ReadTable {
  readonly notes: Record<string, string>;
  readonly rowCount: number;
  /** Values of the columns asked for, in that order. */
  readonly values: Values;
}

/** Reads columns of a table in memory. @throws Error at bytes that aren't such a table */
export async function readTable(bytes: Uint8Array, names: readonly string[]): Promise<ReadTable> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const metadata = parquetMetadata(file);
  const rowCount = Number(metadata.num_rows);
  const values = await readSpan({ file, metadata }, names, 0, rowCount);
  return { notes: notesOf(metadata), rowCount, values };
}

interface OpenTable {
  readonly file: AsyncBuffer;
  readonly metadata: FileMetaData;
}

/** Opens a table whose row groups are of one size, which is read group by group. @throws Error at another file */
export async function openGroups(file: AsyncBuffer, names: readonly string[], rows: number) {
  const metadata = await parquetMetadataAsync(file);
  const count = Number(metadata.num_rows);
  async function* groups(): AsyncGenerator<Values> {
    for (let first = 0; first < count; first += rows)
      yield await readSpan({ file, metadata }, names, first, Math.min(count, first + rows));
  }
  return { notes: notesOf(metadata), groups };
}

/** Rows from first to end − 1, which are whole row groups. */
async function readSpan(
  { file, metadata }: OpenTable,
  names: readonly string[],
  first: number,
  end: number,
): Promise<Cell[][]> {
  const values = names.map((): Cell[] => new Array<Cell>(end - first).fill(null));
  await parquetRead({
    file,
    metadata,
    rowStart: first,
    rowEnd: end,
    columns: [...names],
    onChunk: ({ columnName, columnData, rowStart }) => {
      const target = values[names.indexOf(columnName)];
      for (let i = 0; i < columnData.length; i++)
        target[rowStart - first + i] = (columnData[i] as Cell) ?? null;
    },
  });
  return values;
}
