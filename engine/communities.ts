/** What happens to a community of practice, which is that of its scope: it is founded, joined, left and closed. */
import { NEVER } from "./columns.ts";
import { partScope } from "./lists.ts";
import { spellKey, startMargin } from "./contagion.ts";
import { STREAM } from "./random.ts";
import type { World } from "./world.ts";

/** Fewest founders, whatever the scope. */
const FOUNDERS_MIN = 4;
const START_HEALTH = 0.5;

/** Founders a scope needs: the larger of 4 and its founding share. */
function foundersNeeded(world: World, c: number): number {
  const share = world.spec.parameters.foundingShare * world.organisation.scopeSize[c];
  return Math.max(FOUNDERS_MIN, Math.ceil(share));
}

/**
 * Founds (or refounds) the community of a scope with its most willing people; false if too few are free.
 * Free is who is present, in no community and not resistant. With structured weeks the whole scope is enrolled.
 */
export function foundCommunity(world: World, c: number, week: number, structuredWeeks = 0): boolean {
  const { employee, community } = world.state;
  const free = freePeople(world, c);
  const willing = free.filter((a) => !employee.isResistant[a]);
  const needed = structuredWeeks > 0 ? FOUNDERS_MIN : foundersNeeded(world, c);
  if ((structuredWeeks > 0 ? free : willing).length < needed) return false;
  const id = employee.personId;
  willing.sort((a, b) => employee.willingness[b] - employee.willingness[a] || id[a] - id[b]);
  community.isLive[c] = 1;
  community.weekFounded[c] = week;
  community.health[c] = START_HEALTH;
  community.structuredUntil[c] = NEVER;
  if (structuredWeeks > 0) enrolScope(world, c, week, structuredWeeks);
  else for (const a of willing.slice(0, needed)) joinCommunity(world, a, week);
  partScope(world, c);
  return true;
}

/** Structured meetings: everybody in scope is a member, and attends until they end. */
export function enrolScope(world: World, c: number, week: number, structuredWeeks: number): void {
  if (structuredWeeks === 0) return;
  world.state.community.structuredUntil[c] = week + structuredWeeks;
  for (const a of freePeople(world, c)) joinCommunity(world, a, week);
}

function freePeople(world: World, c: number): number[] {
  const { isPresent, isMember } = world.state.employee;
  return [...seatsOf(world, c)].filter((a) => isPresent[a] && !isMember[a]);
}

/** The seats of a community's scope, ascending. */
export function seatsOf({ organisation }: World, c: number): Uint32Array {
  return organisation.scopeSeats.subarray(organisation.scopeStart[c], organisation.scopeStart[c + 1]);
}

/** Makes an employee a member of the community of the employee's scope; the leaving spell begins. */
export function joinCommunity(world: World, a: number, week: number): void {
  const { employee, community } = world.state;
  const { founderUtility } = world.spec.parameters;
  employee.isMember[a] = 1;
  employee.communityUtility[a] = Math.max(employee.communityUtility[a], founderUtility);
  community.members[world.organisation.scope[a]]++;
  startSpell(world, a, week);
}

/** Releases a member; a new joining spell begins. */
export function leaveCommunity(world: World, a: number, week: number): void {
  const { employee, community } = world.state;
  community.members[world.organisation.scope[a]]--;
  employee.isMember[a] = 0;
  startSpell(world, a, week);
}

/** Makes a community dormant: members are released, its knowledge is kept, refounding revives it. */
export function closeCommunity(world: World, c: number, week: number): void {
  const { employee, community } = world.state;
  for (const a of seatsOf(world, c)) if (employee.isMember[a]) leaveCommunity(world, a, week);
  community.isLive[c] = 0;
  community.weekOpened[c] = NEVER;
}

/** Joining and leaving alternate, so one margin serves both: a new spell takes a new draw. */
function startSpell(world: World, a: number, week: number): void {
  const { employee } = world.state;
  const key = spellKey(world.run, STREAM.communities, week + 1);
  employee.membershipMargin[a] = startMargin(employee.personId[a], key);
}
