/** Sponsors and funding: what quarterly reports show, how support moves, and when a programme is cut or cancelled. */
import { describe, expect, it } from "vitest";
import type { Intervention, Parameters, World } from "../../engine/index.ts";
import { NEVER } from "../../engine/columns.ts";
import { measureAt, QUIET, stepWeeks, USD, worldOf, type Changes } from "../laws/worlds.ts";

const COUNCIL: Intervention = { week: 0, kind: "council" };
/** A council's week. */
const COUNCIL_USD = 1000;

function firm(
  plan: readonly Intervention[],
  parameters: Partial<Parameters> = {},
  changes: Changes = {},
): World {
  const company = { employeeCount: 100, ties: { kind: "complete" as const } };
  return worldOf({
    company,
    parameters: { ...QUIET, sponsorDrift: 0.35, ...parameters },
    plan,
    weeks: 220,
    ...changes,
  });
}

function supportOf(world: World): number {
  return world.state.unit.support[0];
}

/** Books solved value as if it had come in the running quarter. */
function solveFor(world: World, medium: "Community" | "Platform", usd: number): void {
  world.state.unit[`quarter${medium}Value`][0] = usd * USD;
}

describe("support", () => {
  it("stays at .5 without a programme", () => {
    const world = firm([]);
    expect(supportOf(stepWeeks(world, 200))).toBe(0.5);
    expect(measureAt(world, "funding", 200)).toBe(1);
  });

  it("waits for the first quarterly report at least 13 weeks after the first effect", () => {
    for (const [week, first] of [
      [0, 13],
      [1, 26],
      [13, 26],
    ]) {
      const world = firm([{ week, kind: "center", experts: 0 }]);
      expect(supportOf(stepWeeks(world, first - 1)), `from week ${week}`).toBe(0.5);
      expect(supportOf(stepWeeks(world, 1)), `from week ${week}`).toBeCloseTo(0.5 + 0.35 * (0.08 - 0.5), 12);
      expect(world.state.firm.firstReportWeek[0]).toBe(first);
    }
  });

  it("counts from a platform's go-live, not from its request", () => {
    const world = firm([{ week: 0, kind: "platform" }], { platformReviewWeeks: 20 });
    expect(supportOf(stepWeeks(world, 38))).toBe(0.5);
    expect(world.state.firm.firstEffectWeek[0]).toBe(20);
    expect(supportOf(stepWeeks(world, 1))).toBeLessThan(0.5);
  });

  it("is won once with a unit's sponsor, at most to 1", () => {
    const world = worldOf({
      company: { employeeCount: 1200 },
      parameters: QUIET,
      plan: [{ week: 1, kind: "sponsor", scope: { units: [1] } }],
    });
    expect([...stepWeeks(world, 5).state.unit.support]).toEqual([0.5, 0.7, 0.5]);
    const sure = firm([{ week: 0, kind: "sponsor" }], { sponsorGain: 0.9 });
    expect(supportOf(stepWeeks(sure, 1))).toBe(1);
  });
});

describe("vanity", () => {
  it("impresses with .35 at half of the people, and half as much 26 weeks later", () => {
    for (const [users, impressed] of [
      [100, 1],
      [50, 1],
      [25, 0.5],
      [0, 0],
    ]) {
      const world = firm([{ week: 0, kind: "center", experts: 0 }]);
      world.state.employee.weekRegistered.fill(-20, 0, users);
      world.state.firm.users[0] = users;
      let support = 0.5;
      for (const novelty of [1, Math.SQRT1_2, 0.5]) {
        support += 0.35 * (0.08 + 0.35 * impressed * novelty - support);
        expect(supportOf(stepWeeks(world, 13)), `${users} users`).toBeCloseTo(support, 12);
      }
    }
  });

  it("is impressed by members of communities as well", () => {
    const world = firm([{ week: 0, kind: "communities", structuredWeeks: 52 }]);
    expect(supportOf(stepWeeks(world, 13))).toBeGreaterThan(0.5 + 0.35 * (0.08 + 0.34 - 0.5));
  });
});

