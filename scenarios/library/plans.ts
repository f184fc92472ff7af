/** The library's plans: when a company does what. */
import type { Plan } from "../schema.ts";

export interface LibraryPlan {
  readonly id: string;
  readonly name: string;
  /** What it stands for, in plain sentences. */
  readonly note: string;
  readonly interventions: Plan["interventions"];
}

const CAMPAIGN = { kind: "campaign", weeks: 12, intensity: 1 } as const;
const MEASURE = { kind: "measure", what: "communities" } as const;
const CENTER = { kind: "center", experts: 4 } as const;
const TRIBE = { kind: "tribe", ratio: 50, roleClarity: 0.8 } as const;

function communities(count: number) {
  return { kind: "communities", count } as const;
}

const PROBLEMS_FIRST: Plan["interventions"] = [
  { week: 0, ...communities(12) },
  { week: 0, ...MEASURE },
  { week: 26, kind: "council" },
  { week: 26, ...communities(12) },
  { week: 52, ...CENTER },
  { week: 52, ...communities(24) },
  { week: 78, ...TRIBE },
  { week: 78, ...communities(24) },
  { week: 104, kind: "platform" },
  { week: 104, ...CAMPAIGN },
];

function isPlatformStage({ kind }: Plan["interventions"][number]): boolean {
  return kind === "platform" || kind === "campaign";
}

/** The platform and its campaign change places with the rest: they at 0, the others 26 weeks later each. */
const SAME_PLATFORM_FIRST = PROBLEMS_FIRST.map((item) => ({
  ...item,
  week: isPlatformStage(item) ? 0 : item.week + 26,
})).toSorted((a, b) => a.week - b.week);

export const PLANS: readonly LibraryPlan[] = [
  {
    id: "platform-first",
    name: "Platform first",
    note:
      "Buy a platform, launch it with a campaign of 12 weeks and hold an event every quarter. " +
      "Success is counted in users. Which problems it is to solve is left to the users.",
    interventions: [
      { week: 0, kind: "platform" },
      { week: 0, ...CAMPAIGN },
      { week: 0, kind: "events", every: 13 },
    ],
  },
  {
    id: "problems-first",
    name: "Problems first",
    note:
      "Begin with communities in which people who do the same work help each other, and measure what that is worth. " +
      "Then a council that shares what has been approved where, a small center of excellence, a tribe of champions " +
      "with clear roles, and only then a platform.",
    interventions: PROBLEMS_FIRST,
  },
  {
    id: "same-platform-first",
    name: "The same, platform first",
    note:
      "All that the plan Problems first does, but the platform and its campaign come at the start " +
      "and everything else half a year later. It shows what the order alone is worth.",
    interventions: SAME_PLATFORM_FIRST,
  },
  {
    id: "everything-at-once",
    name: "Everything at once",
    note: "All five stages begin in the first week. Nobody waits, and everybody is asked for attention at the same time.",
    interventions: PROBLEMS_FIRST.map((item) => ({ ...item, week: 0 })),
  },
  {
    id: "nothing",
    name: "Nothing",
    note: "No programme. People still found communities of their own accord, so this is not a standstill.",
    interventions: [],
  },
  {
    id: "150-networks",
    name: "150 networks",
    note:
      "For a very large firm: the five stages with 150 communities in all, each started for a reason of business " +
      "and measured, and a larger center to support them.",
    interventions: [
      { week: 0, ...communities(25) },
      { week: 0, ...MEASURE },
      { week: 26, kind: "council" },
      { week: 26, ...communities(25) },
      { week: 52, kind: "center", experts: 6 },
      { week: 52, ...communities(50) },
      { week: 78, ...TRIBE },
      { week: 78, ...communities(50) },
      { week: 104, kind: "platform" },
      { week: 104, ...CAMPAIGN },
    ],
  },
];

/** The library plan of an id. */
export function planById(id: string): LibraryPlan | undefined {
  return PLANS.find((plan) => plan.id === id);
}
