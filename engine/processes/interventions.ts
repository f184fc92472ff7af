/** Interventions: what the plan asks for is reviewed, goes live, sets this week's levels, and ends. */
import { attentionOf } from "./attention.ts";
import { closeCommunity, enrolScope, foundCommunity, seatsOf } from "../communities.ts";
import { NEVER } from "../columns.ts";
import type { Intervention } from "../interventions.ts";
import { endIncentive, setIncentives } from "./incentives.ts";
import type { Process } from "../process.ts";
import { STATUS, cellsReached, isPlatformLive, livePlaces, reachesCell } from "../progress.ts";
import {
  communityReviewWeeks,
  companyReviewWeeks,
  finishReview,
  raiseSharedService,
  REVIEW,
} from "./reviews.ts";
import { cellInScope, unitInScope } from "../scope.ts";
import type { World } from "../world.ts";

/** A fast platform: its review and its integration cost. */
const FAST_REVIEW = 0.5;
/** Weeks in which a campaign's intensity builds up. */
const RAMP_WEEKS = 8;
const EVENT_LEVEL = 0.5;

export const interventions: Process = {
  name: "interventions",
  writes: [
    "intervention.status",
    "intervention.reviewEnds",
    "intervention.weekLive",
    "intervention.weekOver",
    "community.isLive",
    "community.weekFounded",
    "community.members",
    "community.health",
    "community.reviewEnds",
    "community.weekOpened",
    "community.structuredUntil",
    "community.structuredWeeks",
    "employee.isMember",
    "employee.communityUtility",
    "employee.membershipMargin",
    "employee.autonomy",
    "employee.champion",
    "unit.support",
    "unit.precedents",
    "unit.attention",
    "pooled.reviews",
    "firm.champions",
    "firm.sharedServiceLevel",
    "firm.firstEffectWeek",
    "firm.platformReviewWeeks",
    "firm.communityReviewWeeks",
  ],
  run(world, week) {
    for (let i = 0; i < world.plan.length; i++) advance(world, i, week);
    if (isPlatformLive(world)) startWaiting(world, week);
    advanceCommunities(world, week);
    setLevels(world, week);
    setAttention(world, week);
  },
};

/** Moves one intervention on: requested, reviewed, waiting for a platform, live, over. */
function advance(world: World, i: number, week: number): void {
  const { status, reviewEnds, weekLive } = world.state.intervention;
  const item = world.plan[i];
  if (status[i] === STATUS.future && item.week <= week && mayRequest(world, item)) request(world, i, week);
  if (status[i] === STATUS.inReview) {
    if (reviewEnds[i] > week) world.state.firm.platformReviewWeeks[0]++;
    else {
      finishReview(world, REVIEW.platform, item.scope, 1);
      goLive(world, i, week);
    }
  }
  if (status[i] === STATUS.live && "weeks" in item && week >= weekLive[i] + item.weeks) end(world, i, week);
}

/** A cancelled plan can still stop things, but starts nothing more. */
function mayRequest(world: World, item: Intervention): boolean {
  return item.kind === "stop" || world.state.firm.cancelledWeek[0] === NEVER;
}

/** Campaigns and events begin once a platform is live, whatever their place in the plan. */
function startWaiting(world: World, week: number): void {
  const { status } = world.state.intervention;
  for (let i = 0; i < world.plan.length; i++) if (status[i] === STATUS.waiting) goLive(world, i, week);
}

function request(world: World, i: number, week: number): void {
  const { status, reviewEnds } = world.state.intervention;
  const item = world.plan[i];
  if (item.kind === "stop") {
    goLive(world, i, week);
    stop(world, item, week);
  } else if (item.kind === "platform") {
    const weeks = companyReviewWeeks(world, item.scope) * (item.fast ? FAST_REVIEW : 1);
    status[i] = STATUS.inReview;
    reviewEnds[i] = week + Math.floor(weeks + 0.5);
  } else if (item.kind === "campaign" || item.kind === "events") status[i] = STATUS.waiting;
  else if (item.kind === "communities") {
    requestCommunities(world, item, week);
    status[i] = STATUS.live;
    world.state.intervention.weekLive[i] = week;
  } else goLive(world, i, week);
}

