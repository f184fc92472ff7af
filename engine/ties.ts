/** Ties between employees: synthetic, imported, random, ring or complete, and rewired on request. */
import { drawStep, longTies, workGroups } from "./acquaintance.ts";
import { exponentialQuantile, log1p } from "./math.ts";
import { STREAM, TWO32, weekKey, type Key } from "./random.ts";
import { rewired } from "./rewiring.ts";
import { adjacencyOf, rowsOf, type TieGround, type Ties } from "./rows.ts";
import type { TieSpec } from "./spec.ts";

export type { TieGround, Ties } from "./rows.ts";

interface Pairs {
  readonly source: Uint32Array;
  readonly target: Uint32Array;
}

/** All pairs tied with probability meanDegree/(n − 1), by skipping to the next tie (Batagelj & Brandes 2005). */
function randomPairs(employeeCount: number, meanDegree: number, run: Key): Pairs {
  const key = weekKey(run, STREAM.ties, 4, 0);
  const degree = Math.min(meanDegree, employeeCount - 1);
  const hazard = -log1p(-degree / (employeeCount - 1));
  let source = new Uint32Array(Math.ceil(0.6 * employeeCount * degree) + 16);
  let target = new Uint32Array(source.length);
  let count = 0;
  for (let a = 1; a < employeeCount; a++) {
    let b = -1;
    for (let step = 0; ; step++) {
      const skipped = exponentialQuantile((drawStep(a, step, key) + 0.5) / TWO32) / hazard;
      b += 1 + Math.floor(skipped);
      if (!(b < a)) break;
      if (count === source.length) {
        source = grown(source);
        target = grown(target);
      }
      source[count] = a;
      target[count++] = b;
    }
  }
  return { source: source.subarray(0, count), target: target.subarray(0, count) };
}

function grown(values: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(2 * values.length);
  longer.set(values);
  return longer;
}

/** Everybody with the degree/2 next and the degree/2 before on a ring; everybody at a degree of n − 1 and more. */
function ringPairs(employeeCount: number, degree: number): Pairs {
  const reach = Math.min(Math.floor(degree / 2), Math.floor(employeeCount / 2));
  const source = new Uint32Array(employeeCount * reach);
  const target = new Uint32Array(employeeCount * reach);
  for (let a = 0; a < employeeCount; a++) {
    for (let i = 0; i < reach; i++) {
      source[a * reach + i] = a;
      target[a * reach + i] = (a + i + 1) % employeeCount;
    }
  }
  return { source, target };
}

/** The pairs of a kind of ties; a synthetic company's are its long ties, its groups come on top. */
function pairsOf(spec: TieSpec, ground: TieGround, run: Key): Pairs {
  const { employeeCount } = ground;
  if (spec.kind === "imported") return spec;
  if (spec.kind === "random") return randomPairs(employeeCount, spec.meanDegree, run);
  if (spec.kind === "ring") return ringPairs(employeeCount, spec.degree);
  if (spec.kind === "complete") return { source: new Uint32Array(0), target: new Uint32Array(0) };
  const source = new Uint32Array(employeeCount);
  for (let a = 0; a < employeeCount; a++) source[a] = a;
  return { source, target: longTies(ground, run) };
}

/**
 * Builds the ties of a company and rewires them: `rewiring` × (number of ties) attempted swaps, 0 for none.
 * Rows are symmetric, without loops and repeats, the same role first, each part ascending; empty for complete mixing.
 * Draws are keyed by employee: who joins a synthetic company at the end leaves nearly all ties of the others alone.
 * Throws a RangeError at ties of employees outside the company, or of more than 65,535 people of one's own role.
 */
export function buildTies(spec: TieSpec, ground: TieGround, run: Key, rewiring: number): Ties {
  const { source, target } = pairsOf(spec, ground, run);
  const groups = spec.kind === "synthetic" ? workGroups(ground, run) : [];
  const adjacency = adjacencyOf(ground.employeeCount, source, target);
  return rewired(ground.role, rowsOf(ground.employeeCount, ground.role, adjacency, groups), rewiring, run);
}
