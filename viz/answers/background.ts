/** Work in the background: its tasks are simulated only while the page wants no runs of its own. */
import { effect, type ReadonlySignal } from "@preact/signals";
import type { Company, Trace } from "../../engine/index.ts";
import type { EvaluatePlans, PairedTask } from "../../scenarios/index.ts";
import { cancelledError, isCancelled } from "../../workers/index.ts";
import type { RunSource } from "../store/results.ts";

export interface BackgroundJob {
  readonly company: Company;
  readonly signal: AbortSignal;
  /** Runs of plans finished since the last call, twins included, and the milliseconds they took. */
  readonly onProgress: (runs: number, millis: number) => void;
}

/** An evaluator that gives way at once and goes on where it was. It rejects as cancelled when its signal says so. */
export function backgroundEvaluation(
  source: RunSource,
  isBusy: ReadonlySignal<boolean>,
  job: BackgroundJob,
): EvaluatePlans {
  return async <Kept>(tasks: readonly PairedTask[], keep: (trace: Trace) => Kept) => {
    const kept: Kept[][] = [];
    while (kept.length < tasks.length) {
      await untilIdle(isBusy, job.signal);
      await stretch(source, isBusy, job, tasks, kept.length, (traces) => kept.push(traces.map(keep)));
    }
    return kept;
  };
}

/** Runs on from a task until all are done or the page is busy. */
async function stretch(
  source: RunSource,
  isBusy: ReadonlySignal<boolean>,
  { company, signal, onProgress }: BackgroundJob,
  tasks: readonly PairedTask[],
  first: number,
  put: (traces: readonly Trace[]) => void,
): Promise<void> {
  const stop = new AbortController();
  const giveWay = (): void => stop.abort();
  const unwatch = effect(() => {
    if (isBusy.value) giveWay();
  });
  signal.addEventListener("abort", giveWay);
  let since = performance.now();
  try {
    const results = source.run({
      company,
      first,
      runs: tasks.length - first,
      taskOf: (i) => tasks[i],
      signal: stop.signal,
    });
    for await (const { traces } of results) {
      put(traces);
      const now = performance.now();
      onProgress(traces.length + 1, now - since);
      since = now;
    }
  } catch (error) {
    if (!isCancelled(error) || signal.aborted) throw error;
  } finally {
    unwatch();
    signal.removeEventListener("abort", giveWay);
  }
}

/** Waits until the page is idle. */
function untilIdle(isBusy: ReadonlySignal<boolean>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void): void => {
      signal.removeEventListener("abort", abort);
      // The effect may run before its end is known.
      queueMicrotask(() => unwatch());
      end();
    };
    const abort = (): void => settle(() => reject(cancelledError("on request")));
    const unwatch = effect(() => {
      if (!isBusy.value) settle(resolve);
    });
    signal.addEventListener("abort", abort);
    if (signal.aborted) abort();
  });
}
