/** This week's events and lists, overwritten every week, and what is kept from week to week; never saved. */
import type { State } from "./columns.ts";
import { COUNT, PART, SUM } from "./events.ts";
import { emptyRow, type StateRow } from "./measures.ts";
import type { Organisation } from "./organisation.ts";

/** By employee, cell, community or role, as each line says. */
export interface Scratch {
  /** By cell: platform open, campaign level, odds of asking and posting. */
  readonly isOpen: Uint8Array;
  readonly campaign: Float64Array;
  readonly contributionOdds: Float64Array;
  /** Whether anything happened to an employee this week: a post, a meeting, a question, an answer, a solution. */
  readonly isTouched: Uint8Array;
  /** The same as a list, in the order of events. */
  readonly touched: SeatList;
  /** The platform's users. */
  readonly users: SeatList;
  /** Whose last attendance was five weeks ago, and then who attends for the first time in five weeks. */
  readonly inSight: SeatList;
  /** Of live scopes: members, ascending, and the people in no community, from the scope's first place in `listed` on. */
  readonly members: Uint32Array;
  readonly memberCount: Uint32Array;
  readonly outsiderCount: Uint32Array;
  /** A list for now: outsiders; from reach on whoever can ask beyond the own ties; later contributors, stragglers. */
  readonly listed: SeatList;
  /** Who documents a solution. */
  readonly writers: SeatList;
  /** Events of this week, by employee: bits of ASKED. */
  readonly asked: Uint8Array;
  /** What solved this week's problem: a CHANNEL. */
  readonly solvedBy: Uint8Array;
  readonly communityAnswers: Uint8Array;
  readonly platformAnswers: Uint8Array;
  /** Skill to be learnt this week from others, as they were at its start. */
  readonly skillGain: Float32Array;
  /** Probability of helping in 2⁻¹⁶. */
  readonly help: Uint16Array;
  /** Attendees by community, weighted by their help in 2⁻¹⁶. */
  readonly attendees: PresentList;
  /** Platform visitors by role, weighted by their help there in 2⁻¹². */
  readonly visitors: PresentList;
  /** By role, while visitors are listed: next place and sum of weights. */
  readonly nextVisitor: Uint32Array;
  readonly visitorSum: Float64Array;
  /** By community: reach from its own members and through all means, before the asker is taken out. */
  readonly ownReach: Float64Array;
  readonly otherReach: Float64Array;
  readonly hasCurator: Uint8Array;
  /** Champions by kind: an index of CHAMPION. */
  readonly championsByKind: Uint32Array;
  /** How well champions work this week, in [0, 1]. */
  readonly championEffect: Float64Array;
  /** Platform answers between people outside communities, by the asker's scope. */
  readonly sparks: Uint32Array;
  /** By role: relevance of the platform. */
  readonly relevance: Float64Array;
  /** By role: reward of a visit; by unit: what its purpose and the firm's reviews add to engagement. */
  readonly reward: Float64Array;
  readonly engagementShift: Float64Array;
  /** By unit: precedents it can see. */
  readonly visible: Float64Array;
  /** Help of a role's communities, and of a community's members, in 2⁻¹⁶. */
  readonly memberHelp: Float64Array;
  readonly roleReach: Float64Array;
  /** By role: share of its other communities that a member can see. */
  readonly visibility: Float64Array;
  readonly roleTally: Float64Array;
  /** People who take part, by the ten bits of their kind, and by PART. */
  readonly kinds: Uint32Array;
  readonly parts: Float64Array;
  /** The state measures of the week boundary at hand. */
  readonly row: StateRow;
  /** What of the following lines is true of which world. */
  readonly kept: Kept;
  /** Who is keen to found communities; whose skill is away from its base. */
  readonly keen: SeatSet;
  readonly moving: SeatSet;
  /** By block of seats: 1 where anybody may have needs other than 0. */
  readonly isNeedy: Uint8Array;
  /** What needs add to the target of engagement, by seat of the block at hand. */
  readonly fromNeeds: Float64Array;
  /** Sums over all seats, by SUM. */
  readonly sums: Float64Array;
  /** This week's counts, by COUNT. */
  readonly counts: Float64Array;
}

/** The state and the week of which everything kept is true; of no state at first. */
export interface Kept {
  state: State | undefined;
  week: number;
}

/** Who is present, by group, then id, with prefix sums of their weights within the group; grows as needed. */
export interface PresentList {
  /** People of group g: people[start[g]] … people[start[g + 1] − 1]. */
  readonly start: Uint32Array;
  people: Uint32Array;
  prefix: Uint32Array;
}

