/** Ablations: every claim has a switch, every switch silences its mechanism, and effects are paired. */
import { describe, expect, test } from "vitest";
import {
  PARAMETERS,
  parametersWith,
  run,
  series,
  type Intervention,
  type MeasureName,
  type Parameters,
  type Trace,
} from "../../engine/index.ts";
import { ablate, assumptionsWithout, planWithout, SWITCHES, type PairedTask } from "../../scenarios/index.ts";
import { engineEvaluation, settingOf } from "./evaluation.ts";

const CLAIMS = Array.from({ length: 15 }, (_, i) => `M${i + 1}`);

/** Everything at once, early, so that every mechanism shows in a small company within a year and a half. */
const PLAN: readonly Intervention[] = [
  { week: 0, kind: "communities" },
  { week: 0, kind: "council" },
  { week: 0, kind: "center", experts: 2 },
  { week: 0, kind: "tribe", ratio: 50, roleClarity: 0.8 },
  { week: 0, kind: "platform", fast: true },
  { week: 0, kind: "campaign", weeks: 12, intensity: 1 },
];
const WEEKS = 78;

/** The plan with a switch off (or on), under further changes of the defaults. */
function ran(id: string, isOff: boolean, changes: Partial<Parameters> = {}, plan = PLAN): Trace {
  const each = SWITCHES.find((row) => row.id === id)!;
  const own = parametersWith(changes);
  const assumptions = isOff ? assumptionsWithout(each, own) : each.on;
  return run({
    company: { employeeCount: 300, ties: { kind: "synthetic" }, salesLikeRole: 1 },
    parameters: { ...own, ...assumptions },
    plan: isOff ? planWithout(each, plan) : plan,
    shocks: [],
    weeks: WEEKS,
    seed: [7, 11],
    replicate: 0,
  });
}

const largest = (trace: Trace, ...measures: MeasureName[]): number =>
  Math.max(...measures.map((measure) => Math.max(...series(trace, measure).map(Math.abs))));

describe("the table of switches", () => {
  test("has every claim, M1 to M15, and no other, in their order", () => {
    const claims = SWITCHES.map(({ id }) => id.replace(/[a-z]$/, ""));
    expect([...new Set(claims)]).toEqual(CLAIMS);
    expect(new Set(SWITCHES.map(({ id }) => id)).size).toBe(SWITCHES.length);
  });

  test("changes something by every switch, and within the bounds of the parameters", () => {
    const own = parametersWith();
    for (const each of SWITCHES) {
      const changes = assumptionsWithout(each, own);
      const changed = Object.entries(changes).filter(
        ([name, value]) => value !== { ...own, ...each.on }[name as keyof Parameters],
      );
      const isPlanChanged =
        JSON.stringify(planWithout(each, [...PLAN, { week: 0, kind: "sharedService" }])) !==
        JSON.stringify([...PLAN, { week: 0, kind: "sharedService" }]);
      expect(changed.length > 0 || isPlanChanged, each.id).toBe(true);
      for (const [name, value] of Object.entries(changes)) {
        const row = PARAMETERS.find((parameter) => parameter.name === name)!;
        expect(value >= row.low && value <= row.high, name).toBe(true);
      }
    }
  });
});

