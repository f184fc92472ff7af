/** Where a step may be added to a plan: not in the past that it shares. */
import type { Plan } from "../../scenarios/index.ts";
import { document } from "../store/document.ts";
import { panel } from "./panel.ts";

/** The first week in which a plan may be changed, from a week on; undefined = no later one within the horizon. */
export function firstOpenWeek({ forkWeek = 0 }: Plan, week: number): number | undefined {
  const first = Math.max(week, forkWeek);
  return first < document.value.weeks ? first : undefined;
}

/** Offers the kinds of step one may add in a week, or in the first after it that may change. */
export function offerKinds(plan: Plan, week: number): void {
  const first = firstOpenWeek(plan, week);
  if (first !== undefined) panel.value = { kind: "add", plan: plan.id, week: first };
}
