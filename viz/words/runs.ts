/** How far the runs have come, in words. */
import { counted } from "./counted.ts";
import type { Status } from "../store/results.ts";

export function runsText(status: Status, runs: number, most: number, firstShare: number): string {
  if (status.kind === "failed") return "stopped";
  if (status.kind === "done") return `${runs} runs`;
  if (status.kind === "known") return `${runs} runs, enough to tell`;
  if (runs === 0) return `first run, ${Math.round(firstShare * 100)}%`;
  return `refining, ${runs} of ${most} runs`;
}

/** "1 run", "32 runs". */
export function runsCount(runs: number): string {
  return counted(runs, "run");
}
