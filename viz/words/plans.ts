/** The plans' steps in words, and as lanes of bars. */
import type { Bar, PlanBars } from "../charts/plans.tsx";
import type { DocumentIntervention, Plan } from "../../scenarios/index.ts";
import { endOf, isOpen, stopOf } from "../store/steps.ts";
import { counted } from "./counted.ts";
import { KIND_TEXTS, type Kind } from "./kinds.ts";
import { rich, type PlanName, type Rich } from "./rich.ts";
import type { TableData } from "./tables.ts";
import { monthText } from "./time.ts";

/** A step's full name with its numbers. */
export function stepText(step: DocumentIntervention): string {
  const name = KIND_TEXTS[step.kind];
  switch (step.kind) {
    case "platform":
      return step.fast === true ? "Platform, fast" : name;
    case "campaign":
      return `${step.intensity === 1 ? name : `Campaign at ${step.intensity}`}, ${counted(step.weeks, "week")}`;
    case "events":
      return step.every === 1 ? "Event every week" : `Event every ${step.every} weeks`;
    case "communities":
      return step.count === undefined
        ? "Communities everywhere"
        : counted(step.count, "community of practice", "communities of practice");
    case "center":
      return `${name}, ${counted(step.experts, "expert")}`;
    case "tribe":
      return `${name}, ${counted(step.ratio, "champion")} an expert`;
    case "measure":
      return step.what === "both"
        ? name
        : `${name} of ${step.what === "platform" ? "the platform" : "communities"}`;
    case "incentive":
      return `${name}, ${counted(step.weeks, "week")}`;
    case "stop":
      return `End of ${KIND_TEXTS[step.what].toLowerCase()}`;
    default:
      return name;
  }
}

/** What a bar may say, from long to short; a later bar of its lane leaves the name to the first. */
function barTexts(step: DocumentIntervention, isLater: boolean): string[] {
  if (step.kind === "communities") {
    if (step.count === undefined) return ["Communities everywhere", "Communities", "all"];
    if (isLater) return [`+${step.count}`];
    return [
      stepText(step),
      counted(step.count, "community", "communities"),
      "Communities",
      String(step.count),
    ];
  }
  if (step.kind === "center" && isLater) return [counted(step.experts, "expert"), String(step.experts)];
  return [stepText(step), KIND_TEXTS[step.kind]];
}

/** Lanes of places in a plan's list of steps. */
export type Lanes = readonly (readonly number[])[];

/** A lane for each kind, in the order in which kinds begin; what overlaps has a lane of its own. */
export function lanesOf({ interventions: steps }: Plan): Lanes {
  const lanes = new Map<Kind, number[][]>();
  // A stop that ends other bars is shown by them.
  const ends = new Set(steps.map((_, i) => stopOf(steps, i)));
  const inTime = steps
    .map((_, i) => i)
    .toSorted((a, b) => steps[a].week - steps[b].week || rankOf(steps[a]) - rankOf(steps[b]) || a - b);
  for (const i of inTime) {
    const step = steps[i];
    if (ends.has(i)) continue;
    const kind = step.kind === "stop" ? step.what : step.kind;
    const rows = lanes.get(kind) ?? [];
    lanes.set(kind, rows);
    const row = rows.find((one) => isFree(steps, one.at(-1)!, step.week));
    if (row === undefined) rows.push([i]);
    else row.push(i);
  }
  return [...lanes.values()].flat();
}

const RANKS = Object.keys(KIND_TEXTS);

/** Kinds that begin in the same week stand in the order of the table, whatever the order of the list. */
function rankOf(step: DocumentIntervention): number {
  return RANKS.indexOf(step.kind === "stop" ? step.what : step.kind);
}

function isFree(steps: Plan["interventions"], last: number, week: number): boolean {
  const { week: begun, kind } = steps[last];
  return begun < week && (isOpen(kind) || (endOf(steps, last) ?? 0) <= week);
}

/** The bars of a plan in their lanes; during a drag the lanes are those of before, so that nothing jumps. */
export function barsOf(plan: Plan, place: number, lanes: Lanes = lanesOf(plan)): PlanBars {
  const steps = plan.interventions;
  const bars = lanes.map((lane) => {
    const inTime = lane.filter((i) => i < steps.length).toSorted((a, b) => steps[a].week - steps[b].week);
    return inTime.map((i, n): Bar => {
      const end = endOf(steps, i);
      return {
        step: i,
        from: steps[i].week,
        ...(end === undefined ? {} : { to: end }),
        texts: barTexts(steps[i], n > 0),
      };
    });
  });
  return { plan: place, name: plan.name, lanes: bars };
}

export function plansSentence(a: PlanName, b: PlanName, ways: number): Rich {
  if (ways === 0)
    return rich`${a} and ${b} do the same. A bar begins in the week in which a step is asked for.`;
  const count = ways === 1 ? "one way" : `${ways} ways`;
  return rich`${a} and ${b} differ in ${count}. A bar begins in the week in which a step is asked for; reviews come first.`;
}

/** What one plan does, where there is no other. */
export function planSentence(plan: PlanName, steps: Plan["interventions"]): Rich {
  if (steps.length === 0) return rich`${plan} does nothing yet.`;
  const weeks = steps.map((step) => step.week);
  const [first, last] = [Math.min(...weeks), Math.max(...weeks)].map((week) =>
    week === 0 ? "at the start" : `in ${monthText(week)}`,
  );
  const when = first === last ? `all ${first}` : `the first ${first}, the last ${last}`;
  const count = steps.length === 1 ? `one step, ${first}` : `${steps.length} steps, ${when}`;
  return rich`${plan} takes ${count}. A bar begins in the week in which a step is asked for; reviews come first.`;
}

/** "week 26 to week 38", "week 26 to the end", "week 26". */
export function spanWords(plan: Plan, step: number): string {
  const { week } = plan.interventions[step];
  const end = endOf(plan.interventions, step);
  if (end === undefined) return `week ${week} to the end`;
  return end === week ? `week ${week}` : `week ${week} to week ${end}`;
}

export function planTable(plans: readonly Plan[]): TableData {
  return {
    caption:
      "The steps of the plans: the week in which they are asked for, and the week before which they end",
    heads: ["Step", "Plan", "Start", "End", "Starts in"],
    rows: plans.flatMap((plan) =>
      plan.interventions.map((step, i) => {
        const end = endOf(plan.interventions, i);
        const endText = end === undefined ? "runs on" : end === step.week ? "at once" : `week ${end}`;
        return [stepText(step), plan.name, `week ${step.week}`, endText, monthText(step.week)];
      }),
    ),
  };
}
