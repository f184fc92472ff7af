/** One sweep over all employees that counts whatever the week's measures and accounts need. */
import { NEVER } from "./columns.ts";
import { isDeep } from "./processes/health.ts";
import type { World } from "./world.ts";

export interface Tally {
  people: number;
  users: number;
  /** Users where the platform is open. */
  openUsers: number;
  weeklyActive: number;
  monthlyActive: number;
  posters: number;
  frequentPosters: number;
  readOnly: number;
  shallow: number;
  deep: number;
  contributors: number;
  readers: number;
  registeredOnly: number;
  members: number;
  coreMembers: number;
  activeMembers: number;
  engagementSum: number;
  engaged: number;
  disengaged: number;
  skillSum: number;
  readonly skillByRole: Float64Array;
  readonly peopleByRole: Float64Array;
  readonly peopleByCell: Float64Array;
}

const MONTH = 15;
/** Bounds of "engaged" and "disengaged". */
const ENGAGED = 0.63;
const DISENGAGED = 0.35;
const CORE_WEEKS = 4;
const ACTIVE_WEEKS = 2;
/** Ages at which a cohort's return is read off: visits at 4–7 and at 9–12 weeks. */
const MONTH_AGE = 7;
const QUARTER_AGE = 12;

/** Counts everybody at a week boundary; also adds the cohorts that have just come of age. */
export function tallyEmployees(world: World, boundary: number): Tally {
  const tally = emptyTally(world);
  const { employee } = world.state;
  const { cell, role } = world.organisation;
  const { bits } = world.tables;
  const { isOpen } = world.scratch;
  const { isPresent, visitedWeeks, attendedWeeks, deepWeeks, recentPosts, contributedWeeks } = employee;
  for (let a = 0; a < isPresent.length; a++) {
    if (!isPresent[a]) continue;
    const visited = visitedWeeks[a]!;
    const attended = attendedWeeks[a]!;
    const isMember = employee.isMember[a]! === 1;
    const isUser = employee.weekRegistered[a] !== NEVER;
    const isActive = (visited & MONTH) !== 0;
    const isDeepNow = isDeep(deepWeeks[a]!);
    const isContributor = (contributedWeeks[a]! & MONTH) !== 0;
    const s = employee.skill[a]!;
    tally.people++;
    tally.peopleByCell[cell[a]!]!++;
    tally.peopleByRole[role[a]!]!++;
    tally.skillByRole[role[a]!]! += s;
    tally.skillSum += s;
    countEngagement(tally, employee.engagement[a]!);
    if (isUser) {
      tally.users++;
      tally.openUsers += isOpen[cell[a]!]!;
      tally.weeklyActive += visited & 1;
      if (recentPosts[a] !== 0) countPosts(tally, recentPosts[a]!);
      if (isActive) {
        tally.monthlyActive++;
        if (!isContributor) tally.readOnly++;
        if (deepWeeks[a] === 0) tally.shallow++;
      }
    }
    if (isMember) countMember(tally, bits[attended]!);
    if (isDeepNow) tally.deep++;
    else if (isContributor) tally.contributors++;
    else if (isActive || (attended & MONTH) !== 0) tally.readers++;
    else if (isUser || isMember) tally.registeredOnly++;
  }
  countCohorts(world, boundary);
  return tally;
}

function countEngagement(tally: Tally, e: number): void {
  tally.engagementSum += e;
  if (e >= ENGAGED) tally.engaged++;
  else if (e <= DISENGAGED) tally.disengaged++;
}

function countPosts(tally: Tally, packed: number): void {
  const posts = (packed & 255) + ((packed >>> 8) & 255) + ((packed >>> 16) & 255) + (packed >>> 24);
  tally.posters++;
  if (posts > 2) tally.frequentPosters++;
}

function countMember(tally: Tally, attendances: number): void {
  tally.members++;
  if (attendances >= CORE_WEEKS) tally.coreMembers++;
  else if (attendances >= ACTIVE_WEEKS) tally.activeMembers++;
}

/** Those who registered 7 (12) weeks before the week just done, and whether they visited in its last 4 weeks. */
function countCohorts(world: World, boundary: number): void {
  const { weekRegistered, visitedWeeks } = world.state.employee;
  const { counts } = world.state.cohort;
  if (world.state.firm.users[0] === 0) return;
  const month = boundary - 1 - MONTH_AGE;
  const quarter = boundary - 1 - QUARTER_AGE;
  for (let a = 0; a < weekRegistered.length; a++) {
    const week = weekRegistered[a]!;
    if (week !== month && week !== quarter) continue;
    const first = week === month ? 0 : 2;
    counts[first]!++;
    if ((visitedWeeks[a]! & MONTH) !== 0) counts[first + 1]!++;
  }
}

function emptyTally({ organisation }: World): Tally {
  return {
    people: 0,
    users: 0,
    openUsers: 0,
    weeklyActive: 0,
    monthlyActive: 0,
    posters: 0,
    frequentPosters: 0,
    readOnly: 0,
    shallow: 0,
    deep: 0,
    contributors: 0,
    readers: 0,
    registeredOnly: 0,
    members: 0,
    coreMembers: 0,
    activeMembers: 0,
    engagementSum: 0,
    engaged: 0,
    disengaged: 0,
    skillSum: 0,
    skillByRole: new Float64Array(organisation.roleCount),
    peopleByRole: new Float64Array(organisation.roleCount),
    peopleByCell: new Float64Array(organisation.cellUnit.length),
  };
}
