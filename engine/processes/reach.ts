/** Reach: whose help an employee can get, in the community, across communities and on the platform. */
import type { Parameters } from "../parameters.ts";
import type { Process } from "../process.ts";
import { listReachable } from "../lists.ts";
import { makeRoom } from "../scratch.ts";
import type { World } from "../world.ts";
import { CHAMPION } from "./facilitation.ts";
import { multiplyOdds } from "./incentives.ts";
import { liveActions } from "../progress.ts";

/** Help is kept in 2⁻¹⁶ and a visitor's weight in 2⁻¹², so that sums are exact in any order. */
export const HELP_UNIT = 65536;
export const WEIGHT_UNIT = 4096;
const HELP_MAX = 0.95;
/** Engagement adds to help: h0·(.5 + e). */
const HELP_ENGAGEMENT = 0.5;
/** Answering on the platform takes willingness: min(1, .25 + 3g). */
const WEIGHT_BASE = 0.25;
const WEIGHT_WILLINGNESS = 3;
/** Connectors at which their effect is full, as a share of employees. */
const CONNECTOR_SHARE = 0.005;

/** Columns of scratch.roleTally. */
const TALLY = { members: 0, activeMembers: 1, active: 2, knowing: 3 } as const;
const TALLIES = 4;

export const reach: Process = {
  name: "reach",
  writes: [],
  run(world) {
    tallyPeople(world);
    weighAttendees(world);
    listVisitors(world);
    reachAcrossCommunities(world);
    setRelevance(world);
  },
};

/** Probability of helping, by engagement: h0·(.5 + e) ≤ .95, then the odds of the firm's review of people. */
export function helpProb(engagement: number, odds: number, helpBase: number): number {
  const p = Math.min(HELP_MAX, helpBase * (HELP_ENGAGEMENT + engagement));
  return multiplyOdds(p, odds);
}

export function helpOdds(parameters: Parameters): number {
  return (
    (parameters.isForcedRanking === 1 ? parameters.forcedHelpOdds : 1) *
    (parameters.isReputationVisible === 1 ? parameters.reputationHelpOdds : 1)
  );
}

/** Weight of an employee among the platform's helpers, in 2⁻¹². */
export function platformWeight(help: number, willingness: number): number {
  const share = Math.min(1, WEIGHT_BASE + WEIGHT_WILLINGNESS * willingness);
  return Math.floor((help / (HELP_UNIT / WEIGHT_UNIT)) * share + 0.5);
}

/** Everybody's help, and counts by community and role. */
function tallyPeople(world: World): void {
  const { isMember, visitedWeeks, answeredWeeks, engagement } = world.state.employee;
  const { role, scope } = world.organisation;
  const { help, memberHelp, roleTally } = world.scratch;
  const visitorStart = world.scratch.visitors.start;
  const { parameters } = world.spec;
  const { helpBase } = parameters;
  const odds = helpOdds(parameters);
  visitorStart.fill(0);
  memberHelp.fill(0);
  roleTally.fill(0);
  const { ids, count } = listReachable(world);
  for (let k = 0; k < count; k++) {
    const a = ids[k];
    const isActive = visitedWeeks[a] & 1;
    if ((isMember[a] | isActive) === 0) continue;
    const weight = Math.floor(helpProb(engagement[a], odds, helpBase) * HELP_UNIT + 0.5);
    help[a] = weight;
    const tally = role[a] * TALLIES;
    if (isMember[a] === 1) {
      const c = scope[a];
      memberHelp[c] += weight;
      roleTally[tally + TALLY.members]++;
      roleTally[tally + TALLY.activeMembers] += isActive;
    }
    if (isActive === 0) continue;
    visitorStart[role[a] + 1]++;
    roleTally[tally + TALLY.active]++;
    if (isMember[a] === 1 || answeredWeeks[a] !== 0) roleTally[tally + TALLY.knowing]++;
  }
}

