/** A worker's side of the wire: the runner's verbs, its progress as plain messages beside them. */
import type { Trace } from "../engine/index.ts";
import { buffersOf, createRunner } from "./runner.ts";
import { answerCalls, type Wire } from "./wire.ts";

export function exposeRunner(wire: Wire): void {
  const runner = createRunner((progress) => wire.post(progress, []));
  answerCalls(wire, { ...runner }, (verb, value: readonly Trace[]) =>
    verb === "runTask" ? buffersOf(value) : [],
  );
}
