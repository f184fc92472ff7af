/** The table of a whole study: its blocks one after the other in one Parquet file, and the manifest that lists them. */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { blockSpan, runOf } from "../../scenarios/studies/index.ts";
import { pendingFile, type PendingFile } from "../files.ts";
import { readBlock, type BlockFile, type BlockPlace } from "./blocks.ts";
import { columnsOf, type Cell } from "./columns.ts";
import { csvHeader, csvRows } from "./csv.ts";
import { crateOf } from "./crate.ts";
import { CRATE, CSV, MANIFEST, manifestOf, TABLE, type ListedFile, type Manifest } from "./manifest.ts";
import { tableWriter } from "./parquet.ts";

/** Values of a row group, so that it takes some tens of megabytes at most. */
const GROUP_VALUES = 2 ** 20;
const GROUP_ROWS = { least: 256, most: 65_536 };

export interface MergeOptions {
  /** Also write the table as CSV. */
  readonly hasCsv?: boolean;
  /** Pieces merged so far: blocks, where rows needn't be put in another order. */
  readonly onProgress?: (blocks: number) => void;
}

/**
 * Merges whole blocks, one file each in the order of blocks; a few row groups are in memory at a time.
 * @throws Error at a block that isn't the one it should be, and what the file system throws
 */
export async function mergeBlocks(
  place: BlockPlace,
  blocks: readonly BlockFile[],
  { hasCsv = false, onProgress }: MergeOptions = {},
): Promise<Manifest> {
  const { layout, folder, files } = place;
  if (blocks.length !== layout.blockCount || blocks.some(({ block }, i) => block !== i))
    throw new RangeError(`invalid blocks; not all ${layout.blockCount} in order: ${blocks.length}`);
  const columns = columnsOf(layout);
  const table = measuredFile(pendingFile(join(folder, TABLE), files));
  const csv = hasCsv ? measuredFile(pendingFile(join(folder, CSV), files)) : undefined;
  try {
    csv?.write(csvHeader(columns));
    const parquet = tableWriter(columns, tableNotes(place), table.write);
    const group = groupOf(columns.length, parquet.addRows);
    let failedRows = 0;
    let done = 0;
    for await (const values of valuesInOrder(place, blocks)) {
      failedRows += values[3].filter((status) => status !== "ok").length;
      group.add(values);
      csv?.write(csvRows(values));
      onProgress?.(++done);
    }
    group.end();
    parquet.end();
    const manifest = manifestOf(place, {
      failedRows,
      table: table.end(TABLE),
      csv: csv?.end(CSV) ?? null,
      blocks,
    });
    commitAll(place, manifest, [table.file, ...(csv === undefined ? [] : [csv.file])]);
    return manifest;
  } finally {
    table.file.drop();
    csv?.file.drop();
  }
}

type Values = readonly (readonly Cell[])[];

/** Rows by point, replicate and plan; blocks that were made replicate by replicate are in memory together. */
async function* valuesInOrder(place: BlockPlace, blocks: readonly BlockFile[]): AsyncGenerator<Values> {
  if (place.layout.lookStep === undefined) {
    for (const block of blocks) yield await readBlock(place, block);
    return;
  }
  const whole = await sortedValues(place, blocks);
  for (let row = 0; row < whole[0].length; row += GROUP_ROWS.most)
    yield whole.map((column) => column.slice(row, row + GROUP_ROWS.most));
}

async function sortedValues(place: BlockPlace, blocks: readonly BlockFile[]): Promise<Values> {
  const { layout } = place;
  const plans = layout.planIds.length;
  const whole = columnsOf(layout).map(() => new Array<Cell>(layout.runCount * plans).fill(null));
  for (const block of blocks) {
    const { first } = blockSpan(layout, block.block);
    const values = await readBlock(place, block);
    for (let row = 0; row < values[0].length; row++) {
      const { point, replicate } = runOf(layout, first + Math.floor(row / plans));
      const target = (point * layout.replicates + replicate) * plans + (row % plans);
      for (const [c, column] of values.entries()) whole[c][target] = column[row];
    }
  }
  return whole;
}

/** The manifest last: where it is, the files it lists are. */
function commitAll(
  { folder, files, layout }: BlockPlace,
  manifest: Manifest,
  done: readonly PendingFile[],
): void {
  const text = (name: string, value: unknown): PendingFile => {
    const file = pendingFile(join(folder, name), files);
    file.write(`${JSON.stringify(value, undefined, 2)}\n`);
    return file;
  };
  for (const file of done) file.commit();
  text(CRATE, crateOf(layout.study, manifest)).commit();
  text(MANIFEST, manifest).commit();
}

function tableNotes({ layout, results }: BlockPlace): Record<string, string> {
  return {
    "groundwork.study": layout.sha,
    "groundwork.results": results,
    "groundwork.document": JSON.stringify(layout.study),
  };
}

interface MeasuredFile {
  readonly file: PendingFile;
  readonly write: (content: string | Uint8Array) => void;
  readonly end: (name: string) => ListedFile;
}

/** A file whose bytes are counted and hashed as they are written. */
function measuredFile(file: PendingFile): MeasuredFile {
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    file,
    write: (content) => {
      const part = Buffer.from(content);
      hash.update(part);
      bytes += part.length;
      file.write(part);
    },
    end: (name) => ({ file: name, bytes, sha256: hash.digest("hex") }),
  };
}

/** Collects values until a row group is full; its size follows from the number of columns alone. */
function groupOf(columnCount: number, addRows: (values: readonly (readonly Cell[])[]) => void) {
  const most = Math.min(GROUP_ROWS.most, Math.max(GROUP_ROWS.least, Math.floor(GROUP_VALUES / columnCount)));
  let held = Array.from({ length: columnCount }, (): Cell[] => []);
  const hand = (count: number): void => {
    addRows(held.map((values) => values.slice(0, count)));
    held = held.map((values) => values.slice(count));
  };
  return {
    add: (values: readonly (readonly Cell[])[]): void => {
      for (const [i, column] of values.entries()) for (const value of column) held[i].push(value);
      while (held[0].length >= most) hand(most);
    },
    end: (): void => {
      if (held[0].length > 0) hand(held[0].length);
    },
  };
}
