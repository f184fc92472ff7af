/** Companies, parameters, plans and shocks that laws and exact cases are tried on. */
import fc from "fast-check";
import {
  createWorld,
  MEASURES,
  MEASURE_INDEX,
  parametersWith,
  step,
  type Company,
  type Intervention,
  type MeasureName,
  type Parameters,
  type ProcessObserver,
  type RunSpec,
  type Scope,
  type Shock,
  type TieSpec,
  type World,
} from "../../engine/index.ts";

/** What a test says about its run; everything else is plain. */
export interface Changes extends Partial<Omit<RunSpec, "company" | "parameters">> {
  readonly company?: Partial<Company>;
  readonly parameters?: Partial<Parameters>;
}

export function specOf({ company, parameters, ...rest }: Changes = {}): RunSpec {
  return {
    company: { employeeCount: 120, ties: { kind: "synthetic" }, salesLikeRole: -1, ...company },
    parameters: parametersWith(parameters),
    plan: [],
    shocks: [],
    weeks: 52,
    seed: [20_240_101, 7],
    replicate: 0,
    ...rest,
  };
}

export function worldOf(changes: Changes = {}): World {
  return createWorld(specOf(changes));
}

export function stepWeeks(world: World, weeks: number, observe?: ProcessObserver): World {
  for (let i = 0; i < weeks; i++) step(world, observe);
  return world;
}

/** A measure's value so far at a week boundary, before it is set against the twin. */
export function measureAt(world: World, name: MeasureName, boundary: number): number {
  return world.state.trace.measures[MEASURE_INDEX[name] * (world.spec.weeks + 1) + boundary];
}

/** A measure of every week so far, from the start on. */
export function measureSeries(world: World, name: MeasureName): number[] {
  const weeks = world.state.firm.week[0];
  return Array.from({ length: weeks + 1 }, (_, boundary) => measureAt(world, name, boundary));
}

/** Account columns are kept in 1/1024 of a dollar. */
export const USD = 1024;

/** Employees of a condition. */
export function countWhere(column: ArrayLike<number>, holds: (value: number) => boolean): number {
  return Array.from(column).filter(holds).length;
}

/** Nothing happens by itself: each exact case switches on what it is about. */
export const QUIET: Partial<Parameters> = {
  turnoverPerYear: 0,
  resistantShare: 0,
  externalProb: 0,
  campaignProb: 0,
  imitationProb: 0,
  inviteProb: 0,
  memberLaunchProb: 0,
  noveltyStart: 0,
  utilityVisitGain: 0,
  socialVisitGain: 0,
  campaignVisitGain: 0,
  postProb: 0,
  joinInviteProb: 0,
  joinThresholdProb: 0,
  leaveProb: 0,
  attendanceFrequency: 0,
  keenFoundingProb: 0,
  platformFoundingProb: 0,
  problemProb: 0,
  projectsPerThousand: 0,
  platformReviewWeeks: 0,
  communityReviewWeeks: 0,
  sponsorDrift: 0,
  isGateOn: 0,
  isAttentionOn: 0,
};

/** Everything happens often, so that a few weeks of a small company see it all. */
export const BUSY: Partial<Parameters> = {
  turnoverPerYear: 0.6,
  externalProb: 0.1,
  imitationProb: 0.3,
  joinInviteProb: 0.1,
  joinThresholdProb: 0.2,
  leaveProb: 0.2,
  attendanceFrequency: 1,
  keenFoundingProb: 0.02,
  platformFoundingProb: 0.1,
  problemProb: 1,
  failUtilityLoss: 0.4,
  projectsPerThousand: 60,
  platformReviewWeeks: 2,
  communityReviewWeeks: 1,
  projectReviewWeeks: 5,
  championShareMax: 0.1,
  championRecruitProb: 0.3,
  championLeaveProb: 0.05,
  knowledgeExpiryProb: 0.05,
};

/** Every kind of intervention once. */
export const EVERYTHING: readonly Intervention[] = [
  { week: 0, kind: "communities" },
  { week: 0, kind: "measure", what: "both" },
  { week: 1, kind: "council" },
  { week: 2, kind: "center", experts: 2 },
  { week: 3, kind: "tribe", ratio: 40, roleClarity: 0.8 },
  { week: 4, kind: "platform" },
  { week: 4, kind: "campaign", weeks: 8, intensity: 1 },
  { week: 5, kind: "events", every: 4 },
  { week: 6, kind: "sponsor", scope: { units: [0] } },
  { week: 7, kind: "sharedService" },
  { week: 8, kind: "incentive", weeks: 6, strength: 1.5 },
  { week: 20, kind: "stop", what: "events" },
];

