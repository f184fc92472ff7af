/** A company at a week's boundary: its fixed ground, its state, and scratch that is never saved. */
import { layOut, stateBytes, NEVER, type Lengths, type State } from "./columns.ts";
import { foundCommunity } from "./communities.ts";
import { groupedLength } from "./grouping.ts";
import { canonicalPlan, type Intervention } from "./interventions.ts";
import { ACCOUNT_NAMES, STATE_NAMES } from "./measures.ts";
import { buildOrganisation, type Organisation } from "./organisation.ts";
import { seatEverybody } from "./population.ts";
import { recordMeasures } from "./processes/accounting.ts";
import { draw, runKey, STREAM, TWO32, weekKey, type Key } from "./random.ts";
import type { RunSpec } from "./spec.ts";
import type { GroupBy } from "./trace.ts";
import { buildTables, TOPICS, type Tables } from "./tables.ts";
import { buildTies, type Ties } from "./ties.ts";

export interface World {
  readonly spec: RunSpec;
  /** The plan in canonical order. */
  readonly plan: readonly Intervention[];
  readonly run: Key;
  readonly organisation: Organisation;
  readonly ties: Ties;
  readonly tables: Tables;
  readonly lengths: Lengths;
  /** Everything that outlives a week, in one buffer. */
  readonly buffer: ArrayBuffer;
  readonly state: State;
  readonly scratch: Scratch;
  /** Whether people without a channel are passed over; false only to show that they change nothing. */
  readonly isSkippingIdle: boolean;
  readonly groupBy: readonly GroupBy[];
}

/** This week's events and lists; overwritten every week. */
export interface Scratch {
  /** By cell: platform open, campaign level, odds of asking and posting. */
  readonly isOpen: Uint8Array;
  readonly campaign: Float64Array;
  readonly contributionOdds: Float64Array;
  /** Events of this week, by employee: bits of ASKED. */
  readonly asked: Uint8Array;
  /** What solved this week's problem: a CHANNEL. */
  readonly solvedBy: Uint8Array;
  readonly communityAnswers: Uint8Array;
  readonly platformAnswers: Uint8Array;
  /** Skill to be learnt this week from others, as they were at its start. */
  readonly skillGain: Float32Array;
  /** Probability of helping in 2⁻¹⁶. */
  readonly help: Uint16Array;
  /** Attendees by community, then id; prefix sums of their help in 2⁻¹⁶, per community. */
  readonly attendeeStart: Uint32Array;
  readonly attendees: Uint32Array;
  readonly attendeePrefix: Uint32Array;
  /** Platform visitors by role, then id; prefix sums of their weight in 2⁻¹², per role. */
  readonly visitorStart: Uint32Array;
  readonly visitors: Uint32Array;
  readonly visitorPrefix: Uint32Array;
  /** By community: reach from its own members and through all means, before the asker is taken out. */
  readonly ownReach: Float64Array;
  readonly otherReach: Float64Array;
  readonly hasCurator: Uint8Array;
  /** Platform answers between people outside communities, by the asker's scope. */
  readonly sparks: Uint32Array;
  /** By role: relevance of the platform. */
  readonly relevance: Float64Array;
  /** By role: reward of a visit, skill above one half; by unit: purpose won by success stories. */
  readonly reward: Float64Array;
  readonly skillAboveMid: Float64Array;
  readonly storyRate: Float64Array;
  /** Help of a role's communities, and of a community's members, in 2⁻¹⁶. */
  readonly memberHelp: Float64Array;
  readonly roleReach: Float64Array;
  readonly roleTally: Float64Array;
  /** This week's counts, by COUNT. */
  readonly counts: Float64Array;
}

/** Bits of Scratch.asked. */
export const ASKED = {
  community: 1,
  platform: 2,
  communityFailed: 4,
  platformFailed: 8,
  documented: 16,
} as const;
/** What solved a problem. */
export const CHANNEL = {
  none: 0,
  local: 1,
  ambient: 2,
  communityBase: 3,
  platformBase: 4,
  communityPeople: 5,
  platformPeople: 6,
} as const;
/** This week's counts. */
export const COUNT = {
  leavers: 0,
  registrations: 1,
  posts: 2,
  attendees: 3,
  asks: 4,
  answers: 5,
  failedAsks: 6,
  solves: 7,
  ambientSolves: 8,
  localSolves: 9,
  documented: 10,
} as const;

