/** Days of what was seen are other weeks where the first day is another: they are read anew. */
import { effect, untracked } from "@preact/signals";
import { messageOf } from "../../workers/index.ts";
import { document, observed, replaceObserved } from "./document.ts";
import type { Observed } from "./observation.ts";
import type { readSeries } from "./observed-files.ts";
import { observedTrouble } from "./observed.ts";

/** How a series is read. */
export type ReadSeries = typeof readSeries;

/** From now on; returns how to end it. `whileOpen` tells later whether the same document is still on the desk. */
export function followFirstDay(
  whileOpen: () => () => boolean,
  reader: () => Promise<ReadSeries>,
): () => void {
  let last = document.peek().start;
  return effect(() => {
    const { start } = document.value;
    const isMoved = start !== last;
    last = start;
    const isStale = observed.value.some((one) => one.start !== start);
    untracked(() => {
      // A refusal was of the first day before.
      if (isMoved) observedTrouble.value = "";
      if (isStale) void readAnew(start, whileOpen(), reader);
    });
  });
}

/** What is of no weeks any more is said and not drawn, until another first day lets it be read. */
async function readAnew(
  start: string | undefined,
  isOpen: () => boolean,
  reader: () => Promise<ReadSeries>,
): Promise<void> {
  let why = "";
  const day = start === undefined ? {} : { start };
  const read = async ({ start: _start, ...one }: Observed): Promise<Observed> => {
    try {
      return { ...one, ...(await (await reader())(one.source, one.measure, day, one.employees)) };
    } catch (error) {
      why = messageOf(error);
      return { ...one, ...day, weeks: [], values: [] };
    }
  };
  const found = await Promise.all(observed.peek().map(read));
  if (!isOpen() || document.peek().start !== start) return;
  replaceObserved(found);
  observedTrouble.value = why;
}
