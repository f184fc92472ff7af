/** Membership: joining is a costly, complex contagion; attending takes willingness, use and a healthy community. */
import { MONTH, pairsOf, WINDOW } from "../windows.ts";
import { joinCommunity, leaveCommunity } from "../communities.ts";
import { escapeProb, passWeek, type ContagionRule } from "../contagion.ts";
import { pushAttending } from "../population.ts";
import type { Process } from "../process.ts";
import { draw, STREAM, TWO32, weekKey, type Key } from "../random.ts";
import { COUNT } from "../events.ts";
import { enlist, partScope } from "../lists.ts";
import { addSeat, makeRoom, touch, type SeatList } from "../scratch.ts";
import type { World } from "../world.ts";
import { CHAMPION } from "./facilitation.ts";
import { isPlatformLive } from "../progress.ts";
import { ALLOW_BASE, ALLOW_SUPPORT } from "./visits.ts";

/** Willingness .3 + g makes joiners. */
const JOIN_BASE = 0.3;
const SUPPORT_BASE = 0.5;
/** People active on the platform join more easily. */
const ACTIVE_JOIN = 1.5;
/** Attendance grows with use: .2 + community utility. */
const ATTEND_BASE = 0.2;
/** Use below which an absent member may leave. */
const USELESS = 0.08;

export const membership: Process = {
  name: "membership",
  writes: [
    "employee.isMember",
    "employee.membershipMargin",
    "employee.communityUtility",
    "employee.attendedWeeks",
    "employee.attendingRoleTies",
    "community.members",
  ],
  run(world, week) {
    const { isLive } = world.state.community;
    const { attendees, memberCount, inSight } = world.scratch;
    for (let c = 0; c < isLive.length; c++) {
      memberCount[c] = 0;
      if (!isLive[c]) continue;
      partScope(world, c);
      if (considerLeaving(world, c, week)) partScope(world, c);
    }
    inSight.count = 0;
    moveWindows(world.state.employee.attendedWeeks, WINDOW, inSight);
    const fading = inSight.count;
    const isOffline = !isPlatformLive(world);
    const meeting = weekKey(world.run, STREAM.communities, 0, week);
    attendees.start[0] = 0;
    for (let c = 0; c < isLive.length; c++) {
      attendees.start[c + 1] = attendees.start[c];
      if (!isLive[c]) continue;
      considerJoining(world, c, week, isOffline);
      meet(world, c, week, meeting);
    }
    world.scratch.counts[COUNT.attendees] = attendees.start[isLive.length];
    pushAttendance(world, fading);
  },
};

/** Windows move on; whom the ties lose from sight unless they attend now is listed. */
function moveWindows(attendedWeeks: Uint16Array, window: number, fading: SeatList): void {
  const pairs = pairsOf(attendedWeeks);
  const both = window | (window << 16);
  // Two windows are moved as one word; most pairs are empty.
  for (let i = 0; i < pairs.length; i++) {
    if (pairs[i] === 0) continue;
    pairs[i] = (pairs[i] << 1) & both;
    if ((attendedWeeks[2 * i] & FIVE_WEEKS) === LOST_FROM_SIGHT) addSeat(fading, 2 * i);
    if ((attendedWeeks[2 * i + 1] & FIVE_WEEKS) === LOST_FROM_SIGHT) addSeat(fading, 2 * i + 1);
  }
  // An odd one out at the end has no pair.
  for (let a = 2 * pairs.length; a < attendedWeeks.length; a++) {
    attendedWeeks[a] = (attendedWeeks[a] << 1) & window;
    if ((attendedWeeks[a] & FIVE_WEEKS) === LOST_FROM_SIGHT) addSeat(fading, a);
  }
}

/** A member to whom the community is useless and who has not attended for a quarter may leave; whether any did. */
function considerLeaving(world: World, c: number, week: number): boolean {
  const { communityUtility, attendedWeeks, membershipMargin } = world.state.employee;
  const { members, memberCount } = world.scratch;
  const stay = 1 - world.spec.parameters.leaveProb;
  const first = world.organisation.scopeStart[c];
  let hasLeavers = false;
  for (let k = first; k < first + memberCount[c]; k++) {
    const a = members[k];
    if (communityUtility[a] >= USELESS || attendedWeeks[a] !== 0) continue;
    if (!passWeek(membershipMargin, a, stay)) continue;
    leaveCommunity(world, a, week);
    hasLeavers = true;
  }
  return hasLeavers;
}

