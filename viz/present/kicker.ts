/** The line above a headline: whose story it is, and how far it has come. */
import type { PlanName, Rich } from "../words/rich.ts";
import type { Show } from "./show.ts";

/** The plans shown, how far it has come, and that another plan has taken its place. */
export function kickerOf(show: Show, companies: readonly PlanName[]): Rich {
  const { steps } = show.story.value;
  const names = companies.flatMap(({ name, plan }, i): Rich => [
    ...(i === 0 ? [] : [{ text: i === companies.length - 1 ? " and " : ", " }]),
    { text: name, plan },
  ]);
  const swapped = show.swap.value === 0 ? "" : ", in another’s place";
  return [...names, { text: `${swapped}, step ${show.at.value + 1} of ${steps.length}` }];
}
