/** Sweeps over all employees that count whatever the week's measures and accounts need. */
import { MONTH, isDeep } from "./windows.ts";
import { NEVER } from "./columns.ts";
import { PART } from "./events.ts";
import type { World } from "./world.ts";

/** Counts of employees at a week boundary, and sums of skill and engagement above one half. */
export interface Tally {
  readonly people: number;
  readonly skillAboveMid: Float64Array;
  readonly engagementAboveMid: number;
  readonly engaged: number;
  readonly disengaged: number;
  /** Whoever takes part in anything, by PART. */
  readonly parts: Float64Array;
}

const MID = 0.5;
/** Bounds of "engaged" and "disengaged". */
const ENGAGED = 0.63;
const DISENGAGED = 0.35;
const CORE_WEEKS = 4;
const ACTIVE_WEEKS = 2;
/** More posts in 4 weeks make a frequent poster. */
const FEW_POSTS = 2;
/** Ages at which a cohort's return is read off: visits at 4–7 and at 9–12 weeks. */
const MONTH_AGE = 7;
const QUARTER_AGE = 12;

/** Counts everybody at a week boundary; also adds the cohorts that have just come of age. */
export function tallyEmployees(world: World, boundary: number): Tally {
  return { ...tallyPeople(world), parts: tallyParts(world, boundary) };
}

/** Traits are Float32 of at least 2⁻⁶, so their sums are exact in any order. */
function tallyPeople(world: World) {
  const { isPresent, skill, engagement } = world.state.employee;
  const { role } = world.organisation;
  const skillAboveMid = world.scratch.skillAboveMid.fill(0);
  let people = 0;
  let sum = 0;
  let engaged = 0;
  let disengaged = 0;
  for (let a = 0; a < role.length; a++) {
    if (!isPresent[a]) continue;
    people++;
    skillAboveMid[role[a]] += skill[a] - MID;
    const e = engagement[a];
    sum += e - MID;
    engaged += Number(e >= ENGAGED);
    disengaged += Number(e <= DISENGAGED);
  }
  return { people, skillAboveMid, engagementAboveMid: sum, engaged, disengaged };
}

/** One sweep over whoever takes part in anything. */
function tallyParts(world: World, boundary: number): Float64Array {
  const { isMember, weekRegistered, attendedWeeks, contributedWeeks } = world.state.employee;
  const parts = world.scratch.parts.fill(0);
  for (let a = 0; a < isMember.length; a++) {
    const isUser = weekRegistered[a] !== NEVER;
    if (!isUser && (isMember[a] | attendedWeeks[a] | contributedWeeks[a]) === 0) continue;
    if (isUser) countUser(world, a, boundary, parts);
    if (isMember[a] !== 0) countMember(world, a, parts);
    parts[stateOf(world, a, isUser)]++;
  }
  return parts;
}

function countUser(world: World, a: number, boundary: number, parts: Float64Array): void {
  const { weekRegistered, visitedWeeks, recentPosts, contributedWeeks, deepWeeks } = world.state.employee;
  const visited = visitedWeeks[a];
  parts[PART.users]++;
  parts[PART.openUsers] += world.scratch.isOpen[world.organisation.cell[a]];
  parts[PART.weeklyActive] += visited & 1;
  const posts = recentPosts[a];
  if (posts !== 0) {
    parts[PART.posters]++;
    if (countPosts(posts) > FEW_POSTS) parts[PART.frequentPosters]++;
  }
  const age = boundary - 1 - weekRegistered[a];
  if (age === MONTH_AGE || age === QUARTER_AGE) countCohort(world, age, visited);
  if ((visited & MONTH) === 0) return;
  parts[PART.monthlyActive]++;
  if ((contributedWeeks[a] & MONTH) === 0) parts[PART.readOnly]++;
  if (deepWeeks[a] === 0) parts[PART.shallow]++;
}

function countPosts(packed: number): number {
  return (packed & 255) + ((packed >>> 8) & 255) + ((packed >>> 16) & 255) + (packed >>> 24);
}

function countMember(world: World, a: number, parts: Float64Array): void {
  const attendances = world.tables.bits[world.state.employee.attendedWeeks[a]];
  parts[PART.members]++;
  if (attendances >= CORE_WEEKS) parts[PART.coreMembers]++;
  else if (attendances >= ACTIVE_WEEKS) parts[PART.activeMembers]++;
}

/** The state, as a PART, of somebody who takes part: the highest that holds. */
function stateOf(world: World, a: number, isUser: boolean): number {
  const { deepWeeks, contributedWeeks, visitedWeeks, attendedWeeks, isMember } = world.state.employee;
  if (isDeep(deepWeeks[a])) return PART.deep;
  if ((contributedWeeks[a] & MONTH) !== 0) return PART.contributors;
  if (((visitedWeeks[a] | attendedWeeks[a]) & MONTH) !== 0) return PART.readers;
  return isUser || isMember[a] !== 0 ? PART.registeredOnly : PART.none;
}

/** Somebody who registered 7 (12) weeks before the week just done: a visit in its last 4 weeks is a return. */
function countCohort(world: World, age: number, visited: number): void {
  const { counts } = world.state.cohort;
  const first = age === MONTH_AGE ? 0 : 2;
  counts[first]++;
  if ((visited & MONTH) !== 0) counts[first + 1]++;
}
