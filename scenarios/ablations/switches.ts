/** What the source claims, the mechanism that stands for each claim, and the switch that turns the mechanism off. */
import type { Intervention, Parameters } from "../../engine/index.ts";

export interface Switch {
  /** The claim, M1 to M15; a letter marks a second way to switch the same claim's mechanism off. */
  readonly id: string;
  readonly claim: string;
  /** What is switched off, in words. */
  readonly off: string;
  readonly assumptions?: (parameters: Parameters) => Partial<Parameters>;
  /** What becomes of an item of a plan; undefined = it is left out. */
  readonly item?: (item: Intervention) => Intervention | undefined;
  /** Set before switching off, where companies usually lack what the claim is about. */
  readonly on?: Partial<Parameters>;
}

function without(...kinds: readonly Intervention["kind"][]): NonNullable<Switch["item"]> {
  return (item) => (kinds.includes(item.kind) ? undefined : item);
}

/** In the order of the claims, each with the off switch that the model's own table gives it. */
export const SWITCHES: readonly Switch[] = [
  {
    id: "M1",
    claim: "communities make people better at their role",
    off: "no skill from meetings or answers",
    assumptions: () => ({ meetingTransfer: 0, salesMeetingTransfer: 0, answerTransfer: 0 }),
  },
  {
    id: "M2",
    claim: "a community is simpler to approve than a platform",
    off: "a community's first review as long as a platform's",
    assumptions: ({ platformReviewWeeks }) => ({ communityReviewWeeks: platformReviewWeeks }),
  },
  {
    id: "M3",
    claim: "a council saves months of frustration",
    off: "precedents stay in their unit",
    assumptions: () => ({ isPoolingOn: 0 }),
  },
  {
    id: "M4",
    claim: "the collective shapes shared services",
    off: "no shared service",
    assumptions: () => ({ isSharedServiceOn: 0 }),
    item: without("sharedService"),
  },
  {
    id: "M5",
    claim: "a center of a few experts helps communities",
    off: "a center without experts",
    item: (item) => (item.kind === "center" ? { ...item, experts: 0 } : item),
  },
  {
    id: "M6",
    claim: "a tribe carries it further",
    off: "no tribe",
    item: without("tribe"),
  },
  {
    id: "M6b",
    claim: "a tribe needs defined roles",
    off: "roles are perfectly clear",
    item: (item) => (item.kind === "tribe" ? { ...item, roleClarity: 1 } : item),
  },
  {
    id: "M7",
    claim: "a platform is everywhere and convenient",
    off: "no platform, campaign or events",
    item: without("platform", "campaign", "events"),
  },
  {
    id: "M8",
    claim: "one has to know what to do with it",
    off: "knowing use cases helps nobody",
    assumptions: () => ({ useCaseRelevance: 0, useCaseUtility: 0, useCaseFacilitation: 0 }),
  },
  {
    id: "M9",
    claim: "communities bring thousands of users on the first day",
    off: "members don't join at launch",
    assumptions: () => ({ memberLaunchProb: 0 }),
  },
  {
    id: "M10",
    claim: "marketing brings shallow use",
    off: "neither novelty nor reading draws anybody",
    assumptions: () => ({ noveltyStart: 0, contentReward: 0 }),
  },
  {
    id: "M10b",
    claim: "marketing brings shallow use",
    off: "novelty never fades, and reading is as rewarding as can be",
    assumptions: () => ({ noveltyKeep: 1, contentReward: 1 }),
  },
  {
    id: "M11",
    claim: "measured benefit wins sponsors, not user numbers",
    off: "both weigh the same",
    assumptions: ({ vanityWeight, benefitWeight }) => {
      const weight = (vanityWeight + benefitWeight) / 2;
      return { vanityWeight: weight, benefitWeight: weight };
    },
  },
  {
    id: "M12",
    claim: "autonomy, mastery, purpose and community engage",
    off: "needs don't move engagement",
    assumptions: () => ({ autonomyWeight: 0, masteryWeight: 0, relatednessWeight: 0, purposeWeight: 0 }),
  },
  {
    id: "M13",
    claim: "engagement makes productive",
    off: "engagement causes no output",
    assumptions: () => ({ causalShare: 0 }),
  },
  {
    id: "M14",
    claim: "forced ranking hurts",
    off: "no forced ranking, in a company that has it",
    on: { isForcedRanking: 1 },
    assumptions: () => ({ isForcedRanking: 0 }),
  },
  {
    id: "M15",
    claim: "a name for contributing opens doors",
    off: "contributions aren't visible, in a company where they are",
    on: { isReputationVisible: 1 },
    assumptions: () => ({ isReputationVisible: 0 }),
  },
];

/** Assumptions with it switched off, as changes of a replicate's own. */
export function assumptionsWithout({ on, assumptions }: Switch, own: Parameters): Partial<Parameters> {
  return { ...on, ...assumptions?.({ ...own, ...on }) };
}

/** A plan with it switched off. */
export function planWithout({ item }: Switch, plan: readonly Intervention[]): Intervention[] {
  return plan.flatMap((each) => (item ? (item(each) ?? []) : each));
}
