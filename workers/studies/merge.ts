/** The table of a whole study: its blocks one after the other in one Parquet file, and the manifest that lists them. */
import { join } from "node:path";
import { blockSpan, runOf } from "../../scenarios/studies/index.ts";
import { pendingFile, type PendingFile } from "../files.ts";
import { readBlock, type BlockFile, type BlockPlace } from "./blocks.ts";
import { columnsOf, type Cell, type Values } from "./columns.ts";
import { csvHeader, csvRows } from "./csv.ts";
import { crateOf } from "./crate.ts";
import { EVENT_COLUMNS, readEvents } from "./events.ts";
import { CRATE, CSV, EVENTS, MANIFEST, manifestOf, TABLE, type Manifest } from "./manifest.ts";
import { measuredFile, type MeasuredFile } from "./measured.ts";
import { tableWriter } from "./parquet.ts";
import { groupOf } from "./row-groups.ts";

/** Rows handed on together, once they are in order. */
const ROWS_AT_ONCE = 65_536;

export interface MergeOptions {
  /** Also write the table as CSV. */
  readonly hasCsv?: boolean;
  /** One file a block, of a study that asks for events. */
  readonly events?: readonly BlockFile[];
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
  { hasCsv = false, events, onProgress }: MergeOptions = {},
): Promise<Manifest> {
  const { layout, folder } = place;
  for (const each of events === undefined ? [blocks] : [blocks, events])
    if (each.length !== layout.blockCount || each.some(({ block }, i) => block !== i))
      throw new RangeError(`invalid blocks; not all ${layout.blockCount} in order: ${each.length}`);
  const columns = columnsOf(layout);
  const files: MeasuredFile[] = [];
  const begin = (name: string): MeasuredFile => {
    files.push(measuredFile(pendingFile(join(folder, name), place.files)));
    return files.at(-1)!;
  };
  try {
    const table = begin(TABLE);
    const csv = hasCsv ? begin(CSV) : undefined;
    const happened = events === undefined ? undefined : begin(EVENTS);
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
    if (happened !== undefined) await writeEvents(place, events ?? [], happened.write);
    const manifest = manifestOf(place, {
      failedRows,
      table: { file: TABLE, ...table.end() },
      csv: csv === undefined ? null : { file: CSV, ...csv.end() },
      blocks,
      ...(happened !== undefined && {
        events: { merged: { file: EVENTS, ...happened.end() }, blocks: events ?? [] },
      }),
    });
    commitAll(
      place,
      manifest,
      files.map(({ file }) => file),
    );
    return manifest;
  } finally {
    for (const { file } of files) file.drop();
  }
}

/** Events in the order of runs, as their blocks have them: they never fit into memory to be put in another order. */
async function writeEvents(
  place: BlockPlace,
  blocks: readonly BlockFile[],
  write: (bytes: Uint8Array) => void,
): Promise<void> {
  const parquet = tableWriter(EVENT_COLUMNS, tableNotes(place), write);
  const group = groupOf(EVENT_COLUMNS.length, parquet.addRows);
  for (const block of blocks) for await (const values of readEvents(place, block)) group.add(values);
  group.end();
  parquet.end();
}

/** Rows by point, replicate and plan; blocks that were made replicate by replicate are in memory together. */
async function* valuesInOrder(place: BlockPlace, blocks: readonly BlockFile[]): AsyncGenerator<Values> {
  if (place.layout.lookStep === undefined) {
    for (const block of blocks) yield await readBlock(place, block);
    return;
  }
  const whole = await sortedValues(place, blocks);
  for (let row = 0; row < whole[0].length; row += ROWS_AT_ONCE)
    yield whole.map((column) => column.slice(row, row + ROWS_AT_ONCE));
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
