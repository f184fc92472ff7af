/** What a worker is asked to do and what it answers: plain data, so that it crosses threads unchanged. */
import type { Company, GroupBy, Intervention, RunSpec, Seeing, Trace } from "../engine/index.ts";

/** One replicate: a world without company and plan, and the plans to run in it. */
export interface Task {
  readonly spec: Omit<RunSpec, "company" | "plan">;
  readonly plans: readonly (readonly Intervention[])[];
  readonly groupBy?: readonly GroupBy[];
  /** Bytes the worker may keep of the first replicates, so that a changed plan goes on where it changed; by default 0. */
  readonly keptBytes?: number;
  /** What to see of everybody in every plan; such runs begin at the start, whatever is kept. */
  readonly seeing?: Seeing;
}

/** How far the task in hand has come: simulated weeks over all its arms, the twin included. */
export interface Progress {
  readonly weeksDone: number;
}

/** What a worker offers; the pool sees every answer as a promise. */
export interface Runner {
  /** Keeps the organisation for the tasks that follow. */
  setCompany: (company: Company) => void;
  /** Simulates the twin and then each plan; one trace a plan, in the task's order. */
  runTask: (task: Task) => Promise<Trace[]>;
  /** Makes the task in hand reject as cancelled at its next pause. */
  cancelTask: () => void;
}

/** Weeks to simulate for a task, the twin included. */
export function weeksOf(task: Task): number {
  return (task.plans.length + 1) * task.spec.weeks;
}

/** The worker, not the task, is at fault: another worker may succeed. */
export class WorkerFailure extends Error {
  override readonly name = "WorkerFailure";
}

const CANCELLED = "CancelledError";

/** The error of a run that nobody waits for any more; its name crosses threads. */
export function cancelledError(why: string): Error {
  return Object.assign(new Error(`run cancelled; ${why}`), { name: CANCELLED });
}

export function isCancelled(error: unknown): boolean {
  return error instanceof Error && error.name === CANCELLED;
}
