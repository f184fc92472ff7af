/** Closed forms: cases whose answer mathematics knows, on worlds made and run like any other. */
import { describe, expect, it } from "vitest";
import { run, runKey, series, uniform, weekKey, type Parameters } from "../../engine/index.ts";
import { NEVER } from "../../engine/columns.ts";
import { exponentialQuantile } from "../../engine/math.ts";
import { assignReviewer } from "../../engine/processes/projects.ts";
import { reviewWeeks } from "../../engine/processes/reviews.ts";
import { buildTables } from "../../engine/tables.ts";
import { parametersWith } from "../../engine/index.ts";
import { countWhere, measureAt, measureSeries, QUIET, specOf, stepWeeks, worldOf } from "../laws/worlds.ts";

const PLATFORM = [{ week: 0, kind: "platform" }] as const;
/** Everybody comes back every week, so that users are also visitors. */
const FAITHFUL: Partial<Parameters> = { ...QUIET, noveltyStart: 1, noveltyKeep: 1 };

describe("habit", () => {
  it("after n rewarding visits is 1 − (1 − growth)ⁿ", () => {
    const parameters = {
      ...FAITHFUL,
      externalProb: 1,
      contentReward: 1,
      posterSaturationShare: 0,
      postProb: 5,
    };
    const changes = { ...parameters, platformRelevanceLow: 0.5, platformRelevanceHigh: 0.5 };
    const world = worldOf({ parameters: changes, plan: PLATFORM, company: { employeeCount: 20 } });
    stepWeeks(world, 1); // no post yet to be rewarded by
    expect([...world.state.employee.habit]).toEqual(Array.from({ length: 20 }, () => 0));
    let left = 1;
    for (let n = 1; n <= 40; n++) {
      stepWeeks(world, 1);
      left *= 1 - 0.12;
      for (const habit of world.state.employee.habit) expect(habit).toBeCloseTo(1 - left, 5);
    }
  });

  it("fades by .94 a week without a visit, and towards a smaller reward half as fast as it grows", () => {
    const world = worldOf({
      parameters: { ...QUIET, externalProb: 1 },
      plan: PLATFORM,
      company: { employeeCount: 20 },
    });
    stepWeeks(world, 1);
    const { habit } = world.state.employee;
    habit.fill(0);
    stepWeeks(world, 1);
    habit.fill(0.5);
    const { visitedWeeks } = world.state.employee;
    for (let week = 0; week < 10; week++) {
      const before = habit.slice();
      stepWeeks(world, 1);
      habit.forEach((now, a) => {
        const visited = (visitedWeeks[a] & 1) === 1;
        expect(now).toBeCloseTo(before[a] * (visited ? 1 - 0.06 : 0.94), 6);
      });
    }
  });
});

describe("novelty", () => {
  it("alone brings a user 4.0 visits", () => {
    const { novelty } = buildTables(parametersWith(), 1040);
    expect(1 + novelty.slice(1).reduce((sum, p) => sum + p, 0)).toBeCloseTo(4, 10);
    const parameters = { ...QUIET, externalProb: 1, noveltyStart: 0.75 };
    const world = worldOf({ parameters, plan: PLATFORM, company: { employeeCount: 3000 }, weeks: 50 });
    stepWeeks(world, 50);
    const visits = measureSeries(world, "weeklyActiveShare").reduce((sum, share) => sum + share, 0);
    expect(Math.abs(visits - 4)).toBeLessThan(4 * Math.sqrt(2 / 3000));
  });
});

