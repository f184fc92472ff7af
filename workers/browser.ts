/** The pool in the page: web workers from one trusted URL, one core left to the page itself. */
import { isProgress, remoteRunner } from "./remote-runner.ts";
import type { Spawn } from "./lane.ts";
import { createPool, type Pool } from "./pool.ts";
import { trusted, WORKER_URLS } from "./trusted.ts";

/** All cores but one, though both where there are two. */
export function browserPoolSize(cores: number = navigator.hardwareConcurrency || 2): number {
  return Math.max(1, cores === 2 ? 2 : cores - 1);
}

/** A pool of web workers. `url` replaces the bundled worker's own. */
export function createBrowserPool(size: number = browserPoolSize(), url: string = WORKER_URLS.runner): Pool {
  // A page from the disk may start a worker from a text of its own, but not as a module.
  const type = url.startsWith("blob:") ? "classic" : "module";
  return createPool({ size, spawn: spawnBrowser(trusted(url), type) });
}

/** Starts workers at a URL. A dead worker settles no call: its errors are listened to here. */
function spawnBrowser(url: string, type: WorkerType): Spawn {
  return ({ onProgress, onFailure }) => {
    const worker = new Worker(url, { type });
    const listening = new AbortController();
    const { signal } = listening;
    const hear = (event: ErrorEvent): void => {
      event.preventDefault();
      onFailure(event.message || "the script that simulates could not be loaded");
    };
    worker.addEventListener("error", hear, { signal });
    worker.addEventListener("messageerror", () => onFailure("worker sent nonsense"), { signal });
    worker.addEventListener(
      "message",
      ({ data }: MessageEvent<unknown>) => {
        if (isProgress(data)) onProgress(data);
      },
      { signal },
    );
    return {
      runner: remoteRunner({
        post: (message, transfers) => worker.postMessage(message, [...transfers]),
        hear: (listener) =>
          worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => listener(data), { signal }),
      }),
      terminate: () => {
        listening.abort();
        worker.terminate();
      },
    };
  };
}