/** Every kind of shock, early. */
export const EVERY_SHOCK: readonly Shock[] = [
  { week: 9, kind: "reorganisation", share: 0.5 },
  { week: 11, kind: "layoffs", share: 0.15 },
  { week: 13, kind: "merger", share: 0.25 },
  { week: 15, kind: "sponsorLeaves" },
  { week: 16, kind: "budgetCut", share: 0.3 },
  { week: 17, kind: "reorganisation", share: 1 },
];

const week = fc.nat(25);
const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant({}),
  fc.constant({ units: [0] }),
  fc.constant({ roles: [0, 1] }),
  fc.constant({ sites: [0] }),
);

const actions = [
  ...EVERYTHING,
  { week: 0, kind: "platform", fast: true },
  { week: 0, kind: "communities", count: 1, structuredWeeks: 6 },
  { week: 0, kind: "stop", what: "platform" },
  { week: 0, kind: "stop", what: "communities" },
  { week: 0, kind: "stop", what: "tribe" },
  { week: 0, kind: "stop", what: "incentive" },
] as const satisfies readonly Intervention[];

export const interventions: fc.Arbitrary<Intervention> = fc
  .record({ action: fc.constantFrom<Intervention>(...actions), week, scope })
  .map(({ action, week: at, scope: where }) => ({ ...action, week: at, scope: where }));

const plans: fc.Arbitrary<Intervention[]> = fc.array(interventions, { maxLength: 10 });

const shocks: fc.Arbitrary<Shock> = fc
  .record({ shock: fc.constantFrom<Shock>(...EVERY_SHOCK), week, scope })
  .map(({ shock, week: at, scope: where }) => ({ ...shock, week: at, scope: where }));

const ties: fc.Arbitrary<TieSpec> = fc.oneof(
  fc.constant<TieSpec>({ kind: "synthetic" }),
  fc.constant<TieSpec>({ kind: "random", meanDegree: 6 }),
  fc.constant<TieSpec>({ kind: "ring", degree: 4 }),
  fc.constant<TieSpec>({ kind: "complete" }),
);

const companies: fc.Arbitrary<Partial<Company>> = fc
  .record({
    employeeCount: fc.integer({ min: 20, max: 160 }),
    ties,
    rewiring: fc.constantFrom(0, 0, 1),
    siteCount: fc.constantFrom(1, 2),
    salesLikeRole: fc.constantFrom(-1, 0),
    registered: fc.subarray([0, 3, 7, 19]),
  })
  .map(({ registered, ...company }) => ({ ...company, registeredAtStart: registered }));

const parameters: fc.Arbitrary<Partial<Parameters>> = fc
  .record({
    isForcedRanking: fc.constantFrom(0, 1),
    isReputationVisible: fc.constantFrom(0, 1),
    isAttentionOn: fc.constantFrom(0, 1),
    isLinearContagion: fc.constantFrom(0, 1),
    reviewers: fc.constantFrom(0, 2),
    isReviewExponential: fc.constantFrom(0, 1),
    startCommunityShare: fc.constantFrom(0, 0.5),
    registrationThresholdProb: fc.constantFrom(0, 0.3),
  })
  .map((some) => ({ ...BUSY, ...some }));

/** Small, busy companies with any plan and any shocks, over a few months. */
export const specs: fc.Arbitrary<RunSpec> = fc
  .record({
    company: companies,
    parameters,
    plan: plans,
    shocks: fc.array(shocks, { maxLength: 4 }),
    weeks: fc.integer({ min: 18, max: 30 }),
    seed: fc.tuple(fc.nat(4_294_967_295), fc.nat(4_294_967_295)),
    replicate: fc.nat(1000),
  })
  .map(specOf);

/** Names of the measures of a unit. */
export function measuresOf(unit: (typeof MEASURES)[number]["unit"]): MeasureName[] {
  return MEASURES.filter((measure) => measure.unit === unit && !measure.isAgainstTwin).map(
    ({ name }) => name,
  );
}
