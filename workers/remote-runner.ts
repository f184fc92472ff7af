/** The other side of the wire: a worker's runner as the pool sees it. */
import type { Progress, Runner } from "./task.ts";
import { remoteOf, type Remote, type Wire } from "./wire.ts";

/** The runner at the wire's other end. */
export function remoteRunner(wire: Wire): Remote<Runner> {
  return remoteOf<Runner>(wire, ["setCompany", "runTask", "cancelTask"]);
}

/** Calls and answers have numbers and no weeks. */
export function isProgress(message: unknown): message is Progress {
  return typeof message === "object" && message !== null && "weeksDone" in message;
}
