/** The plans' steps in words, and as lanes of bars. */
import type { Bar, PlanBars } from "../charts/plans.tsx";
import type { DocumentIntervention, Plan } from "../../scenarios/index.ts";
import { rich, type PlanName, type Rich } from "./rich.ts";
import type { TableData } from "./tables.ts";
import { monthText } from "./time.ts";

type Kind = DocumentIntervention["kind"];

const LANES: Readonly<Record<Kind, string>> = {
  platform: "Platform",
  campaign: "Campaign",
  events: "Events",
  communities: "Communities of practice",
  council: "Council",
  center: "Center of excellence",
  tribe: "Tribe",
  measure: "Measuring benefits",
  sponsor: "Sponsor won",
  sharedService: "Shared service",
  incentive: "Incentive",
  stop: "Stop",
};

export function kindText(kind: Kind): string {
  return LANES[kind];
}

/** A step's full name with its numbers. */
function stepText(step: DocumentIntervention): string {
  const name = LANES[step.kind];
  switch (step.kind) {
    case "platform":
      return step.fast === true ? "Platform, fast" : name;
    case "campaign":
      return `${step.intensity === 1 ? name : `Campaign at ${step.intensity}`}, ${step.weeks} weeks`;
    case "events":
      return `Event every ${step.every} weeks`;
    case "communities":
      return step.count === undefined ? "Communities everywhere" : `${step.count} communities of practice`;
    case "center":
      return `${name}, ${step.experts} experts`;
    case "tribe":
      return `${name}, ${step.ratio} champions an expert`;
    case "measure":
      return step.what === "both"
        ? name
        : `${name} of ${step.what === "platform" ? "the platform" : "communities"}`;
    case "incentive":
      return `${name}, ${step.weeks} weeks`;
    case "stop":
      return `Stop ${LANES[step.what].toLowerCase()}`;
    default:
      return name;
  }
}

/** What a bar may say, from long to short; a later bar of its lane leaves the name to the first. */
function barTexts(step: DocumentIntervention, isLater: boolean): string[] {
  if (step.kind === "communities") {
    if (step.count === undefined) return ["Communities everywhere", "Communities", "all"];
    if (isLater) return [`+${step.count}`];
    return [stepText(step), `${step.count} communities`, "Communities", String(step.count)];
  }
  if (step.kind === "center" && isLater) return [`${step.experts} experts`, String(step.experts)];
  return [stepText(step), LANES[step.kind]];
}

/** The bars of a plan: a lane for each kind, in the order in which kinds begin. */
export function barsOf(plan: Plan, place: number): PlanBars {
  const lanes = new Map<Kind, Bar[]>();
  const steps = plan.interventions
    .map((step, i) => ({ step, i }))
    .toSorted((x, y) => x.step.week - y.step.week || x.i - y.i);
  for (const { step, i } of steps) {
    const kind = step.kind === "stop" ? step.what : step.kind;
    const bars = lanes.get(kind) ?? [];
    lanes.set(kind, bars);
    const length =
      "weeks" in step ? step.weeks : step.kind === "sponsor" || step.kind === "stop" ? 0 : undefined;
    bars.push({
      step: i,
      from: step.week,
      ...(length === undefined ? {} : { to: step.week + length }),
      texts: barTexts(step, bars.length > 0),
    });
  }
  return { plan: place, name: plan.name, lanes: [...lanes.values()] };
}

export function plansSentence(a: PlanName, b: PlanName, ways: number): Rich {
  if (ways === 0)
    return rich`${a} and ${b} do the same. A bar begins in the week in which a step is asked for.`;
  const count = ways === 1 ? "one way" : `${ways} ways`;
  return rich`${a} and ${b} differ in ${count}. A bar begins in the week in which a step is asked for; reviews come first.`;
}

export function planTable(plans: readonly Plan[]): TableData {
  return {
    caption: "The steps of the plans and the weeks in which they are asked for",
    heads: ["Step", "Plan", "Week", "Month"],
    rows: plans.flatMap((plan) =>
      plan.interventions.map((step) => [stepText(step), plan.name, String(step.week), monthText(step.week)]),
    ),
  };
}
