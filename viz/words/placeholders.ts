/** Named results in braces: `{deep}`, `{netValue:problems-first@104}`, `{wins:problems-first/platform-first}`. */
import type { MeasureName } from "../../engine/index.ts";

/** What a name needs to be told: nothing, one plan, or two. */
export type Need = "nothing" | "plan" | "pair";

export interface ResultName {
  readonly name: string;
  readonly meaning: string;
  readonly need: Need;
  /** The measure it stands for; two plans give their difference. */
  readonly measure?: MeasureName;
}

function measured(name: string, measure: MeasureName, meaning: string): ResultName {
  return { name, measure, meaning, need: "plan" };
}

/** Everything a text may name. */
export const RESULT_NAMES: readonly ResultName[] = [
  measured("deep", "deepShare", "share of employees in deep practice"),
  measured("registered", "registeredShare", "share of employees registered on the platform"),
  measured("weeklyActive", "weeklyActiveShare", "share of employees who use the platform in a week"),
  measured("shallow", "shallowShare", "share of employees who come without going deep"),
  measured("members", "memberShare", "share of employees in a community"),
  measured("communities", "communities", "live communities of practice"),
  measured("champions", "champions", "connectors, coaches and curators"),
  measured("practices", "practicesInUse", "documented solutions in use"),
  measured("engagement", "engagement", "mean engagement, 0 to 1"),
  measured("support", "sponsorSupport", "executive support, 0 to 1"),
  measured("reviewWeeks", "projectReviewDuration", "weeks of review of a project that starts now"),
  measured("frictionSaved", "frictionWeeksSaved", "weeks of review saved to date"),
  measured("valuePerWeek", "valuePerWeek", "value of the week"),
  measured("netValue", "netValue", "value minus cost to date"),
  measured("cost", "cost", "cost to date"),
  { name: "payback", meaning: "when a plan pays back", need: "plan" },
  { name: "wins", meaning: "runs in which the first of two plans has more net value", need: "pair" },
  { name: "verdict", meaning: "which of two plans ends ahead, and by how much", need: "pair" },
  { name: "plan", meaning: "a plan’s name", need: "plan" },
  { name: "month", meaning: "the month of the week", need: "nothing" },
  { name: "horizon", meaning: "how long the simulation runs", need: "nothing" },
  { name: "employees", meaning: "employees at the start", need: "nothing" },
];

/** A placeholder as it is written. */
export interface Written {
  readonly source: string;
  readonly name: string;
  /** Ids of plans as given: none, one, or two. */
  readonly plans: readonly string[];
  readonly week?: number;
}

/** A text's pieces in order: plain text, and placeholders; what is not one by its form has no name. */
export function piecesOfText(text: string): (string | Written)[] {
  return text
    .split(/(\{[^{}]*\})/)
    .filter((piece) => piece !== "")
    .map((piece) => (piece.startsWith("{") && piece.endsWith("}") ? readPlaceholder(piece) : piece));
}

const FORM = /^\{([A-Za-z]+)(?::([A-Za-z0-9_-]+)(?:\/([A-Za-z0-9_-]+))?)?(?:@(\d{1,4}))?\}$/;

function readPlaceholder(source: string): Written {
  const [, name, one, other, week] = FORM.exec(source) ?? [];
  return {
    source,
    name: name ?? "",
    plans: [one, other].filter((id) => id !== undefined),
    ...(week === undefined ? {} : { week: Number(week) }),
  };
}
