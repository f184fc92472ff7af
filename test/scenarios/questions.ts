/** Documents the tests start from: one of everything, and small ones. */
import { expect } from "vitest";
import {
  importRoster,
  importTies,
  InputError,
  parseDocument,
  type Chunks,
  type Document,
  type ImportedOrganisation,
} from "../../scenarios/index.ts";

/** Every kind of company field, intervention, shock and assumption once. */
export const FULL = {
  groundwork: 1,
  name: "One of everything",
  notes: "First line.\nSecond line.",
  company: {
    library: "global-bank",
    name: "Own bank",
    notes: "A note.",
    employees: 2000,
    roles: ["Clerk", "Adviser"],
    salesLikeRole: "Adviser",
    sites: ["North", "South"],
    ties: { kind: "random", meanDegree: 12.5 },
    rewiring: 0.5,
  },
  assumptions: {
    turnoverPerYear: 0.1,
    isForcedRanking: 1,
    reviewers: 4,
    campaignProb: { low: 0.05, high: 0.2 },
  },
  goals: [{ measure: "deepShare", value: 0.3, week: 60 }],
  chartNotes: [{ measure: "netValue", week: 12, value: -5000, text: "The merger" }],
  plans: [
    {
      id: "all",
      name: "All kinds",
      notes: "Each once.",
      interventions: [
        { week: 0, kind: "platform", fast: true },
        { week: 0, kind: "campaign", weeks: 12, intensity: 0.5, scope: { sites: ["North"] } },
        { week: 1, kind: "events", every: 13 },
        { week: 2, kind: "communities", count: 3, structuredWeeks: 4, scope: { roles: ["Clerk"] } },
        { week: 3, kind: "council" },
        { week: 4, kind: "center", experts: 4 },
        { week: 5, kind: "tribe", ratio: 50, roleClarity: 0.8 },
        { week: 6, kind: "measure", what: "both" },
        { week: 7, kind: "sponsor", scope: { units: ["Unit 1", "Unit 3"] } },
        { week: 8, kind: "sharedService" },
        { week: 9, kind: "incentive", weeks: 26, strength: 1.5 },
        { week: 99, kind: "stop", what: "platform" },
      ],
    },
    { id: "nothing", name: "Nothing", interventions: [] },
  ],
  shocks: [
    { week: 10, kind: "reorganisation", share: 0.5 },
    { week: 11, kind: "layoffs", share: 0.1, scope: { units: ["Unit 2"] } },
    { week: 12, kind: "merger", share: 0.25 },
    { week: 13, kind: "sponsorLeaves" },
    { week: 14, kind: "budgetCut", share: 0.3 },
  ],
  seed: "luck",
  weeks: 100,
  start: "2024-02-29",
  currency: "EUR",
  locale: "en-GB",
  story: {
    steps: [
      {
        name: "Begin",
        week: 26,
        plans: ["all"],
        measure: "deepShare",
        highlight: "contributor",
        headline: "{deep} in deep practice",
        text: "By {month}, {deep}.\nUnder {plan:nothing}, {deep:nothing@26}.",
        notes: "Breathe.",
      },
      {
        name: "End",
        week: 100,
        plans: ["all", "nothing"],
        measure: "netValue",
        headline: "{verdict}",
        text: "",
      },
    ],
  },
} as const;

/** As text of one value a line, so that a line number says which. */
export function textOf(value: unknown): string {
  return JSON.stringify(value, null, 1);
}

export function fullDocument(): Document {
  return parseDocument(textOf(FULL));
}

/** Every path to a value that is neither object nor list. */
export function leafPaths(value: unknown, path: readonly PropertyKey[] = []): (readonly PropertyKey[])[] {
  if (typeof value !== "object" || value === null) return [path];
  if (Array.isArray(value)) return value.flatMap((item, i) => leafPaths(item, [...path, i]));
  return Object.entries(value).flatMap(([key, item]) => leafPaths(item, [...path, key]));
}

/** Every path to an object. */
export function objectPaths(value: unknown, path: readonly PropertyKey[] = []): (readonly PropertyKey[])[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((item, i) => objectPaths(item, [...path, i]));
  return [path, ...Object.entries(value).flatMap(([key, item]) => objectPaths(item, [...path, key]))];
}

/** A copy with the value at a path replaced; undefined removes it. */
export function withValue(value: unknown, path: readonly PropertyKey[], next: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return next;
  const inner = (value as Record<PropertyKey, unknown>)[key];
  const replaced = withValue(inner, rest, next);
  if (Array.isArray(value)) return value.map((item, i) => (i === key ? replaced : item));
  const entries = Object.entries({ ...(value as object), [key]: replaced });
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

/** A small document around some interventions. */
export function smallDocument(changes: object = {}): Document {
  return parseDocument(
    textOf({
      groundwork: 1,
      name: "Small",
      company: { employees: 100 },
      plans: [
        { id: "a", name: "A", interventions: [] },
        { id: "b", name: "B", interventions: [{ week: 0, kind: "council" }] },
      ],
      seed: "s",
      weeks: 4,
      ...changes,
    }),
  );
}

/** The message of the error that a text is refused with; undefined if it is accepted. */
export function refusal(text: string): string | undefined {
  try {
    parseDocument(text, "plan.json");
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    const { message } = error as InputError;
    expect(message).toMatch(/^[a-zA-Z][^\n\r]{5,400}$/);
    expect(message).not.toMatch(/\.$|\[object/);
    return message;
  }
}

/** People and ties in one step. */
export async function organisationOf(
  people: Chunks,
  pairs: Chunks,
  options: Parameters<typeof importTies>[2] = {},
): Promise<ImportedOrganisation> {
  const roster = await importRoster(people);
  return { roster, ties: await importTies(pairs, roster, options) };
}
