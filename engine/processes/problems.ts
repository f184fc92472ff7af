/** Problems: each meets a problem now and then, tries the ties, knowledge bases and people, and answers others. */
import { WINDOW_WEEKS } from "../windows.ts";
import { exp, expm1, integerPower, log, normalQuantile } from "../math.ts";
import type { Process } from "../process.ts";
import { draw, STREAM, TWO32, uniform, weekKey, type Key } from "../random.ts";
import { listIdle } from "../lists.ts";
import { addSeat, touch, type SeatList } from "../scratch.ts";
import { TOPICS } from "../tables.ts";
import { ASKED, CHANNEL, COUNT } from "../events.ts";
import type { World } from "../world.ts";
import { ACCOUNT, book, MONEY_UNIT } from "./money.ts";
import { multiplyOdds } from "./incentives.ts";
import { HELP_UNIT, platformWeight, WEIGHT_UNIT } from "./reach.ts";
import { pickAttendee, pickVisitor } from "./answerers.ts";
import { addPosts } from "./visits.ts";

/** Platform questions: .2 + .8·utility; looking into its base: .3 + .7·relevance. */
const ASK_BASE = 0.2;
const ASK_UTILITY = 0.8;
export const BASE_LOW = 0.3;
export const BASE_HIGH = 0.7;

export const problems: Process = {
  name: "problems",
  writes: [
    "employee.recentPosts",
    "knowledge.expires",
    "expiry.entries",
    "recent.unitSolves",
    "unit.quarterCommunityValue",
    "unit.quarterPlatformValue",
    "sizeClass.counts",
    "account.total",
    "firm.documentedEntries",
    "firm.nonLocalSolves",
  ],
  run(world, week) {
    forget(world, week);
    const draws = drawsOf(world, week);
    const { listed, counts } = world.scratch;
    counts[COUNT.localSolves] += meetProblems(world, week, draws, listed);
    // People without a channel are passed over, unless a test wants to see that they change nothing.
    if (!world.isSkippingIdle) meetProblems(world, week, draws, listIdle(world));
    if (world.scratch.counts[COUNT.documented] > 0) fileDocuments(world, week, draws);
  },
};

/** One key a decision, so that no decision shifts another's draw. */
interface Draws {
  readonly occurs: Key;
  readonly topic: Key;
  readonly value: Key;
  readonly local: Key;
  readonly ambient: Key;
  readonly communityBase: Key;
  readonly platformBase: Key;
  readonly communityAsk: Key;
  readonly communitySolve: Key;
  readonly platformAsk: Key;
  readonly platformSolve: Key;
  readonly document: Key;
  readonly expiry: Key;
  readonly answerer: Key;
}

function drawsOf(world: World, week: number): Draws {
  const key = (sub: number): Key => weekKey(world.run, STREAM.problems, sub, week);
  return {
    occurs: key(0),
    topic: key(1),
    value: key(2),
    local: key(3),
    ambient: key(4),
    communityBase: key(5),
    platformBase: key(6),
    communityAsk: key(7),
    communitySolve: key(8),
    platformAsk: key(9),
    platformSolve: key(10),
    document: key(11),
    expiry: key(12),
    answerer: answererKey(world, week),
  };
}

/** The key by which the week's answerers are picked. */
export function answererKey({ run }: World, week: number): Key {
  return weekKey(run, STREAM.problems, 13, week);
}

/** Forgets the solves of four weeks ago and the documented solutions that are out of date now. */
function forget(world: World, week: number): void {
  const { state, organisation } = world;
  const first = (week % 4) * organisation.unitCount;
  state.recent.unitSolves.fill(0, first, first + organisation.unitCount);
  state.firm.documentedEntries[0] -= state.expiry.entries[week];
}

function happens(id: number, key: Key, p: number): boolean {
  return draw(id, key.k0, key.k1) < p * TWO32;
}

/**
 * Whoever meets a problem tries the ties first; what they solve is worth nothing and teaches nothing, in every arm.
 * The list is used up; returns how many problems the ties solve.
 */
