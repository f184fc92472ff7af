/** Keys of the cache of results: what a run depends on, and nothing else. */
import { ENGINE_VERSION, canonicalText } from "../../engine/index.ts";
import type { Document, Plan } from "../../scenarios/index.ts";

/** The world without its plans: engine, company, assumptions, shocks, seed, horizon. */
export function worldKey({ company, assumptions, uncertainty, shocks, seed, weeks }: Document): string {
  return canonicalText([ENGINE_VERSION, company, assumptions, uncertainty ?? null, shocks, seed, weeks]);
}

/** What a plan does; its id, name and notes and the order of its list are not part of it. */
export function planKey(plan: Plan): string {
  return canonicalText(plan.interventions.map(canonicalText).toSorted());
}