function goLive(world: World, i: number, week: number): void {
  const item = world.plan[i];
  world.state.intervention.status[i] = STATUS.live;
  world.state.intervention.weekLive[i] = week;
  if (item.kind !== "stop") takeEffect(world, week);
  if (item.kind === "sponsor") winSponsor(world, item);
  if (item.kind === "sharedService") raiseSharedService(world);
}

/** The first effect of a plan starts the clocks of its reports and of the funding gate. */
function takeEffect(world: World, week: number): void {
  const { firstEffectWeek } = world.state.firm;
  if (firstEffectWeek[0] === NEVER) firstEffectWeek[0] = week;
}

function winSponsor(world: World, item: Intervention): void {
  const { support } = world.state.unit;
  for (let u = 0; u < support.length; u++)
    if (unitInScope(item.scope, u)) support[u] = Math.min(1, support[u] + world.spec.parameters.sponsorGain);
}

/** Asks for communities in the largest scopes without one, ties by id; each is reviewed on its own. */
function requestCommunities(world: World, item: Intervention & { kind: "communities" }, week: number): void {
  const { community } = world.state;
  const { scopeSize } = world.organisation;
  const free: number[] = [];
  for (let c = 0; c < scopeSize.length; c++)
    if (
      !community.isLive[c] &&
      community.reviewEnds[c] === NEVER &&
      isInhabited(world, c) &&
      isScopeMostlyIn(world, item, c)
    )
      free.push(c);
  free.sort((a, b) => scopeSize[b] - scopeSize[a] || a - b);
  for (const c of free.slice(0, item.count ?? free.length)) {
    community.reviewEnds[c] = week + Math.floor(communityReviewWeeks(world, c) + 0.5);
    community.structuredWeeks[c] = item.structuredWeeks ?? 0;
  }
}

/** Whether anybody is there; the scopes of a later merger are empty until then. */
function isInhabited(world: World, c: number): boolean {
  return seatsOf(world, c).some((a) => world.state.employee.isPresent[a] === 1);
}

/** A community lies in an intervention's scope if at least half of its seats do. */
function isScopeMostlyIn(world: World, item: Intervention, c: number): boolean {
  if (!item.scope) return true;
  const { scopeStart, scopeSeats, cell } = world.organisation;
  let inside = 0;
  for (let k = scopeStart[c]; k < scopeStart[c + 1]; k++)
    if (cellInScope(world.organisation, item.scope, cell[scopeSeats[k]])) inside++;
  return 2 * inside >= scopeStart[c + 1] - scopeStart[c];
}

/** Reviewed communities open as soon as enough people are willing. */
function advanceCommunities(world: World, week: number): void {
  const { community, firm } = world.state;
  for (let c = 0; c < community.isLive.length; c++) {
    if (community.reviewEnds[c] === NEVER) continue;
    if (community.reviewEnds[c] > week) {
      firm.communityReviewWeeks[0]++;
      continue;
    }
    if (openCommunity(world, c, week)) {
      finishReview(world, REVIEW.community, c, world.spec.parameters.communityPrecedent);
      community.reviewEnds[c] = NEVER;
      community.weekOpened[c] = week;
      takeEffect(world, week);
    }
  }
}

/** Founds a reviewed community, or gives one that the grassroots founded meanwhile its structured meetings. */
function openCommunity(world: World, c: number, week: number): boolean {
  const { community } = world.state;
  const structuredWeeks = community.structuredWeeks[c];
  if (community.isLive[c]) enrolScope(world, c, week, structuredWeeks);
  else if (!foundCommunity(world, c, week, structuredWeeks)) return false;
  community.structuredWeeks[c] = 0;
  return true;
}

