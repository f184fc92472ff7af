/** Membership: joining is a costly, complex contagion; attending takes willingness, use and a healthy community. */
import { joinCommunity, leaveCommunity } from "../communities.ts";
import { meetsThreshold } from "../contagion.ts";
import { pushAttending, RECENT } from "../population.ts";
import type { Process } from "../process.ts";
import { draw, STREAM, TWO32, weekKey } from "../random.ts";
import { COUNT, type World } from "../world.ts";
import { isPlatformLive } from "./interventions.ts";
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
const WINDOW = 8191;

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
    const { employee, community } = world.state;
    const { scope } = world.organisation;
    const isOffline = !isPlatformLive(world);
    for (let a = 0; a < scope.length; a++) {
      const bits = (employee.attendedWeeks[a]! << 1) & WINDOW;
      employee.attendedWeeks[a] = bits;
      if (!community.isLive[scope[a]!] || !employee.isPresent[a]) continue;
      if (employee.isMember[a]) considerLeaving(world, a, week);
      else considerJoining(world, a, week, isOffline);
    }
    meet(world, week);
    pushAttendance(world);
  },
};

/** The membership margin falls by the week's probability of joining; the event happens below 1. */
function considerJoining(world: World, a: number, week: number, isOffline: boolean): void {
  const { employee, community, unit, firm } = world.state;
  const { parameters } = world.spec;
  const c = world.organisation.scope[a]!;
  const u = world.organisation.unit[a]!;
  const invited =
    parameters.joinInviteProb *
    firm.facilitation[0]! *
    community.health[c]! *
    (JOIN_BASE + employee.willingness[a]!) *
    (SUPPORT_BASE + unit.support[u]!);
  const attending = employee.attendingRoleTies[a]!;
  const isMoved =
    attending > 0 && meetsThreshold(attending, employee.presentRoleTies[a]!, employee.threshold[a]!, false);
  const room = isOffline ? Math.max(0, 1 - community.members[c]! / parameters.communityCapacity) : 1;
  const p =
    unit.attention[u]! *
    (1 - (1 - Math.min(1, invited)) * (1 - (isMoved ? parameters.joinThresholdProb : 0))) *
    room *
    ((employee.visitedWeeks[a]! & 1) === 1 ? ACTIVE_JOIN : 1);
  employee.membershipMargin[a]! *= 1 - Math.min(1, p);
  if (employee.membershipMargin[a]! < 1) joinCommunity(world, a, week);
}

/** A member to whom the community is useless and who has not attended for a quarter may leave. */
function considerLeaving(world: World, a: number, week: number): void {
  const { employee } = world.state;
  if (employee.communityUtility[a]! >= USELESS || employee.attendedWeeks[a] !== 0) return;
  employee.membershipMargin[a]! *= 1 - world.spec.parameters.leaveProb;
  if (employee.membershipMargin[a]! < 1) leaveCommunity(world, a, week);
}

/** Members attend this week's meeting; in a structured community all of them do. */
function meet(world: World, week: number): void {
  const { employee, community, unit } = world.state;
  const { parameters } = world.spec;
  const { scope, unit: unitOf } = world.organisation;
  const { hasCoach } = world.scratch;
  const { k0, k1 } = weekKey(world.run, STREAM.communities, 0, week);
  let attendees = 0;
  for (let a = 0; a < scope.length; a++) {
    if (!employee.isMember[a]) continue;
    const c = scope[a]!;
    if (community.structuredUntil[c]! <= week) {
      const u = unitOf[a]!;
      const willing =
        (parameters.attendanceBase +
          parameters.attendanceWillingness * employee.willingness[a]! +
          parameters.attendanceCoach * hasCoach[c]!) *
        (ATTEND_BASE + employee.communityUtility[a]!) *
        (ALLOW_BASE + ALLOW_SUPPORT * unit.support[u]!) *
        parameters.attendanceScale *
        community.health[c]!;
      const p = parameters.attendanceFrequency * Math.min(1, willing) * unit.attention[u]!;
      if (draw(employee.personId[a]!, k0, k1) >= p * TWO32) continue;
    }
    employee.attendedWeeks[a]! |= 1;
    attendees++;
  }
  world.scratch.counts[COUNT.attendees] = attendees;
}

/** Same-role ties see who has attended in four weeks. */
function pushAttendance(world: World): void {
  const { attendedWeeks } = world.state.employee;
  for (let a = 0; a < attendedWeeks.length; a++) {
    const bits = attendedWeeks[a]!;
    if (bits === 0) continue;
    const isSeen = (bits & RECENT) !== 0;
    const wasSeen = ((bits >> 1) & RECENT) !== 0;
    if (isSeen !== wasSeen) pushAttending(world, a, isSeen ? 1 : -1);
  }
}
