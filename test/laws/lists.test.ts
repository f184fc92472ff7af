/** Lists: whoever a sweep over everybody would find is listed for the week, once and in order; what is kept stays true. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { createWorld, step, type ProcessObserver, type World } from "../../engine/index.ts";
import { NEVER } from "../../engine/columns.ts";
import { keepAnew } from "../../engine/kept.ts";
import { listOffline, listWindows } from "../../engine/lists.ts";
import { BUSY, EVERY_SHOCK, EVERYTHING, specs, worldOf } from "./worlds.ts";

/** Seats of a condition, as a sweep finds them. */
function seatsWhere({ organisation }: World, holds: (a: number) => boolean): number[] {
  return Array.from(organisation.role.keys()).filter(holds);
}

function idsOf({ ids, count }: World["scratch"]["users"]): number[] {
  return [...ids.subarray(0, count)];
}

const ascending = (ids: readonly number[]): number[] => ids.toSorted((a, b) => a - b);

/** The members listed by scope; within a scope they must stand in the order of seats. */
function listedMembers({ organisation, scratch, state }: World): number[] {
  const { members, memberCount } = scratch;
  const scopes = [...memberCount.keys()].filter((c) => state.community.isLive[c] === 1);
  return scopes.flatMap((c) => {
    const first = organisation.scopeStart[c];
    const ids = [...members.subarray(first, first + memberCount[c])];
    expect(ids).toEqual(ascending(ids));
    return ids;
  });
}

const check: ProcessObserver = ({ name }, world) => {
  const { isMember, weekRegistered, attendedWeeks, contributedWeeks } = world.state.employee;
  if (name === "visits")
    expect(idsOf(world.scratch.users)).toEqual(seatsWhere(world, (a) => weekRegistered[a] !== NEVER));
  if (name === "membership" || name === "health")
    expect(ascending(listedMembers(world))).toEqual(seatsWhere(world, (a) => isMember[a] === 1));
  if (name !== "health") return;
  expect(idsOf(listWindows(world, contributedWeeks))).toEqual(
    seatsWhere(world, (a) => contributedWeeks[a] !== 0),
  );
  const takesPart = (a: number): boolean =>
    isMember[a] === 1 || attendedWeeks[a] !== 0 || contributedWeeks[a] !== 0;
  expect(ascending(idsOf(listOffline(world)))).toEqual(seatsWhere(world, takesPart));
};

function watch(world: World): void {
  while (world.state.firm.week[0] < world.spec.weeks) {
    step(world, check);
    checkKept(world);
  }
}

/** At the end of a week nothing kept may differ from what a search of everybody finds, but for seats that no longer belong. */
function checkKept(world: World): void {
  const { keen, moving, isNeedy, sums } = world.scratch;
  const kept = [keen, moving].map(idsOf);
  for (const ids of kept) expect(new Set(ids).size).toBe(ids.length);
  const sumsKept = [...sums];
  const needyKept = [...isNeedy];
  keepAnew(world);
  expect(sumsKept).toEqual([...sums]);
  [...isNeedy].forEach((found, block) => expect(needyKept[block]).toBeGreaterThanOrEqual(found));
  [keen, moving].forEach((set, i) => {
    const members = new Set(kept[i]);
    expect(idsOf(set).filter((a) => !members.has(a))).toEqual([]);
  });
}

it("the lists of a week hold whoever they are said to hold", () => {
  watch(worldOf({ parameters: BUSY, plan: EVERYTHING, shocks: EVERY_SHOCK, weeks: 40 }));
  const odd = { employeeCount: 121 };
  watch(worldOf({ company: odd, parameters: { keenFoundingProb: 0.005 }, weeks: 40 }));
  fc.assert(
    fc.property(specs, (spec) => watch(createWorld(spec))),
    { numRuns: 30 },
  );
});
