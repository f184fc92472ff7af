/** Who registered, why, and through whom. */
import { CAUSE, EVENT, NO_EVENT, NOBODY, write } from "../chronicle.ts";
import { meetsThreshold } from "../contagion.ts";
import { COUNT } from "../events.ts";
import { outsidePull, registrationRule } from "../processes/registration.ts";
import { draw, STREAM, TWO32, weekKey, type Key } from "../random.ts";
import type { World } from "../world.ts";
import { hazardOf, pickCause, type Hazard } from "./hazards.ts";
import type { Notes } from "./notes.ts";
import { ALL_TIES, countColleagues, nthColleague } from "./ties.ts";

/** Causes that act through a colleague who visited last week, or registered then. */
const BY_VISITOR: readonly number[] = [CAUSE.share, CAUSE.tie, CAUSE.threshold];

/** To be told after the process of registration, while ties still show who visited in the week before. */
export function noteRegistrations(notes: Notes, world: World, week: number): void {
  if (world.scratch.counts[COUNT.registrations] === 0) return;
  const { weekRegistered, personId } = world.state.employee;
  const cause = weekKey(world.run, STREAM.witness, 0, week);
  const colleague = weekKey(world.run, STREAM.witness, 1, week);
  for (let a = 0; a < weekRegistered.length; a++) {
    if (weekRegistered[a] !== week) continue;
    const seen = colleaguesOf(world, a, week);
    const picked = pickCause(hazardsOf(world, a, seen), personId[a], cause);
    const by = colleagueBehind(world, a, week, picked, seen, colleague);
    const other = by < 0 ? NOBODY : personId[by];
    const event = write(notes.log, {
      kind: EVENT.registered,
      cause: picked,
      week,
      person: personId[a],
      seat: a,
      other,
      parent: parentOf(notes, personId[a], picked, other),
      active: picked === CAUSE.invitation ? seen.fresh : seen.active,
      ties: seen.ties,
    });
    notes.registrationOf.set(personId[a], event);
  }
}

/** Whoever was registered when the chronicle begins. */
export function noteRegisteredAtStart(
  notes: Notes,
  world: World,
  isRegistered: (a: number) => boolean,
): void {
  const { personId } = world.state.employee;
  for (let a = 0; a < personId.length; a++) {
    if (!isRegistered(a)) continue;
    const about = { kind: EVENT.registered, cause: CAUSE.start, week: 0, person: personId[a], seat: a };
    notes.registrationOf.set(personId[a], write(notes.log, about));
  }
}

interface Seen {
  /** Colleagues, those of them who visited last week, and those who registered then. */
  readonly ties: number;
  readonly active: number;
  readonly fresh: number;
}

function colleaguesOf(world: World, a: number, week: number): Seen {
  const { employee, firm } = world.state;
  const isComplete = world.spec.company.ties.kind === "complete";
  return {
    ties: isComplete ? firm.headcount[0] : employee.presentTies[a],
    active: isComplete ? firm.visitors[0] : employee.visitingTies[a],
    fresh: countColleagues(world, a, ALL_TIES, isFresh(world, week)),
  };
}

function isFresh({ state: { employee } }: World, week: number): (b: number) => boolean {
  return (b) => employee.weekRegistered[b] === week - 1;
}

function isVisiting({ state: { employee } }: World): (b: number) => boolean {
  return (b) => (employee.visitedWeeks[b] & 1) === 1;
}

/** The parts of the week's hazard, as escapeProb and the process multiply them. */
function hazardsOf(world: World, a: number, { ties, active, fresh }: Seen): Hazard[] {
  const { employee, unit, community } = world.state;
  const { parameters } = world.spec;
  const { cell, scope, unit: unitOf } = world.organisation;
  const rule = registrationRule(parameters);
  const pull = outsidePull(parameters, world.scratch.campaign[cell[a]], unit.support[unitOf[a]]);
  const isMember = employee.isMember[a] === 1 && community.isLive[scope[a]] === 1;
  const launch = isMember ? parameters.memberLaunchProb : 0;
  const all = pull.outside + pull.campaign + launch;
  const spontaneous = Math.min(1, unit.attention[unitOf[a]] * all);
  const imitated = ties > 0 ? (rule.imitation * active) / ties : 0;
  // Added up instead of competing, the two share one hazard in proportion to their chances.
  const sum = spontaneous + imitated;
  const linear = rule.isLinear && sum > 0 ? hazardOf(Math.min(1, sum)) / sum : 0;
  const own = rule.isLinear ? linear * spontaneous : hazardOf(spontaneous);
  const part = all > 0 ? own / all : 0;
  const isReached = rule.threshold > 0 && meetsThreshold(active, ties, employee.threshold[a], rule.isCount);
  return [
    { cause: CAUSE.outside, hazard: part * pull.outside },
    { cause: CAUSE.campaign, hazard: part * pull.campaign },
    { cause: CAUSE.launch, hazard: part * launch },
    { cause: CAUSE.share, hazard: rule.isLinear ? linear * imitated : hazardOf(imitated) },
    { cause: CAUSE.threshold, hazard: isReached ? hazardOf(rule.threshold) : 0 },
    { cause: CAUSE.invitation, hazard: fresh * hazardOf(rule.invite) },
    { cause: CAUSE.tie, hazard: active * hazardOf(rule.perTie) },
  ];
}

/** One of the colleagues who were seen, each with the same chance; −1 where none was behind it. */
function colleagueBehind(
  world: World,
  a: number,
  week: number,
  cause: number,
  { active, fresh }: Seen,
  key: Key,
): number {
  const share = draw(world.state.employee.personId[a], key.k0, key.k1) / TWO32;
  if (BY_VISITOR.includes(cause))
    return nthColleague(world, a, ALL_TIES, isVisiting(world), Math.floor(share * active));
  if (cause === CAUSE.invitation)
    return nthColleague(world, a, ALL_TIES, isFresh(world, week), Math.floor(share * fresh));
  return -1;
}

/** A colleague's registration; at a launch one's own way into the community. */
function parentOf({ registrationOf, joinOf }: Notes, person: number, cause: number, other: number): number {
  if (cause === CAUSE.launch) return joinOf.get(person) ?? NO_EVENT;
  return registrationOf.get(other) ?? NO_EVENT;
}