describe("reviews", () => {
  const parameters = parametersWith();

  it("shorten as T0·k^−.322, a fifth less a doubling, down to a floor of a quarter", () => {
    for (const k of [1, 2, 4, 8, 16, 32, 64])
      expect(reviewWeeks(26, k - 1, 0, parameters)).toBeCloseTo(26 * Math.pow(k, -0.322), 10);
    expect(reviewWeeks(26, 1, 0, parameters) / 26).toBeCloseTo(0.8, 3);
    expect(reviewWeeks(26, 1000, 0, parameters)).toBe(26 * 0.25);
  });

  it("take 5% less and have a floor .03 lower for each level of the shared service", () => {
    expect(reviewWeeks(30, 0, 2, parameters)).toBeCloseTo(30 * 0.9, 10);
    expect(reviewWeeks(30, 1000, 3, parameters)).toBeCloseTo(30 * (0.25 - 0.09) * 0.85, 10);
  });

  it("queue as Erlang C says: 4 reviewers, 3.2 arrivals a service time", () => {
    const between = weekKey(runKey([3, 1], 4), 2, 200, 0);
    const service = weekKey(runKey([3, 1], 4), 2, 201, 0);
    const freeAt = new Float64Array(4);
    const count = 500_000;
    let now = 0;
    let waiting = 0;
    let waited = 0;
    for (let i = 0; i < count; i++) {
      now += exponentialQuantile(uniform(i, between)) / 3.2;
      const duration = exponentialQuantile(uniform(i, service));
      const wait = assignReviewer(freeAt, now, duration) - duration - now;
      if (wait > 1e-9) waiting++;
      waited += wait;
    }
    expect(Math.abs(waiting / count - 0.5964)).toBeLessThan(0.01);
    expect(Math.abs(waited / count - 0.7456)).toBeLessThan(0.03);
  });
});

describe("money", () => {
  it("of a constant weekly cost c has the net present value −c·d(1 − d^W)/(1 − d)", () => {
    const weeks = 104;
    const trace = run(specOf({ parameters: QUIET, plan: [{ week: 0, kind: "council" }], weeks }));
    const d = Math.pow(1.1, -1 / 52);
    const npv = series(trace, "npv");
    for (const W of [1, 52, weeks])
      expect(npv[W]).toBeCloseTo((-1000 * d * (1 - Math.pow(d, W))) / (1 - d), 6);
    expect(series(trace, "netValue")[weeks]).toBe(-1000 * weeks);
  });
});

describe("reach", () => {
  it("of n willing people solves a problem as S-shaped in log n: .0639, .3707, .6222, .8438", () => {
    const { rarity, logUnknown } = buildTables(parametersWith(), 1);
    const solved = (n: number): number =>
      logUnknown.reduce((sum, l) => sum + 1 - Math.exp(n * l), 0) / rarity.length;
    const table = [
      [1, 0.0639],
      [20, 0.3707],
      [150, 0.6222],
      [1000, 0.8438],
    ];
    for (const [n, share] of table) expect(Math.abs(solved(n) - share), `reach ${n}`).toBeLessThan(0.001);
    expect(rarity[0]).toBeLessThan(0.5);
    expect(rarity[rarity.length - 1]).toBeGreaterThan(0.0002);
  });
});

describe("tenure", () => {
  it("is geometric: the first occupants thin out by turnover/52 a week", () => {
    const parameters = { ...QUIET, turnoverPerYear: 0.78, turnoverEngagementSlope: 0 };
    const people = 2000;
    const world = worldOf({
      parameters,
      company: { employeeCount: people, ties: { kind: "complete" } },
      weeks: 80,
    });
    const p = 0.78 / 52;
    for (const weeks of [20, 20, 40]) {
      stepWeeks(world, weeks);
      const expected = Math.pow(1 - p, world.state.firm.week[0]);
      const left = countWhere(world.state.employee.personId, (id) => id < people) / people;
      expect(Math.abs(left - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / people));
    }
    const leavers = measureSeries(world, "leavers").reduce((sum, count) => sum + count, 0);
    expect(Math.abs(leavers - 80 * p * people)).toBeLessThan(4 * Math.sqrt(80 * p * people));
  });
});

describe("invitations", () => {
  it("die out with the extinction probability of a Poisson branching process: .41719 at R 1.5", () => {
    const employeeCount = 800;
    const runs = 250;
    let extinct = 0;
    for (let replicate = 0; replicate < runs; replicate++) {
      const world = worldOf({
        company: {
          employeeCount,
          roleCount: 1,
          ties: { kind: "random", meanDegree: 12 },
          registeredAtStart: [0],
        },
        parameters: { ...QUIET, inviteProb: 0.125 },
        plan: PLATFORM,
        weeks: 40,
        replicate,
      });
      do stepWeeks(world, 1);
      while (
        world.state.firm.newUsers[0] > 0 &&
        world.state.firm.users[0] < 80 &&
        world.state.firm.week[0] < 40
      );
      if (world.state.firm.newUsers[0] === 0) extinct++;
    }
    expect(Math.abs(extinct / runs - 0.41719)).toBeLessThan(3 * Math.sqrt((0.417 * 0.583) / runs));
  });
});

