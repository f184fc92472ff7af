/** Who takes part in what, listed for a week, so that its loops meet nobody else. */
import { NEVER } from "./columns.ts";
import { pairsOf } from "./windows.ts";
import { addSeat, makeSeats, type SeatList } from "./scratch.ts";
import type { World } from "./world.ts";

/** Lists a scope's members, ascending, and the people in no community, both from the scope's first place on. */
export function partScope(world: World, c: number): void {
  const { isMember, isPresent } = world.state.employee;
  const { scopeSeats, scopeStart } = world.organisation;
  const { members, memberCount, listed, outsiderCount } = world.scratch;
  const first = scopeStart[c];
  const end = scopeStart[c + 1];
  memberCount[c] = takeMembers(isMember, scopeSeats, first, end, members);
  outsiderCount[c] = takeOutsiders(isMember, isPresent, scopeSeats, first, end, listed.ids);
}

function takeMembers(
  isMember: Uint8Array,
  seats: Uint32Array,
  first: number,
  end: number,
  members: Uint32Array,
): number {
  let next = first;
  for (let k = first; k < end; k++) {
    members[next] = seats[k];
    next += isMember[seats[k]];
  }
  return next - first;
}

function takeOutsiders(
  isMember: Uint8Array,
  isPresent: Uint8Array,
  seats: Uint32Array,
  first: number,
  end: number,
  outsiders: Uint32Array,
): number {
  let next = first;
  for (let k = first; k < end; k++) {
    const a = seats[k];
    outsiders[next] = a;
    next += isPresent[a] & (isMember[a] ^ 1);
  }
  return next - first;
}

/** Puts a new member in the ascending list of the scope's. */
export function enlist(world: World, c: number, a: number): void {
  const { members, memberCount } = world.scratch;
  const first = world.organisation.scopeStart[c];
  let k = first + memberCount[c]++;
  for (; k > first && members[k - 1] > a; k--) members[k] = members[k - 1];
  members[k] = a;
}

/** Lists everybody who is registered, ascending. */
export function listUsers({ state: { employee, firm }, scratch: { users } }: World): SeatList {
  // One more than there are: a place is written before it is taken.
  makeSeats(users, firm.users[0] + 1);
  users.count = firm.users[0] === 0 ? 0 : seatsRegistered(employee.weekRegistered, users.ids, NEVER);
  return users;
}

function seatsRegistered(weekRegistered: Int16Array, ids: Uint32Array, never: number): number {
  let count = 0;
  for (let a = 0; a < weekRegistered.length; a++) {
    ids[count] = a;
    count += isSet(weekRegistered[a] - never);
  }
  return count;
}

/** Lists, ascending, whose window of weeks is not empty. */
export function listWindows(world: World, windows: Uint16Array): SeatList {
  const { listed, users, memberCount } = world.scratch;
  let involved = users.count;
  for (let c = 0; c < memberCount.length; c++) involved += memberCount[c];
  const isSparse = SPARSE * involved < windows.length;
  listed.count = (isSparse ? seatsOfPairs : seatsOfEach)(windows, listed.ids);
  return listed;
}

/** Where at most one in so many takes part, most pairs of windows are empty. */
const SPARSE = 8;

/** Two windows are looked at as one word, and passed over if both are empty. */
function seatsOfPairs(windows: Uint16Array, ids: Uint32Array): number {
  const pairs = pairsOf(windows);
  let count = 0;
  for (let i = 0; i < pairs.length; i++) {
    if (pairs[i] === 0) continue;
    if (windows[2 * i] !== 0) ids[count++] = 2 * i;
    if (windows[2 * i + 1] !== 0) ids[count++] = 2 * i + 1;
  }
  // An odd one out at the end has no pair.
  for (let a = 2 * pairs.length; a < windows.length; a++) if (windows[a] !== 0) ids[count++] = a;
  return count;
}

function seatsOfEach(windows: Uint16Array, ids: Uint32Array): number {
  let count = 0;
  for (let a = 0; a < windows.length; a++) {
    ids[count] = a;
    count += isSet(windows[a]);
  }
  return count;
}

/** Who counts without a platform: members, and whoever else attended or contributed in 13 weeks. */
export function listOffline(world: World): SeatList {
  const { attendedWeeks, contributedWeeks, isMember } = world.state.employee;
  const { listed } = world.scratch;
  const members = copyMembers(world, listed.ids);
  listed.count = addFormer(attendedWeeks, contributedWeeks, isMember, listed.ids, members);
  return listed;
}

/** Adds who is no member any more and has weeks in either window; most pairs of seats have none. */
function addFormer(
  one: Uint16Array,
  other: Uint16Array,
  isMember: Uint8Array,
  ids: Uint32Array,
  first: number,
): number {
  const pairs = pairsOf(one);
  const otherPairs = pairsOf(other);
  let count = first;
  for (let i = 0; i <= pairs.length; i++) {
    // An odd one out at the end has no pair.
    if (i < pairs.length && (pairs[i] | otherPairs[i]) === 0) continue;
    for (let a = 2 * i; a < Math.min(2 * i + 2, one.length); a++)
      if (!isMember[a] && (one[a] | other[a]) !== 0) ids[count++] = a;
  }
  return count;
}

/** Everybody who can ask somebody beyond the own ties: members and this week's visitors. */
export function listReachable(world: World): SeatList {
  const { isMember, visitedWeeks } = world.state.employee;
  const { listed, users } = world.scratch;
  const { ids } = listed;
  let count = copyMembers(world, ids);
  for (let k = 0; k < users.count; k++) {
    const a = users.ids[k];
    ids[count] = a;
    count += visitedWeeks[a] & (isMember[a] ^ 1);
  }
  listed.count = count;
  return listed;
}

function copyMembers(world: World, ids: Uint32Array): number {
  const { isLive } = world.state.community;
  const { scopeStart } = world.organisation;
  const { members, memberCount } = world.scratch;
  let count = 0;
  for (let c = 0; c < isLive.length; c++) {
    if (!isLive[c]) continue;
    const end = scopeStart[c] + memberCount[c];
    for (let k = scopeStart[c]; k < end; k++) ids[count++] = members[k];
  }
  return count;
}

/** Who is neither a member nor visited this week. */
export function listIdle({ state: { employee }, scratch: { listed } }: World): SeatList {
  const { isMember, visitedWeeks } = employee;
  listed.count = 0;
  for (let a = 0; a < isMember.length; a++)
    if ((isMember[a] | (visitedWeeks[a] & 1)) === 0) addSeat(listed, a);
  return listed;
}

/** Every seat, in the place of whoever is reachable. */
export function listEverybody({ listed }: World["scratch"]): SeatList {
  const { ids } = listed;
  for (let a = 0; a < ids.length; a++) ids[a] = a;
  listed.count = ids.length;
  return listed;
}

/** 1 if any bit is set, else 0; without a branch, since people differ too much to be foreseen. */
export function isSet(bits: number): number {
  return -bits >>> 31;
}