/** Adds up the help of those who meet. */
function weighAttendees(world: World): void {
  const { attendees, help } = world.scratch;
  const { start, people, prefix } = attendees;
  for (let c = 0; c + 1 < start.length; c++) {
    let sum = 0;
    for (let k = start[c]; k < start[c + 1]; k++) prefix[k] = sum += help[people[k]];
  }
}

function listVisitors(world: World): void {
  const { visitedWeeks, willingness } = world.state.employee;
  const { role, roleCount } = world.organisation;
  const { visitors, help, nextVisitor, visitorSum } = world.scratch;
  const { start } = visitors;
  for (let r = 0; r < roleCount; r++) start[r + 1] += start[r];
  if (start[roleCount] === 0) return;
  makeRoom(visitors, start[roleCount]);
  nextVisitor.set(start.subarray(0, roleCount));
  visitorSum.fill(0);
  const { ids, count } = world.scratch.users;
  for (let k = 0; k < count; k++) {
    const a = ids[k];
    if ((visitedWeeks[a] & 1) === 0) continue;
    const r = role[a];
    visitorSum[r] += platformWeight(help[a], willingness[a]);
    visitors.people[nextVisitor[r]] = a;
    visitors.prefix[nextVisitor[r]++] = visitorSum[r];
  }
}

/** n = [own + min(1, visibility)·(the role's communities − own)]·health, before the asker is taken out. */
function reachAcrossCommunities(world: World): void {
  const { community } = world.state;
  const { scopeRole } = world.organisation;
  const { ownReach, otherReach, roleReach, memberHelp, attendees } = world.scratch;
  const { absentPresence } = world.spec.parameters;
  roleReach.fill(0);
  for (let c = 0; c < scopeRole.length; c++) {
    ownReach[c] = 0;
    if (!community.isLive[c]) continue;
    const end = attendees.start[c + 1];
    const present = end > attendees.start[c] ? attendees.prefix[end - 1] : 0;
    ownReach[c] = (present + absentPresence * memberHelp[c]) / HELP_UNIT;
    roleReach[scopeRole[c]] += ownReach[c];
  }
  const visibility = visibilityByRole(world);
  for (let c = 0; c < scopeRole.length; c++)
    otherReach[c] = visibility[scopeRole[c]] * (roleReach[scopeRole[c]] - ownReach[c]);
}

/** Share of a role's other communities that a member can see. */
function visibilityByRole(world: World): Float64Array {
  const { parameters } = world.spec;
  const { roleTally } = world.scratch;
  const council = liveActions(world, "council").length > 0 ? parameters.councilVisibility : 1;
  const connectors = world.scratch.championsByKind[CHAMPION.connector];
  const full = CONNECTOR_SHARE * world.state.firm.headcount[0];
  const connected = connectors > 0 ? Math.min(1, connectors / full) : 0;
  const { visibility } = world.scratch;
  for (let r = 0; r < visibility.length; r++) {
    const members = roleTally[r * TALLIES + TALLY.members];
    const online = members > 0 ? roleTally[r * TALLIES + TALLY.activeMembers] / members : 0;
    visibility[r] = Math.min(
      1,
      parameters.crossVisibility * council +
        parameters.platformVisibility * online +
        parameters.connectorVisibility * world.scratch.championEffect[0] * connected,
    );
  }
  return visibility;
}

/** The platform becomes relevant to a role through active people who know its work, and through use cases. */
function setRelevance(world: World): void {
  const { roleTally, relevance } = world.scratch;
  const { platformRelevanceLow, platformRelevanceHigh, useCaseRelevance } = world.spec.parameters;
  const unaware = 1 - useCaseRelevance * world.state.firm.useCaseKnowledge[0];
  for (let r = 0; r < relevance.length; r++) {
    const active = roleTally[r * TALLIES + TALLY.active];
    const knowing = active > 0 ? roleTally[r * TALLIES + TALLY.knowing] / active : 0;
    const gain = 1 - (1 - knowing) * unaware;
    relevance[r] = platformRelevanceLow + (platformRelevanceHigh - platformRelevanceLow) * gain;
  }
}
