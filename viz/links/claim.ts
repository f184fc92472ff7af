/** What the page's own runs say, as the claim of a link. */
import { ENGINE_VERSION } from "../../engine/index.ts";
import { digestOfRuns, type Document } from "../../scenarios/index.ts";
import type { Claim } from "../../scenarios/links/index.ts";
import { exactColumn, type PlanRuns } from "../store/sample.ts";
import { spreadOf } from "../store/statistics.ts";

/** How many of the replicates 0, 1, … every plan has without a gap. */
export function countInRow(plans: readonly PlanRuns[]): number {
  let count = 0;
  while (plans.length > 0 && plans.every((runs) => runs.has(count))) count++;
  return count;
}

/** Of the first `count` replicates; every plan must have them. */
export function claimOfRuns(document: Document, plans: readonly PlanRuns[], count: number): Claim {
  const replicates = Array.from({ length: count }, (_, replicate) => replicate);
  const mediansOf = (measure: "npv" | "deepShare"): number[] =>
    plans.map((runs) => {
      const ends = replicates.map((replicate) => exactColumn(runs.get(replicate)!, measure)[document.weeks]);
      return spreadOf(Float64Array.from(ends)).p50;
    });
  return {
    engine: ENGINE_VERSION,
    runs: count,
    digest: digestOfRuns(document, replicates, (plan, replicate) => plans[plan].get(replicate)!.digest),
    medians: { npv: mediansOf("npv"), deepShare: mediansOf("deepShare") },
  };
}
