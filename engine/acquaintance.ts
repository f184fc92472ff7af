/** Who knows whom in a synthetic company: team cliques, project groups, and one long tie drawn a head. */
import { draw, STREAM, TWO32, weekKey, type Key } from "./random.ts";
import type { Groups, TieGround } from "./rows.ts";

/** People of one project group inside a department. */
const PROJECT_SIZE = 6;
/** Larger teams are no cliques: their people work in groups of TEAM_GROUP_SIZE drawn inside the team. */
const CLIQUE_MAX = 12;
const TEAM_GROUP_SIZE = 8;
/** Long ties: half inside the unit, .3 to the same role in another unit, the rest to anybody. */
const UNIT_SHARE = 0.5;
const ROLE_SHARE = 0.3;
/** Draws after which a long tie inside the unit or role goes to anybody. */
const TRIES = 32;
/** Draws one try may use; it uses about ln(people) + 1. */
const STRIDE = 128;

const RADIX_BITS = 11;
const RADIX = 1 << RADIX_BITS;

/** The draw of a further step of the same id: the second key word moves by the golden ratio's 32 bits. */
export function drawStep(id: number, step: number, key: Key): number {
  return draw(id, key.k0, (key.k1 + Math.imul(step, 0x9e3779b9)) | 0);
}

/** Sorts `order` stably by keys[order[i]], by counting eleven bits at a time from the lowest; uses it up. */
function sortedBy(keys: Uint32Array, order: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  let largest = 0;
  for (let i = 0; i < keys.length; i++) if (keys[i] > largest) largest = keys[i];
  let from = order;
  let to = new Uint32Array(order.length);
  const starts = new Uint32Array(RADIX + 1);
  for (let shift = 0; shift < 32 && largest >>> shift > 0; shift += RADIX_BITS) {
    starts.fill(0);
    for (let i = 0; i < from.length; i++) starts[((keys[from[i]] >>> shift) & (RADIX - 1)) + 1]++;
    for (let digit = 0; digit < RADIX; digit++) starts[digit + 1] += starts[digit];
    for (let i = 0; i < from.length; i++) to[starts[(keys[from[i]] >>> shift) & (RADIX - 1)]++] = from[i];
    [from, to] = [to, from];
  }
  return from;
}

/**
 * Cuts the people of each label, in keyed order, into groups of `size`; up to `whole` people stay together, and a
 * last single joins the group before.
 */
function groupsOf(labels: Uint32Array, whole: number, size: number, key: Key): Groups {
  const employeeCount = labels.length;
  const draws = new Uint32Array(employeeCount);
  const order = new Uint32Array(employeeCount);
  for (let a = 0; a < employeeCount; a++) {
    order[a] = a;
    draws[a] = draw(a, key.k0, key.k1);
  }
  const members = sortedBy(labels, sortedBy(draws, order));
  const groupOf = new Uint32Array(employeeCount);
  const starts = new Uint32Array(employeeCount + 1);
  let groupCount = 0;
  for (let first = 0; first < employeeCount;) {
    let end = first + 1;
    while (end < employeeCount && labels[members[end]] === labels[members[first]]) end++;
    const isWhole = end - first <= whole;
    while (first < end) {
      const isLast = isWhole || end - first <= size + 1;
      const next = isLast ? end : first + size;
      for (let i = first; i < next; i++) groupOf[members[i]] = groupCount;
      starts[++groupCount] = next;
      first = next;
    }
  }
  return { groupOf, starts: starts.slice(0, groupCount + 1), members };
}

/** Teams as cliques and, inside departments, project groups of six. */
export function workGroups(ground: TieGround, run: Key): readonly Groups[] {
  const ofTeam = weekKey(run, STREAM.ties, 0, 0);
  const ofProject = weekKey(run, STREAM.ties, 1, 0);
  const n = ground.employeeCount;
  return [
    groupsOf(ground.team.subarray(0, n), CLIQUE_MAX, TEAM_GROUP_SIZE, ofTeam),
    groupsOf(new Uint32Array(ground.department.subarray(0, n)), PROJECT_SIZE, PROJECT_SIZE, ofProject),
  ];
}

/** People listed by label, ascending inside a label, and whether a label's people differ in `other`. */
interface Lists {
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
  readonly isMixed: Uint8Array;
}

function listsOf(employeeCount: number, label: Uint8Array | Uint16Array, other: Uint16Array): Lists {
  let labelCount = 0;
  for (let a = 0; a < employeeCount; a++) labelCount = Math.max(labelCount, label[a] + 1);
  const starts = new Uint32Array(labelCount + 1);
  for (let a = 0; a < employeeCount; a++) starts[label[a] + 1]++;
  for (let i = 0; i < labelCount; i++) starts[i + 1] += starts[i];
  const next = starts.slice(0, labelCount);
  const members = new Uint32Array(employeeCount);
  const isMixed = new Uint8Array(labelCount);
  for (let a = 0; a < employeeCount; a++) {
    const slot = next[label[a]]++;
    members[slot] = a;
    if (other[members[starts[label[a]]]] !== other[a]) isMixed[label[a]] = 1;
  }
  return { starts, members, isMixed };
}

/**
 * An index below count, uniform, that hardly moves when the company grows: of all ids a share of only 1/(count + 1)
 * goes over to the new index (jump consistent hash: Lamping & Veach 2014).
 */
function indexFor(id: number, firstStep: number, count: number, key: Key): number {
  let index = 0;
  let next = 0;
  for (let step = firstStep; next < count; step++) {
    index = next;
    next = Math.floor((index + 1) / ((drawStep(id, step, key) + 0.5) / TWO32));
  }
  return index;
}

/** Somebody with a's label who differs from a in `other`; a itself if there is nobody or nobody was met. */
function companion(
  a: number,
  label: Uint8Array | Uint16Array,
  other: Uint16Array,
  lists: Lists,
  key: Key,
): number {
  if (lists.isMixed[label[a]] === 0) return a;
  const start = lists.starts[label[a]];
  const count = lists.starts[label[a] + 1] - start;
  for (let i = 0; i < TRIES; i++) {
    const b = lists.members[start + indexFor(a, i * STRIDE, count, key)];
    if (other[b] !== other[a]) return b;
  }
  return a;
}

/** Anybody but a; a itself if a is alone. */
function anybody(a: number, employeeCount: number, key: Key): number {
  for (let i = 0; i < TRIES; i++) {
    const b = indexFor(a, i * STRIDE, employeeCount, key);
    if (b !== a) return b;
  }
  return a;
}

/**
 * The person each employee draws a long tie to: in the own unit outside the own department, of the same role in
 * another unit, or anybody; itself only in a company of one.
 */
export function longTies(ground: TieGround, run: Key): Uint32Array {
  const { employeeCount, unit, department, role } = ground;
  const kind = weekKey(run, STREAM.ties, 2, 0);
  const choice = weekKey(run, STREAM.ties, 3, 0);
  const inUnit = listsOf(employeeCount, unit, department);
  const inRole = listsOf(employeeCount, role, unit);
  const target = new Uint32Array(employeeCount);
  for (let a = 0; a < employeeCount; a++) {
    const u = draw(a, kind.k0, kind.k1) / TWO32;
    let b = a;
    if (u < UNIT_SHARE) b = companion(a, unit, department, inUnit, choice);
    else if (u < UNIT_SHARE + ROLE_SHARE) b = companion(a, role, unit, inRole, choice);
    target[a] = b === a ? anybody(a, employeeCount, choice) : b;
  }
  return target;
}