/** Users by week under complete mixing, mean over replicates. */
function bassCurve(
  employeeCount: number,
  weeks: number,
  replicates: number,
  parameters: Partial<Parameters>,
): number[] {
  const mean = Array.from({ length: weeks + 1 }, () => 0);
  for (let replicate = 0; replicate < replicates; replicate++) {
    const company = { employeeCount, roleCount: 1, ties: { kind: "complete" as const } };
    const world = worldOf({
      company,
      parameters: { ...FAITHFUL, ...parameters },
      plan: PLATFORM,
      weeks,
      replicate,
    });
    stepWeeks(world, weeks);
    measureSeries(world, "registeredShare").forEach((share, t) => (mean[t] += share / replicates));
  }
  return mean;
}

describe("complete mixing", () => {
  it("follows the discrete Bass recursion, hazards adding up or competing", () => {
    for (const isLinearContagion of [0, 1]) {
      const curve = bassCurve(1000, 15, 20, { externalProb: 0.03, imitationProb: 0.38, isLinearContagion });
      let share = 0;
      for (let t = 1; t <= 15; t++) {
        const escape = isLinearContagion === 1 ? 1 - 0.03 - 0.38 * share : (1 - 0.03) * (1 - 0.38 * share);
        share += (1 - escape) * (1 - share);
        expect(Math.abs(curve[t] - share), `week ${t}`).toBeLessThan(0.02);
      }
    }
  });

  it("in short steps has Bass's inflection: .46053 at t 6.1926", () => {
    const rates = { externalProb: 0.0015, imitationProb: 0.019, isLinearContagion: 1 };
    const curve = bassCurve(1500, 124, 12, rates);
    expect(Math.abs(curve[124] - 0.46053)).toBeLessThan(0.03);
  });

  it("tips over one after another at thresholds 0 … 99, and stops at the first gap", () => {
    const thresholds = Array.from({ length: 100 }, (_, a) => a);
    for (const [changed, final] of [
      [1, 100],
      [2, 1],
    ]) {
      const world = worldOf({
        company: { employeeCount: 100, ties: { kind: "complete" } },
        parameters: { ...FAITHFUL, registrationThresholdProb: 1, isThresholdCount: 1 },
        plan: PLATFORM,
        weeks: 120,
      });
      world.state.employee.threshold.set(thresholds);
      world.state.employee.threshold[1] = changed;
      stepWeeks(world, 120);
      expect(world.state.firm.users[0]).toBe(final);
      if (final === 100) expect([...world.state.employee.weekRegistered]).toEqual(thresholds);
    }
  });
});

describe("a ring lattice of degree 4", () => {
  it("with threshold 2 of 4 and two adjacent seeds is taken one person a side a week", () => {
    for (const isThresholdCount of [0, 1]) {
      const world = worldOf({
        company: {
          employeeCount: 60,
          roleCount: 1,
          ties: { kind: "ring", degree: 4 },
          registeredAtStart: [0, 1],
        },
        parameters: {
          ...FAITHFUL,
          registrationThresholdProb: 1,
          isThresholdCount,
          thresholdMean: isThresholdCount === 1 ? 2 : 0.5,
          thresholdSd: 0,
        },
        plan: PLATFORM,
        weeks: 30,
      });
      for (let week = 0; week < 29; week++) {
        stepWeeks(world, 1);
        expect(measureAt(world, "registrations", week + 1)).toBe(2);
        expect(world.state.employee.weekRegistered[2 + week]).toBe(week);
        expect(world.state.employee.weekRegistered[59 - week]).toBe(week);
      }
      expect(countWhere(world.state.employee.weekRegistered, (week) => week === NEVER)).toBe(0);
    }
  });

  it("with threshold 3 of 4 is never taken", () => {
    const world = worldOf({
      company: { employeeCount: 60, ties: { kind: "ring", degree: 4 }, registeredAtStart: [0, 1] },
      parameters: { ...FAITHFUL, registrationThresholdProb: 1, thresholdMean: 0.75, thresholdSd: 0 },
      plan: PLATFORM,
      weeks: 20,
    });
    expect(stepWeeks(world, 20).state.firm.users[0]).toBe(2);
  });
});
