/** Library plans as the engine takes them: nothing in them needs an organisation's names. */
import type { Intervention } from "../../engine/index.ts";
import { planById } from "../library/plans.ts";

/** The interventions of a library plan without scopes. */
export function interventionsOf(id: string): Intervention[] {
  const plan = planById(id);
  if (!plan) throw new RangeError(`unknown plan: ${JSON.stringify(id)}`);
  return plan.interventions.map((item) => {
    if (item.scope !== undefined) throw new RangeError(`plan with a scope: ${JSON.stringify(id)}`);
    return item as unknown as Intervention;
  });
}
