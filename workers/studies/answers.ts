/** A finished study's outputs, read from its table column by column once its bytes are known to be right. */
import { join } from "node:path";
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from "hyparquet";
import type { BlockPlace } from "./blocks.ts";
import { TABLE } from "./manifest.ts";
import { tableFaults } from "./verify.ts";

/** Reads one output: `values[plan][run]`, NaN where there is none. */
export type ReadOutput = (output: string) => Promise<Float64Array[]>;

/** @throws Error at a folder that isn't merged or a table that isn't the manifest's, and what the file system throws */
export async function openTable(place: BlockPlace): Promise<ReadOutput> {
  const [fault] = tableFaults(place);
  if (fault !== undefined) throw new Error(fault);
  const { planIds, runCount } = place.layout;
  const file = await asyncBufferFromFile(join(place.folder, TABLE));
  const metadata = await parquetMetadataAsync(file);
  if (Number(metadata.num_rows) !== runCount * planIds.length)
    throw new Error(`invalid table; not ${runCount * planIds.length} rows: ${metadata.num_rows}`);
  return async (output) => {
    const values = planIds.map(() => new Float64Array(runCount).fill(NaN));
    await parquetRead({
      file,
      metadata,
      columns: [output],
      onChunk: ({ columnData, rowStart }) => {
        for (let i = 0; i < columnData.length; i++) {
          const row = rowStart + i;
          const value: unknown = columnData[i];
          if (typeof value === "number")
            values[row % planIds.length][Math.floor(row / planIds.length)] = value;
        }
      },
    });
    return values;
  };
}
