/** What can be done to a document's story: pure functions from document to document. */
import {
  storyOf,
  STORY_STEPS_MAX,
  type Document,
  type Story,
  type StoryStep,
  type StoryWords,
} from "../../scenarios/index.ts";
import type { Command } from "./step-commands.ts";

/** The first change makes the story that follows from the plans the document's own. */
function changeStory(change: (story: Story) => Story): Command {
  return (document) => {
    const story = change(storyOf(document));
    return story.steps.length === 0 ? document : { ...document, story };
  };
}

/** Changes the order of the steps, or their number, in every language alike. */
function changeOrder(change: <Step>(steps: readonly Step[]) => readonly Step[]): Command {
  return changeStory((story) => ({
    ...story,
    steps: [...change(story.steps)],
    ...translated(story, change),
  }));
}

function translated(
  { translations }: Story,
  change: (steps: readonly StoryWords[]) => readonly StoryWords[],
): Pick<Story, "translations"> {
  if (translations === undefined) return {};
  return { translations: translations.map((one) => ({ ...one, steps: [...change(one.steps)] })) };
}

/** Sets one thing a step says; undefined leaves out what may be left out. */
export function setStoryField<K extends keyof StoryStep>(
  at: number,
  field: K,
  value: StoryStep[K] | undefined,
): Command {
  return changeStory((story) => ({ ...story, steps: withField(story.steps, at, field, value) }));
}

/** Sets what a step says in another language. */
export function setStoryWords(
  language: string,
  at: number,
  field: keyof StoryWords,
  value: string | undefined,
): Command {
  return changeStory((story) => ({
    ...story,
    translations: (story.translations ?? []).map((one) =>
      one.language === language ? { ...one, steps: withField(one.steps, at, field, value) } : one,
    ),
  }));
}

function withField<Step extends object, K extends keyof Step>(
  steps: readonly Step[],
  at: number,
  field: K,
  value: Step[K] | undefined,
): Step[] {
  return steps.map((step, i) => {
    if (i !== at) return step;
    const { [field]: _old, ...rest } = step;
    return (value === undefined ? rest : { ...rest, [field]: value }) as Step;
  });
}

/** Adds a language: its words are the story's own until they are translated. */
export function addLanguage(language: string): Command {
  return changeStory((story) => {
    const steps = story.steps.map(({ name, headline, text, notes }) => ({
      name,
      headline,
      text,
      ...(notes === undefined ? {} : { notes }),
    }));
    return { ...story, translations: [...(story.translations ?? []), { language, steps }] };
  });
}

export function removeLanguage(language: string): Command {
  return changeStory(({ translations = [], ...story }) => {
    const left = translations.filter((one) => one.language !== language);
    return left.length === 0 ? story : { ...story, translations: left };
  });
}

const NEW_WORDS: StoryWords = {
  name: "New step",
  headline: "{deep} are in deep practice",
  text: "By {month}, {deep} of employees are in deep practice under {plan}.",
};

/** Adds a step after another: the same company and week, to be written. */
export function addStoryStep(at: number): Command {
  return changeStory((story) => {
    const from = story.steps[at];
    if (from === undefined || story.steps.length >= STORY_STEPS_MAX) return story;
    const { notes: _notes, highlight: _highlight, ...rest } = from;
    const added = { ...rest, ...NEW_WORDS };
    return {
      ...story,
      steps: story.steps.toSpliced(at + 1, 0, added),
      ...translated(story, (steps) => steps.toSpliced(at + 1, 0, NEW_WORDS)),
    };
  });
}

/** Removes a step; the last one stays. */
export function removeStoryStep(at: number): Command {
  return changeOrder((steps) => (steps.length === 1 ? steps : steps.toSpliced(at, 1)));
}

/** Moves a step towards the beginning (−1) or the end (1). */
export function shiftStoryStep(at: number, by: -1 | 1): Command {
  return changeOrder((steps) => {
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
  const steps = story.steps.map((step) => ({ ...step, plans: [...new Set(step.plans.flatMap(followed))] }));
  const left = <Step>(all: readonly Step[]): Step[] => all.filter((_, i) => steps[i].plans.length > 0);
  if (left(steps).length === 0) return resetStory(after);
  return { ...after, story: { ...story, steps: left(steps), ...translated(story, left) } };
}
