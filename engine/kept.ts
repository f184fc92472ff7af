/** What is kept from week to week, so that no sweep has to look for it: short lists of seats, and sums over all of them. */
import { SUM } from "./events.ts";
import { addSeat, BLOCK, type SeatSet } from "./scratch.ts";
import { countFrom, countTo, sumOf } from "./sums.ts";
import type { World } from "./world.ts";

/** Willingness above which people found communities by themselves. */
export const KEEN = 0.5;
/** Bounds of "engaged" and "disengaged"; no Float32 lies on one. */
export const ENGAGED = 0.63;
export const DISENGAGED = 0.35;

/** Adds a seat to a set, unless it is in. */
export function include(set: SeatSet, a: number): void {
  if ((set.has[a] & set.bit) !== 0) return;
  set.has[a] |= set.bit;
  addSeat(set, a);
}

/** Notes that somebody may have needs from now on. */
export function noteNeeds(isNeedy: Uint8Array, a: number): void {
  isNeedy[Math.floor(a / BLOCK)] = 1;
}

/** Makes everything kept true of a world that may have come from anywhere: a new one, a snapshot, another's past. */
export function keepTrue(world: World): void {
  const { kept } = world.scratch;
  const week = world.state.firm.week[0];
  if (kept.state === world.state && kept.week === week) return;
  keepAnew(world);
  kept.state = world.state;
  kept.week = week;
}

/** Looks for everything that is kept. */
export function keepAnew({ state: { employee }, scratch }: World): void {
  const { willingness, skill, skillBase, engagement, autonomy, mastery, relatedness } = employee;
  const { keen, moving, isNeedy, sums } = scratch;
  for (const set of [keen, moving]) empty(set);
  isNeedy.fill(0);
  for (let a = 0; a < skill.length; a++) {
    if (willingness[a] > KEEN) include(keen, a);
    // A seat never taken has no skill yet, and no rest either: the least skill there is will be written to it.
    if (skill[a] !== skillBase[a] || skill[a] === 0) include(moving, a);
    if (autonomy[a] !== 0 || mastery[a] !== 0 || relatedness[a] !== 0) noteNeeds(isNeedy, a);
  }
  sums[SUM.skill] = sumOf(skill);
  sums[SUM.engagement] = sumOf(engagement);
  sums[SUM.engaged] = countFrom(engagement, ENGAGED);
  sums[SUM.disengaged] = countTo(engagement, DISENGAGED);
}

function empty(set: SeatSet): void {
  set.has.fill(0);
  set.count = 0;
}

/** Takes note of a newcomer on a seat. */
export function keepNewcomer(world: World, a: number): void {
  const { willingness, skill, skillBase } = world.state.employee;
  if (willingness[a] > KEEN) include(world.scratch.keen, a);
  if (skill[a] !== skillBase[a]) include(world.scratch.moving, a);
  addToSums(world, a, 1);
}

/** Adds a seat to the sums, or takes it out with a sign of −1. */
export function addToSums({ state: { employee }, scratch: { sums } }: World, a: number, sign: number): void {
  const { skill, engagement } = employee;
  sums[SUM.skill] += sign * skill[a];
  sums[SUM.engagement] += sign * engagement[a];
  sums[SUM.engaged] += sign * Number(engagement[a] >= ENGAGED);
  sums[SUM.disengaged] += sign * Number(engagement[a] <= DISENGAGED);
}
