/** Answerers: who of those present answers a question, by weight, so that one more person present moves few others. */
import { draw, TWO32, type Key } from "../random.ts";
import type { PresentList } from "../scratch.ts";
import type { World } from "../world.ts";
import { HELP_UNIT, platformWeight, WEIGHT_UNIT } from "./reach.ts";

/** Seats tried before the draw is made among those present. */
const TRIES_MAX = 512;
/** Tells the tries of one question apart in its key. */
const TRY_STRIDE = 0x9e3779b1;

/** An attendee of community c, by help; `own` is the asker's help there, 0 when absent; −1 if nobody is there. */
export function pickAttendee(world: World, a: number, c: number, own: number, key: Key): number {
  const { scopeStart } = world.organisation;
  const { attendees } = world.scratch;
  return pick(world, a, key, scopeStart[c], scopeStart[c + 1], attendeeWeight, attendees, c, own);
}

/** A visitor of role r, by weight on the platform; `own` is the asker's; −1 if nobody else is there. */
export function pickVisitor(world: World, a: number, r: number, own: number, key: Key): number {
  const { roleStart } = world.organisation;
  const { visitors } = world.scratch;
  return pick(world, a, key, roleStart[r], roleStart[r + 1], visitorWeight, visitors, r, own);
}

function attendeeWeight({ state: { employee }, scratch }: World, j: number): number {
  const isThere = employee.isMember[j] === 1 && (employee.attendedWeeks[j] & 1) === 1;
  return isThere ? scratch.help[j] / HELP_UNIT : 0;
}

function visitorWeight({ state: { employee }, scratch }: World, j: number): number {
  if ((employee.visitedWeeks[j] & 1) === 0) return 0;
  return platformWeight(scratch.help[j], employee.willingness[j]) / WEIGHT_UNIT;
}

/**
 * Tries seats scopeSeats[first … end − 1] in keyed order until one accepts with its weight in [0, 1].
 *
 * A single draw over the prefix sums of those present has the same distribution, but one attendee more would change a
 * third of all answerers, and the arms of a comparison would not stay aligned.
 */
function pick(
  world: World,
  a: number,
  { k0, k1 }: Key,
  first: number,
  end: number,
  weightOf: (world: World, j: number) => number,
  present: PresentList,
  group: number,
  own: number,
): number {
  const from = present.start[group];
  const to = present.start[group + 1];
  if (to === from || present.prefix[to - 1] - own <= 0) return -1;
  const { scopeSeats } = world.organisation;
  const id = world.state.employee.personId[a];
  const count = end - first;
  for (let k = 0; k < TRIES_MAX; k++) {
    const x = (draw(id, k0 ^ Math.imul(k, TRY_STRIDE), k1) / TWO32) * count;
    const place = Math.floor(x);
    const j = scopeSeats[first + place];
    if (j !== a && x - place < weightOf(world, j)) return j;
  }
  return pickPresent(a, draw(id, k0, ~k1), present, from, to, own);
}

/** One draw over the prefix sums of those present, the asker left out. */
function pickPresent(
  a: number,
  h: number,
  { people, prefix }: PresentList,
  start: number,
  end: number,
  own: number,
): number {
  let target = Math.floor((h / TWO32) * (prefix[end - 1] - own));
  if (own > 0) {
    const before = prefix[firstAtLeast(people, a, start, end)] - own;
    if (target >= before) target += own;
  }
  return people[firstAtLeast(prefix, target + 1, start, end)];
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
