/** What can be done to the steps of a plan: pure functions from document to document. */
import { canonicalOrder, type Intervention, type StoppableKind } from "../../engine/index.ts";
import type { Document, DocumentIntervention, Plan } from "../../scenarios/index.ts";

/** A change of a document; it never changes the one it is given. */
export type Command = (document: Document) => Document;

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

function withSteps(id: string, change: (steps: readonly Step[], weeks: number) => Step[]): Command {
  return (document) => ({
    ...document,
    plans: document.plans.map((plan) =>
      plan.id === id ? { ...plan, interventions: change(plan.interventions, document.weeks) } : plan,
    ),
  });
}

/** Replaces a step; a step that isn't there changes nothing. */
function changeStep(plan: string, step: number, change: (step: Step, weeks: number) => Step): Command {
  return withSteps(plan, (steps, weeks) => steps.map((one, i) => (i === step ? change(one, weeks) : one)));
}

/** Moves a step to a whole week within [from, weeks − 1]. */
export function moveStep(plan: string, step: number, week: number, from = 0): Command {
  return changeStep(plan, step, (one, weeks) => ({ ...one, week: within(week, from, weeks - 1) }));
}

/** Sets one number, choice or switch of a step; undefined leaves it to the default. */
export function setField(plan: string, step: number, field: string, value: unknown): Command {
  return changeStep(plan, step, (one) => {
    const { [field]: _old, ...rest } = { ...one } as Record<string, unknown>;
    return (value === undefined ? rest : { ...rest, [field]: value }) as unknown as Step;
  });
}

export function addStep(plan: string, step: Step): Command {
  return withSteps(plan, (steps) => [...steps, step]);
}

export function removeStep(plan: string, step: number): Command {
  return withSteps(plan, (steps) => steps.filter((_, i) => i !== step));
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

const LASTING_MOST = 104;

/** Ends a step before a week: a length where it has one, else a stop of its kind; at the horizon it runs on. */
export function endStep(plan: string, step: number, end: number): Command {
  return withSteps(plan, (steps, weeks) => {
    const one = steps[step];
    if (one === undefined) return [...steps];
    if ("weeks" in one) {
      const length = within(end - one.week, 1, LASTING_MOST);
      return steps.map((other) => (other === one ? { ...one, weeks: length } : other));
    }
    if (!isOpen(one.kind)) return [...steps];
    const stop = stopOf(steps, step);
    const others = steps.filter((_, i) => i !== stop);
    const week = Math.max(one.week + 1, Math.round(end));
    return week >= weeks ? others : withStop(steps, stop, { week, kind: "stop", what: one.kind });
  });
}

function withStop(steps: readonly Step[], place: number, stop: Step): Step[] {
  return place === -1 ? [...steps, stop] : steps.map((one, i) => (i === place ? stop : one));
}

/** Begins a step at another week and leaves its end where it is. */
export function beginStep(plan: string, step: number, week: number, from = 0): Command {
  return changeStep(plan, step, (one, weeks) => {
    if (!("weeks" in one)) return { ...one, week: within(week, from, weeks - 1) };
    const end = one.week + one.weeks;
    const start = within(week, Math.max(from, end - LASTING_MOST), Math.min(weeks, end) - 1);
    return { ...one, week: start, weeks: end - start };
  });
}

function within(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, Math.round(value)));
}
