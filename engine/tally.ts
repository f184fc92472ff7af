/** Sweeps over all employees that count whatever the week's measures and accounts need. */
import { MONTH, WINDOW_WEEKS } from "./windows.ts";
import { NEVER } from "./columns.ts";
import { PART } from "./events.ts";
import type { World } from "./world.ts";

/** Counts of employees at a week boundary, and sums of skill and engagement above one half. */
export interface Tally {
  readonly people: number;
  readonly skillAboveMid: number;
  /** The sales-like role's part of it. */
  readonly salesSkillAboveMid: number;
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
/** By attendances in 13 weeks: 0 peripheral, 1 active, 2 core. */
const ATTENDANCE_CLASS = Uint8Array.from({ length: WINDOW_WEEKS + 1 }, (_, weeks) =>
  weeks >= CORE_WEEKS ? 2 : weeks >= ACTIVE_WEEKS ? 1 : 0,
);
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
  const sales = world.spec.company.salesLikeRole ?? -1;
  let people = 0;
  let skills = 0;
  let salesSkills = 0;
  let engagements = 0;
  let engaged = 0;
  let disengaged = 0;
  for (let a = 0; a < role.length; a++) {
    if (!isPresent[a]) continue;
    people++;
    const s = skill[a] - MID;
    skills += s;
    salesSkills += s * Number(role[a] === sales);
    const e = engagement[a];
    engagements += e - MID;
    engaged += Number(e >= ENGAGED);
    disengaged += Number(e <= DISENGAGED);
  }
  return {
    people,
    skillAboveMid: skills,
    salesSkillAboveMid: salesSkills,
    engagementAboveMid: engagements,
    engaged,
    disengaged,
  };
}

/** One sweep over whoever takes part in anything. */
function tallyParts(world: World, boundary: number): Float64Array {
  const { isMember, weekRegistered, attendedWeeks, contributedWeeks, visitedWeeks, deepWeeks, recentPosts } =
    world.state.employee;
  const { bits } = world.tables;
  const { kinds } = world.scratch;
  const parts = world.scratch.parts.fill(0);
  const monthCohort = boundary - 1 - MONTH_AGE;
  const quarterCohort = boundary - 1 - QUARTER_AGE;
  kinds.fill(0);
  for (let a = 0; a < isMember.length; a++) {
    const registered = weekRegistered[a];
    const isUser = (registered - NEVER + 65535) >>> 16;
    const visited = visitedWeeks[a];
    const contributed = contributedWeeks[a];
    const attended = attendedWeeks[a];
    if ((isUser | isMember[a] | attended | contributed) === 0) continue;
    const deep = deepWeeks[a];
    const kind =
      isUser |
      ((visited & 1) << 1) |
      (hasBits(visited & MONTH) << 2) |
      (hasBits(contributed & MONTH) << 3) |
      (hasBits(deep) << 4) |
      (hasBits(deep & (deep - 1)) << 5) |
      (hasBits(attended & MONTH) << 6) |
      (isMember[a] << 7) |
      (ATTENDANCE_CLASS[bits[attended]] << 8);
    kinds[kind]++;
    if (recentPosts[a] !== 0) countPoster(recentPosts[a], parts);
    if (registered === monthCohort) countCohort(world, MONTH_AGE, visited);
    else if (registered === quarterCohort) countCohort(world, QUARTER_AGE, visited);
  }
  kinds[0] = 0;
  for (let kind = 0; kind < kinds.length; kind++) if (kinds[kind] > 0) addKind(kind, kinds[kind], parts);
  parts[PART.openUsers] = countOpenUsers(world, parts[PART.users]);
  return parts;
}

/** Users where the platform is open; counted one by one only while it is open somewhere and not everywhere. */
function countOpenUsers(world: World, users: number): number {
  const { isOpen } = world.scratch;
  const { weekRegistered } = world.state.employee;
  const { cell } = world.organisation;
  let openCells = 0;
  for (let k = 0; k < isOpen.length; k++) openCells += isOpen[k];
  if (openCells === 0 || users === 0) return 0;
  if (openCells === isOpen.length) return users;
  let open = 0;
  for (let a = 0; a < cell.length; a++) if (weekRegistered[a] !== NEVER) open += isOpen[cell[a]];
  return open;
}

/** 1 if any bit is set, else 0; without a branch, since people differ too much to be foreseen. */
function hasBits(bits: number): number {
  return -bits >>> 31;
}

/** Adds all people of one kind: the bits that tallyParts packs. */
function addKind(kind: number, people: number, parts: Float64Array): void {
  const isUser = (kind & 1) !== 0;
  const isActive = (kind & 4) !== 0;
  const isContributor = (kind & 8) !== 0;
  const isMember = (kind & 128) !== 0;
  if (isUser) {
    parts[PART.users] += people;
    if ((kind & 2) !== 0) parts[PART.weeklyActive] += people;
    if (isActive) {
      parts[PART.monthlyActive] += people;
      if (!isContributor) parts[PART.readOnly] += people;
      if ((kind & 16) === 0) parts[PART.shallow] += people;
    }
  }
  if (isMember) {
    parts[PART.members] += people;
    if (kind >> 8 === 2) parts[PART.coreMembers] += people;
    else if (kind >> 8 === 1) parts[PART.activeMembers] += people;
  }
  if ((kind & 32) !== 0) parts[PART.deep] += people;
  else if (isContributor) parts[PART.contributors] += people;
  else if (isActive || (kind & 64) !== 0) parts[PART.readers] += people;
  else if (isUser || isMember) parts[PART.registeredOnly] += people;
}

function countPoster(packed: number, parts: Float64Array): void {
  const posts = (packed & 255) + ((packed >>> 8) & 255) + ((packed >>> 16) & 255) + (packed >>> 24);
  parts[PART.posters]++;
  if (posts > FEW_POSTS) parts[PART.frequentPosters]++;
}

/** Somebody who registered 7 (12) weeks before the week just done: a visit in its last 4 weeks is a return. */
function countCohort(world: World, age: number, visited: number): void {
  const { counts } = world.state.cohort;
  const first = age === MONTH_AGE ? 0 : 2;
  counts[first]++;
  if ((visited & MONTH) !== 0) counts[first + 1]++;
}
