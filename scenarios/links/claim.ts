/** A result as a claim that fits into a link. */
import type { Result } from "../summarize.ts";
import type { Claim } from "./schema.ts";

export function claimOfResult({ engine, runs, digest, plans }: Result): Claim {
  return {
    engine,
    runs,
    digest,
    medians: {
      npv: plans.map(({ final }) => final.npv!.p50),
      deepShare: plans.map(({ final }) => final.deepShare!.p50),
    },
  };
}
