/** Who joined and left communities, why, and through whom. */
import { CAUSE, EVENT, NO_EVENT, NOBODY, write } from "../chronicle.ts";
import { meetsThreshold } from "../contagion.ts";
import { keenFounder } from "../processes/health.ts";
import { invitedProb } from "../processes/membership.ts";
import { draw, STREAM, TWO32, weekKey } from "../random.ts";
import { MONTH } from "../windows.ts";
import type { World } from "../world.ts";
import { hazardOf, pickCause } from "./hazards.ts";
import type { Notes } from "./notes.ts";
import { countColleagues, nthColleague, ROLE_TIES } from "./ties.ts";

/** Why somebody joined, and who was behind it. */
interface Joining {
  readonly cause: number;
  /** The other's seat, −1 for nobody. */
  readonly by: number;
  readonly active?: number;
  readonly ties?: number;
}

type WhyJoined = (world: World, a: number, week: number) => Joining;

/** After the plan's interventions. */
export function noteInterventions(notes: Notes, world: World, week: number): void {
  const { structuredUntil } = world.state.community;
  const why: WhyJoined = (_, a) => {
    const isEnrolled = structuredUntil[world.organisation.scope[a]] > week;
    return { cause: isEnrolled ? CAUSE.enrolled : CAUSE.planFounder, by: -1 };
  };
  noteMemberships(notes, world, week, CAUSE.stopped, why);
}

/** After the process of membership, when windows of attendance have moved on by the week. */
export function noteMembers(notes: Notes, world: World, week: number): void {
  noteMemberships(notes, world, week, CAUSE.useless, whyJoined);
}

/** After health: communities fall dormant, and others are founded. */
export function noteHealth(notes: Notes, world: World, week: number): void {
  const keenOf = new Map<number, number>();
  const { scope } = world.organisation;
  const why: WhyJoined = (_, a) => {
    const c = scope[a];
    const keen = keenOf.get(c) ?? keenFounder(world, c, week);
    keenOf.set(c, keen);
    if (keen < 0) return { cause: CAUSE.sparkFounder, by: -1, active: world.scratch.sparks[c] };
    return { cause: CAUSE.keenFounder, by: keen === a ? -1 : keen };
  };
  noteMemberships(notes, world, week, CAUSE.dormant, why);
}

/** Whoever is a member when the chronicle begins. */
export function noteMembersAtStart(notes: Notes, world: World): void {
  const { isMember, personId } = world.state.employee;
  for (let a = 0; a < isMember.length; a++)
    if (isMember[a] === 1) noteJoining(notes, 0, personId[a], a, { cause: CAUSE.start, by: -1 }, NOBODY);
}

/** Compares members with those before; who founds because of somebody comes after that one. */
function noteMemberships(
  notes: Notes,
  world: World,
  week: number,
  causeOfLeaving: number,
  why: WhyJoined,
): void {
  const { isMember, personId } = world.state.employee;
  const joiners: { readonly a: number; readonly joining: Joining }[] = [];
  for (let a = 0; a < isMember.length; a++) {
    if (isMember[a] === notes.isMember[a]) continue;
    notes.isMember[a] = isMember[a];
    if (isMember[a] === 1) joiners.push({ a, joining: why(world, a, week) });
    else {
      const about = { kind: EVENT.leftCommunity, cause: causeOfLeaving, week, person: personId[a], seat: a };
      write(notes.log, about);
    }
  }
  for (const isSecond of [false, true])
    for (const { a, joining } of joiners)
      if (joining.by >= 0 === isSecond)
        noteJoining(notes, week, personId[a], a, joining, isSecond ? personId[joining.by] : NOBODY);
}

function noteJoining(
  { log, joinOf }: Notes,
  week: number,
  person: number,
  seat: number,
  { cause, active = 0, ties = 0 }: Joining,
  other: number,
): void {
  const parent = joinOf.get(other) ?? NO_EVENT;
  const event = write(log, { kind: EVENT.joined, cause, week, person, seat, other, parent, active, ties });
  joinOf.set(person, event);
}

/** Invited by the community, or past one's threshold of colleagues of the role who attended in four weeks. */
function whyJoined(world: World, a: number, week: number): Joining {
  const { employee } = world.state;
  const { parameters, company } = world.spec;
  const isComplete = company.ties.kind === "complete";
  const isSeen = (b: number): boolean => ((employee.attendedWeeks[b] >> 1) & MONTH) !== 0;
  const active = countColleagues(world, a, ROLE_TIES, isSeen);
  const ties = isComplete
    ? countColleagues(world, a, ROLE_TIES, (b) => employee.isPresent[b] === 1)
    : employee.presentRoleTies[a];
  const isReached = active > 0 && meetsThreshold(active, ties, employee.threshold[a], false);
  const hazards = [
    { cause: CAUSE.invited, hazard: hazardOf(invitedProb(world, a)) },
    { cause: CAUSE.example, hazard: isReached ? hazardOf(parameters.joinThresholdProb) : 0 },
  ];
  const id = employee.personId[a];
  const cause = pickCause(hazards, id, weekKey(world.run, STREAM.witness, 2, week));
  if (cause !== CAUSE.example) return { cause, by: -1 };
  const { k0, k1 } = weekKey(world.run, STREAM.witness, 3, week);
  const n = Math.floor((draw(id, k0, k1) / TWO32) * active);
  return { cause, by: nthColleague(world, a, ROLE_TIES, isSeen, n), active, ties };
}
