/** Structure metrics: by hand, against brute force, and against the oracles' figures for five real networks. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjacencyOf, rowsOf, type Ties } from "../../engine/rows.ts";
import { distancesOf, structureOf } from "../../engine/structure.ts";

type Pair = readonly [number, number];

function tiesOf(employeeCount: number, pairs: readonly Pair[]): Ties {
  const source = Uint32Array.from(pairs, ([a]) => a);
  const target = Uint32Array.from(pairs, ([, b]) => b);
  return rowsOf(employeeCount, new Uint8Array(employeeCount), adjacencyOf(employeeCount, source, target), []);
}

describe("structure by hand", () => {
  it("of a triangle with a tail and somebody alone", () => {
    const ties = tiesOf(5, [
      [0, 1],
      [1, 2],
      [2, 0],
      [2, 3],
    ]);
    expect(structureOf(ties)).toEqual({
      nodeCount: 5,
      edgeCount: 4,
      isolateCount: 1,
      componentCount: 2,
      largestComponent: 4,
      meanDegree: 1.6,
      maxDegree: 3,
      degreeCv: Math.sqrt(1.04) / 1.6,
      triangleCount: 1,
      transitivity: 3 / 5,
      meanLocalClustering: (1 + 1 + 1 / 3) / 5,
      degreeAssortativity: expect.closeTo(-5 / 7, 12),
      maxCore: 2,
    });
    expect(distancesOf(ties)).toEqual({ diameter: 2, meanPath: (2 * (1 + 1 + 1 + 1 + 2 + 2)) / 12 });
  });

  it("of nobody, of one person and of people without ties is zero, never NaN", () => {
    for (const employeeCount of [0, 1, 4]) {
      const { nodeCount, isolateCount, componentCount, largestComponent, ...rest } = structureOf(
        tiesOf(employeeCount, []),
      );
      expect([nodeCount, isolateCount, componentCount]).toEqual(Array(3).fill(employeeCount));
      expect(largestComponent).toBe(Math.min(1, employeeCount));
      expect(new Set(Object.values(rest))).toEqual(new Set([0]));
      expect(distancesOf(tiesOf(employeeCount, []))).toEqual({ diameter: 0, meanPath: 0 });
    }
  });

  it("of five people who all know each other", () => {
    const everybody = [0, 1, 2, 3, 4].flatMap((a) => [0, 1, 2, 3, 4].map((b) => [a, b] as const));
    const structure = structureOf(tiesOf(5, everybody));
    expect(structure).toMatchObject({ edgeCount: 10, triangleCount: 10, transitivity: 1, maxCore: 4 });
    expect(structure).toMatchObject({ meanLocalClustering: 1, degreeAssortativity: 0, degreeCv: 0 });
  });
});

const SIZE = 14;
const graphs = fc
  .array(fc.tuple(fc.nat(SIZE - 1), fc.nat(SIZE - 1)), { maxLength: 60 })
  .map((pairs) => ({ ties: tiesOf(SIZE, pairs), isTied: tableOf(pairs) }));

function tableOf(pairs: readonly Pair[]): boolean[][] {
  const table = Array.from({ length: SIZE }, () => Array<boolean>(SIZE).fill(false));
  for (const [a, b] of pairs) if (a !== b) table[a][b] = table[b][a] = true;
  return table;
}

/** Shortest paths by Floyd and Warshall. */
function pathsOf(isTied: boolean[][]): number[][] {
  const paths = isTied.map((row, a) => row.map((tied, b) => (a === b ? 0 : tied ? 1 : Infinity)));
  for (let c = 0; c < SIZE; c++) {
    for (const row of paths) row.forEach((path, b) => (row[b] = Math.min(path, row[c] + paths[c][b])));
  }
  return paths;
}

/** The largest k whose core, found by taking away everybody with fewer than k ties again and again, isn't empty. */
function maxCoreOf(isTied: boolean[][]): number {
  for (let k = SIZE; k > 0; k--) {
    let left = isTied.map((_, a) => a);
    for (let before = -1; before !== left.length;) {
      before = left.length;
      const kept = left;
      left = left.filter((a) => kept.filter((b) => isTied[a][b]).length >= k);
    }
    if (left.length > 0) return k;
  }
  return 0;
}

