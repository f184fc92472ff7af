/** From counts to measures: every state measure of a week, by name. */
import type { StateRow } from "../measures.ts";
import type { Tally } from "../tally.ts";
import { COUNT, PART } from "../events.ts";
import type { World } from "../world.ts";
import { NEVER } from "../columns.ts";
import { projectReviewWeeks, visiblePrecedents } from "./reviews.ts";

/** Fills a row with all state measures of a week boundary. */
export function measureStates(world: World, tally: Tally, row: StateRow): void {
  measureVanity(world, tally, row);
  measurePractice(world, tally, row);
  measureCommunities(world, tally, row);
  measurePeople(world, tally, row);
  measureSponsors(world, row);
  measureReviews(world, row);
}

/** 0 where there is nobody to take a share of. */
function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** Traits are summed above one half. */
const MID = 0.5;

function measureVanity(world: World, tally: Tally, row: StateRow): void {
  const { parts } = tally;
  const { counts } = world.scratch;
  const cohorts = world.state.cohort.counts;
  row.employees = tally.people;
  row.registeredShare = ratio(parts[PART.users], tally.people);
  row.registrations = counts[COUNT.registrations];
  row.weeklyActiveShare = ratio(parts[PART.weeklyActive], tally.people);
  row.monthlyActiveShare = ratio(parts[PART.monthlyActive], tally.people);
  row.posterShare = ratio(parts[PART.posters], parts[PART.users]);
  row.frequentPosterShare = ratio(parts[PART.frequentPosters], parts[PART.users]);
  row.posts = counts[COUNT.posts];
  row.readOnlyShare = ratio(parts[PART.readOnly], parts[PART.monthlyActive]);
  row.shallowShare = ratio(parts[PART.shallow], tally.people);
  row.cohortReturn4to7Share = ratio(cohorts[1], cohorts[0]);
  row.cohortReturn9to12Share = ratio(cohorts[3], cohorts[2]);
}

function measurePractice(world: World, tally: Tally, row: StateRow): void {
  const { counts } = world.scratch;
  const { firm } = world.state;
  const { parts } = tally;
  const active =
    parts[PART.deep] + parts[PART.contributors] + parts[PART.readers] + parts[PART.registeredOnly];
  row.deepShare = ratio(parts[PART.deep], tally.people);
  row.stateNoneShare = ratio(tally.people - active, tally.people);
  row.stateRegisteredShare = ratio(parts[PART.registeredOnly], tally.people);
  row.stateReaderShare = ratio(parts[PART.readers], tally.people);
  row.stateContributorShare = ratio(parts[PART.contributors], tally.people);
  row.stateDeepShare = ratio(parts[PART.deep], tally.people);
  row.asks = counts[COUNT.asks];
  row.answers = counts[COUNT.answers];
  row.failedAsks = counts[COUNT.failedAsks];
  row.solves = counts[COUNT.solves];
  row.ambientSolves = counts[COUNT.ambientSolves];
  row.localSolves = counts[COUNT.localSolves];
  row.documented = counts[COUNT.documented];
  row.practicesInUse = firm.documentedEntries[0];
  row.useCaseKnowledge = firm.useCaseKnowledge[0];
}

function measureCommunities(world: World, tally: Tally, row: StateRow): void {
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
  row.communities = live;
  row.dormantCommunities = dormant;
  row.memberShare = ratio(members, tally.people);
  row.attendeeShare = ratio(world.scratch.counts[COUNT.attendees], tally.people);
  row.coreMemberShare = ratio(parts[PART.coreMembers], members);
  row.activeMemberShare = ratio(parts[PART.activeMembers], members);
  row.peripheralMemberShare = ratio(members - parts[PART.coreMembers] - parts[PART.activeMembers], members);
  row.communityHealth = ratio(health, live);
  row.solveRateSmall = ratio(asked[1], asked[0]);
  row.solveRateMedium = ratio(asked[3], asked[2]);
  row.solveRateLarge = ratio(asked[5], asked[4]);
  row.facilitation = firm.facilitation[0];
  row.champions = firm.champions[0];
}

function measurePeople(world: World, tally: Tally, row: StateRow): void {
  row.engagement = MID + ratio(tally.engagementAboveMid, tally.people);
  row.engagedShare = ratio(tally.engaged, tally.people);
  row.disengagedShare = ratio(tally.disengaged, tally.people);
  row.skill = MID + ratio(tally.skillAboveMid, tally.people);
  row.leavers = world.scratch.counts[COUNT.leavers];
}

function measureSponsors(world: World, row: StateRow): void {
  const { firm, unit } = world.state;
  row.sponsorSupport = byHeadcount(world, (u) => unit.support[u]);
  row.funding = firm.funding[0];
  row.isCancelled = firm.cancelledWeek[0] === NEVER ? 0 : 1;
  row.attention = byHeadcount(world, (u) => unit.attention[u]);
}

function measureReviews(world: World, row: StateRow): void {
  const { firm } = world.state;
  const visible = visiblePrecedents(world);
  row.platformReviewWeeks = firm.platformReviewWeeks[0];
  row.communityReviewWeeks = firm.communityReviewWeeks[0];
  row.projectReviewWeeks = firm.projectReviewWeeks[0];
  row.projectReviewDuration = byHeadcount(world, (u) => projectReviewWeeks(world, visible[u]));
}

/** Mean over units by headcount. */
function byHeadcount(world: World, valueOf: (unit: number) => number): number {
  const { headcount } = world.state.unit;
  let sum = 0;
  for (let u = 0; u < headcount.length; u++) sum += valueOf(u) * headcount[u];
  return ratio(sum, world.state.firm.headcount[0]);
}
