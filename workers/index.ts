/** The public interface of the workers' room; pools are made by node.ts and browser.ts, each for its own place. */
export { createPool } from "./pool.ts";
export type { Pool, PoolOptions, RunFailure, RunRequest, RunResult } from "./pool.ts";
export { spawnHere } from "./here.ts";
export { messageOf } from "./lane.ts";
export { cancelledError, isCancelled, WorkerFailure } from "./task.ts";
export type { Task } from "./task.ts";