function meetProblems(world: World, week: number, draws: Draws, { ids, count }: SeatList): number {
  const { isMember, isPresent, visitedWeeks, personId, presentRoleTies } = world.state.employee;
  const { isLive } = world.state.community;
  const { scope } = world.organisation;
  const { tieUnknown } = world.tables;
  const bound = world.spec.parameters.problemProb * TWO32;
  const met = keepTroubled(ids, count, personId, isPresent, draws.occurs, bound);
  const beyond = keepUnsolved(ids, met, personId, presentRoleTies, tieUnknown, draws);
  for (let k = 0; k < beyond; k++) {
    const a = ids[k];
    const isActive = (visitedWeeks[a] & 1) === 1;
    const isAmongMembers = isMember[a] === 1 && isLive[scope[a]] === 1;
    searchFurther(world, a, topicOf(personId[a], draws.topic), week, draws, isAmongMembers, isActive);
  }
  return met - beyond;
}

/** Keeps in a list who meets a problem this week; without a branch, since nothing foretells it. */
function keepTroubled(
  ids: Uint32Array,
  count: number,
  personId: Uint32Array,
  isPresent: Uint8Array,
  { k0, k1 }: Key,
  bound: number,
): number {
  let met = 0;
  for (let k = 0; k < count; k++) {
    const a = ids[k];
    ids[met] = a;
    met += isPresent[a] & Number(draw(personId[a], k0, k1) < bound);
  }
  return met;
}

/** Keeps in a list whose problem the ties of the same role don't solve. */
function keepUnsolved(
  ids: Uint32Array,
  met: number,
  personId: Uint32Array,
  presentRoleTies: Uint16Array,
  tieUnknown: Float64Array,
  { topic: which, local }: Draws,
): number {
  const two32 = TWO32 * 1;
  let beyond = 0;
  for (let k = 0; k < met; k++) {
    const a = ids[k];
    const id = personId[a];
    const unknown = tieUnknown[topicOf(id, which)];
    const ties = presentRoleTies[a];
    const h = draw(id, local.k0, local.k1);
    // 1 − (1 − x)ⁿ ≤ n·x: most draws lie above this already, and need no power.
    const isNear = h < (ties * (1 - unknown) + POWER_ERROR) * two32;
    if (!isNear || h >= (1 - integerPower(unknown, ties)) * two32) ids[beyond++] = a;
  }
  return beyond;
}

/** More than all roundings of a power of a number in [0, 1] come to. */
export const POWER_ERROR = 1e-9;

/** A problem beyond the own ties: what solves it is booked, and who was busy with it is marked. */
function searchFurther(
  world: World,
  a: number,
  topic: number,
  week: number,
  draws: Draws,
  isMember: boolean,
  isActive: boolean,
): void {
  const { solvedBy, asked } = world.scratch;
  const channel = solve(world, a, topic, week, draws, isMember, isActive);
  if (channel === CHANNEL.none) {
    if (asked[a] !== 0) touch(world.scratch, a);
    return;
  }
  touch(world.scratch, a);
  solvedBy[a] = channel;
  bookSolution(world, a, channel, week, draws.value);
}

/** Ambient awareness, then knowledge bases, then people: in the community, on the platform. */
function solve(
  world: World,
  a: number,
  topic: number,
  week: number,
  draws: Draws,
  isMember: boolean,
  isActive: boolean,
): number {
  const { employee } = world.state;
  const id = employee.personId[a];
  if (isActive && happens(id, draws.ambient, ambientProb(world, a, topic))) return CHANNEL.ambient;
  const { scope, role } = world.organisation;
  const communityBase = scope[a] * TOPICS + topic;
  const platformBase = (world.lengths.community + role[a]) * TOPICS + topic;
  const { expires } = world.state.knowledge;
  const { parameters } = world.spec;
  // Draws before entries: a draw is arithmetic, an entry somewhere in a large table.
  if (isMember && happens(id, draws.communityBase, parameters.memberBaseUse) && expires[communityBase] > week)
    return CHANNEL.communityBase;
  const relevance = world.scratch.relevance[role[a]];
  const baseUse = parameters.platformBaseUse * (BASE_LOW + BASE_HIGH * relevance);
  if (isActive && happens(id, draws.platformBase, baseUse) && expires[platformBase] > week)
    return CHANNEL.platformBase;
  if (isMember && askCommunity(world, a, topic, draws)) {
    maybeDocument(world, a, draws);
    return CHANNEL.communityPeople;
  }
  if (isActive && askPlatform(world, a, topic, draws)) {
    maybeDocument(world, a, draws);
    return CHANNEL.platformPeople;
  }
  return CHANNEL.none;
}

