/** Answerers: who of those present answers a question, by weight, so that one more person present moves few others. */
import { draw, TWO32, type Key } from "../random.ts";
import type { PresentList } from "../scratch.ts";
import type { World } from "../world.ts";
import { HELP_UNIT, platformWeight, WEIGHT_UNIT } from "./reach.ts";

/** Seats tried before the draw is made among those present. */
const TRIES_MAX = 512;
/** Tells the tries of one question apart in its key. */
const TRY_STRIDE = 0x9e3779b1;

/**
 * An attendee of community c, by help; `own` is the asker's help there, 0 when absent; −1 if nobody is there.
 *
 * Seats of the scope are tried in keyed order until one accepts with its weight in [0, 1]. A single draw over the
 * prefix sums of those present has the same distribution, but one attendee more would change a third of all answerers,
 * and the arms of a comparison would not stay aligned.
 */
export function pickAttendee(world: World, a: number, c: number, own: number, key: Key): number {
  const { scopeStart, scopeSeats } = world.organisation;
  const { attendees, help } = world.scratch;
  const { isMember, attendedWeeks, personId } = world.state.employee;
  if (!isAnybodyThere(attendees, c, own)) return -1;
  const id = personId[a];
  const first = scopeStart[c];
  const count = scopeStart[c + 1] - first;
  const unit = 1 / HELP_UNIT;
  for (let k = 0; k < TRIES_MAX; k++) {
    const x = tried(id, k, key) * count;
    const place = Math.floor(x);
    const j = scopeSeats[first + place];
    const isThere = isMember[j] & attendedWeeks[j] & 1;
    if (isThere === 1 && j !== a && x - place < help[j] * unit) return j;
  }
  return pickPresent(world, a, attendees, c, own, key);
}

/** A visitor of role r, by weight on the platform, in the same way; `own` is the asker's; −1 if nobody else is there. */
export function pickVisitor(world: World, a: number, r: number, own: number, key: Key): number {
  const { roleStart, scopeSeats } = world.organisation;
  const { visitors, help } = world.scratch;
  const { visitedWeeks, willingness, personId } = world.state.employee;
  if (!isAnybodyThere(visitors, r, own)) return -1;
  const id = personId[a];
  const first = roleStart[r];
  const count = roleStart[r + 1] - first;
  for (let k = 0; k < TRIES_MAX; k++) {
    const x = tried(id, k, key) * count;
    const place = Math.floor(x);
    const j = scopeSeats[first + place];
    if ((visitedWeeks[j] & 1) === 0 || j === a) continue;
    if (x - place < platformWeight(help[j], willingness[j]) / WEIGHT_UNIT) return j;
  }
  return pickPresent(world, a, visitors, r, own, key);
}

function isAnybodyThere({ start, prefix }: PresentList, group: number, own: number): boolean {
  const end = start[group + 1];
  return end > start[group] && prefix[end - 1] > own;
}

/** The k-th try of an asker's question, in [0, 1). */
function tried(id: number, k: number, { k0, k1 }: Key): number {
  return draw(id, k0 ^ Math.imul(k, TRY_STRIDE), k1) / TWO32;
}

/** One draw over the prefix sums of those present, the asker left out. */
function pickPresent(
  world: World,
  a: number,
  { start, people, prefix }: PresentList,
  group: number,
  own: number,
  { k0, k1 }: Key,
): number {
  const first = start[group];
  const end = start[group + 1];
  const h = draw(world.state.employee.personId[a], k0, ~k1);
  let target = Math.floor((h / TWO32) * (prefix[end - 1] - own));
  if (own > 0) {
    const before = prefix[firstAtLeast(people, a, first, end)] - own;
    if (target >= before) target += own;
  }
  return people[firstAtLeast(prefix, target + 1, first, end)];
}

/** First place in an ascending stretch whose value is at least `value`. */
function firstAtLeast(sorted: Uint32Array, value: number, start: number, end: number): number {
  let low = start;
  let high = end - 1;
  while (low < high) {
    const mid = (low + high) >>> 1;
    if (sorted[mid] < value) low = mid + 1;
    else high = mid;
  }
  return low;
}
