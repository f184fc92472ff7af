/** A worker's side of the wire: the runner behind comlink, its progress as plain messages beside it. */
import { expose, transfer, type Endpoint } from "comlink";
import { buffersOf, createRunner } from "./runner.ts";
import type { Progress, Runner } from "./task.ts";

export function exposeRunner(endpoint: Endpoint): void {
  const runner = createRunner((progress) => endpoint.postMessage(progress));
  const exposed: Runner = {
    ...runner,
    runTask: async (task) => {
      const traces = await runner.runTask(task);
      return transfer(traces, buffersOf(traces));
    },
  };
  expose(exposed, endpoint);
}

/** Comlink's answers have an id and no weeks. */
export function isProgress(message: unknown): message is Progress {
  return typeof message === "object" && message !== null && "weeksDone" in message;
}
