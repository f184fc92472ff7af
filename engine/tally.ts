/** Sweeps over all employees that count whatever the week's measures and accounts need. */
import { MONTH, WINDOW_WEEKS } from "./windows.ts";
import { NEVER } from "./columns.ts";
import { DISENGAGED, ENGAGED } from "./kept.ts";
import { PART, SUM } from "./events.ts";
import { isSet, listEverybody, listOffline } from "./lists.ts";
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

/** Sums over all seats are kept; the vacant are taken out again. */
function tallyPeople(world: World) {
  const { isPresent, skill, engagement } = world.state.employee;
  let people = skill.length;
  const { sums } = world.scratch;
  let skills = sums[SUM.skill];
  let engagements = sums[SUM.engagement];
  let engaged = sums[SUM.engaged];
  let disengaged = sums[SUM.disengaged];
  for (let a = isPresent.indexOf(0); a >= 0; a = isPresent.indexOf(0, a + 1)) {
    people--;
    skills -= skill[a];
    engagements -= engagement[a];
    engaged -= Number(engagement[a] >= ENGAGED);
    disengaged -= Number(engagement[a] <= DISENGAGED);
  }
  return {
    people,
    skillAboveMid: skills - MID * people,
    salesSkillAboveMid: salesSkill(world),
    engagementAboveMid: engagements - MID * people,
    engaged,
    disengaged,
  };
}

/** Skill above one half in the sales-like role, whose seats lie side by side. */
function salesSkill(world: World): number {
  const { isPresent, skill } = world.state.employee;
  const { scopeSeats, roleStart, roleCount } = world.organisation;
  const role = world.spec.company.salesLikeRole ?? -1;
  if (role < 0 || role >= roleCount) return 0;
  return sumAt(scopeSeats, roleStart[role], roleStart[role + 1], skill, isPresent);
}

function sumAt(
  seats: Uint32Array,
  first: number,
  end: number,
  skill: Float32Array,
  isPresent: Uint8Array,
): number {
  let sum = 0;
  let people = 0;
  for (let k = first; k < end; k++) {
    const here = isPresent[seats[k]];
    people += here;
    sum += here * skill[seats[k]];
  }
  return sum - people * MID;
}

/** Counts whoever takes part in anything; without users, members and who was active in 13 weeks are all who count. */
function tallyParts(world: World, boundary: number): Float64Array {
  const { employee, cohort } = world.state;
  const { kinds, users } = world.scratch;
  const parts = world.scratch.parts.fill(0);
  kinds.fill(0);
  const { ids, count } = users.count === 0 ? listOffline(world) : listEverybody(world.scratch);
  countKinds(ids, count, employee, world.tables.bits, boundary - 1, kinds, parts, cohort.counts);
  for (let kind = 1; kind < kinds.length; kind++) if (kinds[kind] > 0) addKind(kind, kinds[kind], parts);
  parts[PART.openUsers] = countOpenUsers(world, parts[PART.users]);
  return parts;
}

/** One sweep: kinds by the bits that addKind reads, posters, and the cohorts that come of age in this week. */
function countKinds(
  ids: Uint32Array,
  count: number,
  employee: World["state"]["employee"],
  bits: Uint8Array,
  week: number,
  kinds: Uint32Array,
  parts: Float64Array,
  cohorts: Float64Array,
): void {
  const { isMember, weekRegistered, attendedWeeks, contributedWeeks, visitedWeeks, deepWeeks, recentPosts } =
    employee;
  const never = NEVER | 0;
  const month = MONTH | 0;
  const monthCohort = week - MONTH_AGE;
  const quarterCohort = week - QUARTER_AGE;
  for (let k = 0; k < count; k++) {
    const a = ids[k];
    const registered = weekRegistered[a];
    const contributed = contributedWeeks[a];
    const attended = attendedWeeks[a];
    const isUser = isSet(registered - never);
    if ((isUser | isMember[a] | attended | contributed) === 0) continue;
    const visited = visitedWeeks[a];
    const deep = deepWeeks[a];
    const kind =
      isUser |
      ((visited & 1) << 1) |
      (isSet(visited & month) << 2) |
      (isSet(contributed & month) << 3) |
      (isSet(deep) << 4) |
      (isSet(deep & (deep - 1)) << 5) |
      (isSet(attended & month) << 6) |
      (isMember[a] << 7) |
      (ATTENDANCE_CLASS[bits[attended]] << 8);
    kinds[kind]++;
    if (recentPosts[a] !== 0) countPoster(recentPosts[a], parts);
    if (registered === monthCohort) countReturn(cohorts, 0, visited);
    else if (registered === quarterCohort) countReturn(cohorts, 2, visited);
  }
}

function countPoster(packed: number, parts: Float64Array): void {
  const posts = (packed & 255) + ((packed >>> 8) & 255) + ((packed >>> 16) & 255) + (packed >>> 24);
  parts[PART.posters]++;
  if (posts > FEW_POSTS) parts[PART.frequentPosters]++;
}

/** Somebody of a cohort, which starts at a place of its counts: a visit in the last 4 weeks is a return. */
function countReturn(cohorts: Float64Array, first: number, visited: number): void {
  cohorts[first]++;
  if ((visited & MONTH) !== 0) cohorts[first + 1]++;
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
