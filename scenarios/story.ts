/** The story a document tells in Present: dated steps with texts whose numbers are named results in braces. */
import * as z from "zod/mini";
import type { MeasureName } from "../engine/index.ts";
import { choice, id, longText, text, whole } from "./fields.ts";

export const STORY_STEPS_MAX = 100;
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

/** `weekMax` is the longest horizon: a step may show a company at its end. */
export function storySchema(weekMax: number) {
  const step = z.strictObject({
    /** Where the progress bar says one is. */
    name: text(60),
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
    headline: text(160),
    text: longText(1000),
    notes: z.exactOptional(longText(4000)),
  });
  return z.strictObject({
    steps: z
      .array(step, { error: "not a list" })
      .check(
        z.minLength(1, { error: "an empty list" }),
        z.maxLength(STORY_STEPS_MAX, { error: `more than ${STORY_STEPS_MAX} steps` }),
      ),
  });
}

export type Story = z.infer<ReturnType<typeof storySchema>>;
export type StoryStep = Story["steps"][number];
export type StoryMeasure = StoryStep["measure"];
export type StoryHighlight = (typeof STORY_HIGHLIGHTS)[number];
