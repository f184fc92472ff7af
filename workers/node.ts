/** The pool in Node: one worker thread for every core the process may use. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { isProgress, remoteRunner } from "./remote-runner.ts";
import { spawnHere } from "./here.ts";
import type { Spawn } from "./lane.ts";
import { createPool, type Pool } from "./pool.ts";
import { wireOf } from "./node-wire.ts";

// Node workers load no TypeScript: run from the sources (tests), the built file stands in.
const BUILT = import.meta.url.endsWith(".ts") ? "../dist/workers/node-worker.js" : "./node-worker.js";

/** A pool of `size` worker threads (all available cores if missing; 0 = on this thread). */
export function createNodePool(size: number = availableParallelism()): Pool {
  if (size === 0) return createPool({ size: 1, spawn: spawnHere });
  return createPool({ size, spawn: spawnNode(new URL(BUILT, import.meta.url)) });
}

/** Starts threads on a file. A dead thread settles no call: its error and exit are listened to here. */
export function spawnNode(file: URL): Spawn {
  return ({ onProgress, onFailure }) => {
    const worker = new Worker(file, { execArgv: [] });
    worker.on("error", (error: unknown) => onFailure(`worker failed; ${String(error)}`));
    worker.on("messageerror", (error) => onFailure(`worker sent nonsense; ${String(error)}`));
    worker.on("exit", (code) => onFailure(`worker ended with exit code ${code}`));
    worker.on("message", (message: unknown) => {
      if (isProgress(message)) onProgress(message);
    });
    return {
      runner: remoteRunner(wireOf(worker)),
      terminate: () => {
        worker.removeAllListeners();
        void worker.terminate();
      },
    };
  };
}
