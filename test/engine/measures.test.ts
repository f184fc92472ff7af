/** Measures: what the weekly outputs count, by group on request, and how cohorts come back. */
import { describe, expect, it } from "vitest";
import {
  GROUP_MEASURES,
  MEASURES,
  run,
  series,
  type GroupTrace,
  type Intervention,
} from "../../engine/index.ts";
import { NEVER } from "../../engine/columns.ts";
import {
  BUSY,
  countWhere,
  EVERY_SHOCK,
  EVERYTHING,
  measureAt,
  measureSeries,
  QUIET,
  specOf,
  stepWeeks,
  worldOf,
} from "../laws/worlds.ts";

const LIVE: readonly Intervention[] = [{ week: 0, kind: "platform" }];
const QUIET_USERS = { ...QUIET, externalProb: 1 };

describe("the return of cohorts", () => {
  it("is read at ages 4–7 and 9–12 weeks, once each has come of age", () => {
    const world = worldOf({ parameters: QUIET_USERS, plan: LIVE });
    const visits = new Set([5, 11]);
    for (let week = 0; week < 20; week++) {
      const loyal = visits.has(week) ? 60 : 0;
      world.state.employee.habit.fill(0).fill(1, 0, loyal);
      stepWeeks(world, 1);
    }
    const month = measureSeries(world, "cohortReturn4to7Share");
    const quarter = measureSeries(world, "cohortReturn9to12Share");
    expect([month[7], month[8], month[20]]).toEqual([0, 0.5, 0.5]);
    expect([quarter[12], quarter[13], quarter[20]]).toEqual([0, 0.5, 0.5]);
  });

  it("counts nobody whose visits were at other ages", () => {
    const world = worldOf({ parameters: QUIET_USERS, plan: LIVE });
    for (let week = 0; week < 20; week++) {
      world.state.employee.habit.fill(week === 3 || week === 8 || week === 13 ? 1 : 0);
      stepWeeks(world, 1);
    }
    expect(measureAt(world, "cohortReturn4to7Share", 20)).toBe(0);
    expect(measureAt(world, "cohortReturn9to12Share", 20)).toBe(0);
  });
});

describe("activity", () => {
  it("in a month, reading only, and shallow are what they say", () => {
    const world = stepWeeks(
      worldOf({ parameters: QUIET_USERS, plan: LIVE, company: { employeeCount: 100 } }),
      1,
    );
    expect([measureAt(world, "monthlyActiveShare", 1), measureAt(world, "readOnlyShare", 1)]).toEqual([1, 1]);
    expect([measureAt(world, "shallowShare", 1), measureAt(world, "stateReaderShare", 1)]).toEqual([1, 1]);
    const { employee } = world.state;
    employee.contributedWeeks.fill(1, 0, 20);
    employee.deepWeeks.fill(2, 10, 30); // one deep week
    employee.deepWeeks.fill(3, 30, 35); // two
    stepWeeks(world, 1);
    expect(measureAt(world, "monthlyActiveShare", 2)).toBe(1);
    expect(measureAt(world, "weeklyActiveShare", 2)).toBe(0);
    expect(measureAt(world, "readOnlyShare", 2)).toBe(0.8);
    expect(measureAt(world, "shallowShare", 2)).toBe(0.75);
    expect(measureAt(world, "deepShare", 2)).toBe(0.05);
    expect(measureAt(world, "stateContributorShare", 2)).toBe(0.2);
    stepWeeks(world, 4);
    expect([measureAt(world, "monthlyActiveShare", 6), measureAt(world, "stateRegisteredShare", 6)]).toEqual([
      0, 0.95,
    ]);
  });

  it("of posters is a share of the registered, frequent with more than two posts in four weeks", () => {
    const world = stepWeeks(
      worldOf({ parameters: QUIET_USERS, plan: LIVE, company: { employeeCount: 100 } }),
      1,
    );
    world.state.employee.recentPosts.fill(2, 0, 10);
    world.state.employee.recentPosts.fill(0x01_01_01, 10, 15);
    stepWeeks(world, 1);
    expect(measureAt(world, "posterShare", 2)).toBe(0.15);
    expect(measureAt(world, "frequentPosterShare", 2)).toBe(0.05);
  });

  it("of members is core from four meetings in 13 weeks, active from two, else peripheral", () => {
    const plan = [{ week: 0, kind: "communities", structuredWeeks: 1 }] as const;
    const world = stepWeeks(
      worldOf({ parameters: QUIET, plan, company: { employeeCount: 100, roleCount: 1 } }),
      1,
    );
    const { attendedWeeks } = world.state.employee;
    attendedWeeks.fill(0b1111, 0, 10);
    attendedWeeks.fill(0b101, 10, 30);
    stepWeeks(world, 1);
    expect(measureAt(world, "coreMemberShare", 2)).toBe(0.1);
    expect(measureAt(world, "activeMemberShare", 2)).toBe(0.2);
    expect(measureAt(world, "peripheralMemberShare", 2)).toBe(0.7);
    expect(measureAt(world, "memberShare", 2)).toBe(1);
  });

  it("of people is engaged from .63, disengaged up to .35", () => {
    const world = worldOf({ parameters: { ...QUIET, engagementDrift: 0 }, company: { employeeCount: 100 } });
    world.state.employee.engagement.fill(0.5).fill(0.64, 0, 30).fill(0.34, 30, 40);
    stepWeeks(world, 1);
    expect([measureAt(world, "engagedShare", 1), measureAt(world, "disengagedShare", 1)]).toEqual([0.3, 0.1]);
    expect(measureAt(world, "engagement", 1)).toBeCloseTo(0.526, 6);
  });
});

