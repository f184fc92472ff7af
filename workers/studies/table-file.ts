/** A Parquet file as columns, read piece by piece from wherever its bytes lie. */
import { parquetMetadataAsync, parquetRead, type AsyncBuffer } from "hyparquet";
import { InputError } from "../../scenarios/index.ts";
import type { Columns } from "../../scenarios/exploration/index.ts";

/** The study that a table's footer carries, as text. */
const STUDY_NOTE = "groundwork.document";

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
  const read = async (column: string): Promise<ArrayLike<unknown>> => {
    const cells: unknown[] = Array.from({ length: rowCount });
    await parquetRead({
      file,
      metadata,
      columns: [column],
      onChunk: ({ columnData, rowStart }) => {
        for (let i = 0; i < columnData.length; i++) cells[rowStart + i] = columnData[i];
      },
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
