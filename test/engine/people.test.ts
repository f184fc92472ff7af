/** People: who they are, who leaves, who comes, and what shocks do to them. */
import { describe, expect, it } from "vitest";
import { createWorld, type Shock, type World } from "../../engine/index.ts";
import { NEVER } from "../../engine/columns.ts";
import { countWhere, EVERYTHING, measureAt, QUIET, specOf, stepWeeks, worldOf } from "../laws/worlds.ts";

function mean(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: ArrayLike<number>): number {
  const middle = mean(values);
  return Math.sqrt(mean(Array.from(values, (value) => (value - middle) * (value - middle))));
}

/** Mean of a column over employees of a condition. */
function meanWhere(values: ArrayLike<number>, holds: (a: number) => boolean): number {
  return mean(Array.from(values).filter((_, a) => holds(a)));
}

describe("a population", () => {
  const world = worldOf({ company: { employeeCount: 6000 } });
  const { employee } = world.state;

  it("has skills of .5 ± .15 and engagement of .5 ± .17, of which .09 between teams", () => {
    expect(Math.abs(mean(employee.skill) - 0.5)).toBeLessThan(0.008);
    expect(Math.abs(deviation(employee.skill) - 0.149)).toBeLessThan(0.006);
    expect(Math.abs(mean(employee.engagement) - 0.5)).toBeLessThan(0.012);
    expect(Math.abs(deviation(employee.engagement) - 0.17)).toBeLessThan(0.008);
    const { team, teamCount } = world.organisation;
    const sums = new Float64Array(teamCount);
    employee.engagement.forEach((e, a) => (sums[team[a]] += e / 8));
    expect(Math.abs(deviation(sums) - Math.sqrt(0.09 * 0.09 + (0.146 * 0.146) / 8))).toBeLessThan(0.01);
  });

  it("is seldom keen: willingness is the fourth power of a uniform draw", () => {
    expect(Math.abs(mean(employee.willingness) - 0.2)).toBeLessThan(0.01);
    const keen = countWhere(employee.willingness, (g) => g > 0.5) / 6000;
    expect(Math.abs(keen - (1 - Math.pow(0.5, 0.25)))).toBeLessThan(0.02);
  });

  it("wants to see a quarter of its peers, and resists by 17%", () => {
    expect(Math.abs(mean(employee.threshold) - 0.2507)).toBeLessThan(0.006);
    expect(countWhere(employee.threshold, (share) => share < 0)).toBe(0);
    expect(Math.abs(mean(employee.isResistant) - 0.17)).toBeLessThan(0.02);
  });

  it("stands at its bases, in neutral need, unregistered and in no community", () => {
    expect(employee.skill).toEqual(employee.skillBase);
    expect(employee.engagement).toEqual(employee.engagementBase);
    for (const column of ["autonomy", "mastery", "relatedness", "habit", "isMember"] as const)
      expect(countWhere(employee[column], (value) => value !== 0)).toBe(0);
    expect(countWhere(employee.weekRegistered, (week) => week !== NEVER)).toBe(0);
  });
});

describe("turnover", () => {
  it("takes the less engaged: 1 − 1.1·(e − .5) as often", () => {
    const parameters = { ...QUIET, turnoverPerYear: 0.9, engagementDrift: 0 };
    const world = worldOf({ parameters, company: { employeeCount: 4000, ties: { kind: "complete" } } });
    const before = world.state.employee.engagement.slice();
    stepWeeks(world, 10);
    const hasLeft = (a: number): boolean => world.state.employee.personId[a] !== a;
    const rate = (low: number, high: number): number =>
      meanWhere(
        Float64Array.from(before, (_, a) => Number(hasLeft(a))),
        (a) => before[a] >= low && before[a] < high,
      );
    expect(Math.abs(rate(0, 0.4) / rate(0.6, 1) - 1.21 / 0.79)).toBeLessThan(0.3);
  });

  it("seats newcomers below their level, with nothing of those before them", () => {
    const parameters = {
      turnoverPerYear: 0.9,
      resistantShare: 0,
      platformReviewWeeks: 0,
      engagementDrift: 0,
    };
    const world = stepWeeks(
      worldOf({ parameters, plan: EVERYTHING, company: { employeeCount: 600 }, weeks: 30 }),
      29,
    );
    const seated = world.state.employee.personId.slice();
    stepWeeks(world, 1, ({ name }) => {
      if (name !== "turnover") return;
      const { employee } = world.state;
      const fresh = [...employee.personId.keys()].filter((a) => employee.personId[a] !== seated[a]);
      expect(fresh.length).toBeGreaterThan(0);
      for (const a of fresh) {
        expect(employee.skill[a]).toBeCloseTo(Math.max(0.02, employee.skillBase[a] - 0.08), 6);
        expect(employee.personId[a]).toBe(a + 30 * 1_048_576);
        expect([
          employee.isMember[a],
          employee.habit[a],
          employee.deepWeeks[a],
          employee.champion[a],
        ]).toEqual([0, 0, 0, 0]);
        expect(employee.weekRegistered[a]).toBe(NEVER);
      }
    });
  });
});