describe("structure of any ties", () => {
  it("agrees with brute force", () => {
    fc.assert(
      fc.property(graphs, ({ ties, isTied }) => {
        const structure = structureOf(ties);
        let triangles = 0;
        for (let a = 0; a < SIZE; a++) {
          for (let b = 0; b < a; b++) {
            for (let c = 0; c < b; c++) if (isTied[a][b] && isTied[b][c] && isTied[a][c]) triangles++;
          }
        }
        const paths = pathsOf(isTied);
        const sizes = paths.map((row) => row.filter((path) => path < Infinity).length);
        const inLargest = paths[sizes.indexOf(Math.max(...sizes))];
        const within = paths
          .filter((_, a) => inLargest[a] < Infinity)
          .flat()
          .filter((path) => path < Infinity);
        const sum = within.reduce((total, path) => total + path, 0);
        expect(structure.triangleCount).toBe(triangles);
        expect(structure.largestComponent).toBe(Math.max(...sizes));
        expect(structure.componentCount).toBeCloseTo(sizes.reduce((total, size) => total + 1 / size, 0));
        expect(structure.maxCore).toBe(maxCoreOf(isTied));
        const { diameter, meanPath } = distancesOf(ties);
        expect(diameter).toBe(Math.max(...within));
        expect(meanPath).toBeCloseTo(
          within.length < 2 ? 0 : sum / (within.length - Math.sqrt(within.length)),
        );
      }),
      { numRuns: 500 },
    );
  });
});

/** The oracles' rows `metrics.*`, copied: integers exact, reals to 1e-6. */
const REAL_NETWORKS = [
  {
    name: "invs13",
    nodes: "invs13_workplace/nodes.csv",
    edges: "invs13_workplace/edges_aggregated.csv",
    hasIsolates: true,
    integers: [92, 755, 0, 1, 92, 44, 1752, 3, 11],
    reals: [16.413043, 0.426032, 0.368248, -0.058593, 1.964405],
  },
  {
    name: "invs15",
    nodes: "invs15_workplace/nodes.csv",
    edges: "invs15_workplace/edges_aggregated.csv",
    // Of the 232 people on file the oracle takes the 217 who had a contact.
    hasIsolates: false,
    integers: [217, 4274, 0, 1, 217, 84, 22569, 5, 25],
    reals: [39.391705, 0.381342, 0.355578, 0.043668, 1.882403],
  },
  {
    name: "medInnovations",
    nodes: "medInnovations/nodes.csv",
    edges: "medInnovations/edges.csv",
    hasIsolates: true,
    integers: [125, 240, 6, 10, 60, 20, 101, 5, 3],
    reals: [3.84, 0.330726, 0.24475, -0.111043, 2.812429],
  },
  {
    name: "brfarmers",
    nodes: "brfarmers/nodes.csv",
    edges: "brfarmers/edges.csv",
    hasIsolates: true,
    integers: [692, 1717, 36, 49, 82, 42, 1111, 5, 5],
    reals: [4.962428, 0.337137, 0.208913, -0.226916, 2.589883],
  },
  {
    name: "krackhardt_advice",
    nodes: "krackhardt_hightech/nodes.csv",
    edges: "krackhardt_hightech/advice.csv",
    hasIsolates: true,
    integers: [21, 145, 0, 1, 21, 20, 486, 2, 10],
    reals: [13.809524, 0.765298, 0.734509, -0.264985, 1.309524],
  },
] as const;

const DATA = new URL("../../../shared/data/", import.meta.url);
const isDataThere = existsSync(fileURLToPath(DATA));
if (!isDataThere)
  console.warn("SKIPPED: structure of real networks; no ../shared/data beside the repository");

/** The rows of a comma-separated file without its header and quotes. */
function cellsOf(path: string): string[][] {
  const lines = readFileSync(new URL(path, DATA), "utf8").trim().split(/\r?\n/);
  return lines.slice(1).map((line) => line.replaceAll('"', "").split(","));
}

describe.skipIf(!isDataThere)("structure of real networks", () => {
  it.each(REAL_NETWORKS)("of $name is what the oracle says", (network) => {
    const named = cellsOf(network.edges).map(([source, target]) => [source, target] as const);
    const ids = network.hasIsolates ? cellsOf(network.nodes).map(([id]) => id) : [...new Set(named.flat())];
    const indexOf = new Map(ids.map((id, i) => [id, i]));
    const pairs = named.map(([a, b]) => [indexOf.get(a)!, indexOf.get(b)!] as const);
    const ties = tiesOf(ids.length, pairs);
    const s = structureOf(ties);
    const { diameter, meanPath } = distancesOf(ties);
    expect([
      s.nodeCount,
      s.edgeCount,
      s.isolateCount,
      s.componentCount,
      s.largestComponent,
      s.maxDegree,
      s.triangleCount,
      diameter,
      s.maxCore,
    ]).toEqual(network.integers);
    const reals = [s.meanDegree, s.meanLocalClustering, s.transitivity, s.degreeAssortativity, meanPath];
    reals.forEach((value, i) => expect(Math.abs(value - network.reals[i])).toBeLessThanOrEqual(1e-6));
  });
});
