/** Degree-preserving rewiring: pairs of ties exchange their ends (Maslov & Sneppen 2002). */
import { draw, STREAM, TWO32, weekKey, type Key } from "./random.ts";
import { cursorsOf, rowsOf, type Ties } from "./rows.ts";

/** For every slot of the rows, the employee whose row it is in and the slot of the same tie in the other's row. */
function slotsOf(role: Uint8Array, ties: Ties) {
  const { offsets, neighbours, roleDegree } = ties;
  const owner = new Uint32Array(neighbours.length);
  const mate = new Uint32Array(neighbours.length);
  const { nextPeer, nextOther } = cursorsOf(offsets, roleDegree);
  for (let a = 0; a < roleDegree.length; a++) {
    for (let slot = offsets[a]; slot < offsets[a + 1]; slot++) {
      const b = neighbours[slot];
      owner[slot] = a;
      mate[slot] = role[a] === role[b] ? nextPeer[b]++ : nextOther[b]++;
    }
  }
  return { owner, mate };
}

/** Whether a and b are tied, looked up in the shorter row. */
function isTied(a: number, b: number, offsets: Uint32Array, neighbours: Uint32Array): boolean {
  const isShorter = offsets[a + 1] - offsets[a] <= offsets[b + 1] - offsets[b];
  const row = isShorter ? a : b;
  const sought = isShorter ? b : a;
  for (let i = offsets[row]; i < offsets[row + 1]; i++) if (neighbours[i] === sought) return true;
  return false;
}

/**
 * The ties after `rewiring` × (number of ties) attempted swaps: two ties a–b and c–d, each drawn with a direction,
 * become a–d and c–b, unless that made a loop or a second tie between two people. Everybody's degree stays.
 * A rewiring of 1 or more leaves next to nothing of the old structure.
 */
export function rewired(role: Uint8Array, ties: Ties, rewiring: number, run: Key): Ties {
  const slotCount = ties.neighbours.length;
  const attempts = Math.floor((rewiring * slotCount) / 2 + 0.5);
  if (attempts === 0 || slotCount < 4) return ties;
  const { offsets, roleDegree } = ties;
  const neighbours = ties.neighbours.slice();
  const { owner, mate } = slotsOf(role, ties);
  const first = weekKey(run, STREAM.ties, 5, 0);
  const second = weekKey(run, STREAM.ties, 6, 0);
  for (let i = 0; i < attempts; i++) {
    const ab = Math.floor((draw(i, first.k0, first.k1) / TWO32) * slotCount);
    const cd = Math.floor((draw(i, second.k0, second.k1) / TWO32) * slotCount);
    const a = owner[ab];
    const b = neighbours[ab];
    const c = owner[cd];
    const d = neighbours[cd];
    if (a === c || b === d || a === d || b === c) continue;
    if (isTied(a, d, offsets, neighbours) || isTied(c, b, offsets, neighbours)) continue;
    const ba = mate[ab];
    const dc = mate[cd];
    neighbours[ab] = d;
    neighbours[dc] = a;
    mate[ab] = dc;
    mate[dc] = ab;
    neighbours[cd] = b;
    neighbours[ba] = c;
    mate[cd] = ba;
    mate[ba] = cd;
  }
  return rowsOf(roleDegree.length, role, { offsets, neighbours }, []);
}