describe("measured benefit", () => {
  const cost = 13 * COUNCIL_USD;

  /** Support after the reports of quarters in which each medium solved something. */
  function reports(
    plan: readonly Intervention[],
    quarters: number,
    media: readonly ("Community" | "Platform")[],
    usd: number,
  ): number[] {
    const world = firm([COUNCIL, ...plan], { measurementUsd: 0 });
    stepWeeks(world, 12);
    world.state.firm.quarterCost[0] = -COUNCIL_USD * USD; // as if the council had met a week before
    return Array.from({ length: quarters }, () => {
      for (const medium of media) solveFor(world, medium, usd);
      stepWeeks(world, 1);
      const support = supportOf(world);
      stepWeeks(world, 12);
      return support;
    });
  }

  it("is a tenth of value over 1.5 × cost without measuring, in either medium, and no more than 1", () => {
    const first = 0.5 + 0.35 * (0.08 + (0.65 * 0.1 * 3) / 1.5 - 0.5);
    expect(reports([], 1, ["Community"], 3 * cost)[0]).toBeCloseTo(first, 10);
    expect(reports([], 1, ["Platform"], 3 * cost)[0]).toBeCloseTo(first, 10);
    expect(reports([], 1, ["Platform"], 1e9)[0]).toBeCloseTo(0.5 + 0.35 * (0.73 - 0.5), 10);
  });

  it("is .7 of what is measured, from the second report on", () => {
    const measure: Intervention = { week: 0, kind: "measure", what: "communities" };
    for (const [medium, share] of [
      ["Community", 0.7],
      ["Platform", 0.1],
    ] as const) {
      let support = 0.5 + 0.35 * (0.08 + (0.65 * 0.1) / 1.5 - 0.5);
      const seen = reports([measure], 2, [medium], cost);
      expect(seen[0]).toBeCloseTo(support, 10);
      support += 0.35 * (0.08 + (0.65 * share) / 1.5 - support);
      expect(seen[1]).toBeCloseTo(support, 10);
    }
  });

  it("of both media counts both", () => {
    const both = reports(
      [{ week: 0, kind: "measure", what: "both" }],
      2,
      ["Community", "Platform"],
      cost / 2,
    )[1];
    const one = reports([{ week: 0, kind: "measure", what: "platform" }], 2, ["Platform"], cost)[1];
    expect(both).toBeCloseTo(one, 12);
  });

  it("is nothing at no cost", () => {
    const world = firm([{ week: 0, kind: "center", experts: 0 }]);
    stepWeeks(world, 12);
    solveFor(world, "Community", 1e6);
    expect(supportOf(stepWeeks(world, 1))).toBeCloseTo(0.5 + 0.35 * (0.08 - 0.5), 12);
  });
});

