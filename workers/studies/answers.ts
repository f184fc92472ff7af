/** A finished study's table, read column by column once its bytes are known to be right. */
import { join } from "node:path";
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from "hyparquet";
import type { BlockPlace } from "./blocks.ts";
import { TABLE } from "./manifest.ts";
import { tableFaults } from "./verify.ts";

/** Reads one output: `values[plan][point · replicates + replicate]`, NaN where there is none. */
export type ReadOutput = (output: string) => Promise<Float64Array[]>;

/** Rows come by point, replicate and plan: `i` is point · replicates + replicate. */
type Take = (plan: number, i: number, cell: unknown) => void;

/** @throws Error at a folder that isn't merged or a table that isn't the manifest's, and what the file system throws */
export async function openTable(place: BlockPlace): Promise<ReadOutput> {
  const { planIds, runCount } = place.layout;
  const eachCell = await openCells(place);
  return async (output) => {
    const values = planIds.map(() => new Float64Array(runCount).fill(NaN));
    await eachCell(output, (plan, i, cell) => {
      if (typeof cell === "number") values[plan][i] = cell;
    });
    return values;
  };
}

/** The digest of each row that has one by its place, "point replicate plan". @throws as openTable does */
export async function readDigests(place: BlockPlace): Promise<Map<string, string>> {
  const { layout } = place;
  const digests = new Map<string, string>();
  const eachCell = await openCells(place);
  await eachCell("digest", (plan, i, cell) => {
    const run = `${Math.floor(i / layout.replicates)} ${i % layout.replicates}`;
    if (typeof cell === "string") digests.set(`${run} ${layout.planIds[plan]}`, cell);
  });
  return digests;
}

async function openCells(place: BlockPlace): Promise<(column: string, take: Take) => Promise<void>> {
  const [fault] = tableFaults(place);
  if (fault !== undefined) throw new Error(fault);
  const { planIds, runCount } = place.layout;
  const file = await asyncBufferFromFile(join(place.folder, TABLE));
  const metadata = await parquetMetadataAsync(file);
  if (Number(metadata.num_rows) !== runCount * planIds.length)
    throw new Error(`invalid table; not ${runCount * planIds.length} rows: ${metadata.num_rows}`);
  return (column, take) =>
    parquetRead({
      file,
      metadata,
      columns: [column],
      onChunk: ({ columnData, rowStart }) => {
        for (let i = 0; i < columnData.length; i++) {
          const row = rowStart + i;
          take(row % planIds.length, Math.floor(row / planIds.length), columnData[i]);
        }
      },
    });
}
