/** Which of two plans a difference favours, and whether one may say so. */
import { wilsonInterval } from "../store/statistics.ts";
import type { PlanName } from "./rich.ts";
import { runsCount } from "./runs.ts";

export type Verdict =
  | { readonly kind: "none" }
  /** Every run gives exactly the same. */
  | { readonly kind: "equal"; readonly runs: number }
  /** The interval of the share of wins holds one half. */
  | { readonly kind: "open"; readonly runs: number; readonly share: number }
  | {
      readonly kind: "told";
      readonly runs: number;
      readonly winner: PlanName;
      readonly loser: PlanName;
      /** The winner's share of runs. */
      readonly share: number;
      /** 1 if b wins, −1 if a does: differences times this are the winner's. */
      readonly sign: 1 | -1;
    };

/** Differences are b − a, one a run; `isLowerBetter` turns the winner round. */
export function verdictOf(
  differences: Float64Array,
  a: PlanName,
  b: PlanName,
  isLowerBetter = false,
): Verdict {
  return verdictOfCounts(countsOf(differences), a, b, isLowerBetter);
}

/** Runs with b above a, and below; the others are equal. */
export interface Counts {
  readonly runs: number;
  readonly above: number;
  readonly below: number;
}

export function countsOf(differences: Float64Array): Counts {
  const above = differences.filter((value) => value > 0).length;
  const below = differences.filter((value) => value < 0).length;
  return { runs: differences.length, above, below };
}

export function verdictOfCounts(
  { runs, above, below }: Counts,
  a: PlanName,
  b: PlanName,
  isLowerBetter = false,
): Verdict {
  if (runs === 0) return { kind: "none" };
  if (above + below === 0) return { kind: "equal", runs };
  // Ties count half.
  return verdictOfShare((above + (runs - above - below) / 2) / runs, runs, a, b, isLowerBetter);
}

/** The verdict of runs that aren't all equal, by the share with b above a. */
export function verdictOfShare(
  shareAbove: number,
  runs: number,
  a: PlanName,
  b: PlanName,
  isLowerBetter = false,
): Verdict {
  const { low, high } = wilsonInterval(shareAbove, runs);
  if (low <= 0.5 && high >= 0.5) return { kind: "open", runs, share: shareAbove };
  const isAbove = shareAbove > 0.5;
  const isB = isAbove !== isLowerBetter;
  return {
    kind: "told",
    runs,
    winner: isB ? b : a,
    loser: isB ? a : b,
    share: isAbove ? shareAbove : 1 - shareAbove,
    sign: isAbove ? 1 : -1,
  };
}

/** A share of runs as a whole number in 100; 99.7 is not "100", 0.2 is not "0". */
export function inHundred(share: number): number {
  if (share <= 0 || share >= 1) return share <= 0 ? 0 : 100;
  return Math.max(1, Math.min(99, Math.round(share * 100)));
}

/** Below this, an open verdict is not "no difference": it is early. */
export const EARLY_RUNS = 20;
/** Below this, shares of runs are given as counts. */
export const COUNTED_RUNS = 50;

/** "3 of 3 runs so far", "98 of 100 runs", "all 64 runs". */
export function winsText({ share, runs }: { readonly share: number; readonly runs: number }): string {
  if (runs < COUNTED_RUNS) return `${Math.round(share * runs * 2) / 2} of ${runsCount(runs)} so far`;
  return share === 1 ? `all ${runs} runs` : `${inHundred(share)} of 100 runs`;
}

/** The one large number: "3 of 3", "98 in 100". */
export function winsCount({ share, runs }: { readonly share: number; readonly runs: number }): string {
  return runs < COUNTED_RUNS
    ? `${Math.round(share * runs * 2) / 2} of ${runs}`
    : `${inHundred(share)} in 100`;
}
