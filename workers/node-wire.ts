/** A Node worker, or its parent's port, as one end of a wire. */
import type { MessagePort, Worker } from "node:worker_threads";
import type { Wire } from "./wire.ts";

export function wireOf(port: Worker | MessagePort): Wire {
  return {
    post: (message, transfers) => port.postMessage(message, [...transfers]),
    hear: (listener) => port.on("message", listener),
  };
}
