/** What can be done to the steps of a plan: pure functions from document to document. */
import type { Document } from "../../scenarios/index.ts";
import { isOpen, stopOf, type Step } from "./steps.ts";

/** A change of a document; it never changes the one it is given. */
export type Command = (document: Document) => Document;

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