function makeList(groups: number): PresentList {
  return { start: new Uint32Array(groups + 1), people: new Uint32Array(0), prefix: new Uint32Array(0) };
}

/** Makes room for a number of people. */
export function makeRoom(list: PresentList, people: number): void {
  if (list.people.length >= people) return;
  list.people = grown(list.people, people);
  list.prefix = grown(list.prefix, people);
}

/** Employees, ids[0] … ids[count − 1], so that later loops meet nobody else; grows as needed. */
export interface SeatList {
  ids: Uint32Array;
  count: number;
}

/** Seats in no order, each once: those with the set's bit in `has`, which sets share. */
export interface SeatSet extends SeatList {
  readonly has: Uint8Array;
  readonly bit: number;
}

/** Seats of a block are swept by one call: it is called often enough to be compiled whole. */
export const BLOCK = 512;

function makeSeatList(people = 0): SeatList {
  return { ids: new Uint32Array(people), count: 0 };
}

function makeSeatSet(has: Uint8Array, bit: number): SeatSet {
  return { ids: new Uint32Array(0), count: 0, has, bit };
}

/** Makes room in a list for a number of employees. */
export function makeSeats(list: SeatList, people: number): void {
  if (list.ids.length < people) list.ids = grown(list.ids, people);
}

/** Adds an employee to a list. */
export function addSeat(list: SeatList, a: number): void {
  if (list.count === list.ids.length) makeSeats(list, list.count + 1);
  list.ids[list.count++] = a;
}

/** The same values with room for more: an eighth above what is asked for. */
function grown(values: Uint32Array, room: number): Uint32Array {
  const longer = new Uint32Array(Math.floor((room * 9) / 8) + 1);
  longer.set(values);
  return longer;
}

/** Notes that something happened to an employee this week. */
export function touch({ isTouched, touched }: Scratch, a: number): void {
  if (isTouched[a] === 1) return;
  isTouched[a] = 1;
  addSeat(touched, a);
}

/** Scratch for an organisation. */
export function makeScratch(organisation: Organisation): Scratch {
  const people = organisation.employeeCount;
  const cells = organisation.cellUnit.length;
  const communities = organisation.scopeSize.length;
  const roles = organisation.roleCount;
  const has = new Uint8Array(people);
  return {
    isOpen: new Uint8Array(cells),
    campaign: new Float64Array(cells),
    contributionOdds: new Float64Array(cells),
    isTouched: new Uint8Array(people),
    touched: makeSeatList(),
    writers: makeSeatList(),
    users: makeSeatList(),
    inSight: makeSeatList(),
    members: new Uint32Array(people),
    memberCount: new Uint32Array(communities),
    listed: makeSeatList(people),
    outsiderCount: new Uint32Array(communities),
    asked: new Uint8Array(people),
    solvedBy: new Uint8Array(people),
    communityAnswers: new Uint8Array(people),
    platformAnswers: new Uint8Array(people),
    skillGain: new Float32Array(people),
    help: new Uint16Array(people),
    attendees: makeList(communities),
    visitors: makeList(roles),
    nextVisitor: new Uint32Array(roles),
    visitorSum: new Float64Array(roles),
    ownReach: new Float64Array(communities),
    otherReach: new Float64Array(communities),
    hasCurator: new Uint8Array(communities),
    championsByKind: new Uint32Array(4),
    championEffect: new Float64Array(1),
    sparks: new Uint32Array(communities),
    relevance: new Float64Array(roles),
    reward: new Float64Array(roles),
    visible: new Float64Array(organisation.unitCount),
    engagementShift: new Float64Array(organisation.unitCount),
    memberHelp: new Float64Array(communities),
    roleReach: new Float64Array(roles),
    visibility: new Float64Array(roles),
    roleTally: new Float64Array(roles * 4),
    kinds: new Uint32Array(1024),
    parts: new Float64Array(Object.keys(PART).length),
    row: emptyRow(),
    kept: { state: undefined, week: 0 },
    keen: makeSeatSet(has, 1),
    moving: makeSeatSet(has, 2),
    isNeedy: new Uint8Array(Math.ceil(people / BLOCK)),
    fromNeeds: new Float64Array(BLOCK),
    sums: new Float64Array(Object.keys(SUM).length),
    counts: new Float64Array(Object.keys(COUNT).length),
  };
}
