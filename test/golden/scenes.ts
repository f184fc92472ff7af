/** Six varied worlds and three plans for each, whose every bit is held; plain data, for any host. */
import {
  createWorld,
  digestByColumn,
  parametersWith,
  run,
  step,
  type Company,
  type Intervention,
  type Parameters,
  type Roster,
  type RunSpec,
  type Shock,
} from "../../engine/index.ts";

/** A company with its assumptions, shocks and seed. */
interface Scene {
  readonly company: Company;
  readonly parameters?: Partial<Parameters>;
  readonly shocks?: readonly Shock[];
  readonly seed: readonly [number, number];
}

const WEEKS = 208;
/** Week boundaries at which every column's digest is held. */
const BOUNDARIES = [0, 1, 52, 208] as const;

/** Plans by name; the names are the test's, no engine sees them. */
const PLANS: Readonly<Record<string, readonly Intervention[]>> = {
  nothing: [],
  "five stages": [
    { week: 0, kind: "communities", count: 6 },
    { week: 0, kind: "measure", what: "communities" },
    { week: 26, kind: "council" },
    { week: 26, kind: "communities", count: 6 },
    { week: 52, kind: "center", experts: 2 },
    { week: 78, kind: "tribe", ratio: 20, roleClarity: 0.8 },
    { week: 104, kind: "platform" },
    { week: 104, kind: "campaign", weeks: 12, intensity: 1 },
  ],
  "one of everything": [
    { week: 0, kind: "platform", fast: true, scope: { units: [0] } },
    { week: 0, kind: "campaign", weeks: 26, intensity: 1.5 },
    { week: 2, kind: "sponsor", scope: { units: [0] } },
    { week: 3, kind: "events", every: 13 },
    { week: 8, kind: "communities", count: 3, structuredWeeks: 8, scope: { roles: [0, 1] } },
    { week: 20, kind: "council" },
    { week: 26, kind: "platform" },
    { week: 30, kind: "incentive", weeks: 26, strength: 1.5 },
    { week: 40, kind: "sharedService" },
    { week: 44, kind: "center", experts: 3 },
    { week: 48, kind: "tribe", ratio: 10, roleClarity: 0.6 },
    { week: 60, kind: "measure", what: "both" },
    { week: 90, kind: "stop", what: "events" },
    { week: 120, kind: "stop", what: "platform", scope: { sites: [1] } },
    { week: 160, kind: "stop", what: "tribe" },
  ],
};

/** 240 people of 3 units, 5 roles and 2 sites with 720 ties, by arithmetic alone. */
function smallRoster(): {
  readonly roster: Roster;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
} {
  const people = 240;
  const by = (divisor: number) => (_: unknown, a: number) => Math.floor(a / divisor);
  const length = { length: people };
  return {
    roster: {
      unit: Uint16Array.from(length, by(80)),
      department: Uint16Array.from(length, by(20)),
      team: Uint32Array.from(length, by(8)),
      role: Uint8Array.from(length, (_, a) => (a * a + Math.floor(a / 7)) % 5),
      level: Uint8Array.from(length, (_, a) => (a % 8 === 0 ? 1 : 0)),
      site: Uint8Array.from(length, (_, a) => Math.floor(a / 40) % 2),
    },
    source: Uint32Array.from({ length: 720 }, (_, i) => i % people),
    target: Uint32Array.from({ length: 720 }, (_, i) => (i + 1 + 5 * Math.floor(i / people)) % people),
  };
}

function importedCompany(): Company {
  const { roster, source, target } = smallRoster();
  return { employeeCount: 240, roster, ties: { kind: "imported", source, target }, salesLikeRole: 1 };
}

const SCENES: Readonly<Record<string, Scene>> = {
  "synthetic 1,000": {
    company: { employeeCount: 1000, ties: { kind: "synthetic" }, salesLikeRole: 1, siteCount: 2 },
    seed: [1, 2],
  },
  "imported roster": {
    company: importedCompany(),
    parameters: { platformReviewWeeks: 8, isForcedRanking: 1, isReputationVisible: 1 },
    seed: [3, 4],
  },
  "random ties": {
    company: { employeeCount: 600, ties: { kind: "random", meanDegree: 9 }, salesLikeRole: -1, siteCount: 2 },
    parameters: { grassroots: 5, startCommunityShare: 0.3, reviewers: 2, isReviewExponential: 1 },
    seed: [5, 6],
  },
  ring: {
    company: {
      employeeCount: 300,
      ties: { kind: "ring", degree: 6 },
      salesLikeRole: 0,
      roleCount: 3,
      registeredAtStart: [0, 1],
    },
    parameters: { registrationThresholdProb: 0.2, isThresholdCount: 1, thresholdMean: 2, isAttentionOn: 0 },
    seed: [7, 8],
  },
  "complete mixing": {
    company: { employeeCount: 400, ties: { kind: "complete" }, salesLikeRole: -1, siteCount: 2 },
    parameters: { isLinearContagion: 1, isGateOn: 0, attendanceFrequency: 1 },
    seed: [4_294_967_295, 0],
  },
  "rewired and shaken": {
    company: {
      employeeCount: 1000,
      ties: { kind: "synthetic" },
      salesLikeRole: 1,
      siteCount: 3,
      rewiring: 0.5,
    },
    parameters: { platformReviewWeeks: 10, turnoverPerYear: 0.25, projectsPerThousand: 20 },
    shocks: [
      { week: 20, kind: "sponsorLeaves", scope: { units: [1] } },
      { week: 30, kind: "reorganisation", share: 0.3 },
      { week: 45, kind: "layoffs", share: 0.1, scope: { sites: [0] } },
      { week: 60, kind: "merger", share: 0.2 },
      { week: 100, kind: "budgetCut", share: 0.25 },
    ],
    seed: [9, 10],
  },
};

/** One digest a column and boundary, and one of the whole trace; keys are "scene / plan". */
export interface Golden {
  readonly trace: string;
  /** By boundary, then column. */
  readonly columns: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

function specOf(scene: Scene, plan: readonly Intervention[]): RunSpec {
  const { company, parameters, shocks = [], seed } = scene;
  return { company, parameters: parametersWith(parameters), plan, shocks, weeks: WEEKS, seed, replicate: 0 };
}

/** Every scene with every plan, by key. */
export function goldenSpecs(): ReadonlyMap<string, RunSpec> {
  const specs = new Map<string, RunSpec>();
  for (const [name, scene] of Object.entries(SCENES))
    for (const [plan, items] of Object.entries(PLANS)) specs.set(`${name} / ${plan}`, specOf(scene, items));
  return specs;
}

/** Runs a scene and takes its digests. */
export function goldenOf(spec: RunSpec): Golden {
  const world = createWorld(spec);
  const columns: Record<string, Record<string, string>> = {};
  for (const boundary of BOUNDARIES) {
    while (world.state.firm.week[0] < boundary) step(world);
    columns[boundary] = digestByColumn(world);
  }
  return { trace: run(spec).digest, columns };
}
