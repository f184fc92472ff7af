/** The keyboard on a bar: arrows draft week by week, letting the key go settles, so that a held key is one step. */
import { drafted, type StepPlace } from "../store/document.ts";
import { propose } from "../store/editing.ts";
import { endStep, moveStep } from "../store/step-commands.ts";
import { endOf, isOpen } from "../store/steps.ts";

const FAR = 4;

/** Drafts what a key asks of a step; false if it asks nothing. */
export function nudge(event: KeyboardEvent, { plan: id, step }: StepPlace): boolean {
  const { plans, weeks } = drafted.value;
  const plan = plans.find((one) => one.id === id);
  const one = plan?.interventions[step];
  if (plan === undefined || one === undefined || event.ctrlKey || event.metaKey) return false;
  const first = plan.forkWeek ?? 0;
  const isShared = one.week < first;
  const by = arrowOf(event);
  if (by !== 0 && event.altKey) {
    const mayEnd = "weeks" in one ? !isShared : isOpen(one.kind);
    const end = (endOf(plan.interventions, step) ?? weeks) + by;
    if (mayEnd) propose(endStep(id, step, Math.max(end, first)));
    return true;
  }
  const to = event.key === "Home" ? first : event.key === "End" ? weeks - 1 : one.week + by;
  if (by === 0 && event.key !== "Home" && event.key !== "End") return false;
  if (!isShared) propose(moveStep(id, step, to, first));
  return true;
}

function arrowOf({ key, shiftKey }: KeyboardEvent): number {
  const by = shiftKey ? FAR : 1;
  return key === "ArrowLeft" ? -by : key === "ArrowRight" ? by : 0;
}
