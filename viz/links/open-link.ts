/** Opens the question a link holds, and proves the answer it claims. */
import { InputError } from "../../scenarios/index.ts";
import { readLink, type Link } from "../../scenarios/links/index.ts";
import { openGiven } from "../store/desk.ts";
import { document } from "../store/document.ts";
import { linkNotice } from "../store/links.ts";
import { choosePair, metricName, moveWeek } from "../store/view.ts";
import { metricOf } from "../words/metrics.ts";
import { prove } from "./proof.ts";

export async function openLink(address: string): Promise<void> {
  try {
    const link = await readLink(address);
    openGiven(link.document);
    look(link);
    // The address would open the link again, over what is made of it from here on.
    history.replaceState(null, "", "#compare");
    prove(link);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    linkNotice.value = { text: `This link can’t be opened: ${error.message}.` };
  }
}

/** As its sender looked at it, where that is still possible. */
function look({ view = {} }: Link): void {
  const { plans } = document.peek();
  const place = (id: string | undefined): number => plans.findIndex((plan) => plan.id === id);
  for (const side of ["a", "b"] as const) if (place(view[side]) >= 0) choosePair(side, place(view[side]));
  if (view.measure !== undefined) metricName.value = metricOf(view.measure).name;
  if (view.week !== undefined) moveWeek(view.week);
}