/** The membership margin falls by the week's probability of joining; the event happens below 1. */
function considerJoining(world: World, c: number, week: number, isOffline: boolean): void {
  const { willingness, attendingRoleTies, presentRoleTies, threshold, visitedWeeks } = world.state.employee;
  const { membershipMargin } = world.state.employee;
  const { support, attention } = world.state.unit;
  const { parameters } = world.spec;
  const { scopeStart, unit } = world.organisation;
  const { members, health } = world.state.community;
  const { listed, outsiderCount } = world.scratch;
  const outsiders = listed.ids;
  const invitation = parameters.joinInviteProb * world.state.firm.facilitation[0] * health[c];
  const rule = joiningRule(parameters.joinThresholdProb);
  const isComplete = world.spec.company.ties.kind === "complete";
  const seen = isComplete ? attendeesOfRole(world, c) : 0;
  const people = isComplete ? peopleOfRole(world, c) : 0;
  // The size is the week's first, so that nobody's place in the list matters.
  const room = isOffline ? Math.max(0, 1 - members[c] / parameters.communityCapacity) : 1;
  for (let k = scopeStart[c]; k < scopeStart[c] + outsiderCount[c]; k++) {
    const a = outsiders[k];
    const u = unit[a];
    const invited = invitationWins(invitation, willingness[a], support[u]);
    const attending = isComplete ? seen : attendingRoleTies[a];
    let join = invited;
    if (attending > 0) {
      const ties = isComplete ? people : presentRoleTies[a];
      join = 1 - escapeProb(rule, invited, attending, ties, 0, threshold[a]);
    }
    const p = attention[u] * room * join * ((visitedWeeks[a] & 1) === 1 ? ACTIVE_JOIN : 1);
    if (!passWeek(membershipMargin, a, 1 - Math.min(1, p))) continue;
    joinCommunity(world, a, week);
    enlist(world, c, a);
  }
}

/** The weekly chance with which a community's own invitation wins somebody of its scope, attention apart. */
export function invitedProb({ state, spec, organisation }: World, a: number): number {
  const { employee, firm, community, unit } = state;
  const invitation =
    spec.parameters.joinInviteProb * firm.facilitation[0] * community.health[organisation.scope[a]];
  return invitationWins(invitation, employee.willingness[a], unit.support[organisation.unit[a]]);
}

function invitationWins(invitation: number, willingness: number, support: number): number {
  return Math.min(1, invitation * (JOIN_BASE + willingness) * (SUPPORT_BASE + support));
}

/** Joining spreads by invitation and, once the threshold is reached, by example; nobody joins unseen. */
function joiningRule(threshold: number): ContagionRule {
  return { imitation: 0, perTie: 0, invite: 0, threshold, isCount: false, isLinear: false };
}

/** Under complete mixing everybody of the role is a tie: those who attended in four weeks. */
function attendeesOfRole(world: World, c: number): number {
  const { attendedWeeks } = world.state.employee;
  return countOfRole(world, c, (a) => ((attendedWeeks[a] >> 1) & MONTH) !== 0);
}

function peopleOfRole(world: World, c: number): number {
  return countOfRole(world, c, (a) => world.state.employee.isPresent[a] === 1);
}

function countOfRole(world: World, c: number, isCounted: (a: number) => boolean): number {
  const { role, scopeRole } = world.organisation;
  let count = 0;
  for (let a = 0; a < role.length; a++) if (role[a] === scopeRole[c] && isCounted(a)) count++;
  return count;
}

/** Members attend this week's meeting, coaches more often; in a structured community all of them do. */
function meet(world: World, c: number, week: number, { k0, k1 }: Key): void {
  const { personId, willingness, communityUtility, attendedWeeks, champion } = world.state.employee;
  const { support, attention } = world.state.unit;
  const { structuredUntil, health } = world.state.community;
  const { parameters } = world.spec;
  const { scopeStart, unit } = world.organisation;
  const { members, memberCount, attendees, inSight } = world.scratch;
  const isStructured = structuredUntil[c] > week;
  const base = parameters.attendanceBase;
  const perWillingness = parameters.attendanceWillingness;
  const scale = parameters.attendanceScale * health[c];
  const meetings = parameters.attendanceFrequency * TWO32;
  // What is imported would be loaded and checked at every member.
  const coach = CHAMPION.coach | 0;
  const allowBase = ALLOW_BASE * 1;
  const allowSupport = ALLOW_SUPPORT * 1;
  makeRoom(attendees, attendees.start[c] + memberCount[c]);
  let place = attendees.start[c];
  for (let k = scopeStart[c]; k < scopeStart[c] + memberCount[c]; k++) {
    const a = members[k];
    const h = draw(personId[a], k0, k1);
    if (h >= meetings && !isStructured) continue;
    const u = unit[a];
    const room = (allowBase + allowSupport * support[u]) * scale;
    const duty = champion[a] === coach ? parameters.attendanceCoach : 0;
    const wish = (base + duty + perWillingness * willingness[a]) * (ATTEND_BASE + communityUtility[a]) * room;
    if (!isStructured && h >= meetings * Math.min(1, wish) * attention[u]) continue;
    if ((attendedWeeks[a] & FIVE_WEEKS) === 0) addSeat(inSight, a);
    attendedWeeks[a] |= 1;
    touch(world.scratch, a);
    attendees.people[place++] = a;
  }
  attendees.start[c + 1] = place;
}

/** Same-role ties see who has attended in four weeks: from the first attendance until four weeks without. */
function pushAttendance(world: World, fading: number): void {
  const { attendedWeeks } = world.state.employee;
  const { ids, count } = world.scratch.inSight;
  for (let k = 0; k < fading; k++) if ((attendedWeeks[ids[k]] & 1) === 0) pushAttending(world, ids[k], -1);
  for (let k = fading; k < count; k++) pushAttending(world, ids[k], 1);
}

/** Of the last five weeks, all; only the first. */
const FIVE_WEEKS = 2 * MONTH + 1;
const LOST_FROM_SIGHT = MONTH + 1;