describe("an already registered company", () => {
  it("starts with its users, seen by their ties", () => {
    const company = {
      employeeCount: 40,
      ties: { kind: "ring", degree: 2 },
      registeredAtStart: [3, 5],
    } as const;
    const world = worldOf({ company, parameters: QUIET, plan: LIVE });
    expect([measureAt(world, "registeredShare", 0), measureAt(world, "weeklyActiveShare", 0)]).toEqual([
      0.05, 0.05,
    ]);
    expect(world.state.employee.visitingTies[4]).toBe(2);
    expect(countWhere(world.state.employee.weekRegistered, (week) => week !== NEVER)).toBe(2);
  });
});

describe("outputs by group", () => {
  const spec = specOf({
    parameters: BUSY,
    plan: EVERYTHING,
    company: { employeeCount: 700, siteCount: 3 },
    weeks: 25,
  });
  const trace = run(spec, { groupBy: ["unit", "role", "level", "site"] });

  function at(group: GroupTrace, measure: (typeof GROUP_MEASURES)[number], g: number, week: number): number {
    const m = GROUP_MEASURES.indexOf(measure);
    return group.columns[(m * group.groupCount + g) * (spec.weeks + 1) + week];
  }

  it("add up to the whole, in every grouping", () => {
    expect(trace.groups.map(({ by }) => by)).toEqual(["unit", "role", "level", "site"]);
    const whole = {
      registeredShare: "registeredShare",
      weeklyActiveShare: "weeklyActiveShare",
      monthlyActiveShare: "monthlyActiveShare",
    } as const;
    const same = {
      ...whole,
      deepShare: "deepShare",
      memberShare: "memberShare",
      attendeeShare: "attendeeShare",
      engagement: "engagement",
      skill: "skill",
    } as const;
    for (const group of trace.groups)
      for (const week of [0, 12, 25]) {
        const groups = Array.from({ length: group.groupCount }, (_, g) => g);
        expect(groups.reduce((sum, g) => sum + at(group, "employees", g, week), 0)).toBe(700);
        for (const name of Object.values(same)) {
          const sum = groups.reduce(
            (total, g) => total + at(group, "employees", g, week) * at(group, name, g, week),
            0,
          );
          expect(sum / 700, `${name} by ${group.by}`).toBeCloseTo(series(trace, name)[week], 10);
        }
        const solves = groups.reduce(
          (total, g) => total + at(group, "employees", g, week) * at(group, "solvesPerEmployee", g, week),
          0,
        );
        expect(solves).toBeCloseTo(series(trace, "solves")[week], 8);
      }
  });

  it("leave the trace alone", () => {
    expect(run(spec).digest).toBe(trace.digest);
    expect(run(spec).groups).toEqual([]);
  });
});

describe("a company in which everything happens", () => {
  it("moves every measure there is", () => {
    const company = { employeeCount: 700 };
    const trace = run(
      specOf({ parameters: BUSY, plan: EVERYTHING, shocks: EVERY_SHOCK, company, weeks: 52 }),
    );
    const still = MEASURES.map(({ name }) => name).filter((name) => new Set(series(trace, name)).size === 1);
    expect(still.filter((name) => !/isCancelled|dormant|solveRate|valueTurnover/.test(name))).toEqual([]);
  });
});
