/** Money: every stream of value and item of cost, against the twin. */
import { describe, expect, it } from "vitest";
import { run, series, type Intervention, type MeasureName, type Parameters } from "../../engine/index.ts";
import { measureAt, QUIET, specOf, stepWeeks, USD, worldOf } from "../laws/worlds.ts";

const LIVE: readonly Intervention[] = [{ week: 0, kind: "platform" }];

/** An account after some weeks of a plan, less the twin's, in dollars. */
function account(
  name: MeasureName,
  plan: readonly Intervention[],
  weeks: number,
  parameters: Partial<Parameters> = {},
  more = {},
): number {
  const spec = specOf({ parameters: { ...QUIET, ...parameters }, plan, weeks, ...more });
  return series(run(spec), name)[weeks];
}

describe("cost", () => {
  it("of a platform is $50 a head at go-live, half as much again in a hurry, and $5 a month a user", () => {
    expect(account("costIntegration", LIVE, 10, { platformReviewWeeks: 3 })).toBe(50 * 120);
    expect(account("costIntegration", [{ week: 0, kind: "platform", fast: true }], 10)).toBe(75 * 120);
    expect(account("costIntegration", [...LIVE, { week: 5, kind: "platform" }], 10)).toBe(50 * 120);
    expect(
      account(
        "costIntegration",
        [{ week: 0, kind: "platform", scope: { units: [1] } }],
        4,
        {},
        { company: { employeeCount: 600 } },
      ),
    ).toBe(50 * 88);
    const seats = account("costSeats", LIVE, 52, { externalProb: 1 });
    expect(seats).toBeCloseTo(120 * 60, 0);
    expect(
      account("costSeats", [...LIVE, { week: 26, kind: "stop", what: "platform" }], 52, { externalProb: 1 }),
    ).toBeCloseTo(seats / 2, 1);
    expect(account("costSeats", LIVE, 52)).toBe(0);
  });

  it("of a campaign is $25 a head for 12 weeks at full intensity, of an event $5 a head", () => {
    const campaign = (weeks: number, intensity: number): number =>
      account("costCampaign", [...LIVE, { week: 0, kind: "campaign", weeks, intensity }], 40);
    expect(campaign(12, 1)).toBeCloseTo(25 * 120, 1);
    expect(campaign(6, 0.5)).toBeCloseTo((25 * 120) / 4, 1);
    expect(account("costEvents", [...LIVE, { week: 0, kind: "events", every: 4 }], 12)).toBe(3 * 5 * 120);
    expect(account("costEvents", [{ week: 0, kind: "events", every: 4 }], 12)).toBe(0); // no platform, no event
  });

  it("of experts is $150,000 a year, of a council $1,000 a week, of measuring $100,000 once", () => {
    expect(account("costExperts", [{ week: 0, kind: "center", experts: 3 }], 52)).toBeCloseTo(450_000, 0);
    expect(account("costCouncil", [{ week: 2, kind: "council" }], 52)).toBe(50_000);
    expect(account("costMeasurement", [{ week: 4, kind: "measure", what: "both" }], 52)).toBe(100_000);
    expect(account("costMeasurement", [{ week: 4, kind: "measure", what: "both" }], 4)).toBe(0);
  });

  it("shrinks with the funding, but for what has been bought", () => {
    const cut = { shocks: [{ week: 0, kind: "budgetCut", share: 0.5 }] };
    expect(account("costExperts", [{ week: 0, kind: "center", experts: 3 }], 52, {}, cut)).toBeCloseTo(
      225_000,
      0,
    );
    expect(account("costEvents", [...LIVE, { week: 0, kind: "events", every: 4 }], 12, {}, cut)).toBe(
      1.5 * 5 * 120,
    );
    expect(
      account("costCampaign", [...LIVE, { week: 0, kind: "campaign", weeks: 12, intensity: 1 }], 20, {}, cut),
    ).toBeCloseTo(1500, 1);
    expect(account("costIntegration", LIVE, 5, {}, cut)).toBe(50 * 120);
  });

  it("of time is an hour a meeting and a champion's week, .3 a question, .1 a week of visits", () => {
    const structured: Intervention = { week: 0, kind: "communities", structuredWeeks: 52 };
    expect(account("costAttendance", [structured], 7, {}, { company: { roleCount: 1 } })).toBe(7 * 120 * 50);
    const visits = { externalProb: 1, noveltyStart: 1, noveltyKeep: 1 };
    expect(account("costVisits", LIVE, 7, visits)).toBeCloseTo(7 * 120 * 5, 6);
    const spec = specOf({ parameters: { ...QUIET, problemProb: 1 }, plan: [structured], weeks: 9 });
    const trace = run(spec);
    const asks = series(trace, "asks").reduce((sum, count) => sum + count, 0);
    expect(asks).toBeGreaterThan(300);
    expect(series(trace, "costQuestions")[9]).toBeCloseTo(asks * 0.3 * 50, 1);
    const tribe = { week: 0, kind: "tribe", ratio: 40, roleClarity: 1 } as const;
    const champions = run(
      specOf({
        parameters: { ...QUIET, championRecruitProb: 1, championShareMax: 0.2 },
        plan: [tribe],
        weeks: 20,
      }),
    );
    const weeks = series(champions, "champions")
      .slice(1)
      .reduce((sum, count) => sum + count, 0);
    expect(weeks).toBeGreaterThan(50);
    expect(series(champions, "costChampions")[20]).toBe(weeks * 50);
  });
});

