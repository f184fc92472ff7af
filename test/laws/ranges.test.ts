/** Ranges: every state and every measure stays within its bounds, and nothing is ever not a number. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createWorld, MEASURES, run, series, step, type World } from "../../engine/index.ts";
import { COLUMN_NAMES, columnsOf } from "../../engine/columns.ts";
import { BUSY, EVERY_SHOCK, EVERYTHING, measureAt, measuresOf, specOf, specs, worldOf } from "./worlds.ts";

type EmployeeColumn = keyof World["state"]["employee"];

const BOUNDS: readonly (readonly [EmployeeColumn, number, number])[] = [
  ["skill", 0.0199999, 0.9800001],
  ["engagement", 0.0199999, 0.9800001],
  ["skillBase", 0.0199999, 0.9800001],
  ["engagementBase", 0.0199999, 0.9800001],
  ["autonomy", -1, 1],
  ["mastery", -1, 1],
  ["relatedness", -1, 1],
  ["willingness", 0, 1],
  ["threshold", 0, 10],
  ["habit", 0, 1],
  ["platformUtility", 0, 1],
  ["communityUtility", 0, 1],
  ["visitedWeeks", 0, 8191],
  ["attendedWeeks", 0, 8191],
  ["deepWeeks", 0, 8191],
  ["answeredWeeks", 0, 8191],
  ["champion", 0, 3],
  ["reputation", 0, 1e6],
];

function expectWithin(name: string, values: ArrayLike<number>, low: number, high: number): void {
  for (let i = 0; i < values.length; i++)
    if (!(values[i] >= low && values[i] <= high))
      expect.fail(`${name}[${i}] not in [${low}, ${high}]: ${values[i]}`);
}

function expectInRange(world: World): void {
  const { employee, unit, community, firm } = world.state;
  for (const [name, low, high] of BOUNDS) {
    const values = Array.from(employee[name]).filter((_, a) => employee.isPresent[a] === 1);
    expectWithin(name, values, low, high);
  }
  expectWithin("support", unit.support, 0, 1);
  expectWithin("purpose", unit.purpose, 0, 1);
  expectWithin("attention", unit.attention, 1e-9, 1);
  expectWithin("precedents", unit.precedents, 0, 1e6);
  expectWithin("health", community.health, 0, 1);
  expectWithin("funding", firm.funding, 0, 1);
  expectWithin("facilitation", firm.facilitation, 0, 1);
  expectWithin("useCaseKnowledge", firm.useCaseKnowledge, 0, 1);
  expectWithin("sharedServiceLevel", firm.sharedServiceLevel, 0, 3);
}

function expectNumbers(world: World): void {
  columnsOf(world.state).forEach((column, i) => {
    for (let k = 0; k < column.length; k++)
      if (Number.isNaN(column[k])) expect.fail(`${COLUMN_NAMES[i]}[${k}] is NaN`);
  });
}

function expectMeasuresInRange(world: World, boundary: number): void {
  for (const name of [...measuresOf("share"), ...measuresOf("index")])
    expectWithin(name, [measureAt(world, name, boundary)], 0, 1 + 1e-12);
  for (const name of measuresOf("count")) {
    const value = measureAt(world, name, boundary);
    if (!(value >= 0 && Number.isInteger(value))) expect.fail(`${name} is no count: ${value}`);
  }
  for (const name of measuresOf("weeks")) expectWithin(name, [measureAt(world, name, boundary)], 0, 1e9);
}

function watch(world: World): void {
  expectMeasuresInRange(world, 0);
  while (world.state.firm.week[0] < world.spec.weeks) {
    step(world);
    expectInRange(world);
    expectMeasuresInRange(world, world.state.firm.week[0]);
  }
  expectNumbers(world);
}

describe("every state", () => {
  it("stays in its range under any plan and any shocks", () => {
    fc.assert(
      fc.property(specs, (spec) => watch(createWorld(spec))),
      { numRuns: 60 },
    );
  });

  it("stays in its range at the edges of the assumptions", () => {
    const extremes = fc.record({
      helpBase: fc.constantFrom(0, 0.95),
      askProb: fc.constantFrom(0, 1),
      startUtility: fc.constantFrom(0, 1),
      postProb: fc.constantFrom(0, 1),
      contentReward: fc.constantFrom(0, 1),
      utilityVisitGain: fc.constantFrom(0, 1),
      answerGain: fc.constantFrom(0, 1),
      engagementSd: fc.constantFrom(0, 0.3),
      engagementReach: fc.constantFrom(0, 1),
      incentiveHangover: fc.constantFrom(0, 1),
      incentiveAutonomyLoss: fc.constantFrom(0, 1),
      knowledgeExpiryProb: fc.constantFrom(0.0001, 1),
      sponsorLeaveLoss: fc.constantFrom(0, 1),
      salesMeetingTransfer: fc.constantFrom(0, 1),
    });
    const law = fc.property(extremes, (parameters) => {
      const changes = {
        parameters: { ...BUSY, ...parameters },
        plan: EVERYTHING,
        shocks: EVERY_SHOCK,
        weeks: 30,
      };
      watch(worldOf({ ...changes, company: { employeeCount: 60, salesLikeRole: 0 } }));
    });
    fc.assert(law, { numRuns: 60 });
  });

  it("stays a number when everybody has left", () => {
    const world = worldOf({
      plan: [{ week: 0, kind: "center", experts: 2 }],
      shocks: [{ week: 100, kind: "layoffs", share: 1 }],
      company: { employeeCount: 40 },
      weeks: 160,
    });
    while (world.state.firm.week[0] < 160) step(world);
    expectNumbers(world);
    expect(world.state.firm.headcount[0]).toBe(0);
  });
});

describe("a trace", () => {
  it("holds numbers only, and totals that are the sums of their parts", () => {
    const trace = run(specOf({ parameters: BUSY, plan: EVERYTHING, shocks: EVERY_SHOCK, weeks: 40 }));
    expect(trace.columns.every((value) => Number.isFinite(value))).toBe(true);
    for (const total of ["value", "cost"] as const) {
      const parts = MEASURES.filter(({ theme, name }) => theme === total && name !== total).map(({ name }) =>
        series(trace, name),
      );
      expect(parts.length).toBeGreaterThan(8);
      series(trace, total).forEach((value, t) =>
        expect(value).toBe(parts.reduce((sum, part) => sum + part[t], 0)),
      );
    }
    const [net, value, cost] = (["netValue", "value", "cost"] as const).map((name) => series(trace, name));
    net.forEach((amount, t) => expect(amount).toBe(value[t] - cost[t]));
  });
});