describe("switched off", () => {
  // Stream or state that must be exactly 0 without the mechanism, and isn't with it; with whatever else feeds it shut.
  test.each<[id: string, measures: MeasureName[], changes: Partial<Parameters>]>([
    ["M1", ["valueSkill"], { solveSkillGain: 0, turnoverEngagementSlope: 0 }],
    ["M5", ["costExperts"], {}],
    ["M6", ["champions", "costChampions"], {}],
    ["M7", ["registeredShare", "costSeats", "costIntegration", "costCampaign", "valuePlatformPeople"], {}],
    ["M9", ["registeredShare"], { externalProb: 0, campaignProb: 0, imitationProb: 0, inviteProb: 0 }],
    ["M12", ["valueEngagement"], {}],
    ["M13", ["valueEngagement"], {}],
  ])("%s leaves nothing of %j", (id, measures, changes) => {
    expect(largest(ran(id, false, changes), ...measures)).toBeGreaterThan(0);
    expect(largest(ran(id, true, changes), ...measures)).toBe(0);
  });

  test("M2 makes a community's first review as long as a platform's", () => {
    const plan: Intervention[] = [{ week: 0, kind: "communities", count: 1 }];
    const weeks = (isOff: boolean): number =>
      series(ran("M2", isOff, {}, plan), "communityReviewWeeks")[WEEKS];
    expect([weeks(false), weeks(true)]).toEqual([4, 26]);
  });

  // A council alone saves review time in two ways; with one shut, the other's switch leaves nothing.
  test.each([
    ["M3", { isSharedServiceOn: 0 }],
    ["M4", { isPoolingOn: 0 }],
  ])("%s leaves a council nothing to save", (id, shut) => {
    const plan: Intervention[] = [{ week: 0, kind: "council" }];
    const changes = { ...shut, projectsPerThousand: 100, grassroots: 0, sharedServiceReviews: 3 };
    // Two units, so that there is something to pool.
    const saved = (isOff: boolean): number => {
      const each = SWITCHES.find((row) => row.id === id)!;
      const own = parametersWith(changes);
      const trace = run({
        company: { employeeCount: 1100, ties: { kind: "synthetic" }, salesLikeRole: -1 },
        parameters: { ...own, ...(isOff ? assumptionsWithout(each, own) : {}) },
        plan,
        shocks: [],
        weeks: WEEKS,
        seed: [7, 11],
        replicate: 0,
      });
      return largest(trace, "valueFriction");
    };
    expect(saved(false)).toBeGreaterThan(0);
    expect(saved(true)).toBe(0);
  });

  test("M6b makes champions as good as their roles can be clear", () => {
    const clear = planWithout(
      SWITCHES.find(({ id }) => id === "M6b")!,
      PLAN,
    );
    expect(clear.flatMap((item) => (item.kind === "tribe" ? [item.roleClarity] : []))).toEqual([1]);
  });

  test("M8 makes it all one how fast use cases are learnt", () => {
    const npv = (isOff: boolean, useCaseScale: number): number =>
      series(ran("M8", isOff, { useCaseScale }), "npv")[WEEKS];
    expect(npv(true, 1)).toBe(npv(true, 1_000_000));
    expect(npv(false, 1)).not.toBe(npv(false, 1_000_000));
  });

  test("M10 leaves visits in the week of registration only, where nothing else draws", () => {
    const shut = { utilityVisitGain: 0, socialVisitGain: 0, campaignVisitGain: 0, answerGain: 0 };
    const later = (isOff: boolean): number => {
      const trace = ran("M10", isOff, { ...shut, turnoverPerYear: 0 });
      const [active, people, registrations] = [
        series(trace, "weeklyActiveShare"),
        series(trace, "employees"),
        series(trace, "registrations"),
      ];
      return registrations.reduce(
        (sum, count, week) => sum + Math.round(active[week] * people[week]) - count,
        0,
      );
    };
    expect(later(false)).toBeGreaterThan(0);
    expect(later(true)).toBe(0);
  });

  test("M10b brings people back in three quarters of weeks and more, however long ago they came", () => {
    const last = (isOff: boolean): number => {
      const trace = ran("M10b", isOff, { turnoverPerYear: 0 });
      return series(trace, "weeklyActiveShare")[WEEKS] / series(trace, "registeredShare")[WEEKS];
    };
    expect(last(true)).toBeGreaterThan(0.75);
    expect(last(false)).toBeLessThan(0.5);
  });

  test("M11 weighs users and benefit alike, their sum kept", () => {
    const own = parametersWith({ vanityWeight: 0.2, benefitWeight: 0.7 });
    const { vanityWeight, benefitWeight } = assumptionsWithout(
      SWITCHES.find(({ id }) => id === "M11")!,
      own,
    );
    expect(vanityWeight).toBe(benefitWeight);
    expect(vanityWeight! + benefitWeight!).toBeCloseTo(0.9, 12);
  });

  test("M12 stills engagement itself; M13 only what it is worth", () => {
    const trace = ran("M13", true);
    expect(largest(trace, "valueEngagement")).toBe(0);
    expect(series(trace, "engagement")).not.toEqual(series(ran("M12", true), "engagement"));
    const alone = ran("M12", true, {}, []);
    expect(series(ran("M12", true), "engagement")[WEEKS]).toBe(series(alone, "engagement")[WEEKS]);
  });

  test.each(["M14", "M15"])("%s is bit for bit a company that never had it", (id) => {
    const never = run({
      company: { employeeCount: 300, ties: { kind: "synthetic" }, salesLikeRole: 1 },
      parameters: parametersWith(),
      plan: PLAN,
      shocks: [],
      weeks: WEEKS,
      seed: [7, 11],
      replicate: 0,
    });
    expect(ran(id, true).digest).toBe(never.digest);
    expect(ran(id, false).digest).not.toBe(never.digest);
  });
});

