/** What can be done to a document's story: pure functions from document to document. */
import {
  storyOf,
  STORY_STEPS_MAX,
  type Document,
  type Story,
  type StoryStep,
} from "../../scenarios/index.ts";
import type { Command } from "./step-commands.ts";

/** The first change makes the story that follows from the plans the document's own. */
function changeSteps(change: (steps: readonly StoryStep[]) => readonly StoryStep[]): Command {
  return (document) => {
    const steps = change(storyOf(document).steps);
    if (steps.length === 0) return document;
    return { ...document, story: { steps: [...steps] } };
  };
}

/** Sets one thing a step says; undefined leaves out what may be left out. */
export function setStoryField<K extends keyof StoryStep>(
  at: number,
  field: K,
  value: StoryStep[K] | undefined,
): Command {
  return changeSteps((steps) =>
    steps.map((step, i) => {
      if (i !== at) return step;
      const { [field]: _old, ...rest } = step;
      return (value === undefined ? rest : { ...rest, [field]: value }) as StoryStep;
    }),
  );
}

/** Adds a step after another: the same company and week, to be written. */
export function addStoryStep(at: number): Command {
  return changeSteps((steps) => {
    const from = steps[at];
    if (from === undefined || steps.length >= STORY_STEPS_MAX) return steps;
    const { notes: _notes, highlight: _highlight, ...rest } = from;
    const added = {
      ...rest,
      name: "New step",
      headline: "{deep} are in deep practice",
      text: "By {month}, {deep} of employees are in deep practice under {plan}.",
    };
    return steps.toSpliced(at + 1, 0, added);
  });
}

/** Removes a step; the last one stays. */
export function removeStoryStep(at: number): Command {
  return changeSteps((steps) => (steps.length === 1 ? steps : steps.toSpliced(at, 1)));
}

/** Moves a step towards the beginning (−1) or the end (1). */
export function shiftStoryStep(at: number, by: -1 | 1): Command {
  return changeSteps((steps) => {
    const to = at + by;
    if (steps[at] === undefined || to < 0 || to >= steps.length) return steps;
    return steps.toSpliced(at, 1).toSpliced(to, 0, steps[at]);
  });
}

/** Lets the story follow from the plans again. */
export const resetStory: Command = ({ story: _story, ...document }) => document;

/**
 * A changed document whose story names only plans that are there: one that was replaced in its place is followed,
 * one that is gone is left out, and with it the steps that tell of nothing else.
 */
export function followPlans(before: Document, after: Document): Document {
  const { story } = after;
  if (story === undefined) return after;
  const ids = new Set(after.plans.map(({ id }) => id));
  if (story.steps.every((step) => step.plans.every((id) => ids.has(id)))) return after;
  const isReplaced = before.plans.length === after.plans.length;
  const followed = (id: string): string[] => {
    if (ids.has(id)) return [id];
    const place = before.plans.findIndex((plan) => plan.id === id);
    const next = isReplaced ? after.plans[place]?.id : undefined;
    return next === undefined ? [] : [next];
  };
  const steps = story.steps
    .map((step) => ({ ...step, plans: [...new Set(step.plans.flatMap(followed))] }))
    .filter((step) => step.plans.length > 0);
  return steps.length === 0 ? resetStory(after) : { ...after, story: { steps } satisfies Story };
}
