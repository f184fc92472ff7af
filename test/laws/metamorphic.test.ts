/** Metamorphic laws: which way the results go when one assumption or intervention changes. */
import { describe, expect, it } from "vitest";
import {
  run,
  series,
  type Intervention,
  type MeasureName,
  type Parameters,
  type Trace,
} from "../../engine/index.ts";
import { specOf, stepWeeks, worldOf } from "./worlds.ts";

const STAGES: readonly Intervention[] = [
  { week: 0, kind: "communities" },
  { week: 4, kind: "council" },
  { week: 6, kind: "center", experts: 2 },
  { week: 8, kind: "tribe", ratio: 40, roleClarity: 0.8 },
  { week: 10, kind: "platform" },
  { week: 10, kind: "campaign", weeks: 12, intensity: 1 },
];
const SEEDS = [0, 1, 2, 3, 4, 5];
const FAST = { platformReviewWeeks: 4, communityReviewWeeks: 2, isGateOn: 0 };

function traceOf(parameters: Partial<Parameters>, replicate = 0, plan = STAGES, weeks = 60): Trace {
  const company = { employeeCount: 400 };
  return run(specOf({ company, parameters: { ...FAST, ...parameters }, plan, weeks, replicate }));
}

function last(trace: Trace, name: MeasureName): number {
  return series(trace, name)[trace.weeks];
}

function sum(trace: Trace, name: MeasureName): number {
  return series(trace, name).reduce((all, value) => all + value, 0);
}

/** Differences of an output between two settings, seed by seed on the same draws. */
function differences(
  low: Partial<Parameters>,
  high: Partial<Parameters>,
  output: (trace: Trace) => number,
  plan = STAGES,
): number[] {
  return SEEDS.map((seed) => output(traceOf(high, seed, plan)) - output(traceOf(low, seed, plan)));
}

function total(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

describe("a higher price", () => {
  it("of seats, hours or experts lowers the net present value, and changes nobody's life", () => {
    const plain = traceOf({});
    for (const dearer of [
      { seatUsdPerMonth: 9 },
      { attendanceHours: 2 },
      { expertUsdPerYear: 2e5 },
      { integrationUsd: 80 },
    ]) {
      const trace = traceOf({ ...dearer, sponsorDrift: 0 });
      const same = traceOf({ sponsorDrift: 0 });
      expect(last(trace, "npv")).toBeLessThan(last(same, "npv"));
      expect(series(trace, "deepShare")).toEqual(series(same, "deepShare"));
    }
    expect(last(traceOf({ discountPerYear: 0.3 }), "netValue")).toBe(last(plain, "netValue"));
  });
});

describe("more willing help", () => {
  it("solves more of the problems of those who can ask", () => {
    const solved = (trace: Trace): number =>
      sum(trace, "solves") + sum(trace, "ambientSolves") + sum(trace, "localSolves");
    const more = differences({ helpBase: 0.4 }, { helpBase: 0.8 }, solved);
    expect(Math.min(...more)).toBeGreaterThan(0);
  });

  it("is lost under forced ranking, and partly won back by visible reputation", () => {
    const lost = differences({}, { isForcedRanking: 1 }, (trace) => sum(trace, "solves"));
    expect(total(lost)).toBeLessThan(0);
    const won = differences({ isForcedRanking: 1 }, { isForcedRanking: 1, isReputationVisible: 1 }, (trace) =>
      sum(trace, "solves"),
    );
    expect(total(won)).toBeGreaterThan(0);
  });
});

describe("without problems", () => {
  it("nothing is asked, solved, documented or worth anything", () => {
    const trace = traceOf({ problemProb: 0 });
    for (const name of [
      "asks",
      "solves",
      "ambientSolves",
      "localSolves",
      "documented",
      "valuePlatformPeople",
    ] as const)
      expect(sum(trace, name), name).toBe(0);
    expect(sum(trace, "deepShare")).toBe(0);
    expect(last(trace, "memberShare")).toBeGreaterThan(0);
  });
});

describe("measuring", () => {
  it("changes no adoption in its first quarter, and support only from the second report on", () => {
    const measure: Intervention = { week: 0, kind: "measure", what: "both" };
    // Measuring is an effect of its own, so both plans have one from the first week.
    const sponsor: Intervention = { week: 0, kind: "center", experts: 1 };
    const [plain, measured] = [
      [...STAGES, sponsor],
      [...STAGES, sponsor, measure],
    ].map((plan) => traceOf({}, 0, plan));
    for (const name of [
      "registeredShare",
      "weeklyActiveShare",
      "memberShare",
      "deepShare",
      "solves",
    ] as const)
      expect(series(measured, name).subarray(0, 14), name).toEqual(series(plain, name).subarray(0, 14));
    const support = [plain, measured].map((trace) => series(trace, "sponsorSupport"));
    expect(support[1][39]).toBeGreaterThan(support[0][39]);
  });
});

describe("a campaign", () => {
  it("registers more people, and does it sooner where sponsors support it", () => {
    const without = STAGES.filter(({ kind }) => kind !== "campaign");
    const early = (plan: readonly Intervention[], parameters = {}): number =>
      total(SEEDS.map((seed) => series(traceOf(parameters, seed, plan), "registeredShare")[26]));
    expect(early(STAGES)).toBeGreaterThan(early(without));
    expect(early(STAGES, { campaignProb: 0.2 })).toBeGreaterThan(early(STAGES, { campaignProb: 0.1 }));
    const sponsored: Intervention[] = [...STAGES, { week: 10, kind: "sponsor" }];
    expect(early(sponsored, { sponsorDrift: 0 })).toBeGreaterThan(early(STAGES, { sponsorDrift: 0 }));
  });
});

describe("thresholds", () => {
  it("twice as high keep people out of communities", () => {
    const parameters = { joinThresholdProb: 0.3, joinInviteProb: 0.05 };
    const joined = differences(
      { ...parameters, thresholdMean: 0.2 },
      { ...parameters, thresholdMean: 0.6 },
      (trace) => last(trace, "memberShare"),
    );
    expect(total(joined)).toBeLessThan(0);
  });
});

describe("engagement", () => {
  it("grows with needs met, and lets fewer leave", () => {
    const parameters = {
      turnoverPerYear: 0.5,
      engagementDrift: 0.3,
      attendanceFrequency: 1,
      joinInviteProb: 0.1,
    };
    const flat = { ...parameters, engagementReach: 0 };
    const raised = { ...parameters, engagementReach: 1 };
    const engagement = differences(flat, raised, (trace) => last(trace, "engagement"));
    expect(Math.min(...engagement)).toBeGreaterThan(0);
    expect(total(differences(flat, raised, (trace) => sum(trace, "leavers")))).toBeLessThan(0);
  });
});

describe("the same change", () => {
  it("on the same draws differs less than other draws do", () => {
    const npvs = SEEDS.map((seed) => last(traceOf({}, seed), "npv"));
    const small = SEEDS.map((seed, i) => last(traceOf({ answerTransfer: 0.031 }, seed), "npv") - npvs[i]);
    const variance = (values: readonly number[]): number => {
      const mean = total(values) / values.length;
      return total(values.map((value) => (value - mean) * (value - mean)));
    };
    expect(variance(small)).toBeLessThan(variance(npvs) / 20);
  });

  it("of the horizon alone changes nothing before it", () => {
    const [short, long] = [20, 30].map((weeks) =>
      stepWeeks(worldOf({ plan: STAGES, parameters: FAST, weeks }), 20),
    );
    for (const [name, column] of Object.entries(short.state.employee))
      expect({ ...long.state.employee }[name], name).toEqual(column);
  });
});
