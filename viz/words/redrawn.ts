/** Where curves stand that are redrawn from what was seen. */
import { listOf, rich, type PlanName, type Rich } from "./rich.ts";
import { whenText } from "./time.ts";

/** At the week line. */
export function redrawnSentence(
  plans: readonly (PlanName & { readonly text: string })[],
  noun: string,
  week: number,
): Rich {
  const parts = plans.map((plan) => rich`${plan.text} under ${plan}`);
  return rich`Redrawn from what was seen: ${whenText(week).toLowerCase()}, ${noun} stands at ${listOf(parts)}.`;
}
