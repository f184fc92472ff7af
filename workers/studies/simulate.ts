/** Simulates blocks of a study on a pool, without a gap between them, and writes each as soon as its last run is there. */
import type { Organisation } from "../../scenarios/index.ts";
import {
  blockSpan,
  failedRows,
  rowsOf,
  taskMaker,
  type Layout,
  type Row,
} from "../../scenarios/studies/index.ts";
import type { Pool, RunResult } from "../pool.ts";
import { writeBlock, type BlockPlace } from "./blocks.ts";

export interface Simulation {
  readonly place: BlockPlace;
  readonly organisation: Organisation;
  readonly pool: Pool;
  /** Blocks to simulate, in the order to do them. */
  readonly blocks: readonly number[];
  /** Share of all simulated weeks of these blocks in [0, 1], and their runs done. */
  readonly onProgress?: (share: number, runsDone: number) => void;
}

/** Resolves to the number of runs that failed. @throws WorkerFailure, and what the file system throws */
export async function simulateBlocks({
  place,
  organisation,
  pool,
  blocks,
  onProgress,
}: Simulation): Promise<number> {
  const { layout } = place;
  const runs = blocks.flatMap((block) => runsOfBlock(layout, block));
  const taskOf = taskMaker(layout, organisation);
  const results = pool.run({
    company: organisation.company,
    runs: runs.length,
    taskOf: (i) => taskOf(runs[i]),
    keepsFailures: true,
    ...(onProgress !== undefined && { onProgress }),
  });
  let rows: Row[] = [];
  let done = 0;
  let failed = 0;
  for await (const result of results) {
    const run = runs[result.run];
    rows.push(...rowsOfResult(layout, run, result));
    if (result.failure !== undefined) failed++;
    const block = blocks[done];
    if (run !== blockSpan(layout, block).end - 1) continue;
    writeBlock(place, block, rows);
    rows = [];
    done++;
  }
  return failed;
}

/** The rows of one run again, without a file. @throws WorkerFailure */
export async function simulateRuns(
  layout: Layout,
  organisation: Organisation,
  pool: Pool,
  runs: readonly number[],
): Promise<Row[]> {
  const taskOf = taskMaker(layout, organisation);
  const request = {
    company: organisation.company,
    runs: runs.length,
    taskOf: (i: number) => taskOf(runs[i]),
    keepsFailures: true,
  };
  const rows: Row[] = [];
  for await (const result of pool.run(request)) rows.push(...rowsOfResult(layout, runs[result.run], result));
  return rows;
}

function runsOfBlock(layout: Layout, block: number): number[] {
  const { first, end } = blockSpan(layout, block);
  return Array.from({ length: end - first }, (_, i) => first + i);
}

function rowsOfResult(layout: Layout, run: number, { traces, failure }: RunResult): Row[] {
  return failure === undefined ? rowsOf(layout, run, traces) : failedRows(layout, run, failure);
}
