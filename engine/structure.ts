/** The structure of ties in numbers: size, components, degrees, clustering, mixing, distances and cores. */
import type { Ties } from "./rows.ts";

/** Employees are nodes, ties are edges. */
export interface Structure {
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** Employees without a tie. */
  readonly isolateCount: number;
  /** Connected components, each isolate one of them. */
  readonly componentCount: number;
  /** Employees in the largest component. */
  readonly largestComponent: number;
  readonly meanDegree: number;
  readonly maxDegree: number;
  /** Standard deviation of the degrees (of all, not of a sample) over their mean; 0 without ties. */
  readonly degreeCv: number;
  readonly triangleCount: number;
  /** Three times the triangles over the pairs of ties that meet in an employee; 0 without such pairs. */
  readonly transitivity: number;
  /** Mean share of an employee's pairs of neighbours that are tied; 0 for fewer than two neighbours. */
  readonly meanLocalClustering: number;
  /** Correlation of the degrees at a tie's two ends, in [−1, 1]; 0 where degrees don't differ. */
  readonly degreeAssortativity: number;
  /** The largest k with a subset of employees who each have k ties inside it. */
  readonly maxCore: number;
}

/** Distances inside the largest component. */
export interface Distances {
  /** Ties on the longest shortest path. */
  readonly diameter: number;
  /** Ties on a shortest path, mean over all ordered pairs; 0 for fewer than two employees. */
  readonly meanPath: number;
}

/** Structure of stored ties, in time proportional to the sum of squared degrees (Newman 2018 for the terms). */
export function structureOf(ties: Ties): Structure {
  const nodeCount = ties.offsets.length - 1;
  const edgeCount = ties.neighbours.length / 2;
  const components = componentsOf(ties);
  const meanDegree = nodeCount === 0 ? 0 : ties.neighbours.length / nodeCount;
  let isolateCount = 0;
  let maxDegree = 0;
  let squares = 0;
  for (let a = 0; a < nodeCount; a++) {
    const degree = degreeOf(a, ties);
    if (degree === 0) isolateCount++;
    if (degree > maxDegree) maxDegree = degree;
    squares += (degree - meanDegree) * (degree - meanDegree);
  }
  return {
    nodeCount,
    edgeCount,
    isolateCount,
    componentCount: components.count,
    largestComponent: components.largestSize,
    meanDegree,
    maxDegree,
    degreeCv: edgeCount === 0 ? 0 : Math.sqrt(squares / nodeCount) / meanDegree,
    ...clusteringOf(ties),
    degreeAssortativity: assortativityOf(ties),
    maxCore: maxCoreOf(ties, maxDegree),
  };
}

/** Distances in the largest component (of equals the one with the lowest employee), a search from each employee. */
export function distancesOf(ties: Ties): Distances {
  const { label, largestLabel, largestSize } = componentsOf(ties);
  const depth = new Int32Array(label.length).fill(-1);
  const queue = new Uint32Array(largestSize);
  let diameter = 0;
  let sum = 0;
  for (let a = 0; a < label.length; a++) {
    if (label[a] !== largestLabel) continue;
    const reached = search(a, ties, depth, queue);
    for (let i = 0; i < reached; i++) sum += depth[queue[i]];
    diameter = Math.max(diameter, depth[queue[reached - 1]]);
    for (let i = 0; i < reached; i++) depth[queue[i]] = -1;
  }
  return { diameter, meanPath: largestSize < 2 ? 0 : sum / (largestSize * (largestSize - 1)) };
}

function degreeOf(a: number, ties: Ties): number {
  return ties.offsets[a + 1] - ties.offsets[a];
}

/** Breadth first from a through everyone with depth −1: fills queue and depths, returns how many were reached. */
function search(a: number, { offsets, neighbours }: Ties, depth: Int32Array, queue: Uint32Array): number {
  let reached = 1;
  queue[0] = a;
  depth[a] = 0;
  for (let i = 0; i < reached; i++) {
    const b = queue[i];
    for (let slot = offsets[b]; slot < offsets[b + 1]; slot++) {
      const c = neighbours[slot];
      if (depth[c] !== -1) continue;
      depth[c] = depth[b] + 1;
      queue[reached++] = c;
    }
  }
  return reached;
}