describe("the funding gate", () => {
  const gate = (plan: readonly Intervention[], parameters: Partial<Parameters> = {}): World =>
    firm(plan, { isGateOn: 1, sponsorDrift: 0, ...parameters });

  it("is asked each year from two years after the first effect", () => {
    const world = gate([COUNCIL]);
    world.state.unit.support.fill(0.2);
    expect(stepWeeks(world, 103).state.firm.funding[0]).toBe(1);
    expect(stepWeeks(world, 1).state.firm.funding[0]).toBeCloseTo(0.8, 12);
    world.state.unit.support.fill(0.24);
    expect(stepWeeks(world, 51).state.firm.funding[0]).toBeCloseTo(0.8, 12);
    expect(stepWeeks(world, 1).state.firm.funding[0]).toBeCloseTo(0.96, 12);
    const late = gate([{ week: 10, kind: "council" }]);
    late.state.unit.support.fill(0.2);
    expect(stepWeeks(late, 155).state.firm.funding[0]).toBe(1);
    expect(stepWeeks(late, 1).state.firm.funding[0]).toBeCloseTo(0.8, 12);
  });

  it("moves funding by at most a quarter a year", () => {
    const world = gate([COUNCIL], { gateFloor: 0 });
    world.state.unit.support.fill(0.05);
    expect(stepWeeks(world, 104).state.firm.funding[0]).toBe(0.75);
    expect(stepWeeks(world, 52).state.firm.funding[0]).toBe(0.5);
    world.state.unit.support.fill(1);
    expect(stepWeeks(world, 52).state.firm.funding[0]).toBe(0.75);
  });

  it("weighs units by headcount, and can be switched off", () => {
    const sizes = (isGateOn: number): number => {
      const world = worldOf({
        company: { employeeCount: 700 },
        parameters: { ...QUIET, isGateOn },
        plan: [COUNCIL],
        weeks: 110,
      });
      world.state.unit.support.set([0.28, 0.16]);
      return stepWeeks(world, 104).state.firm.funding[0];
    };
    expect(sizes(1)).toBeCloseTo((0.28 * 512 + 0.16 * 188) / 700 / 0.25, 12);
    expect(sizes(0)).toBe(1);
  });

  it("cancels a programme below .15: nothing but open communities and champions goes on, and nothing starts", () => {
    const plan: Intervention[] = [
      COUNCIL,
      { week: 0, kind: "platform" },
      { week: 0, kind: "communities", structuredWeeks: 200 },
      { week: 0, kind: "center", experts: 3 },
      { week: 0, kind: "events", every: 13 },
      { week: 90, kind: "tribe", ratio: 10, roleClarity: 1 },
      { week: 120, kind: "platform" },
      { week: 130, kind: "incentive", weeks: 10, strength: 3 },
      { week: 140, kind: "campaign", weeks: 10, intensity: 1 },
    ];
    const world = gate(plan, { externalProb: 1, noveltyStart: 1, noveltyKeep: 1, championRecruitProb: 1 });
    stepWeeks(world, 100);
    world.state.unit.support.fill(0.14);
    world.state.employee.habit.fill(0.8);
    stepWeeks(world, 4);
    expect([world.state.firm.cancelledWeek[0], world.state.firm.funding[0]]).toEqual([104, 0]);
    const champions = world.state.firm.champions[0];
    const habit = world.state.employee.habit[0];
    const seats = measureAt(world, "costSeats", 104);
    stepWeeks(world, 1);
    expect(world.state.firm.visitors[0]).toBe(0);
    expect(world.state.employee.habit[0]).toBeCloseTo(habit * 0.94, 6);
    stepWeeks(world, 60);
    expect(measureAt(world, "weeklyActiveShare", 165)).toBe(0);
    expect(measureAt(world, "registeredShare", 165)).toBe(1);
    expect(measureAt(world, "costSeats", 165)).toBe(seats);
    expect(measureAt(world, "isCancelled", 165)).toBe(1);
    expect(measureAt(world, "communities", 165)).toBe(4);
    expect(world.state.firm.champions[0]).toBeLessThanOrEqual(champions);
    expect([...world.scratch.contributionOdds].every((odds) => odds === 1)).toBe(true);
  });

  it("cancels what is still under review", () => {
    const plan: Intervention[] = [COUNCIL, { week: 95, kind: "communities" }, { week: 95, kind: "platform" }];
    const world = gate(plan, { communityReviewWeeks: 100, platformReviewWeeks: 100 });
    world.state.unit.support.fill(0.1);
    stepWeeks(world, 215);
    expect(measureAt(world, "communities", 215)).toBe(0);
    expect(world.state.intervention.weekLive[2]).toBe(NEVER);
  });

  it("keeps what just suffices, and never asks where nothing took effect", () => {
    const world = gate([COUNCIL]);
    world.state.unit.support.fill(0.25);
    expect(stepWeeks(world, 210).state.firm.funding[0]).toBe(1);
    const none = gate([]);
    none.state.unit.support.fill(0);
    expect(stepWeeks(none, 210).state.firm.cancelledWeek[0]).toBe(NEVER);
  });
});
