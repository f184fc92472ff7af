/** One lane of the pool: a worker, the task in its hand, and what happens when it is cancelled, crashes or hangs. */
import type { Company, Trace } from "../engine/index.ts";
import { createHand, type Hand } from "./hand.ts";
import { cancelledError, WorkerFailure, type Progress, type Runner, type Task } from "./task.ts";
import type { Remote } from "./wire.ts";

export interface WorkerHandle {
  readonly runner: Remote<Runner>;
  /** Stops the worker at once and forgets every listener. */
  readonly terminate: () => void;
}

/** Starts a worker; its failures and its progress go to the listeners until it is terminated. */
export type Spawn = (listeners: {
  onProgress: (progress: Progress) => void;
  onFailure: (why: string) => void;
}) => WorkerHandle;

export interface Errand {
  readonly company: Company;
  readonly task: Task;
  /** Longest wait for a sign of life, in milliseconds. */
  readonly hangMillis: number;
}

export interface Lane {
  /**
   * One errand at a time: the next may come when the promise has settled.
   * Rejects with a WorkerFailure, as cancelled, or with the engine's own error.
   */
  readonly run: (errand: Errand, onProgress: (progress: Progress) => void) => Promise<Trace[]>;
  readonly cancel: () => void;
  readonly close: () => void;
}

export function createLane(spawn: Spawn): Lane {
  let worker: WorkerHandle | undefined;
  let companyHeld: Company | undefined;
  let hand: Hand | undefined;
  let tell = (_progress: Progress): void => {};

  function drop(error: Error): void {
    worker?.terminate();
    worker = undefined;
    companyHeld = undefined;
    hand?.reject(error);
  }

  function workerWith(company: Company): WorkerHandle {
    worker ??= spawn({
      onFailure: (why) => drop(new WorkerFailure(why)),
      onProgress: (progress) => {
        hand?.hear();
        tell(progress);
      },
    });
    if (companyHeld !== company) {
      worker.runner.setCompany(company).catch((error: unknown) => {
        drop(new WorkerFailure(`worker refused the company; ${messageOf(error)}`));
      });
      companyHeld = company;
    }
    return worker;
  }

  function run(errand: Errand, onProgress: (progress: Progress) => void): Promise<Trace[]> {
    const current = createHand(errand.hangMillis, drop);
    hand = current;
    tell = onProgress;
    try {
      workerWith(errand.company).runner.runTask(errand.task).then(current.resolve, current.reject);
    } catch (error) {
      drop(new WorkerFailure(`cannot start a worker; ${messageOf(error)}`));
    }
    return current.settled;
  }

  function cancel(): void {
    // An answer that is already on its way is as good as an acknowledgement.
    if (hand?.beginCancel() === true) worker?.runner.cancelTask().catch(() => {});
  }

  return { run, cancel, close: () => drop(cancelledError("pool closed")) };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