/** A company with members and users, to which one shock happens in week 20. */
function shocked(shock: Shock, parameters = {}): { before: World; after: World } {
  const spec = {
    parameters: {
      turnoverPerYear: 0,
      sponsorDrift: 0,
      externalProb: 0.1,
      platformReviewWeeks: 0,
      isGateOn: 0,
      ...parameters,
    },
    plan: [
      { week: 0, kind: "platform" },
      { week: 0, kind: "communities" },
    ] as const,
    company: { employeeCount: 400, siteCount: 2 },
  };
  return {
    before: stepWeeks(worldOf(spec), 21),
    after: stepWeeks(worldOf({ ...spec, shocks: [{ ...shock, week: 20 }] }), 21),
  };
}

describe("a shock", () => {
  it("of layoffs closes that share of the seats in scope", () => {
    const { after } = shocked({ week: 20, kind: "layoffs", share: 0.3, scope: { sites: [1] } });
    const { isPresent } = after.state.employee;
    const { site } = after.organisation;
    expect(meanWhere(isPresent, (a) => site[a] === 0)).toBe(1);
    expect(Math.abs(meanWhere(isPresent, (a) => site[a] === 1) - 0.7)).toBeLessThan(0.12);
    stepWeeks(after, 10);
    expect(measureAt(after, "employees", 31)).toBe(measureAt(after, "employees", 21));
  });

  it("of a merger seats that share of newcomers in new units", () => {
    const { before, after } = shocked({ week: 20, kind: "merger", share: 0.25 });
    expect(after.state.firm.headcount[0]).toBe(500);
    expect(measureAt(after, "employees", 20)).toBe(400);
    const { unit } = after.organisation;
    const old = new Set(before.organisation.unit);
    expect([...unit.subarray(400)].every((u) => !old.has(u))).toBe(true);
    expect(countWhere(after.state.employee.personId.subarray(400), (id) => id >= 21 * 1_048_576)).toBe(100);
  });

  it("of reorganisation moves people with all they are, roles and memberships kept", () => {
    const { before, after } = shocked(
      { week: 20, kind: "reorganisation", share: 0.5 },
      { joinInviteProb: 0, attendanceFrequency: 0 },
    );
    const places = (world: World): Map<number, number> =>
      new Map([...world.state.employee.personId].map((id, a) => [id, a]));
    const [then, now] = [places(before), places(after)];
    const moved = [...then.keys()].filter((id) => then.get(id) !== now.get(id));
    expect(moved.length).toBeGreaterThan(150);
    expect(moved.length).toBeLessThan(250);
    for (const [id, a] of then) {
      const b = now.get(id) ?? -1;
      expect(after.organisation.role[b]).toBe(before.organisation.role[a]);
      expect(after.state.employee.isMember[b]).toBe(before.state.employee.isMember[a]);
      expect(after.state.employee.willingness[b]).toBe(before.state.employee.willingness[a]);
    }
  });

  it("of a leaving sponsor takes .2 of support, of a budget cut its share of funding", () => {
    const left = shocked({ week: 20, kind: "sponsorLeaves", scope: { units: [0] } }).after;
    expect(left.state.unit.support[0]).toBeCloseTo(0.3, 12);
    const cut = shocked({ week: 20, kind: "budgetCut", share: 0.4 }).after;
    expect(cut.state.firm.funding[0]).toBeCloseTo(0.6, 12);
    expect(cut.state.unit.support[0]).toBe(0.5);
  });
});

describe("a synthetic organisation", () => {
  it("has teams of 8 in units of 512, and Zipf-like roles", () => {
    const { team, unit, role, roleCount, level } = worldOf({
      company: { employeeCount: 5000 },
    }).organisation;
    expect([team[4999], unit[4999], roleCount]).toEqual([624, 9, 12]);
    const sizes = Array.from({ length: 12 }, (_, r) => countWhere(role, (label) => label === r));
    expect(sizes[0] / 5000).toBeGreaterThan(0.25);
    expect(sizes[0] / sizes[11]).toBeGreaterThan(7);
    expect([level[0], level[8], level[64], level[1]]).toEqual([3, 1, 2, 0]);
    const first = [0, 1, 2, 3, 4, 5, 6, 7].map((a) => role[a]);
    expect(new Set(first).size).toBeLessThan(8);
  });

  it("packs the units of a role into scopes of 220 to 330 people", () => {
    const { scope, scopeRole, scopeSize, role, unit } = worldOf({
      company: { employeeCount: 9000, roleCount: 3 },
    }).organisation;
    expect(Math.max(...scopeSize)).toBeLessThanOrEqual(330);
    scope.forEach((c, a) => expect(scopeRole[c]).toBe(role[a]));
    const unitsOf = scopeSize.map((_, c) => new Set([...unit].filter((_unit, a) => scope[a] === c)).size);
    scopeSize.forEach((size, c) => {
      const isLastOfRole = scopeRole[c + 1] !== scopeRole[c];
      if (!isLastOfRole && unitsOf[c] > 1) expect(size).toBeGreaterThanOrEqual(220 - 1);
    });
  });

  it("splits a unit of more than 330 of one role evenly", () => {
    const roster = {
      unit: new Uint16Array(700),
      department: new Uint16Array(700),
      team: Uint32Array.from({ length: 700 }, (_, a) => a >> 3),
      role: new Uint8Array(700),
      level: new Uint8Array(700),
      site: new Uint8Array(700),
    };
    const spec = specOf({ company: { employeeCount: 700, roster, ties: { kind: "ring", degree: 4 } } });
    expect([...createWorld(spec).organisation.scopeSize].toSorted((a, b) => a - b)).toEqual([233, 233, 234]);
  });
});
