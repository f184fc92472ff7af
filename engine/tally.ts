/** Sweeps over all employees that count whatever the week's measures and accounts need. */
import { MONTH, isDeep } from "./windows.ts";
import { NEVER } from "./columns.ts";
import type { World } from "./world.ts";

/** Counts of employees at a week boundary, and sums of skill and engagement above one half. */
export interface Tally {
  readonly people: number;
  readonly skillAboveMid: Float64Array;
  readonly engagementAboveMid: number;
  readonly engaged: number;
  readonly disengaged: number;
  readonly users: UserTally;
  readonly members: MemberTally;
  readonly states: StateTally;
}

export interface UserTally {
  readonly all: number;
  /** Where the platform is open. */
  readonly open: number;
  readonly weeklyActive: number;
  readonly monthlyActive: number;
  readonly posters: number;
  readonly frequentPosters: number;
  readonly readOnly: number;
  readonly shallow: number;
}

export interface MemberTally {
  readonly all: number;
  readonly core: number;
  readonly active: number;
}

/** The five states but the first, which is everybody else. */
export interface StateTally {
  readonly registeredOnly: number;
  readonly readers: number;
  readonly contributors: number;
  readonly deep: number;
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
  countCohorts(world, boundary);
  return {
    ...tallyPeople(world),
    users: tallyUsers(world),
    members: tallyMembers(world),
    states: tallyStates(world),
  };
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
    if (e >= ENGAGED) engaged++;
    else if (e <= DISENGAGED) disengaged++;
  }
  return { people, skillAboveMid, engagementAboveMid: sum, engaged, disengaged };
}

const NO_USERS: UserTally = {
  all: 0,
  open: 0,
  weeklyActive: 0,
  monthlyActive: 0,
  posters: 0,
  frequentPosters: 0,
  readOnly: 0,
  shallow: 0,
};

function tallyUsers(world: World): UserTally {
  if (world.state.firm.users[0] === 0) return NO_USERS;
  const { weekRegistered, visitedWeeks, recentPosts, contributedWeeks, deepWeeks } = world.state.employee;
  const { cell } = world.organisation;
  const { isOpen } = world.scratch;
  let open = 0;
  let weeklyActive = 0;
  let monthlyActive = 0;
  let posters = 0;
  let frequentPosters = 0;
  let readOnly = 0;
  let shallow = 0;
  for (let a = 0; a < cell.length; a++) {
    if (weekRegistered[a] === NEVER) continue;
    open += isOpen[cell[a]];
    const visited = visitedWeeks[a];
    weeklyActive += visited & 1;
    const posts = recentPosts[a];
    if (posts !== 0) {
      posters++;
      if (countPosts(posts) > FEW_POSTS) frequentPosters++;
    }
    if ((visited & MONTH) === 0) continue;
    monthlyActive++;
    if ((contributedWeeks[a] & MONTH) === 0) readOnly++;
    if (deepWeeks[a] === 0) shallow++;
  }
  const all = world.state.firm.users[0];
  return { all, open, weeklyActive, monthlyActive, posters, frequentPosters, readOnly, shallow };
}

function countPosts(packed: number): number {
  return (packed & 255) + ((packed >>> 8) & 255) + ((packed >>> 16) & 255) + (packed >>> 24);
}

function tallyMembers(world: World): MemberTally {
  const { isMember, attendedWeeks } = world.state.employee;
  const { bits } = world.tables;
  let all = 0;
  let core = 0;
  let active = 0;
  for (let a = 0; a < isMember.length; a++) {
    if (!isMember[a]) continue;
    all++;
    const attendances = bits[attendedWeeks[a]];
    if (attendances >= CORE_WEEKS) core++;
    else if (attendances >= ACTIVE_WEEKS) active++;
  }
  return { all, core, active };
}

function tallyStates(world: World): StateTally {
  const { isMember, weekRegistered, visitedWeeks, attendedWeeks, contributedWeeks, deepWeeks } =
    world.state.employee;
  let registeredOnly = 0;
  let readers = 0;
  let contributors = 0;
  let deep = 0;
  for (let a = 0; a < isMember.length; a++) {
    if (isDeep(deepWeeks[a])) deep++;
    else if ((contributedWeeks[a] & MONTH) !== 0) contributors++;
    else if (((visitedWeeks[a] | attendedWeeks[a]) & MONTH) !== 0) readers++;
    else if (isMember[a] || weekRegistered[a] !== NEVER) registeredOnly++;
  }
  return { registeredOnly, readers, contributors, deep };
}

/** Those who registered 7 (12) weeks before the week just done, and whether they visited in its last 4 weeks. */
function countCohorts(world: World, boundary: number): void {
  const { weekRegistered, visitedWeeks } = world.state.employee;
  const { counts } = world.state.cohort;
  if (world.state.firm.users[0] === 0) return;
  const month = boundary - 1 - MONTH_AGE;
  const quarter = boundary - 1 - QUARTER_AGE;
  for (let a = 0; a < weekRegistered.length; a++) {
    const week = weekRegistered[a];
    if (week !== month && week !== quarter) continue;
    const first = week === month ? 0 : 2;
    counts[first]++;
    if ((visitedWeeks[a] & MONTH) !== 0) counts[first + 1]++;
  }
}
