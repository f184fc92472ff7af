/** The pace of a task: how many weeks are done, when to listen, and whether it is still wanted. */
import { pause } from "./pause.ts";
import { cancelledError, type Progress } from "./task.ts";

export interface Pace {
  readonly begin: () => void;
  readonly count: (weeks: number) => void;
  /** To be awaited between weeks where isDue: tells the progress and hears a cancel, with which it rejects. */
  readonly listen: () => Promise<void>;
  readonly isDue: () => boolean;
  readonly cancel: () => void;
}

/** Longest time without listening, in milliseconds, as far as a single week allows. */
const SLICE_MILLIS = 40;

export function createPace(report: (progress: Progress) => void): Pace {
  let isCancelRequested = false;
  let sliceEnd = 0;
  let weeksDone = 0;
  return {
    begin: () => {
      isCancelRequested = false;
      sliceEnd = performance.now() + SLICE_MILLIS;
      weeksDone = 0;
    },
    count: (weeks) => {
      weeksDone += weeks;
    },
    isDue: () => performance.now() >= sliceEnd,
    listen: async () => {
      report({ weeksDone });
      await pause();
      if (isCancelRequested) throw cancelledError("on request");
      sliceEnd = performance.now() + SLICE_MILLIS;
    },
    cancel: () => {
      isCancelRequested = true;
    },
  };
}