describe("the ablations of a company", () => {
  test("are paired: what a switch leaves alone has an effect of exactly 0, and effects add up to the leads", async () => {
    const setting = settingOf({ weeks: 80 });
    const { base, ablations, employees, runs } = await ablate(
      setting,
      { runs: 2 },
      engineEvaluation(setting),
    );
    expect([employees, runs, ablations.length]).toEqual([120, 2, SWITCHES.length]);
    const byId = new Map(ablations.map((each) => [each.id, each]));
    // Within 80 weeks problems first has neither a tribe in force nor a platform; the platform alone never has either.
    expect(byId.get("M6")!.effects["platform-first"].npvPerHead).toEqual({ value: 0, low: 0, high: 0 });
    expect(byId.get("M9")!.effects["problems-first"].npvPerHead).toEqual({ value: 0, low: 0, high: 0 });
    expect(byId.get("M7")!.leads["platform-first"].without.value).toBeCloseTo(
      base.plans["problems-first"].npvPerHead.value!,
      9,
    );
    for (const { id, effects, leads } of ablations)
      for (const rival of ["platform-first", "same-platform-first"] as const) {
        const change = effects["problems-first"].npvPerHead.value! - effects[rival].npvPerHead.value!;
        expect(leads[rival].without.value! - leads[rival].with.value!, id).toBeCloseTo(change, 6);
      }
  });

  test("have no interval from a single run, and so no verdict", async () => {
    const setting = settingOf({ weeks: 20 });
    const { ablations } = await ablate(setting, { runs: 1 }, engineEvaluation(setting));
    for (const { effects, leads } of ablations) {
      expect(effects["problems-first"].npvPerHead).toMatchObject({ low: null, high: null });
      expect(leads["platform-first"]).toMatchObject({
        verdictWith: "undecided",
        verdictWithout: "undecided",
      });
    }
  });

  test("take the company's own assumptions, drawn ranges included", async () => {
    const range = settingOf({ weeks: 10, assumptions: { platformReviewWeeks: { low: 8, high: 12 } } });
    const seen: PairedTask[] = [];
    await ablate(range, { runs: 2 }, engineEvaluation(range, seen));
    for (const { spec } of seen) {
      const weeks = spec.parameters.platformReviewWeeks;
      expect(weeks >= 8 && weeks <= 12).toBe(true);
      expect([4, weeks]).toContain(spec.parameters.communityReviewWeeks);
    }
    expect(new Set(seen.map(({ spec }) => spec.parameters.platformReviewWeeks)).size).toBe(2);
  });
});
