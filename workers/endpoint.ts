/** A Node worker or its parent's port seen as comlink's endpoint: comlink's own adapter has no types. */
import type { Endpoint } from "comlink";
import type { MessagePort, Worker } from "node:worker_threads";

type Listener = (event: { data: unknown }) => void;

export function endpointOf(port: Worker | MessagePort): Endpoint {
  const heard = new Map<unknown, (data: unknown) => void>();
  return {
    postMessage: (message: unknown, transfers: Transferable[] = []) =>
      port.postMessage(message, transfers as Parameters<typeof port.postMessage>[1]),
    addEventListener: (_type: string, listener: unknown) => {
      const hear = (data: unknown): void => (listener as Listener)({ data });
      heard.set(listener, hear);
      port.on("message", hear);
    },
    removeEventListener: (_type: string, listener: unknown) => {
      port.off("message", heard.get(listener) ?? (() => {}));
      heard.delete(listener);
    },
  };
}
