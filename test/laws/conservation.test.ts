/** Conservation: after every week each count equals what it counts, under any plan and any shocks. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createWorld, step, type World } from "../../engine/index.ts";
import { NEVER } from "../../engine/columns.ts";
import { TOPICS } from "../../engine/tables.ts";
import { BUSY, EVERY_SHOCK, EVERYTHING, measureAt, specOf, specs, worldOf } from "./worlds.ts";

type Check = (world: World) => void;

/** Every week of many companies, and of one that lives through everything. */
function everyWeek(check: Check, runs = 60): void {
  const watch = (world: World): void => {
    check(world);
    while (world.state.firm.week[0] < world.spec.weeks) {
      step(world);
      check(world);
    }
  };
  watch(worldOf({ parameters: BUSY, plan: EVERYTHING, shocks: EVERY_SHOCK, weeks: 40 }));
  fc.assert(
    fc.property(specs, (spec) => watch(createWorld(spec))),
    { numRuns: runs },
  );
}

/** How many employees hold, by group. */
function countBy(groupOf: ArrayLike<number>, groups: number, holds: (a: number) => boolean): number[] {
  const counts = Array.from({ length: groups }, () => 0);
  for (let a = 0; a < groupOf.length; a++) if (holds(a)) counts[groupOf[a]]++;
  return counts;
}

function countAll(world: World, holds: (a: number) => boolean): number {
  let count = 0;
  for (let a = 0; a < world.organisation.employeeCount; a++) if (holds(a)) count++;
  return count;
}

/** The ties of an employee (of the same role only) who hold, counted from the rows. */
function pull(world: World, a: number, isSameRole: boolean, holds: (b: number) => boolean): number {
  const { offsets, neighbours, roleDegree } = world.ties;
  const end = isSameRole ? offsets[a] + roleDegree[a] : offsets[a + 1];
  let count = 0;
  for (let i = offsets[a]; i < end; i++) if (holds(neighbours[i])) count++;
  return count;
}

describe("after every week", () => {
  it("the headcount is the seats taken, and the sum over units", () => {
    everyWeek(({ state, organisation }) => {
      const present = countBy(
        organisation.unit,
        organisation.unitCount,
        (a) => state.employee.isPresent[a] === 1,
      );
      expect([...state.unit.headcount]).toEqual(present);
      expect(state.firm.headcount[0]).toBe(present.reduce((sum, count) => sum + count, 0));
    });
  });

  it("a community's members are the employees of its scope who belong, and only live ones have any", () => {
    everyWeek(({ state, organisation }) => {
      const { isMember, isPresent } = state.employee;
      const members = countBy(organisation.scope, organisation.scopeSize.length, (a) => isMember[a] === 1);
      expect([...state.community.members]).toEqual(members);
      members.forEach((count, c) => {
        if (count > 0) expect(state.community.isLive[c], `community ${c}`).toBe(1);
      });
      isMember.forEach((flag, a) => {
        if (flag) expect(isPresent[a], `employee ${a}`).toBe(1);
      });
    });
  });

  it("users, visitors, new users and champions are counted as they are", () => {
    everyWeek((world) => {
      const { firm, employee } = world.state;
      const { weekRegistered, visitedWeeks, champion } = employee;
      const last = firm.week[0] - 1;
      expect(firm.users[0]).toBe(countAll(world, (a) => weekRegistered[a] !== NEVER));
      expect(firm.visitors[0]).toBe(countAll(world, (a) => (visitedWeeks[a] & 1) === 1));
      expect(firm.newUsers[0]).toBe(countAll(world, (a) => weekRegistered[a] === last));
      expect(firm.champions[0]).toBe(countAll(world, (a) => champion[a] !== 0));
    });
  });

  it("every question is answered or failed", () => {
    everyWeek((world) => {
      const boundary = world.state.firm.week[0];
      const answered = measureAt(world, "answers", boundary) + measureAt(world, "failedAsks", boundary);
      expect(measureAt(world, "asks", boundary)).toBe(answered);
    });
  });

  it("the counts pushed to ties are those pulled from them", () => {
    everyWeek((world) => {
      const { employee, firm } = world.state;
      const last = firm.week[0] - 1;
      const isPresent = (b: number): boolean => employee.isPresent[b] === 1;
      const isVisiting = (b: number): boolean => (employee.visitedWeeks[b] & 1) === 1;
      const isNew = (b: number): boolean => employee.weekRegistered[b] === last;
      const isAttending = (b: number): boolean => (employee.attendedWeeks[b] & 15) !== 0;
      for (let a = 0; a < world.organisation.employeeCount; a++) {
        const pushed = [
          employee.presentTies[a],
          employee.presentRoleTies[a],
          employee.visitingTies[a],
          employee.newUserTies[a],
          employee.attendingRoleTies[a],
        ];
        const pulled = [
          pull(world, a, false, isPresent),
          pull(world, a, true, isPresent),
          pull(world, a, false, isVisiting),
          pull(world, a, false, isNew),
          pull(world, a, true, isAttending),
        ];
        if (pushed.join() !== pulled.join()) expect(pushed, `employee ${a}`).toEqual(pulled);
      }
    });
  });

  it("the practices in use are the entries up to date", () => {
    everyWeek((world) => {
      const { knowledge, firm } = world.state;
      const last = firm.week[0] - 1;
      expect(knowledge.expires.length).toBe(
        (world.organisation.scopeSize.length + world.organisation.roleCount) * TOPICS,
      );
      let inUse = 0;
      for (let i = 0; i < knowledge.expires.length; i++)
        if (knowledge.expires[i] > Math.max(0, last)) inUse++;
      expect(firm.documentedEntries[0]).toBe(inUse);
    }, 15);
  });

  it("projects in review end some day, each once", () => {
    everyWeek(({ state, spec, organisation }) => {
      const weekCount = spec.weeks + 1;
      for (let u = 0; u < organisation.unitCount; u++) {
        const due = state.due.projects.subarray(u * weekCount + state.firm.week[0], (u + 1) * weekCount);
        const ahead = due.reduce((sum, count) => sum + count, 0);
        expect(state.unit.projectsInReview[u]).toBeGreaterThanOrEqual(ahead);
      }
    });
  });

  it("vacant seats hold nobody's traces", () => {
    everyWeek(({ state: { employee } }) => {
      employee.isPresent.forEach((flag, a) => {
        if (flag) return;
        const traces =
          employee.isMember[a] + employee.champion[a] + employee.visitedWeeks[a] + employee.attendedWeeks[a];
        expect(
          traces + employee.deepWeeks[a] + employee.recentPosts[a] + employee.reputation[a],
          `seat ${a}`,
        ).toBe(0);
        expect(employee.weekRegistered[a], `seat ${a}`).toBe(NEVER);
      });
    });
  });
});

