/** How much of the first replicates is kept, and of how many of them. */

/** Bytes all workers of a pool keep together. */
export const KEPT_BYTES = 2 ** 28;
/** Replicates from 0 on that are kept: as many as a reader waits for after a change. */
export const KEPT_REPLICATES = 16;

/** Replicates for which a share of the bytes is meant. */
export function keptReplicates(keptBytes: number): number {
  return Math.ceil(KEPT_REPLICATES * Math.min(1, keptBytes / KEPT_BYTES));
}