function stop(world: World, item: Intervention & { kind: "stop" }, week: number): void {
  const isPartial = item.scope !== undefined;
  for (let i = 0; i < world.plan.length; i++) {
    const other = world.plan[i];
    if (other.kind !== item.what || world.state.intervention.status[i] === STATUS.future) continue;
    if (!isPartial || isNarrower(other, item)) end(world, i, week);
    else if (other.kind === "incentive") endIncentive(world, other, item.scope);
  }
  if (item.what === "tribe") releaseChampions(world);
  if (item.what !== "communities") return;
  const { community } = world.state;
  for (let c = 0; c < community.isLive.length; c++) {
    if (!isScopeMostlyIn(world, item, c)) continue;
    if (community.isLive[c] && community.weekOpened[c] !== NEVER) closeCommunity(world, c, week);
    forgetRequest(world, c);
  }
}

/** A community that has been asked for and is not open yet never opens. */
export function forgetRequest(world: World, c: number): void {
  world.state.community.reviewEnds[c] = NEVER;
  world.state.community.structuredWeeks[c] = 0;
}

/** Whether an intervention concerns nobody outside a stop's scope. */
function isNarrower(item: Intervention, stopped: Intervention): boolean {
  const lists = ["units", "roles", "sites"] as const;
  return lists.every((list) => {
    const limit = stopped.scope?.[list];
    return !limit || (item.scope?.[list]?.every((index) => limit.includes(index)) ?? false);
  });
}

/** Ends an intervention that has been asked for. */
export function end(world: World, i: number, week: number): void {
  const { status, weekOver } = world.state.intervention;
  if (status[i] === STATUS.over) return;
  const wasLive = status[i] === STATUS.live;
  status[i] = STATUS.over;
  weekOver[i] = week;
  const item = world.plan[i];
  if (item.kind === "incentive" && wasLive) endIncentive(world, item);
}

/** Champions whom no tribe reaches any more are champions no longer. */
function releaseChampions(world: World): void {
  const { champion } = world.state.employee;
  const { cell } = world.organisation;
  const reached = cellsReached(world, livePlaces(world, "tribe"));
  for (let a = 0; a < champion.length; a++) {
    if (champion[a] === 0 || reached[cell[a]] === 1) continue;
    champion[a] = 0;
    world.state.firm.champions[0]--;
  }
}

/** Sets where the platform is open, the campaign's level and the odds of contributing, cell by cell. */
function setLevels(world: World, week: number): void {
  const { isOpen, campaign, contributionOdds } = world.scratch;
  const { status, weekLive } = world.state.intervention;
  isOpen.fill(0);
  campaign.fill(0);
  contributionOdds.fill(1);
  const isLive = isPlatformLive(world);
  for (let i = 0; i < world.plan.length; i++) {
    if (status[i] !== STATUS.live || !isLive) continue;
    if (world.plan[i].kind === "platform") openPlatform(world, i);
    else raiseCampaign(world, i, week - weekLive[i]);
  }
  setIncentives(world, week);
}

function openPlatform(world: World, i: number): void {
  const { isOpen } = world.scratch;
  for (let cell = 0; cell < isOpen.length; cell++) if (reachesCell(world, i, cell)) isOpen[cell] = 1;
}

/** A campaign ramps up over eight weeks; an event is one week; overlaps take the maximum. */
function raiseCampaign(world: World, i: number, age: number): void {
  const { campaign } = world.scratch;
  const level = world.state.firm.funding[0] * campaignLevel(world.plan[i], age);
  if (level === 0) return;
  for (let cell = 0; cell < campaign.length; cell++)
    if (reachesCell(world, i, cell)) campaign[cell] = Math.max(campaign[cell], level);
}

function campaignLevel(item: Intervention, age: number): number {
  if (item.kind === "campaign") return item.intensity * Math.min(1, (age + 1) / RAMP_WEEKS);
  return item.kind === "events" && age % item.every === 0 ? EVENT_LEVEL : 0;
}

function setAttention(world: World, week: number): void {
  const { attention } = world.state.unit;
  if (world.spec.parameters.isAttentionOn === 0) attention.fill(1);
  else for (let u = 0; u < attention.length; u++) attention[u] = attentionOf(world, u, week);
}
