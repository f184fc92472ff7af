/** Simulates blocks of a study on a pool, without a gap between them, and writes each as soon as its last run is there. */
import type { Trace } from "../../engine/index.ts";
import type { Organisation } from "../../scenarios/index.ts";
import {
  blockSpan,
  failedRows,
  rowsOf,
  taskMaker,
  type Layout,
  type Row,
} from "../../scenarios/studies/index.ts";
import type { Pool, RunRequest, RunResult } from "../pool.ts";
import { writeBlock, type BlockPlace } from "./blocks.ts";
import { eventWriter, type EventWriter } from "./events.ts";

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
  const request = requestOf(layout, organisation, runs);
  const results = pool.run({ ...request, ...(onProgress !== undefined && { onProgress }) });
  let rows: Row[] = [];
  let events: EventWriter | undefined;
  let done = 0;
  let failed = 0;
  try {
    for await (const result of results) {
      const run = runs[result.run];
      const block = blocks[done];
      rows.push(...rowsOfResult(layout, run, result));
      if (result.failure !== undefined) failed++;
      if (layout.study.events === true) {
        events ??= eventWriter(place, block);
        events.add(run, result.traces);
      }
      if (run !== blockSpan(layout, block).end - 1) continue;
      // Rows last: where they are, the events are.
      events?.commit();
      events = undefined;
      writeBlock(place, block, rows);
      rows = [];
      done++;
    }
  } finally {
    events?.drop();
  }
  return failed;
}

/** Runs simulated again, without a file. @throws WorkerFailure */
export async function* simulateRuns(
  layout: Layout,
  organisation: Organisation,
  pool: Pool,
  runs: readonly number[],
): AsyncGenerator<{ readonly run: number; readonly rows: Row[]; readonly traces: readonly Trace[] }> {
  for await (const result of pool.run(requestOf(layout, organisation, runs))) {
    const run = runs[result.run];
    yield { run, rows: rowsOfResult(layout, run, result), traces: result.traces };
  }
}

function requestOf(layout: Layout, organisation: Organisation, runs: readonly number[]): RunRequest {
  const taskOf = taskMaker(layout, organisation);
  const seeing = layout.study.events === true ? ({ seeing: "events" } as const) : {};
  return {
    company: organisation.company,
    runs: runs.length,
    taskOf: (i) => ({ ...taskOf(runs[i]), ...seeing }),
    keepsFailures: true,
  };
}

function runsOfBlock(layout: Layout, block: number): number[] {
  const { first, end } = blockSpan(layout, block);
  return Array.from({ length: end - first }, (_, i) => first + i);
}

function rowsOfResult(layout: Layout, run: number, { traces, failure }: RunResult): Row[] {
  return failure === undefined ? rowsOf(layout, run, traces) : failedRows(layout, run, failure);
}
