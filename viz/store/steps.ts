/** What one can ask of a plan's steps: their order, and when each of them ends. */
import { canonicalOrder, type Intervention, type StoppableKind } from "../../engine/index.ts";
import type { Document, DocumentIntervention, Plan } from "../../scenarios/index.ts";

export type Step = DocumentIntervention;
type Kind = Step["kind"];

/** Every plan's steps in canonical order: by week, stops first, then by kind. */
export function inOrder(document: Document): Document {
  return { ...document, plans: document.plans.map((plan) => ({ ...plan, interventions: ordered(plan) })) };
}

/** Where a step stands once its plan is in order. */
export function placeAfterOrder(plan: Plan, step: number): number {
  return ordered(plan).indexOf(plan.interventions[step]);
}

// Scopes hold names here and indices in the engine: the order by week and kind is the same.
function ordered({ interventions }: Plan): Step[] {
  return canonicalOrder(interventions as unknown as Intervention[]) as unknown as Step[];
}

const OPEN_KINDS: readonly Kind[] = [
  "platform",
  "events",
  "communities",
  "council",
  "center",
  "tribe",
  "measure",
];

/** Whether a kind runs until it is stopped. */
export function isOpen(kind: Kind): kind is StoppableKind {
  return OPEN_KINDS.includes(kind);
}

/** The place of the step that stops a step that runs until it is stopped; −1 = nothing does. */
export function stopOf(steps: readonly Step[], step: number): number {
  const { kind, week } = steps[step];
  let place = -1;
  if (!isOpen(kind)) return place;
  for (const [i, one] of steps.entries()) {
    if (one.kind !== "stop" || one.what !== kind || one.scope !== undefined || one.week <= week) continue;
    if (place === -1 || one.week < steps[place].week) place = i;
  }
  return place;
}

/** The week before which a step has ended: half-open; undefined = it runs to the horizon; its own week = at once. */
export function endOf(steps: readonly Step[], step: number): number | undefined {
  const one = steps[step];
  if ("weeks" in one) return one.week + one.weeks;
  if (!isOpen(one.kind)) return one.week;
  const stop = stopOf(steps, step);
  return stop === -1 ? undefined : steps[stop].week;
}
