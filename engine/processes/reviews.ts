/** Reviews: every finished one is a precedent; precedents, pooled by a council, make the next ones shorter. */
import type { Scope } from "../interventions.ts";
import { exp, log } from "../math.ts";
import type { Parameters } from "../parameters.ts";
import { unitInScope } from "../scope.ts";
import type { World } from "../world.ts";
import { livePlaces, reachesUnit } from "../progress.ts";

/** Types of review, as indices of pooled.reviews. */
export const REVIEW = { platform: 0, community: 1, project: 2 } as const;
type ReviewType = (typeof REVIEW)[keyof typeof REVIEW];

/** Levels of shared review services. */
const SHARED_SERVICE_MAX = 3;

/**
 * Weeks a review takes: T0 · max(floor, k^−exponent), k = 1 + visible precedents, less what shared services save.
 */
export function reviewWeeks(
  firstWeeks: number,
  precedents: number,
  level: number,
  parameters: Parameters,
): number {
  const { reviewLearning, reviewFloor, sharedServiceFloorDrop, sharedServiceSaving } = parameters;
  const floor = reviewFloor - sharedServiceFloorDrop * level;
  const learnt = exp(-reviewLearning * log(1 + precedents));
  return firstWeeks * Math.max(floor, learnt) * (1 - sharedServiceSaving * level);
}

/** By unit: the precedents it can see, its own or all of its council's units'. */
export function visiblePrecedents(world: World): Float64Array {
  const { precedents } = world.state.unit;
  const { visible } = world.scratch;
  visible.set(precedents);
  if (world.spec.parameters.isPoolingOn === 0) return visible;
  for (const council of livePlaces(world, "council")) {
    let pooled = 0;
    for (let u = 0; u < visible.length; u++) if (reachesUnit(world, council, u)) pooled += precedents[u];
    for (let u = 0; u < visible.length; u++)
      if (reachesUnit(world, council, u)) visible[u] = Math.max(visible[u], pooled);
  }
  return visible;
}

/** A unit's own project, for a unit that sees so many precedents. */
export function projectReviewWeeks(world: World, precedents: number): number {
  const { parameters } = world.spec;
  const level = world.state.firm.sharedServiceLevel[0];
  return reviewWeeks(parameters.projectReviewWeeks, precedents, level, parameters);
}

/** A company-wide review sees what the council pools, else the precedents of the largest unit concerned. */
export function companyReviewWeeks(world: World, scope: Scope | undefined): number {
  const { parameters } = world.spec;
  const { headcount } = world.state.unit;
  let largest = -1;
  for (let u = 0; u < headcount.length; u++)
    if (unitInScope(scope, u) && (largest < 0 || headcount[u] > headcount[largest])) largest = u;
  const precedents = largest < 0 ? 0 : visiblePrecedents(world)[largest];
  return reviewWeeks(
    parameters.platformReviewWeeks,
    precedents,
    world.state.firm.sharedServiceLevel[0],
    parameters,
  );
}

/** A community's review sees the mean of its units' precedents. */
export function communityReviewWeeks(world: World, c: number): number {
  const { parameters } = world.spec;
  const { scopeUnitStart, scopeUnits } = world.organisation;
  const visible = visiblePrecedents(world);
  let sum = 0;
  for (let k = scopeUnitStart[c]; k < scopeUnitStart[c + 1]; k++) sum += visible[scopeUnits[k]];
  const mean = sum / (scopeUnitStart[c + 1] - scopeUnitStart[c]);
  return reviewWeeks(
    parameters.communityReviewWeeks,
    mean,
    world.state.firm.sharedServiceLevel[0],
    parameters,
  );
}

/**
 * Books a finished review as `amount` precedents, split evenly over its units: of a community (its index), of an
 * intervention (its scope). A council turns every ten pooled reviews of one type into a shared service.
 */
export function finishReview(
  world: World,
  type: ReviewType,
  where: Scope | number | undefined,
  amount: number,
): void {
  const { precedents } = world.state.unit;
  const units = typeof where === "number" ? unitsOfCommunity(world, where) : unitsOfScope(world, where);
  for (const u of units) precedents[u] += amount / units.length;
  poolReview(world, type, units);
}

/** A council counts a finished review of its units. */
export function poolReview(world: World, type: ReviewType, units: readonly number[]): void {
  const { reviews } = world.state.pooled;
  const { parameters } = world.spec;
  const councils = livePlaces(world, "council");
  if (!councils.some((council) => units.some((u) => reachesUnit(world, council, u)))) return;
  reviews[type]++;
  if (parameters.isSharedServiceOn === 0 || reviews[type] < parameters.sharedServiceReviews) return;
  reviews[type] -= parameters.sharedServiceReviews;
  raiseSharedService(world);
}

/** Adds a level of shared review services. */
export function raiseSharedService(world: World): void {
  const { sharedServiceLevel } = world.state.firm;
  sharedServiceLevel[0] = Math.min(SHARED_SERVICE_MAX, sharedServiceLevel[0] + 1);
}

function unitsOfCommunity({ organisation }: World, c: number): readonly number[] {
  const { scopeUnitStart, scopeUnits } = organisation;
  return [...scopeUnits.subarray(scopeUnitStart[c], scopeUnitStart[c + 1])];
}

function unitsOfScope({ organisation }: World, scope: Scope | undefined): readonly number[] {
  const units: number[] = [];
  for (let u = 0; u < organisation.unitCount; u++) if (unitInScope(scope, u)) units.push(u);
  return units;
}
