/** Community health, organic founding and champions. */
import { isDeep } from "../windows.ts";
import { NEVER } from "../columns.ts";
import { closeCommunity, foundCommunity, seatsOf } from "../communities.ts";
import { KEEN } from "../kept.ts";
import type { Process } from "../process.ts";
import { draw, STREAM, TWO32, weekKey, type Key } from "../random.ts";
import type { World } from "../world.ts";
import { championEffect, CHAMPION, fundedExperts } from "./facilitation.ts";
import { cellsReached, liveActions, livePlaces } from "../progress.ts";

/** Health's target: .15 + .45·facilitation + .45·attendance. */
const HEALTH_BASE = 0.15;
const HEALTH_FACILITATION = 0.45;
const HEALTH_ATTENDANCE = 0.45;
/** Attendees that make a full meeting: 6, or a tenth of a small scope. */
const MEETING_SIZE = 6;
const MEETING_SHARE = 0.1;
/** Attendees of a quarter below which a community is dormant: 3, or a twentieth of a small scope. */
const DORMANT_SIZE = 3;
const DORMANT_SHARE = 0.05;
const QUARTER = 13;
const EAGER = 0.8;

export const health: Process = {
  name: "health",
  writes: [
    "community.isLive",
    "community.weekFounded",
    "community.members",
    "community.health",
    "community.structuredUntil",
    "community.weekOpened",
    "employee.isMember",
    "employee.communityUtility",
    "employee.membershipMargin",
    "employee.champion",
    "firm.champions",
  ],
  run(world, week) {
    tendCommunities(world, week);
    foundByKeenPeople(world, week);
    foundByStrangers(world, week);
    loseChampions(world, week);
    recruitChampions(world, week);
  },
};

function tendCommunities(world: World, week: number): void {
  const { community, firm } = world.state;
  const { isMember, attendedWeeks } = world.state.employee;
  const { scopeSize, scopeStart, scopeSeats } = world.organisation;
  const { start } = world.scratch.attendees;
  const { healthDrift } = world.spec.parameters;
  for (let c = 0; c < scopeSize.length; c++) {
    if (!community.isLive[c]) continue;
    const full = Math.min(MEETING_SIZE, MEETING_SHARE * scopeSize[c]);
    const attendance = Math.min(1, (start[c + 1] - start[c]) / full);
    const target = HEALTH_BASE + HEALTH_FACILITATION * firm.facilitation[0] + HEALTH_ATTENDANCE * attendance;
    community.health[c] += healthDrift * (Math.min(1, target) - community.health[c]);
    if (week - community.weekFounded[c] < QUARTER) continue;
    const few = Math.min(DORMANT_SIZE, DORMANT_SHARE * scopeSize[c]);
    let attended = 0;
    for (let k = scopeStart[c]; attended < few && k < scopeStart[c + 1]; k++)
      attended += isMember[scopeSeats[k]] & (attendedWeeks[scopeSeats[k]] === 0 ? 0 : 1);
    if (attended < few) closeCommunity(world, c, week);
  }
}

/** Keen people found communities by themselves, in every arm. */
function foundByKeenPeople(world: World, week: number): void {
  const { personId } = world.state.employee;
  const { scope } = world.organisation;
  const { ids, count } = world.scratch.keen;
  const rate = keenRate(world);
  if (rate === 0) return;
  const key = keenKey(world, week);
  // Whose draw lies above the rate of the most engaged and willing is out, whoever it is: nearly everybody.
  const next = (first: number): number => firstBelow(personId, ids, first, count, key, rate);
  for (let k = next(0); k < count; k = next(k + 1)) {
    const c = scope[ids[k]];
    if (!world.state.community.isLive[c] && isFounder(world, ids[k], rate, key))
      foundCommunity(world, c, week);
  }
}

/** The first of a scope, by seat, who is keen enough this week to found its community; −1 if nobody is. */
export function keenFounder(world: World, c: number, week: number): number {
  const rate = keenRate(world);
  const key = keenKey(world, week);
  return seatsOf(world, c).find((a) => isFounder(world, a, rate, key)) ?? -1;
}

function isFounder({ state: { employee } }: World, a: number, rate: number, { k0, k1 }: Key): boolean {
  const { willingness, engagement, personId, isPresent } = employee;
  const g = willingness[a];
  if (g <= KEEN || isPresent[a] === 0) return false;
  return draw(personId[a], k0, k1) < rate * engagement[a] * g;
}

