/** Draws: who a person is depends on the person's id alone, never on who else is there or what things are called. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createWorld, type Roster, type RunSpec, type World } from "../../engine/index.ts";
import { draw } from "../../engine/random.ts";
import { BUSY, EVERYTHING, specOf, stepWeeks, worldOf } from "./worlds.ts";

const PERSONAL = [
  "personId",
  "skill",
  "skillBase",
  "engagement",
  "engagementBase",
  "willingness",
  "threshold",
  "isResistant",
  "registrationMargin",
  "membershipMargin",
] as const;

/** 240 people of 3 units, 12 departments, 30 teams, 5 roles and 2 sites, with ring-like ties and a few long ones. */
function rosterOf(people: number): Roster {
  const seats = Array.from({ length: people }, (_, a) => a);
  return {
    unit: Uint16Array.from(seats, (a) => Math.floor(a / 80)),
    department: Uint16Array.from(seats, (a) => Math.floor(a / 20)),
    team: Uint32Array.from(seats, (a) => Math.floor(a / 8)),
    role: Uint8Array.from(seats, (a) => draw(a, 1, 2) % 5),
    level: Uint8Array.from(seats, (a) => (a % 8 === 0 ? 1 : 0)),
    site: Uint8Array.from(seats, (a) => Math.floor(a / 8) % 2),
  };
}

function importedSpec(roster: Roster): RunSpec {
  const people = roster.unit.length;
  const source = Uint32Array.from({ length: 4 * people }, (_, i) => i % people);
  const target = source.map((a, i) => (a + (i < 3 * people ? 1 + Math.floor(i / people) : 37)) % people);
  return specOf({
    company: { employeeCount: people, roster, ties: { kind: "imported", source, target } },
    parameters: { ...BUSY, platformFoundingProb: 0 },
    plan: EVERYTHING.filter(({ scope, kind }) => !scope && kind !== "council"),
    weeks: 30,
  });
}

/** Employee columns of two worlds are the same bits. */
function expectSamePeople(a: World, b: World): void {
  const own: Record<string, ArrayLike<number>> = { ...a.state.employee };
  for (const [name, column] of Object.entries(b.state.employee)) expect(own[name], name).toEqual(column);
}

describe("a person's draws", () => {
  it("stay when others join at the end", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 300, max: 400 }),
        fc.integer({ min: 1, max: 100 }),
        fc.nat(),
        (people, more, word) => {
          const of = (employeeCount: number): World =>
            worldOf({ company: { employeeCount }, seed: [word, 1] });
          const [small, large] = [of(people), of(people + more)];
          for (const name of PERSONAL)
            expect(large.state.employee[name].subarray(0, people), name).toEqual(small.state.employee[name]);
          expect(large.organisation.role.subarray(0, people)).toEqual(small.organisation.role);
        },
      ),
      { numRuns: 10 },
    );
  });

  it("stay when there are no ties, other ties, or another plan", () => {
    const worlds = (["synthetic", "complete"] as const).map((kind) =>
      worldOf({ company: { ties: { kind } }, plan: EVERYTHING }),
    );
    worlds.push(worldOf({ company: { ties: { kind: "ring", degree: 4 } } }));
    for (const name of PERSONAL)
      for (const world of worlds) expect(world.state.employee[name]).toEqual(worlds[0].state.employee[name]);
  });

  it("make a newcomer the same person in every arm", () => {
    const parameters = { turnoverPerYear: 0.9, turnoverEngagementSlope: 0 };
    const [plain, planned] = [[], EVERYTHING].map((plan) =>
      stepWeeks(worldOf({ parameters, plan, weeks: 20 }), 20),
    );
    expect(planned.state.employee.personId).toEqual(plain.state.employee.personId);
    expect(planned.state.employee.skillBase).toEqual(plain.state.employee.skillBase);
    expect(planned.state.employee.threshold).toEqual(plain.state.employee.threshold);
  });
});

describe("the people of an imported roster", () => {
  const roster = rosterOf(240);
  const plain = createWorld(importedSpec(roster));
  stepWeeks(plain, 30);

  it("live the same lives when roles are renumbered", () => {
    const renumbered = { ...roster, role: roster.role.map((role) => [3, 0, 4, 1, 2][role]) };
    const world = createWorld(importedSpec(renumbered));
    expectSamePeople(stepWeeks(world, 30), plain);
    expect(plain.state.firm.nonLocalSolves[0]).toBeGreaterThan(10);
  });

  it("live the same lives when departments, levels and sites are renumbered", () => {
    const renumbered = {
      ...roster,
      department: roster.department.map((department) => 11 - department),
      level: roster.level.map((level) => 3 - level),
      site: roster.site.map((site) => 1 - site),
    };
    expectSamePeople(stepWeeks(createWorld(importedSpec(renumbered)), 30), plain);
  });

  it("live other lives when roles are mixed", () => {
    const mixed = { ...roster, role: roster.role.map((_, a) => a % 5) };
    const world = stepWeeks(createWorld(importedSpec(mixed)), 30);
    expect(world.state.employee.deepWeeks).not.toEqual(plain.state.employee.deepWeeks);
  });
});
