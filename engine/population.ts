/** Who sits on a seat: an employee's fresh draws, hiring and leaving, and the counts pushed to ties. */
import { MONTH } from "./windows.ts";
import { COLUMN_NAMES, NEVER, type ColumnName } from "./columns.ts";
import { leaveCommunity } from "./communities.ts";
import { spellKey, startMargin } from "./contagion.ts";
import { addToSums, keepNewcomer } from "./kept.ts";
import { log, log1p, normalQuantile } from "./math.ts";
import type { Parameters } from "./parameters.ts";
import { draw, STREAM, TWO32, uniform, weekKey, type Key } from "./random.ts";
import type { World } from "./world.ts";

/** What hiring and leaving may change. */
export const SEAT_WRITES: readonly ColumnName[] = [
  ...COLUMN_NAMES.filter((name) => name.startsWith("employee.")),
  "unit.headcount",
  "community.members",
  "firm.headcount",
  "firm.users",
  "firm.visitors",
  "firm.newUsers",
  "firm.champions",
];

/** Bounds of skill and engagement. */
export const TRAIT_LOW = 0.02;
export const TRAIT_HIGH = 0.98;
const SKILL_MEAN = 0.5;
const ENGAGEMENT_MEAN = 0.5;
/** Stride between the ids of a seat's successive occupants. */
const HIRE_STRIDE = 1048576;

/** What the people who are seated in one week have in common. */
interface Intake {
  readonly week: number;
  /** A person's traits depend on the id alone, so a newcomer is the same in every arm. */
  readonly skill: Key;
  readonly engagement: Key;
  readonly team: Key;
  readonly willingness: Key;
  readonly threshold: Key;
  readonly resistant: Key;
  /** Spells begin and stays are drawn in the week of arrival. */
  readonly registration: Key;
  readonly membership: Key;
  readonly stay: Stay;
}

/** How long those stay who leave as soon as anybody would. */
export interface Stay {
  readonly week: number;
  readonly key: Key;
  readonly logStay: number;
}

export function intakeOf({ run, spec }: World, week: number): Intake {
  const key = (sub: number): Key => weekKey(run, STREAM.population, sub, 0);
  return {
    week,
    skill: key(0),
    engagement: key(1),
    team: key(2),
    willingness: key(3),
    threshold: key(4),
    resistant: key(5),
    registration: spellKey(run, STREAM.registration, week),
    membership: spellKey(run, STREAM.communities, week),
    stay: {
      week,
      key: weekKey(run, STREAM.turnover, 1, week),
      logStay: log1p(-leaveProb(spec.parameters, TRAIT_LOW)),
    },
  };
}

/** Fills the seats of week 0; seats of a later merger stay vacant. */
export function seatEverybody(world: World): void {
  const intake = intakeOf(world, 0);
  const base = world.spec.company.employeeCount;
  world.state.employee.weekRegistered.fill(NEVER);
  for (let a = 0; a < base; a++) {
    seat(world, intake, a, a);
    arrive(world, a);
  }
  for (let a = 0; a < base; a++) pushPresence(world, a, 1);
  for (const a of world.spec.company.registeredAtStart ?? []) registerAtStart(world, a);
}

/** Hires a newcomer for a vacant seat. */
export function hire(world: World, a: number, intake: Intake): void {
  seatNewcomer(world, a, intake);
  arrive(world, a);
  pushPresence(world, a, 1);
}

/** Empties a seat, whose occupant leaves the company. */
export function vacate(world: World, a: number, week: number): void {
  const { employee, firm, unit } = world.state;
  release(world, a, week);
  clearTraces(world, a);
  employee.isPresent[a] = 0;
  firm.headcount[0]--;
  unit.headcount[world.organisation.unit[a]]--;
  pushPresence(world, a, -1);
}

/** A newcomer takes the seat of somebody who leaves the same week; to the ties the seat was never vacant. */
export function replace(world: World, a: number, intake: Intake): void {
  release(world, a, intake.week);
  seatNewcomer(world, a, intake);
}

/** The occupant leaves the community, the platform and the ties' counts of what was seen of them. */
function release(world: World, a: number, week: number): void {
  const { employee, firm } = world.state;
  if (employee.isMember[a]) leaveCommunity(world, a, week);
  if ((employee.visitedWeeks[a] & 1) === 1) {
    pushVisiting(world, a, -1);
    firm.visitors[0]--;
  }
  if ((employee.attendedWeeks[a] & MONTH) !== 0) pushAttending(world, a, -1);
  if (employee.weekRegistered[a] !== NEVER) firm.users[0]--;
  if (employee.weekRegistered[a] === week - 1) {
    pushNewUser(world, a, -1);
    firm.newUsers[0]--;
  }
  if (employee.champion[a] !== 0) firm.champions[0]--;
}

/** The newcomer's skill starts below its base. */
function seatNewcomer(world: World, a: number, intake: Intake): void {
  const { employee } = world.state;
  addToSums(world, a, -1);
  seat(world, intake, a, a + (intake.week + 1) * HIRE_STRIDE);
  employee.skill[a] = clampTrait(employee.skillBase[a] - world.spec.parameters.newcomerSkillGap);
  keepNewcomer(world, a);
}