/** Active people know better whom of their own ties to ask: up to half as many ties again. */
function ambientProb(world: World, a: number, topic: number): number {
  const { employee } = world.state;
  const activity = world.tables.bits[employee.visitedWeeks[a]] / WINDOW_WEEKS;
  const ties = employee.presentRoleTies[a] * world.spec.parameters.ambientShare * activity;
  return -expm1(ties * world.tables.logTieUnknown[topic]);
}

/** A member asks at a meeting, or elsewhere if the community has been useful. */
function askCommunity(world: World, a: number, topic: number, draws: Draws): boolean {
  const { employee, community, sizeClass } = world.state;
  const { counts, asked, help, ownReach, otherReach, contributionOdds } = world.scratch;
  const { parameters } = world.spec;
  const id = employee.personId[a];
  const c = world.organisation.scope[a];
  const isAttending = (employee.attendedWeeks[a] & 1) === 1;
  const odds = contributionOdds[world.organisation.cell[a]];
  const p = multiplyOdds(parameters.askProb * employee.communityUtility[a], odds);
  if (!isAttending && !happens(id, draws.communityAsk, p)) return false;
  const ownHelp = (help[a] * ((isAttending ? 1 : 0) + parameters.absentPresence)) / HELP_UNIT;
  const n = Math.max(0, ownReach[c] - ownHelp + otherReach[c]) * community.health[c];
  const size = sizeClassOf(community.members[c]);
  counts[COUNT.asks]++;
  sizeClass.counts[2 * size]++;
  asked[a] |= ASKED.community;
  if (!happens(id, draws.communitySolve, -expm1(n * world.tables.logUnknown[topic]))) {
    counts[COUNT.failedAsks]++;
    asked[a] |= ASKED.communityFailed;
    return false;
  }
  counts[COUNT.answers]++;
  sizeClass.counts[2 * size + 1]++;
  const own = isAttending ? help[a] : 0;
  const j = pickAttendee(world, a, c, own, draws.answerer);
  if (j >= 0) beAnswered(world, a, j, world.scratch.communityAnswers);
  return true;
}

/** Sizes whose solve rates are reported: under 50 members, under 150, more. */
function sizeClassOf(members: number): number {
  return members < 50 ? 0 : members < 150 ? 1 : 2;
}

function askPlatform(world: World, a: number, topic: number, draws: Draws): boolean {
  const { employee } = world.state;
  const { counts, asked, relevance, contributionOdds, help } = world.scratch;
  const { visitors } = world.scratch;
  const id = employee.personId[a];
  const r = world.organisation.role[a];
  const wish = world.spec.parameters.askProb * (ASK_BASE + ASK_UTILITY * employee.platformUtility[a]);
  const odds = contributionOdds[world.organisation.cell[a]];
  if (!happens(id, draws.platformAsk, multiplyOdds(wish, odds))) return false;
  counts[COUNT.asks]++;
  asked[a] |= ASKED.platform;
  addPosts(world, a, 1);
  const own = platformWeight(help[a], employee.willingness[a]);
  const n = (relevance[r] * (visitors.prefix[visitors.start[r + 1] - 1] - own)) / WEIGHT_UNIT;
  if (!happens(id, draws.platformSolve, -expm1(n * world.tables.logUnknown[topic]))) {
    counts[COUNT.failedAsks]++;
    asked[a] |= ASKED.platformFailed;
    return false;
  }
  counts[COUNT.answers]++;
  const j = pickVisitor(world, a, r, own, draws.answerer);
  if (j >= 0) {
    beAnswered(world, a, j, world.scratch.platformAnswers);
    addPosts(world, j, 1);
    if (!employee.isMember[a] && !employee.isMember[j]) world.scratch.sparks[world.organisation.scope[a]]++;
  }
  return true;
}

