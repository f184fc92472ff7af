/** The story a document tells in Present: dated steps with texts whose numbers are named results in braces. */
import * as z from "zod/mini";
import type { MeasureName } from "../engine/index.ts";
import { choice, id, languageTag, longText, text, whole } from "./fields.ts";

export const STORY_STEPS_MAX = 100;
/** Beside its own. */
export const STORY_LANGUAGES_MAX = 8;
/** Companies side by side: more dots than these can't be told apart from the back of a room. */
export const STORY_PLANS_MAX = 4;

/** Measures whose curve a step may show. */
export const STORY_MEASURES = [
  "deepShare",
  "registeredShare",
  "weeklyActiveShare",
  "shallowShare",
  "practicesInUse",
  "engagement",
  "sponsorSupport",
  "valuePerWeek",
  "netValue",
  "cost",
  "frictionWeeksSaved",
  "memberShare",
  "communities",
  "champions",
  "projectReviewDuration",
] as const satisfies readonly MeasureName[];

/** States a step may let stand out; the first, "not registered", is everybody's beginning. */
export const STORY_HIGHLIGHTS = ["registered", "reader", "contributor", "deep"] as const;

/** What is written for a step. */
const WORDS = {
  /** Where the progress bar says one is. */
  name: text(60),
  headline: text(160),
  text: longText(1000),
  notes: z.exactOptional(longText(4000)),
};

/** The same steps in another language, in their order. */
const translation = z.strictObject({
  language: languageTag,
  steps: z
    .array(z.strictObject(WORDS), { error: "not a list" })
    .check(z.maxLength(STORY_STEPS_MAX, { error: `more than ${STORY_STEPS_MAX} steps` })),
});

/** `weekMax` is the longest horizon: a step may show a company at its end. */
export function storySchema(weekMax: number) {
  const step = z.strictObject({
    ...WORDS,
    /** The week the step arrives at; it sets out from the week of the step before, unless that is later. */
    week: whole(0, weekMax),
    /** Ids of the plans whose companies are shown; results in braces are the first one's unless they say whose. */
    plans: z
      .array(id, { error: "not a list" })
      .check(
        z.minLength(1, { error: "an empty list" }),
        z.maxLength(STORY_PLANS_MAX, { error: `more than ${STORY_PLANS_MAX} plans` }),
      ),
    measure: choice(STORY_MEASURES),
    highlight: z.exactOptional(choice(STORY_HIGHLIGHTS)),
  });
  return z.strictObject({
    steps: z
      .array(step, { error: "not a list" })
      .check(
        z.minLength(1, { error: "an empty list" }),
        z.maxLength(STORY_STEPS_MAX, { error: `more than ${STORY_STEPS_MAX} steps` }),
      ),
    translations: z.exactOptional(
      z.array(translation, { error: "not a list" }).check(
        z.maxLength(STORY_LANGUAGES_MAX, { error: `more than ${STORY_LANGUAGES_MAX} languages` }),
        z.refine((list) => new Set(list.map(({ language }) => language)).size === list.length, {
          error: "a language twice",
        }),
      ),
    ),
  });
}

export type Story = z.infer<ReturnType<typeof storySchema>>;
export type StoryStep = Story["steps"][number];
export type StoryWords = Pick<StoryStep, "name" | "headline" | "text" | "notes">;
export type StoryMeasure = StoryStep["measure"];
export type StoryHighlight = (typeof STORY_HIGHLIGHTS)[number];

/** A story in one of its languages; in its own if it isn't translated into that. */
export function storyIn(story: Story, language: string): Story {
  const told = story.translations?.find((one) => one.language === language);
  if (told === undefined) return story;
  return { ...story, steps: story.steps.map((step, i) => ({ ...step, ...told.steps[i] })) };
}
