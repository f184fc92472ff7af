/** The task in a lane's hand: settled once, by its answer, a failure, a hang or a cancel, whichever comes first. */
import type { Trace } from "../engine/index.ts";
import { cancelledError, WorkerFailure } from "./task.ts";

/** A worker that has not acknowledged a cancel in this time is terminated. */
const CANCEL_MILLIS = 150;

export interface Hand {
  readonly settled: Promise<Trace[]>;
  readonly resolve: (traces: Trace[]) => void;
  readonly reject: (error: unknown) => void;
  /** A sign of life: the wait for a hang begins anew. */
  readonly hear: () => void;
  /** Begins the wait for an acknowledgement; false if it has begun before or nothing is left to cancel. */
  readonly beginCancel: () => boolean;
}

/** `onLate` is told when the worker has hung, or is deaf to a cancel. */
export function createHand(hangMillis: number, onLate: (error: Error) => void): Hand {
  let isSettled = false;
  let hangTimer: ReturnType<typeof setTimeout> | undefined;
  let cancelTimer: ReturnType<typeof setTimeout> | undefined;
  let resolve: Hand["resolve"] = () => {};
  let reject: Hand["reject"] = () => {};
  const settled = new Promise<Trace[]>((...settlers) => ([resolve, reject] = settlers));

  function hear(): void {
    if (isSettled) return;
    clearTimeout(hangTimer);
    hangTimer = setTimeout(() => onLate(new WorkerFailure(`no progress for ${hangMillis} ms`)), hangMillis);
  }

  function settle(): void {
    isSettled = true;
    clearTimeout(hangTimer);
    clearTimeout(cancelTimer);
  }

  hear();
  return {
    settled,
    resolve: (traces) => {
      settle();
      resolve(traces);
    },
    reject: (error) => {
      settle();
      reject(error);
    },
    hear,
    beginCancel: () => {
      if (isSettled || cancelTimer !== undefined) return false;
      cancelTimer = setTimeout(() => onLate(cancelledError("worker ended")), CANCEL_MILLIS);
      return true;
    },
  };
}