/** The first place of some whose occupant's draw is below a rate; `end` without one. */
function firstBelow(
  personId: Uint32Array,
  seats: Uint32Array,
  first: number,
  end: number,
  { k0, k1 }: Key,
  rate: number,
): number {
  for (let k = first; k < end; k++) if (draw(personId[seats[k]], k0, k1) < rate) return k;
  return end;
}

function keenKey({ run }: World, week: number): Key {
  return weekKey(run, STREAM.health, 0, week);
}

function keenRate({ spec: { parameters } }: World): number {
  return parameters.keenFoundingProb * parameters.grassroots * TWO32;
}

/** Platform answers between people outside communities found some, where there is none. */
function foundByStrangers(world: World, week: number): void {
  const { community } = world.state;
  const { sparks } = world.scratch;
  const { platformFoundingProb, grassroots } = world.spec.parameters;
  const { k0, k1 } = weekKey(world.run, STREAM.health, 1, week);
  for (let c = 0; c < sparks.length; c++) {
    if (sparks[c] === 0 || community.isLive[c]) continue;
    let none = 1;
    for (let k = 0; k < sparks[c]; k++) none *= 1 - Math.min(1, platformFoundingProb * grassroots);
    if (draw(c, k0, k1) < (1 - none) * TWO32) foundCommunity(world, c, week);
  }
}

function loseChampions(world: World, week: number): void {
  const { employee, firm } = world.state;
  if (firm.champions[0] === 0) return;
  const { champion } = employee;
  const { championLeaveProb, championLeaveSlope } = world.spec.parameters;
  const p = Math.min(1, championLeaveProb + championLeaveSlope * (1 - championEffect(world)));
  const { k0, k1 } = weekKey(world.run, STREAM.health, 2, week);
  for (let a = 0; a < champion.length; a++) {
    if (champion[a] === CHAMPION.none || draw(employee.personId[a], k0, k1) >= p * TWO32) continue;
    champion[a] = CHAMPION.none;
    firm.champions[0]--;
  }
}

/** A tribe recruits from the deep and the eager, in keyed order, up to its target. */
function recruitChampions(world: World, week: number): void {
  const tribes = livePlaces(world, "tribe");
  if (tribes.length === 0 || world.state.firm.cancelledWeek[0] !== NEVER) return;
  const { employee, firm } = world.state;
  const { championShareMax, championRecruitProb } = world.spec.parameters;
  const ratio = Math.max(...liveActions(world, "tribe").map((tribe) => tribe.ratio));
  const target = Math.min(championShareMax * firm.headcount[0], ratio * Math.max(1, fundedExperts(world)));
  const gap = Math.floor(target) - firm.champions[0];
  if (gap <= 0) return;
  const kind = weekKey(world.run, STREAM.health, 4, week);
  const recruits = drawRecruits(world, tribes, gap, championRecruitProb, week);
  for (const { a } of recruits)
    employee.champion[a] = 1 + Math.floor((draw(employee.personId[a], kind.k0, kind.k1) / TWO32) * KINDS);
  firm.champions[0] += recruits.length;
}

/** Everybody eligible is drawn with the same chance; of those drawn, the lowest draws come first. */
function drawRecruits(world: World, tribes: readonly number[], gap: number, chance: number, week: number) {
  const { deepWeeks, willingness, champion, isPresent, personId } = world.state.employee;
  const { cell } = world.organisation;
  const wanted = cellsReached(world, tribes);
  const { k0, k1 } = weekKey(world.run, STREAM.health, 3, week);
  const bound = chance * TWO32;
  const drawn: { a: number; h: number }[] = [];
  let eligible = 0;
  for (let a = 0; a < champion.length; a++) {
    if (!isDeep(deepWeeks[a]) && willingness[a] <= EAGER) continue;
    if (champion[a] !== CHAMPION.none || !isPresent[a]) continue;
    if (wanted[cell[a]] === 0) continue;
    eligible++;
    const h = draw(personId[a], k0, k1);
    if (h < bound) drawn.push({ a, h });
  }
  const p = Math.min(chance, gap / eligible);
  return drawn
    .filter(({ h }) => h < p * TWO32)
    .toSorted((x, y) => x.h - y.h || x.a - y.a)
    .slice(0, gap);
}

/** Connectors, coaches and curators. */
const KINDS = 3;