function arrive(world: World, a: number): void {
  const { employee, unit, firm } = world.state;
  employee.isPresent[a] = 1;
  firm.headcount[0]++;
  unit.headcount[world.organisation.unit[a]]++;
}

function seat(world: World, intake: Intake, a: number, id: number): void {
  const { employee } = world.state;
  const { parameters } = world.spec;
  const teamEffect =
    parameters.teamEngagementSd * normalQuantile(uniform(world.organisation.team[a], intake.team));
  const skill = clampTrait(SKILL_MEAN + parameters.skillSd * normalQuantile(uniform(id, intake.skill)));
  const engagement = clampTrait(
    ENGAGEMENT_MEAN + teamEffect + parameters.engagementSd * normalQuantile(uniform(id, intake.engagement)),
  );
  const u = uniform(id, intake.willingness);
  const threshold =
    parameters.thresholdMean + parameters.thresholdSd * normalQuantile(uniform(id, intake.threshold));
  employee.personId[a] = id;
  employee.nextLeaveWeek[a] = nextLeaveWeek(id, intake.stay);
  employee.skill[a] = employee.skillBase[a] = skill;
  employee.engagement[a] = employee.engagementBase[a] = engagement;
  employee.willingness[a] = u * u * u * u;
  employee.threshold[a] = Math.max(0, threshold);
  employee.isResistant[a] =
    draw(id, intake.resistant.k0, intake.resistant.k1) < parameters.resistantShare * TWO32 ? 1 : 0;
  clearTraces(world, a);
  employee.registrationMargin[a] = startMargin(id, intake.registration);
  employee.membershipMargin[a] = startMargin(id, intake.membership);
}

/** Engagement at which the yearly rate of leaving holds. */
const MID_ENGAGEMENT = 0.5;
const WEEKS_PER_YEAR = 52;
/** Beyond every horizon. */
const LAST_WEEK = 32767;

/** Probability of leaving in a week. */
export function leaveProb(
  { turnoverPerYear, turnoverEngagementSlope }: Parameters,
  engagement: number,
): number {
  return (turnoverPerYear / WEEKS_PER_YEAR) * (1 - turnoverEngagementSlope * (engagement - MID_ENGAGEMENT));
}

/** The next week in which somebody with the least engagement there is would leave; others leave in some of them. */
export function nextLeaveWeek(id: number, { week, key, logStay }: Stay): number {
  const u = uniform(id, key);
  return Math.min(LAST_WEEK, week + 1 + Math.floor(log(u) / logStay));
}

/** A newcomer brings no platform or community state and neutral needs. */
function clearTraces({ state: { employee } }: World, a: number): void {
  employee.autonomy[a] = employee.mastery[a] = employee.relatedness[a] = 0;
  employee.weekRegistered[a] = NEVER;
  employee.habit[a] = employee.platformUtility[a] = employee.communityUtility[a] = 0;
  employee.visitedWeeks[a] =
    employee.attendedWeeks[a] =
    employee.deepWeeks[a] =
    employee.answeredWeeks[a] =
      0;
  employee.contributedWeeks[a] = employee.recentPosts[a] = employee.champion[a] = employee.reputation[a] = 0;
  employee.isMember[a] = 0;
}

/** Registered in the week before the start, seen by the ties as a visitor and a new user. */
function registerAtStart(world: World, a: number): void {
  const { employee, firm } = world.state;
  if (employee.weekRegistered[a] !== NEVER) return;
  employee.weekRegistered[a] = -1;
  employee.platformUtility[a] = world.spec.parameters.startUtility;
  employee.visitedWeeks[a] = 1;
  firm.users[0]++;
  firm.visitors[0]++;
  firm.newUsers[0]++;
  pushVisiting(world, a, 1);
  pushNewUser(world, a, 1);
}

function clampTrait(x: number): number {
  return Math.min(TRAIT_HIGH, Math.max(TRAIT_LOW, x));
}

/** Adds `change` to a count of every tie of an employee. */
function pushToTies(world: World, counts: Uint16Array, a: number, end: number, change: number): void {
  const { neighbours } = world.ties;
  for (let i = world.ties.offsets[a]; i < end; i++) counts[neighbours[i]] += change;
}

function pushPresence(world: World, a: number, change: number): void {
  const { employee } = world.state;
  pushToTies(world, employee.presentTies, a, world.ties.offsets[a + 1], change);
  pushToTies(world, employee.presentRoleTies, a, world.ties.offsets[a] + world.ties.roleDegree[a], change);
}

export function pushVisiting(world: World, a: number, change: number): void {
  pushToTies(world, world.state.employee.visitingTies, a, world.ties.offsets[a + 1], change);
}

export function pushNewUser(world: World, a: number, change: number): void {
  pushToTies(world, world.state.employee.newUserTies, a, world.ties.offsets[a + 1], change);
}

/** Same-role ties come first in a row, so their counts are pushed without a comparison. */
export function pushAttending(world: World, a: number, change: number): void {
  const end = world.ties.offsets[a] + world.ties.roleDegree[a];
  pushToTies(world, world.state.employee.attendingRoleTies, a, end, change);
}
