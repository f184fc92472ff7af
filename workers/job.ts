/** One request's book-keeping: which runs are free, in hand, done and delivered. */
import { createDelivery } from "./delivery.ts";
import type { Homes } from "./homes.ts";
import type { RunRequest, RunResult } from "./pool.ts";

export interface Job {
  readonly request: RunRequest;
  /** The run a lane should do next, of those not too far ahead of delivery. */
  readonly next: (lane: number) => number | undefined;
  /** Gives a run back after its worker failed; true as long as it may be tried again. */
  readonly retry: (run: number) => boolean;
  readonly report: (run: number, share: number) => void;
  readonly finish: (result: RunResult) => void;
  readonly fail: (error: Error) => void;
  readonly take: () => Promise<RunResult | undefined>;
}

/** Runs that may be finished ahead of the one that is waited for, a lane: results never pile up. */
const RUNS_AHEAD = 4;
const ATTEMPTS = 2;

/** `homes` tells which lane has kept which run, and learns it. */
export function createJob(request: RunRequest, homes: Homes): Job {
  const first = request.first ?? 0;
  const end = first + request.runs;
  const delivery = createDelivery<RunResult>(first, end);
  /** What is simulated of each run in hand, in [0, 1]. */
  const shares = new Map<number, number>();
  const failures = new Map<number, number>();
  let doneCount = 0;
  let isEnded = false;

  function next(lane: number): number | undefined {
    const waiting: number[] = [];
    const limit = Math.min(end, delivery.nextRun() + homes.laneCount * RUNS_AHEAD);
    for (let run = delivery.nextRun(); run < limit; run++) {
      if (!shares.has(run) && !delivery.has(run)) waiting.push(run);
    }
    const run = homes.choose(lane, waiting);
    if (run !== undefined) shares.set(run, 0);
    return run;
  }

  function tell(): void {
    if (isEnded) return;
    let sum = doneCount;
    for (const share of shares.values()) sum += share;
    request.onProgress?.(sum / request.runs, doneCount);
  }

  return {
    request,
    next,
    retry: (run) => {
      const count = (failures.get(run) ?? 0) + 1;
      failures.set(run, count);
      shares.delete(run);
      homes.leave(run);
      return count < ATTEMPTS;
    },
    report: (run, share) => {
      shares.set(run, share);
      tell();
    },
    finish: (result) => {
      shares.delete(result.run);
      doneCount++;
      tell();
      delivery.put(result.run, result);
    },
    fail: (error) => {
      isEnded = true;
      delivery.fail(error);
    },
    take: async () => (await delivery.take())?.result,
  };
}