function componentsOf(ties: Ties) {
  const nodeCount = ties.offsets.length - 1;
  const label = new Uint32Array(nodeCount);
  const depth = new Int32Array(nodeCount).fill(-1);
  const queue = new Uint32Array(nodeCount);
  let count = 0;
  let largestLabel = 0;
  let largestSize = 0;
  for (let a = 0; a < nodeCount; a++) {
    if (depth[a] !== -1) continue;
    const size = search(a, ties, depth, queue);
    for (let i = 0; i < size; i++) label[queue[i]] = count;
    if (size > largestSize) {
      largestSize = size;
      largestLabel = count;
    }
    count++;
  }
  return { label, count, largestLabel, largestSize };
}

/** Triangles through each employee: the ties among its neighbours, seen from both ends. */
function clusteringOf(ties: Ties) {
  const { offsets, neighbours } = ties;
  const nodeCount = offsets.length - 1;
  const seen = new Uint32Array(nodeCount);
  let closed = 0;
  let pairs = 0;
  let localSum = 0;
  for (let a = 0; a < nodeCount; a++) {
    for (let slot = offsets[a]; slot < offsets[a + 1]; slot++) seen[neighbours[slot]] = a + 1;
    let links = 0;
    for (let slot = offsets[a]; slot < offsets[a + 1]; slot++) {
      const b = neighbours[slot];
      for (let i = offsets[b]; i < offsets[b + 1]; i++) if (seen[neighbours[i]] === a + 1) links++;
    }
    const degree = degreeOf(a, ties);
    closed += links;
    pairs += degree * (degree - 1);
    if (degree > 1) localSum += links / (degree * (degree - 1));
  }
  return {
    triangleCount: closed / 6,
    transitivity: pairs === 0 ? 0 : closed / pairs,
    meanLocalClustering: nodeCount === 0 ? 0 : localSum / nodeCount,
  };
}

/** Pearson's correlation over ties in both directions, around the mean degree at an end (Newman 2002). */
function assortativityOf(ties: Ties): number {
  const { offsets, neighbours } = ties;
  let ends = 0;
  for (let a = 0; a < offsets.length - 1; a++) ends += degreeOf(a, ties) * degreeOf(a, ties);
  const mean = ends / Math.max(1, neighbours.length);
  let product = 0;
  let square = 0;
  for (let a = 0; a < offsets.length - 1; a++) {
    const own = degreeOf(a, ties) - mean;
    square += degreeOf(a, ties) * own * own;
    for (let slot = offsets[a]; slot < offsets[a + 1]; slot++) {
      product += own * (degreeOf(neighbours[slot], ties) - mean);
    }
  }
  return square === 0 ? 0 : product / square;
}

/** Takes employees away in the order of their remaining degree, kept in buckets (Batagelj & Zaveršnik 2003). */
function maxCoreOf(ties: Ties, maxDegree: number): number {
  const { offsets, neighbours } = ties;
  const nodeCount = offsets.length - 1;
  const remaining = new Uint32Array(nodeCount);
  const bucket = new Uint32Array(maxDegree + 2);
  for (let a = 0; a < nodeCount; a++) bucket[(remaining[a] = degreeOf(a, ties)) + 1]++;
  for (let degree = 0; degree <= maxDegree; degree++) bucket[degree + 1] += bucket[degree];
  const order = new Uint32Array(nodeCount);
  const place = new Uint32Array(nodeCount);
  const next = bucket.slice();
  for (let a = 0; a < nodeCount; a++) order[(place[a] = next[remaining[a]]++)] = a;
  let core = 0;
  for (let i = 0; i < nodeCount; i++) {
    const a = order[i];
    if (remaining[a] > core) core = remaining[a];
    for (let slot = offsets[a]; slot < offsets[a + 1]; slot++) {
      const b = neighbours[slot];
      if (remaining[b] <= remaining[a]) continue;
      // b swaps places with the first of its bucket, which then starts one later: b is in the bucket below.
      const first = bucket[remaining[b]]++;
      const c = order[first];
      order[place[b]] = c;
      place[c] = place[b];
      order[first] = b;
      place[b] = first;
      remaining[b]--;
    }
  }
  return core;
}
