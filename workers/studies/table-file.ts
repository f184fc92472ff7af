/** A Parquet file as columns, read piece by piece from wherever its bytes lie. */
import { parquetMetadataAsync, parquetRead, type AsyncBuffer } from "hyparquet";
import { InputError } from "../../scenarios/index.ts";
import type { Columns } from "../../scenarios/exploration/index.ts";

/** The study that a table's footer carries, as text. */
const STUDY_NOTE = "groundwork.document";

/** Types of columns whose values are plain numbers: a list of them needs no object each. */
const NUMERIC = new Set(["DOUBLE", "FLOAT", "INT32"]);

export interface TableFile {
  readonly columns: Columns;
  /** The study's JSON; undefined in files of others. */
  readonly study: string | undefined;
}

/** @throws InputError at bytes that aren't Parquet */
export async function openTableFile(file: AsyncBuffer, name: string): Promise<TableFile> {
  const metadata = await parquetMetadataAsync(file).catch(() => {
    throw new InputError(`invalid Parquet; its footer can't be read: ${name}`);
  });
  const rowCount = Number(metadata.num_rows);
  const numeric = new Set(
    metadata.schema.flatMap(({ name: column, type }) => (NUMERIC.has(type ?? "") ? [column] : [])),
  );
  const read = async (column: string): Promise<ArrayLike<unknown>> => {
    const cells = numeric.has(column)
      ? new Float64Array(rowCount).fill(NaN)
      : new Array<unknown>(rowCount).fill(null);
    await parquetRead({
      file,
      metadata,
      columns: [column],
      onChunk: ({ columnData, rowStart }) => put(cells, columnData, rowStart),
    }).catch((error: unknown) => {
      throw new InputError(`invalid Parquet; ${messageOf(error)}: ${name}`);
    });
    return cells;
  };
  return {
    columns: { names: metadata.schema.slice(1).map((element) => element.name), rowCount, read },
    study: metadata.key_value_metadata?.find(({ key }) => key === STUDY_NOTE)?.value,
  };
}

/** A column of numbers has NaN where a cell is empty, any other null. */
function put(cells: Float64Array | unknown[], data: ArrayLike<unknown>, first: number): void {
  if (!(cells instanceof Float64Array)) {
    for (let i = 0; i < data.length; i++) cells[first + i] = data[i] ?? null;
    return;
  }
  for (let i = 0; i < data.length; i++) {
    const value = data[i];
    if (typeof value === "number") cells[first + i] = value;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A file of the browser as bytes to be read in pieces. */
export function bufferOf(file: Blob): AsyncBuffer {
  return {
    byteLength: file.size,
    slice: (start, end) => file.slice(start, end ?? file.size).arrayBuffer(),
  };
}

/** A file's text piece by piece. */
export async function* chunksOf(file: Blob): AsyncIterable<string> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}
