/** Many trials of the patterns on worker threads, each thread taking the next one that is free. */
import { Worker } from "node:worker_threads";
import type { measurePatterns, Trial, Wanted } from "../scenarios/patterns/index.ts";
import { wireOf } from "./node-wire.ts";
import { remoteOf, type Remote } from "./wire.ts";

const BUILT = import.meta.url.endsWith(".ts") ? "../dist/workers/trial-worker.js" : "./trial-worker.js";

export type Measurements = Readonly<Record<string, number>>;

interface TrialRunner {
  readonly measurePatterns: typeof measurePatterns;
}

export interface TrialOptions {
  /** Threads, at least 1. */
  readonly size: number;
  readonly wanted?: readonly Wanted[];
  /** Hears each trial as it ends. */
  readonly onDone?: (done: number, index: number, measured: Measurements) => void;
}

/** Measures every trial; results in the trials' order. */
export async function measureTrials(
  trials: readonly Trial[],
  { size, wanted = [], onDone }: TrialOptions,
): Promise<Measurements[]> {
  const results: Measurements[] = [];
  const threads = Array.from({ length: Math.min(size, trials.length) }, startThread);
  let next = 0;
  let done = 0;
  const work = async ({ runner, failed }: Thread): Promise<void> => {
    while (next < trials.length) {
      const index = next++;
      results[index] = await Promise.race([runner.measurePatterns(trials[index], wanted), failed]);
      onDone?.(++done, index, results[index]);
    }
  };
  try {
    await Promise.all(threads.map(work));
  } finally {
    for (const { worker } of threads) void worker.terminate();
  }
  return results;
}

interface Thread {
  readonly worker: Worker;
  readonly runner: Remote<TrialRunner>;
  /** Rejects when the thread dies: its calls alone would wait for ever. */
  readonly failed: Promise<never>;
}

function startThread(): Thread {
  const worker = new Worker(new URL(BUILT, import.meta.url), { execArgv: [] });
  const failed = new Promise<never>((_, reject) => {
    worker.on("error", (error: unknown) => reject(new Error(`worker failed; ${String(error)}`)));
    worker.on("exit", (code) => reject(new Error(`worker ended with exit code ${code}`)));
  });
  failed.catch(() => {});
  return { worker, runner: remoteOf<TrialRunner>(wireOf(worker), ["measurePatterns"]), failed };
}
