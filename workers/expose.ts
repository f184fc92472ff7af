/** A worker's side of the wire: the runner's verbs, its progress as plain messages beside them. */
import type { Trace } from "../engine/index.ts";
import { buffersOf, createRunner } from "./runner.ts";
import type { Progress, Runner } from "./task.ts";
import { answerCalls, remoteOf, type Remote, type Wire } from "./wire.ts";

export function exposeRunner(wire: Wire): void {
  const runner = createRunner((progress) => wire.post(progress, []));
  answerCalls(wire, { ...runner }, (verb, value: readonly Trace[]) =>
    verb === "runTask" ? buffersOf(value) : [],
  );
}

/** The runner at the wire's other end. */
export function remoteRunner(wire: Wire): Remote<Runner> {
  return remoteOf<Runner>(wire, ["setCompany", "runTask", "cancelTask"]);
}

/** Calls and answers have numbers and no weeks. */
export function isProgress(message: unknown): message is Progress {
  return typeof message === "object" && message !== null && "weeksDone" in message;
}