describe("value", () => {
  it("of skill is .6 of payroll a unit, in a sales-like role 2; of engagement .8 × .3 of it", () => {
    const skilled = (salesLikeRole: number): number => {
      const world = worldOf({
        company: { employeeCount: 100, roleCount: 1, salesLikeRole },
        parameters: { ...QUIET, skillDecay: 0 },
      });
      world.state.employee.skill.fill(0.625);
      return measureAt(stepWeeks(world, 3), "valueSkill", 3) / USD;
    };
    expect(skilled(-1)).toBeCloseTo(3 * 2000 * 100 * 0.6 * 0.125, 2);
    expect(skilled(0)).toBeCloseTo(3 * 2000 * 100 * 2 * 0.125, 2);
    const world = worldOf({ company: { employeeCount: 100 }, parameters: { ...QUIET, engagementDrift: 0 } });
    world.state.employee.engagement.fill(0.375);
    expect(measureAt(stepWeeks(world, 3), "valueEngagement", 3) / USD).toBeCloseTo(
      -3 * 2000 * 100 * 0.24 * 0.125,
      2,
    );
  });

  it("of learning and belonging shows against the twin", () => {
    const structured: Intervention = { week: 0, kind: "communities", structuredWeeks: 52 };
    expect(account("valueSkill", [structured], 26)).toBeGreaterThan(1000);
    expect(account("valueEngagement", [structured], 26)).toBeGreaterThan(1000);
    expect(account("valueTurnover", [structured], 26)).toBe(0);
  });

  it("of staying is .21 of a year's salary", () => {
    const world = worldOf({
      company: { employeeCount: 1000, ties: { kind: "complete" } },
      parameters: { ...QUIET, turnoverPerYear: 0.5 },
    });
    stepWeeks(world, 20);
    let leavers = 0;
    for (let t = 1; t <= 20; t++) leavers += measureAt(world, "leavers", t);
    expect(leavers).toBeGreaterThan(100);
    expect(measureAt(world, "valueTurnover", 20) / USD).toBeCloseTo(-leavers * 0.21 * 50 * 40 * 52, 1);
  });

  it("of less friction is $4,000 a week of a project's review", () => {
    const parameters = { ...QUIET, projectsPerThousand: 100, projectReviewWeeks: 20 };
    const trace = run(
      specOf({
        parameters,
        plan: [{ week: 0, kind: "council" }],
        company: { employeeCount: 2000 },
        weeks: 104,
      }),
    );
    const saved = series(trace, "frictionWeeksSaved")[104];
    expect(saved).toBeGreaterThan(100);
    expect(series(trace, "valueFriction")[104]).toBeCloseTo(saved * 4000, 6);
  });

  it("is discounted by 10% a year", () => {
    const once: Intervention = { week: 51, kind: "measure", what: "both" };
    expect(account("npv", [once], 60)).toBeCloseTo(-100_000 / 1.1, 4);
    expect(account("npv", [{ ...once, week: 0 }], 60)).toBeCloseTo(-100_000 * Math.pow(1.1, -1 / 52), 4);
    expect(account("npv", [once], 60, { discountPerYear: 0 })).toBe(-100_000);
  });
});
