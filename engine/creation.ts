/** How a company is made: ground, ties, tables, everybody's seat, and whatever is there at the start. */
import { layOut, NEVER, stateBytes, type Lengths } from "./columns.ts";
import { foundCommunity } from "./communities.ts";
import { listUsers } from "./lists.ts";
import { keepAnew } from "./kept.ts";
import { groupedLength } from "./grouping.ts";
import { canonicalOrder, mergerSeats } from "./interventions.ts";
import { ACCOUNT_NAMES, STATE_NAMES } from "./measures.ts";
import { buildOrganisation, type Organisation } from "./organisation.ts";
import { seatEverybody } from "./population.ts";
import { recordMeasures } from "./processes/accounting.ts";
import { draw, runKey, STREAM, TWO32, weekKey } from "./random.ts";
import { makeScratch } from "./scratch.ts";
import type { RunSpec } from "./spec.ts";
import { buildTables, TOPICS } from "./tables.ts";
import { buildTies } from "./ties.ts";
import type { GroupBy } from "./trace.ts";
import type { Ground, World } from "./world.ts";

export interface WorldOptions {
  readonly isSkippingIdle?: boolean;
  readonly groupBy?: readonly GroupBy[];
}

/**
 * Makes the company of a spec at week 0. The spec's indices and bounds have been checked by scenarios/.
 * Cost: about 0.2 ms per 1,000 employees.
 */
export function createWorld(spec: RunSpec, options: WorldOptions = {}): World {
  const world = layWorld(makeGround(spec, options), spec);
  startFirm(world);
  seatEverybody(world);
  startCommunities(world);
  listUsers(world);
  keepAnew(world);
  recordMeasures(world, 0);
  return world;
}

/** A world on a ground of the same spec, its plan apart; all state is 0 but the plan's, of which nothing has happened. */
export function layWorld(ground: Ground, spec: RunSpec): World {
  const lengths = lengthsOf(spec, ground.organisation, ground.groupBy);
  const buffer = new ArrayBuffer(stateBytes(lengths));
  // Written out: objects made by spreading may each get a hidden class of their own, and every access becomes a search.
  const { shocks, run, organisation, ties, tables, scratch, isSkippingIdle, groupBy } = ground;
  const { company, parameters, plan, weeks, seed, replicate } = spec;
  const world: World = {
    shocks,
    run,
    organisation,
    ties,
    tables,
    scratch,
    isSkippingIdle,
    groupBy,
    spec: { company, parameters, plan, shocks: spec.shocks, weeks, seed, replicate },
    plan: canonicalOrder(plan),
    lengths,
    buffer,
    state: layOut(buffer, lengths),
  };
  startPlan(world);
  return world;
}

function makeGround(spec: RunSpec, options: WorldOptions): Ground {
  const { company, parameters } = spec;
  const run = runKey(spec.seed, spec.replicate);
  const mergers = spec.shocks.filter((shock) => shock.kind === "merger");
  const extraSeats = mergers.reduce((sum, shock) => sum + mergerSeats(company.employeeCount, shock.share), 0);
  if (company.employeeCount + extraSeats > SEATS_MAX)
    throw new RangeError(
      `too many employees with mergers; over ${SEATS_MAX}: ${company.employeeCount + extraSeats}`,
    );
  const { organisation, department } = buildOrganisation(
    company,
    extraSeats,
    parameters.teamMainRoleShare,
    run,
  );
  return {
    shocks: canonicalOrder(spec.shocks),
    run,
    organisation,
    ties: buildTies(company.ties, { ...organisation, department }, run, company.rewiring ?? 0),
    tables: buildTables(parameters, spec.weeks),
    scratch: makeScratch(organisation),
    isSkippingIdle: options.isSkippingIdle ?? true,
    groupBy: options.groupBy ?? [],
  };
}

/** Seats that ids can tell apart over all weeks. */
const SEATS_MAX = 1048576;

function lengthsOf(spec: RunSpec, organisation: Organisation, groupBy: readonly GroupBy[]): Lengths {
  const weekCount = spec.weeks + 1;
  const communities = organisation.scopeSize.length;
  return {
    employee: organisation.employeeCount,
    unit: organisation.unitCount,
    recent: 4 * organisation.unitCount,
    due: organisation.unitCount * weekCount,
    reviewer: Math.max(1, spec.parameters.reviewers),
    community: communities,
    knowledge: (communities + organisation.roleCount) * TOPICS,
    expiry: weekCount,
    intervention: spec.plan.length,
    firm: 1,
    pooled: 3,
    cohort: 4,
    sizeClass: 6,
    account: ACCOUNT_NAMES.length,
    trace: (STATE_NAMES.length + ACCOUNT_NAMES.length) * weekCount,
    grouped: groupedLength(organisation, groupBy, spec.weeks),
  };
}

function startFirm({ state }: World): void {
  const { firm, unit, community } = state;
  firm.funding[0] = 1;
  firm.facilitation[0] = 1;
  firm.firstEffectWeek[0] = NEVER;
  firm.firstReportWeek[0] = NEVER;
  firm.cancelledWeek[0] = NEVER;
  unit.support.fill(START_SUPPORT);
  unit.attention.fill(1);
  for (const column of [
    community.weekFounded,
    community.reviewEnds,
    community.weekOpened,
    community.structuredUntil,
  ])
    column.fill(NEVER);
}

function startPlan({ state: { intervention } }: World): void {
  for (const column of [intervention.reviewEnds, intervention.weekLive, intervention.weekOver])
    column.fill(NEVER);
}

/** Sponsor support before any report. */
const START_SUPPORT = 0.5;

/** Informal communities that are there already. */
function startCommunities(world: World): void {
  const share = world.spec.parameters.startCommunityShare;
  if (share === 0) return;
  const key = weekKey(world.run, STREAM.population, 20, 0);
  for (let c = 0; c < world.organisation.scopeSize.length; c++)
    if (draw(c, key.k0, key.k1) < share * TWO32) foundCommunity(world, c, 0);
}
