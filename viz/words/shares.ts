/** How many of some runs do something, in words. */
import { COUNTED_RUNS, inHundred } from "./verdict.ts";

/** "in none of 40 runs", "in 3 of 7 runs", "in 12 of 100 runs": of a few runs their number, of many a share. */
export function inRuns(share: number, runs: number): string {
  if (runs === 1) return share === 0 ? "not in the one run" : "in the one run";
  if (share === 0) return `in none of ${runs} runs`;
  if (share === 1) return `in all of ${runs} runs`;
  return `in ${runs < COUNTED_RUNS ? `${Math.round(share * runs)} of ${runs}` : `${inHundred(share)} of 100`} runs`;
}