/** The answerer gives, the asker learns; skills are as they were at the week's start. */
function beAnswered(world: World, a: number, j: number, answers: Uint8Array): void {
  const { skill } = world.state.employee;
  if (answers[j] < 255) answers[j]++;
  touch(world.scratch, j);
  world.scratch.skillGain[a] += world.spec.parameters.answerTransfer * Math.max(0, skill[j] - skill[a]);
}

/** A solution may be written down, more often with a curator. */
function maybeDocument(world: World, a: number, draws: Draws): void {
  const { parameters } = world.spec;
  const curator = world.scratch.hasCurator[world.organisation.scope[a]];
  const p =
    parameters.documentProb + parameters.curatorDocumentGain * curator * world.scratch.championEffect[0];
  if (!happens(world.state.employee.personId[a], draws.document, Math.min(1, p))) return;
  world.scratch.asked[a] |= ASKED.documented;
  addSeat(world.scratch.writers, a);
  world.scratch.counts[COUNT.documented]++;
}

/** What was written down this week can be read from the next on, until it goes out of date by chance. */
function fileDocuments(world: World, week: number, draws: Draws): void {
  const { solvedBy, writers } = world.scratch;
  const { scope, role } = world.organisation;
  for (const a of writers.ids.subarray(0, writers.count).toSorted()) {
    const id = world.state.employee.personId[a];
    const isCommunity = solvedBy[a] === CHANNEL.communityPeople;
    const base = isCommunity ? scope[a] : world.lengths.community + role[a];
    const keep = geometric(uniform(id, draws.expiry), world.tables.logKnowledgeKeep);
    fileDocument(world, base * TOPICS + topicOf(id, draws.topic), week + 1 + keep);
  }
}

function fileDocument(world: World, entry: number, end: number): void {
  const { knowledge, expiry, firm } = world.state;
  const { weeks } = world.spec;
  const week = firm.week[0];
  const old = knowledge.expires[entry];
  if (old > week) {
    firm.documentedEntries[0]--;
    if (old <= weeks) expiry.entries[old]--;
  }
  knowledge.expires[entry] = Math.min(LAST_WEEK, end);
  firm.documentedEntries[0]++;
  if (end <= weeks) expiry.entries[end]++;
}

/** Beyond every horizon. */
const LAST_WEEK = 65535;

/** Weeks ≥ 1 until a weekly chance first strikes; `logKeep` = log(1 − chance). */
function geometric(u: number, logKeep: number): number {
  return 1 + Math.floor(log(u) / logKeep);
}

function topicOf(id: number, key: Key): number {
  return Math.floor((draw(id, key.k0, key.k1) / TWO32) * TOPICS);
}

/** Books the value and the counts of a solution beyond one's own ties. */
function bookSolution(world: World, a: number, channel: number, week: number, key: Key): void {
  const { state, organisation, scratch } = world;
  const { problemValueMedian, problemValueSdLog } = world.spec.parameters;
  const u = organisation.unit[a];
  const spread = exp(problemValueSdLog * normalQuantile(uniform(state.employee.personId[a], key)));
  const money = Math.floor(problemValueMedian * spread * MONEY_UNIT + 0.5);
  book(world, SOLVED_ACCOUNT[channel], money);
  const isCommunity = channel === CHANNEL.communityBase || channel === CHANNEL.communityPeople;
  const quarter = isCommunity ? state.unit.quarterCommunityValue : state.unit.quarterPlatformValue;
  quarter[u] += money;
  if (channel === CHANNEL.ambient) {
    scratch.counts[COUNT.ambientSolves]++;
    return;
  }
  scratch.counts[COUNT.solves]++;
  state.firm.nonLocalSolves[0]++;
  state.recent.unitSolves[(week % 4) * organisation.unitCount + u]++;
}

const SOLVED_ACCOUNT: Readonly<Record<number, number>> = {
  [CHANNEL.ambient]: ACCOUNT.valueAmbient,
  [CHANNEL.communityBase]: ACCOUNT.valueCommunityBase,
  [CHANNEL.platformBase]: ACCOUNT.valuePlatformBase,
  [CHANNEL.communityPeople]: ACCOUNT.valueCommunityPeople,
  [CHANNEL.platformPeople]: ACCOUNT.valuePlatformPeople,
};
