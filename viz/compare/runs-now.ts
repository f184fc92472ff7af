/** How far the runs have come, or the checking of those that came with the page. */
import { shown } from "../store/before.ts";
import { runCount } from "../store/comparison.ts";
import { firstRunShare, status } from "../store/results.ts";
import { check } from "../store/shipped.ts";
import { RUNS_MOST } from "../store/stopping.ts";
import { runsText } from "../words/runs.ts";
import { shippedText } from "../words/shipped.ts";

export function runsNow(): string {
  if (shown.value === null) return runsText(status.value, runCount.value, RUNS_MOST, firstRunShare.value);
  return shippedText(runCount.value, check.value.identical, status.value.kind === "failed");
}
