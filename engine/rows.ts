/** Compressed rows: who is tied to whom, each row with the employee's own role first, made by counting alone. */

/** The ties of a company in compressed rows; each tie stands in both of its rows. */
export interface Ties {
  /** Row a is neighbours[offsets[a]] … neighbours[offsets[a + 1] − 1]; employeeCount + 1 entries. */
  readonly offsets: Uint32Array;
  /** Employees; in a row those of the same role come first, each part ascending. */
  readonly neighbours: Uint32Array;
  /** The first roleDegree[a] neighbours of a share its role. */
  readonly roleDegree: Uint16Array;
}

/** What ties are drawn on; arrays of employeeCount entries, departments and teams numbered across the company. */
export interface TieGround {
  readonly employeeCount: number;
  readonly unit: Uint16Array;
  readonly department: Uint16Array;
  readonly team: Uint32Array;
  readonly role: Uint8Array;
}

/** A division of all employees into groups in which everybody is tied to everybody. */
export interface Groups {
  readonly groupOf: Uint32Array;
  /** Group g is members[starts[g]] … members[starts[g + 1] − 1]. */
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
}

/** Rows before they are ordered: loops and repeats may still be in them. */
export interface Adjacency {
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
}

/** Ties of one employee that the pushed counts can hold. */
const DEGREE_MAX = 65535;

/** Both directions of undirected pairs, by employee; throws at an employee outside the company. */
export function adjacencyOf(employeeCount: number, source: Uint32Array, target: Uint32Array): Adjacency {
  if (source.length !== target.length) {
    throw new RangeError(
      `invalid ties; as many sources as targets needed: ${source.length}, ${target.length}`,
    );
  }
  const offsets = new Uint32Array(employeeCount + 1);
  for (let i = 0; i < source.length; i++) {
    const largest = Math.max(source[i], target[i]);
    if (largest >= employeeCount) {
      throw new RangeError(`invalid tie; employee not in [0, ${employeeCount}): ${largest}`);
    }
    offsets[source[i] + 1]++;
    offsets[target[i] + 1]++;
  }
  for (let a = 0; a < employeeCount; a++) offsets[a + 1] += offsets[a];
  const next = offsets.slice(0, employeeCount);
  const neighbours = new Uint32Array(2 * source.length);
  for (let i = 0; i < source.length; i++) {
    neighbours[next[source[i]]++] = target[i];
    neighbours[next[target[i]]++] = source[i];
  }
  return { offsets, neighbours };
}

/**
 * Writes to `found` each employee tied to a once, not a itself, and returns how many; `seen` remembers the stamp,
 * which no other call on it may have used.
 */
function gather(
  a: number,
  adjacency: Adjacency,
  groups: readonly Groups[],
  seen: Uint32Array,
  stamp: number,
  found: Uint32Array,
): number {
  let count = 0;
  seen[a] = stamp;
  for (let g = 0; g < groups.length; g++) {
    const { groupOf, starts, members } = groups[g];
    const end = starts[groupOf[a] + 1];
    for (let i = starts[groupOf[a]]; i < end; i++) {
      const b = members[i];
      if (seen[b] === stamp) continue;
      seen[b] = stamp;
      found[count++] = b;
    }
  }
  const end = adjacency.offsets[a + 1];
  for (let i = adjacency.offsets[a]; i < end; i++) {
    const b = adjacency.neighbours[i];
    if (seen[b] === stamp) continue;
    seen[b] = stamp;
    found[count++] = b;
  }
  return count;
}

/**
 * Ordered rows of the ties in an adjacency and in groups together, without loops and repeats. Both must be symmetric:
 * then handing out every a, ascending, to the rows of its neighbours fills each row in ascending order.
 */
export function rowsOf(
  employeeCount: number,
  role: Uint8Array,
  adjacency: Adjacency,
  groups: readonly Groups[],
): Ties {
  const seen = new Uint32Array(employeeCount);
  const found = new Uint32Array(employeeCount);
  const offsets = new Uint32Array(employeeCount + 1);
  const roleDegree = new Uint16Array(employeeCount);
  for (let a = 0; a < employeeCount; a++) {
    const count = gather(a, adjacency, groups, seen, a + 1, found);
    let peers = 0;
    for (let i = 0; i < count; i++) if (role[found[i]] === role[a]) peers++;
    if (count > DEGREE_MAX)
      throw new RangeError(`too many ties of employee ${a}; not in [0, ${DEGREE_MAX}]: ${count}`);
    roleDegree[a] = peers;
    offsets[a + 1] = offsets[a] + count;
  }
  const neighbours = new Uint32Array(offsets[employeeCount]);
  const { nextPeer, nextOther } = cursorsOf(offsets, roleDegree);
  for (let a = 0; a < employeeCount; a++) {
    const count = gather(a, adjacency, groups, seen, employeeCount + a + 1, found);
    for (let i = 0; i < count; i++) {
      const b = found[i];
      neighbours[role[a] === role[b] ? nextPeer[b]++ : nextOther[b]++] = a;
    }
  }
  return { offsets, neighbours, roleDegree };
}

/** Where each row's two parts start. */
export function cursorsOf(offsets: Uint32Array, roleDegree: Uint16Array) {
  const nextPeer = offsets.slice(0, roleDegree.length);
  const nextOther = offsets.slice(0, roleDegree.length);
  for (let a = 0; a < roleDegree.length; a++) nextOther[a] += roleDegree[a];
  return { nextPeer, nextOther };
}