describe("everybody", () => {
  it("is one person, and no person comes twice", () => {
    const check = (spec: Parameters<typeof createWorld>[0]): void => {
      const world = createWorld(spec);
      const seats = new Map<number, string>();

      while (world.state.firm.week[0] < spec.weeks) {
        step(world, (process) => {
          if (process.name !== "shocks" && process.name !== "turnover") return;
          const { personId, isPresent, willingness } = world.state.employee;
          personId.forEach((id, a) => {
            if (!isPresent[a]) return;
            const traits = `${willingness[a]}`;
            if (seats.has(id)) expect(seats.get(id)).toBe(traits);
            seats.set(id, traits);
          });
        });
        const { personId, isPresent } = world.state.employee;
        const present = [...personId].filter((_, a) => isPresent[a] === 1);
        expect(new Set(present).size).toBe(present.length);
      }
    };
    check(specOf({ parameters: BUSY, plan: EVERYTHING, shocks: EVERY_SHOCK, weeks: 40 }));
    fc.assert(fc.property(specs, check), { numRuns: 30 });
  });

  it("who leaves in the week of a merger is followed by somebody else", () => {
    const world = worldOf({
      parameters: { turnoverPerYear: 0.9, turnoverEngagementSlope: 0 },
      company: { employeeCount: 400 },
      shocks: [{ week: 2, kind: "merger", share: 1 }],
      weeks: 4,
    });
    let joined = world.state.employee.personId.slice();
    let changed = 0;
    while (world.state.firm.week[0] < 3) {
      step(world, ({ name }) => {
        const { personId } = world.state.employee;
        if (name === "shocks") joined = personId.slice();
        if (name === "turnover") changed = countAll(world, (a) => personId[a] !== joined[a]);
      });
    }
    expect(changed).toBe(measureAt(world, "leavers", 3));
  });
});

describe("the states people are in", () => {
  it("are five, and add up to everybody", () => {
    everyWeek((world) => {
      const boundary = world.state.firm.week[0];
      const names = ["None", "Registered", "Reader", "Contributor", "Deep"] as const;
      const sum = names.reduce((total, name) => total + measureAt(world, `state${name}Share`, boundary), 0);
      if (world.state.firm.headcount[0] > 0) expect(sum).toBeCloseTo(1, 12);
      expect(measureAt(world, "stateDeepShare", boundary)).toBe(measureAt(world, "deepShare", boundary));
    }, 20);
  });
});
