/** What was, is and may be again: the states of a document in the order in which they were made. */

export interface History<T> {
  /** Oldest first. */
  readonly past: readonly T[];
  readonly present: T;
  /** What was undone, the latest undone first. */
  readonly future: readonly T[];
}

/** Steps one can go back; a document is some kilobytes. */
const PAST_MOST = 200;

export function historyOf<T>(present: T): History<T> {
  return { past: [], present, future: [] };
}

/** A new present; what was undone can't be done again. */
export function advance<T>({ past, present }: History<T>, next: T): History<T> {
  return { past: [...past, present].slice(-PAST_MOST), present: next, future: [] };
}

/** One step back; the same history at its beginning. */
export function back<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  const before = past.at(-1);
  if (before === undefined) return history;
  return { past: past.slice(0, -1), present: before, future: [present, ...future] };
}

/** One step forth; the same history at its end. */
export function forth<T>(history: History<T>): History<T> {
  const { past, present, future } = history;
  const [after, ...later] = future;
  if (after === undefined) return history;
  return { past: [...past, present], present: after, future: later };
}
