/** The pool: hands replicates to workers, newest request first per key, and gives results in run order. */
import type { Company, Trace } from "../engine/index.ts";
import { createJob, type Job } from "./job.ts";
import { createRegister } from "./homes.ts";
import { KEPT_BYTES, keptReplicates } from "./kept.ts";
import { createLane, messageOf, type Errand, type Lane, type Spawn } from "./lane.ts";
import { cancelledError, isCancelled, weeksOf, WorkerFailure, type Task } from "./task.ts";

export interface RunRequest {
  /** A newer request with the same key cancels the older one and goes on, plan by plan, from the week of its change. */
  readonly key?: string;
  /** One object for all requests about the same organisation: workers keep it by identity. */
  readonly company: Company;
  /** Runs are numbered from `first` (0 if missing). */
  readonly first?: number;
  readonly runs: number;
  readonly taskOf: (run: number) => Task;
  readonly signal?: AbortSignal;
  /** A run the engine refuses is a result with its failure and ends nothing else; without this it ends the request. */
  readonly keepsFailures?: boolean;
  /** Share of all simulated weeks in [0, 1], and the runs that are finished; in any order. */
  readonly onProgress?: (share: number, runsDone: number) => void;
}

export interface RunResult {
  readonly run: number;
  /** One a plan, in the task's order; none of a run that failed. */
  readonly traces: readonly Trace[];
  /** Why the run failed; only where the request keeps failures. */
  readonly failure?: RunFailure;
}

/** The name and message of the engine's error. */
export interface RunFailure {
  readonly type: string;
  readonly message: string;
}

export interface Pool {
  readonly size: number;
  /** Starts at once; the results come in run order. A cancelled request ends with an error (see isCancelled). */
  readonly run: (request: RunRequest) => AsyncIterableIterator<RunResult>;
  /** Cancels everything and ends the workers; a later request starts new ones. */
  readonly close: () => void;
}

export interface PoolOptions {
  readonly size: number;
  readonly spawn: Spawn;
  /** A worker without progress for this long is replaced; by default 30 s and 0.2 ms an employee. */
  readonly hangMillis?: number;
}

const HANG_MILLIS = 30_000;
const HANG_MILLIS_PER_EMPLOYEE = 0.2;

export function createPool({ size, spawn, hangMillis }: PoolOptions): Pool {
  const lanes = Array.from({ length: size }, () => createLane(spawn));
  const inHand = new Map<Lane, Job>();
  const homesOf = createRegister(size, keptReplicates(KEPT_BYTES / size));
  /** Whose turn it is first; each with what to do at its end. */
  const jobs = new Map<Job, () => void>();

  function end(job: Job, error: Error): void {
    const forget = jobs.get(job);
    if (forget === undefined) return;
    jobs.delete(job);
    forget();
    job.fail(error);
    for (const [lane, held] of inHand) if (held === job) lane.cancel();
  }

  function pump(): void {
    for (const [i, lane] of lanes.entries()) {
      if (inHand.has(lane)) continue;
      for (const [job, forget] of jobs) {
        const number = job.next(i);
        if (number === undefined) continue;
        // Requests take turns, so that a small one is not kept waiting by a large one.
        jobs.delete(job);
        jobs.set(job, forget);
        inHand.set(lane, job);
        void work(i, job, number);
        break;
      }
    }
  }

  async function work(i: number, job: Job, number: number): Promise<void> {
    const lane = lanes[i];
    try {
      const keptBytes = homesOf(job.request.key).isAt(i, number) ? KEPT_BYTES / size : 0;
      const errand = errandOf(job.request, number, keptBytes, hangMillis);
      const weeks = weeksOf(errand.task);
      const traces = await lane.run(errand, ({ weeksDone }) => job.report(number, weeksDone / weeks));
      job.finish({ run: number, traces });
    } catch (error) {
      if (!isRecovered(job, number, error)) end(job, runError(error, number));
    } finally {
      inHand.delete(lane);
      pump();
    }
  }

  function run(request: RunRequest): AsyncIterableIterator<RunResult> {
    const { key, signal } = request;
    for (const job of jobs.keys()) {
      if (key !== undefined && job.request.key === key) end(job, cancelledError("a newer one has come"));
    }
    const job = createJob(request, homesOf(request.key));
    const abort = (): void => end(job, cancelledError("on request"));
    signal?.addEventListener("abort", abort);
    jobs.set(job, () => signal?.removeEventListener("abort", abort));
    if (signal?.aborted === true) abort();
    pump();
    return resultsOf(job, pump, () => end(job, cancelledError("no longer wanted")));
  }

  function close(): void {
    for (const job of jobs.keys()) end(job, cancelledError("pool closed"));
    for (const lane of lanes) lane.close();
  }

  return { size, run, close };
}

/** Whether a failed run is tried again, or is a result of its own where failures are kept. */
function isRecovered(job: Job, number: number, error: unknown): boolean {
  if (error instanceof WorkerFailure && job.retry(number)) return true;
  if (job.request.keepsFailures !== true || !isOfRun(error)) return false;
  job.finish({ run: number, traces: [], failure: failureOf(error) });
  return true;
}

function errandOf(
  { company, taskOf }: RunRequest,
  number: number,
  keptBytes: number,
  hangMillis: number | undefined,
): Errand {
  const patience = HANG_MILLIS + HANG_MILLIS_PER_EMPLOYEE * company.employeeCount;
  return { company, task: { ...taskOf(number), keptBytes }, hangMillis: hangMillis ?? patience };
}

function runError(error: unknown, number: number): Error {
  if (!(error instanceof WorkerFailure)) return new Error(`run ${number} failed; ${messageOf(error)}`);
  return new WorkerFailure(`run ${number} failed twice; ${messageOf(error)}`);
}

/** A broken worker says nothing about the run it had in hand. */
function isOfRun(error: unknown): boolean {
  return !(error instanceof WorkerFailure) && !isCancelled(error);
}

function failureOf(error: unknown): RunFailure {
  return { type: error instanceof Error ? error.name : "Error", message: messageOf(error) };
}

/** A hand-written iterator: unlike a generator's, its return also ends a wait. */
function resultsOf(job: Job, onTaken: () => void, onEnd: () => void): AsyncIterableIterator<RunResult> {
  return {
    next: async () => {
      const value = await job.take();
      if (value === undefined) {
        onEnd();
        return { done: true, value };
      }
      onTaken();
      return { done: false, value };
    },
    return: async () => {
      onEnd();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