export interface WorldOptions {
  readonly isSkippingIdle?: boolean;
  readonly groupBy?: readonly GroupBy[];
}

/**
 * Makes the company of a spec at week 0. The spec's indices and bounds have been checked by scenarios/.
 * Cost: about 0.2 ms per 1,000 employees.
 */
export function createWorld(spec: RunSpec, options: WorldOptions = {}): World {
  const { company, parameters } = spec;
  const run = runKey(spec.seed, spec.replicate);
  const mergers = spec.shocks.filter((shock) => shock.kind === "merger");
  const extraSeats = mergers.reduce((sum, shock) => sum + mergerSeats(company.employeeCount, shock.share), 0);
  const organisation = buildOrganisation(company, extraSeats, parameters.teamMainRoleShare, run);
  const groupBy = options.groupBy ?? [];
  const lengths = lengthsOf(spec, organisation, groupBy);
  const buffer = new ArrayBuffer(stateBytes(lengths));
  const world: World = {
    spec,
    plan: canonicalPlan(spec.plan),
    run,
    organisation,
    ties: buildTies(company.ties, organisation, run, company.rewiring ?? 0),
    tables: buildTables(parameters, spec.weeks),
    lengths,
    buffer,
    state: layOut(buffer, lengths),
    scratch: makeScratch(organisation),
    isSkippingIdle: options.isSkippingIdle ?? true,
    groupBy,
  };
  startFirm(world);
  seatEverybody(world);
  startCommunities(world);
  recordMeasures(world, 0);
  return world;
}

/** Newcomers of a merger. */
export function mergerSeats(employeeCount: number, share: number): number {
  return Math.floor(employeeCount * share + 0.5);
}

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

function makeScratch(organisation: Organisation): Scratch {
  const people = organisation.employeeCount;
  const cells = organisation.cellUnit.length;
  const communities = organisation.scopeSize.length;
  const roles = organisation.roleCount;
  return {
    isOpen: new Uint8Array(cells),
    campaign: new Float64Array(cells),
    contributionOdds: new Float64Array(cells),
    asked: new Uint8Array(people),
    solvedBy: new Uint8Array(people),
    communityAnswers: new Uint8Array(people),
    platformAnswers: new Uint8Array(people),
    skillGain: new Float32Array(people),
    help: new Uint16Array(people),
    attendeeStart: new Uint32Array(communities + 1),
    attendees: new Uint32Array(people),
    attendeePrefix: new Uint32Array(people),
    visitorStart: new Uint32Array(roles + 1),
    visitors: new Uint32Array(people),
    visitorPrefix: new Uint32Array(people),
    ownReach: new Float64Array(communities),
    otherReach: new Float64Array(communities),
    hasCurator: new Uint8Array(communities),
    sparks: new Uint32Array(communities),
    relevance: new Float64Array(roles),
    reward: new Float64Array(roles),
    skillAboveMid: new Float64Array(roles),
    storyRate: new Float64Array(organisation.unitCount),
    memberHelp: new Float64Array(communities),
    roleReach: new Float64Array(roles),
    roleTally: new Float64Array(roles * 4),
    counts: new Float64Array(Object.keys(COUNT).length),
  };
}

function startFirm({ state, plan }: World): void {
  const { firm, unit, community, intervention } = state;
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
  if (plan.length > 0)
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

/** A copy of everything that outlives a week; restore it into a world of the same spec. */
export function snapshot(world: World): ArrayBuffer {
  return world.buffer.slice(0);
}

/** Puts a world back to a snapshot of the same spec (or of one whose plans agree until then). */
export function restore(world: World, saved: ArrayBuffer): void {
  if (saved.byteLength !== world.buffer.byteLength)
    throw new RangeError(
      `snapshot of another world; ${saved.byteLength} bytes instead of ${world.buffer.byteLength}`,
    );
  new Uint8Array(world.buffer).set(new Uint8Array(saved));
}

/** Typed arrays a world holds, in bytes: state, ground and scratch; ties apart. */
export function worldBytes(world: World): { readonly people: number; readonly ties: number } {
  const arrays = [...Object.values(world.scratch), ...Object.values(world.organisation)];
  let people = world.buffer.byteLength;
  for (const item of arrays) if (ArrayBuffer.isView(item)) people += item.byteLength;
  const { offsets, neighbours, roleDegree } = world.ties;
  people += offsets.byteLength + roleDegree.byteLength;
  return { people, ties: neighbours.byteLength };
}
