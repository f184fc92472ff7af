/** Where curves stand that are compared with no other. */
import { listOf, rich, type PlanName, type Rich } from "./rich.ts";
import { whenText } from "./time.ts";

/** At the week line; `basis` says what else the curves rest on, after a comma. */
export function standingSentence(
  plans: readonly (PlanName & { readonly text: string })[],
  noun: string,
  week: number,
  basis: string,
): Rich {
  const parts = plans.map((plan) => rich`${plan.text} under ${plan}`);
  return rich`${whenText(week)}${basis}, ${noun} stands at ${listOf(parts)}.`;
}
