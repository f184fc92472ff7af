/** From counts to measures: every state measure of a week, by name. */
import type { StateName } from "../measures.ts";
import type { Tally } from "../tally.ts";
import { COUNT, PART } from "../events.ts";
import type { World } from "../world.ts";
import { NEVER } from "../columns.ts";
import { projectReviewWeeks, visiblePrecedents } from "./reviews.ts";

/** All state measures at a week boundary. */
export function measureStates(world: World, tally: Tally): Record<StateName, number> {
  return {
    ...vanity(world, tally),
    ...practice(world, tally),
    ...communities(world, tally),
    ...people(world, tally),
    ...support(world),
    ...reviews(world),
  };
}

/** 0 where there is nobody to take a share of. */
function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** Traits are summed above one half. */
const MID = 0.5;

function total(values: Float64Array): number {
  let all = 0;
  for (let i = 0; i < values.length; i++) all += values[i];
  return all;
}

function vanity(world: World, tally: Tally) {
  const { parts } = tally;
  const { counts } = world.scratch;
  const cohorts = world.state.cohort.counts;
  return {
    employees: tally.people,
    registeredShare: ratio(parts[PART.users], tally.people),
    registrations: counts[COUNT.registrations],
    weeklyActiveShare: ratio(parts[PART.weeklyActive], tally.people),
    monthlyActiveShare: ratio(parts[PART.monthlyActive], tally.people),
    posterShare: ratio(parts[PART.posters], parts[PART.users]),
    frequentPosterShare: ratio(parts[PART.frequentPosters], parts[PART.users]),
    posts: counts[COUNT.posts],
    readOnlyShare: ratio(parts[PART.readOnly], parts[PART.monthlyActive]),
    shallowShare: ratio(parts[PART.shallow], tally.people),
    cohortReturn4to7Share: ratio(cohorts[1], cohorts[0]),
    cohortReturn9to12Share: ratio(cohorts[3], cohorts[2]),
  };
}

function practice(world: World, tally: Tally) {
  const { counts } = world.scratch;
  const { firm } = world.state;
  const { parts } = tally;
  const active =
    parts[PART.deep] + parts[PART.contributors] + parts[PART.readers] + parts[PART.registeredOnly];
  return {
    deepShare: ratio(parts[PART.deep], tally.people),
    stateNoneShare: ratio(tally.people - active, tally.people),
    stateRegisteredShare: ratio(parts[PART.registeredOnly], tally.people),
    stateReaderShare: ratio(parts[PART.readers], tally.people),
    stateContributorShare: ratio(parts[PART.contributors], tally.people),
    stateDeepShare: ratio(parts[PART.deep], tally.people),
    asks: counts[COUNT.asks],
    answers: counts[COUNT.answers],
    failedAsks: counts[COUNT.failedAsks],
    solves: counts[COUNT.solves],
    ambientSolves: counts[COUNT.ambientSolves],
    localSolves: counts[COUNT.localSolves],
    documented: counts[COUNT.documented],
    practicesInUse: firm.documentedEntries[0],
    useCaseKnowledge: firm.useCaseKnowledge[0],
  };
}

function communities(world: World, tally: Tally) {
  const { community, sizeClass, firm } = world.state;
  const { parts } = tally;
  const members = parts[PART.members];
  let live = 0;
  let dormant = 0;
  let health = 0;
  for (let c = 0; c < community.isLive.length; c++) {
    if (community.isLive[c]) {
      live++;
      health += community.health[c];
    } else if (community.weekFounded[c] !== NEVER) dormant++;
  }
  const asked = sizeClass.counts;
  return {
    communities: live,
    dormantCommunities: dormant,
    memberShare: ratio(members, tally.people),
    attendeeShare: ratio(world.scratch.counts[COUNT.attendees], tally.people),
    coreMemberShare: ratio(parts[PART.coreMembers], members),
    activeMemberShare: ratio(parts[PART.activeMembers], members),
    peripheralMemberShare: ratio(members - parts[PART.coreMembers] - parts[PART.activeMembers], members),
    communityHealth: ratio(health, live),
    solveRateSmall: ratio(asked[1], asked[0]),
    solveRateMedium: ratio(asked[3], asked[2]),
    solveRateLarge: ratio(asked[5], asked[4]),
    facilitation: firm.facilitation[0],
    champions: firm.champions[0],
  };
}

function people(world: World, tally: Tally) {
  return {
    engagement: MID + ratio(tally.engagementAboveMid, tally.people),
    engagedShare: ratio(tally.engaged, tally.people),
    disengagedShare: ratio(tally.disengaged, tally.people),
    skill: MID + ratio(total(tally.skillAboveMid), tally.people),
    leavers: world.scratch.counts[COUNT.leavers],
  };
}

function support(world: World) {
  const { firm, unit } = world.state;
  return {
    sponsorSupport: byHeadcount(world, (u) => unit.support[u]),
    funding: firm.funding[0],
    isCancelled: firm.cancelledWeek[0] === NEVER ? 0 : 1,
    attention: byHeadcount(world, (u) => unit.attention[u]),
  };
}

function reviews(world: World) {
  const { firm } = world.state;
  const visible = visiblePrecedents(world);
  return {
    platformReviewWeeks: firm.platformReviewWeeks[0],
    communityReviewWeeks: firm.communityReviewWeeks[0],
    projectReviewWeeks: firm.projectReviewWeeks[0],
    projectReviewDuration: byHeadcount(world, (u) => projectReviewWeeks(world, visible[u])),
  };
}

/** Mean over units by headcount. */
function byHeadcount(world: World, valueOf: (unit: number) => number): number {
  const { headcount } = world.state.unit;
  let sum = 0;
  for (let u = 0; u < headcount.length; u++) sum += valueOf(u) * headcount[u];
  return ratio(sum, world.state.firm.headcount[0]);
}
