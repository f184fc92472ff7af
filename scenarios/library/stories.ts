/** The story of a document that brings none: its stages, or one step an intervention, then the plans side by side. */
import type { Document, DocumentIntervention, Plan } from "../schema.ts";
import { STORY_PLANS_MAX, STORY_STEPS_MAX, type Story, type StoryStep } from "../story.ts";
import { KIND_TEXTS, RIVAL } from "./stage-texts.ts";

type Kind = DocumentIntervention["kind"];

const STAGES: readonly Kind[] = ["communities", "council", "center", "tribe", "platform"];
/** How long a step follows what it tells of where nothing comes after it. */
const AFTER_WEEKS = 52;

/** A document's own story or, if it has none, the one that follows from its plans and moves with them. */
export function storyOf(document: Document): Story {
  if (document.story !== undefined) return document.story;
  const staged = document.plans.find((plan) => isStaged(plan));
  const told = staged ?? mostDone(document.plans);
  const moments = staged === undefined ? momentsOf(told) : stagesOf(told);
  const steps = moments.map((moment, i) => stepOf(document, told, moments, i, moment));
  return { steps: [...steps.slice(0, STORY_STEPS_MAX - 1), lastStep(document, told)] };
}

interface Moment {
  readonly kind: Kind;
  readonly week: number;
}

/** The week in which each of the five stages begins. */
function stagesOf({ interventions }: Plan): Moment[] {
  return STAGES.map((kind) => ({
    kind,
    week: Math.min(...interventions.filter((one) => one.kind === kind).map(({ week }) => week)),
  }));
}

/** Whether a plan does all five, each later than the one before. */
function isStaged(plan: Plan): boolean {
  const weeks = stagesOf(plan).map(({ week }) => week);
  return weeks.every((week, i) => week < Infinity && (i === 0 || week > weeks[i - 1]));
}

function momentsOf({ interventions }: Plan): Moment[] {
  return interventions.map(({ kind, week }) => ({ kind, week })).toSorted((a, b) => a.week - b.week);
}

/** The plan that does most; the first of several. */
function mostDone(plans: readonly Plan[]): Plan {
  return plans.reduce((most, plan) => (plan.interventions.length > most.interventions.length ? plan : most));
}

/** A step shows what has come of it by the time the next thing begins. */
function stepOf(
  { plans, weeks }: Document,
  told: Plan,
  moments: readonly Moment[],
  i: number,
  { kind, week }: Moment,
): StoryStep {
  const next = moments.find((one) => one.week > week);
  const { beside, ...words } = KIND_TEXTS[kind];
  const rival = plans.find((plan) => plan.id !== told.id);
  const text =
    rival === undefined || beside === "" ? words.text : `${words.text} ${beside.replaceAll(RIVAL, rival.id)}`;
  const count = moments.slice(0, i + 1).filter((one) => one.kind === kind).length;
  const isAgain = moments.filter((one) => one.kind === kind).length > 1;
  return {
    ...words,
    text,
    name: isAgain ? `${words.name} ${count}` : words.name,
    week: next?.week ?? Math.min(weeks, week + AFTER_WEEKS),
    plans: [told.id],
  };
}

/** All plans side by side at the end. */
function lastStep({ plans, weeks }: Document, told: Plan): StoryStep {
  const others = plans.filter((plan) => plan.id !== told.id);
  const shown = isStaged(told) ? [told, ...others.slice(0, 1)] : [told, ...others].slice(0, STORY_PLANS_MAX);
  const [, rival] = shown;
  const common = {
    week: weeks,
    plans: shown.map(({ id }) => id),
    measure: "deepShare",
  } as const;
  if (rival === undefined) {
    return {
      ...common,
      name: "At the end",
      headline: "{plan} {payback}",
      text: "After {horizon}, {deep} of employees are in deep practice. Net value stands at {netValue} to date.",
      notes:
        "Whether it was worth it depends on what would have happened otherwise: add a plan to compare with.",
    };
  }
  const deep = shown.map(({ id }) => `{deep:${id}} under {plan:${id}}`);
  const pair = `${told.id}/${rival.id}`;
  return {
    ...common,
    name: "Side by side",
    headline: `{verdict:${pair}}`,
    text:
      `The same people and the same luck: after {horizon}, deep practice has reached ${deep.join(", ")}. ` +
      `{plan:${told.id}} is worth more than {plan:${rival.id}} in {wins:${pair}}; it {payback:${told.id}}.`,
    notes:
      "Same company, same people, same dice: only the plan differs. The ranges hold nine of ten runs. " +
      "Show another possible future before you are asked whether this one was luck.",
  };
}
