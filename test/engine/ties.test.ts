/** Ties: the laws of their rows for any company, the shape of each kind, rewiring, growth and committed bits. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draw, runKey, TWO32 } from "../../engine/random.ts";
import type { TieSpec } from "../../engine/spec.ts";
import { structureOf } from "../../engine/structure.ts";
import { buildTies, type TieGround, type Ties } from "../../engine/ties.ts";

const RUN = runKey([7, 11], 0);
const SYNTHETIC: TieSpec = { kind: "synthetic" };
const ROLE_COUNT = 12;

/** 8-person teams, 8 teams a department, 8 departments a unit; 70% of a team in its main role, roles Zipf-like. */
function regularGround(employeeCount: number): TieGround {
  const shares = Array.from({ length: ROLE_COUNT }, (_, r) => 1 / (r + 1));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const roleAt = (u: number): number => {
    let r = 0;
    for (let below = shares[0]; r < ROLE_COUNT - 1 && u * total >= below; below += shares[r]) r++;
    return r;
  };
  const u = (id: number, stream: number) => (draw(id, stream, 3) + 0.5) / TWO32;
  const seats = Array.from({ length: employeeCount }, (_, a) => a);
  return {
    employeeCount,
    unit: Uint16Array.from(seats, (a) => a >> 9),
    department: Uint16Array.from(seats, (a) => a >> 6),
    team: Uint32Array.from(seats, (a) => a >> 3),
    role: Uint8Array.from(seats, (a) => roleAt(u(a, 1) < 0.7 ? u(a >> 3, 2) : u(a, 4))),
  };
}

/** Any company: labels of any size, gaps between them, departments across units and teams across departments. */
const grounds: fc.Arbitrary<TieGround> = fc
  .record({
    employeeCount: fc.integer({ min: 1, max: 160 }),
    unitCount: fc.integer({ min: 1, max: 5 }),
    departmentCount: fc.integer({ min: 1, max: 12 }),
    teamCount: fc.integer({ min: 1, max: 40 }),
    roleCount: fc.integer({ min: 1, max: 6 }),
    teamStep: fc.constantFrom(1, 7, 90_000_000),
    salt: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ employeeCount, unitCount, departmentCount, teamCount, roleCount, teamStep, salt }) => {
    const label = (stream: number, count: number) => (_: unknown, a: number) => draw(a, salt, stream) % count;
    const length = { length: employeeCount };
    return {
      employeeCount,
      unit: Uint16Array.from(length, label(1, unitCount)),
      department: Uint16Array.from(length, label(2, departmentCount)),
      team: Uint32Array.from(length, label(3, teamCount)).map((team) => team * teamStep),
      role: Uint8Array.from(length, label(4, roleCount)),
    };
  });

type SpecFor = (employeeCount: number) => TieSpec;
const specs: fc.Arbitrary<SpecFor> = fc.oneof(
  fc.constant<SpecFor>(() => SYNTHETIC),
  fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { maxLength: 300 }).map(
    (pairs): SpecFor =>
      (employeeCount) =>
        importedFrom(pairs, employeeCount),
  ),
  fc.double({ min: 0, max: 200, noNaN: true }).map((meanDegree): SpecFor => () => ({
    kind: "random",
    meanDegree,
  })),
  fc.nat(20).map((half): SpecFor => () => ({ kind: "ring", degree: 2 * half })),
);

function importedFrom(pairs: readonly (readonly [number, number])[], employeeCount: number): TieSpec {
  return {
    kind: "imported",
    source: Uint32Array.from(pairs, ([a]) => a % employeeCount),
    target: Uint32Array.from(pairs, ([, b]) => b % employeeCount),
  };
}

function rowOf(ties: Ties, a: number): number[] {
  return [...ties.neighbours.subarray(ties.offsets[a], ties.offsets[a + 1])];
}

function degreesOf(ties: Ties): number[] {
  return Array.from({ length: ties.offsets.length - 1 }, (_, a) => ties.offsets[a + 1] - ties.offsets[a]);
}

/** Ties between different employees as "a-b", a < b. */
function pairsOf(ties: Ties): string[] {
  return degreesOf(ties).flatMap((_, a) =>
    rowOf(ties, a)
      .filter((b) => b > a)
      .map((b) => `${a}-${b}`),
  );
}

function expectLawfulRows(ties: Ties, ground: TieGround): void {
  const pairs = new Set<string>();
  expect(ties.offsets.length).toBe(ground.employeeCount + 1);
  expect(ties.roleDegree.length).toBe(ground.employeeCount);
  expect([ties.offsets[0], ties.offsets[ground.employeeCount]]).toEqual([0, ties.neighbours.length]);
  for (let a = 0; a < ground.employeeCount; a++) {
    const row = rowOf(ties, a);
    const peers = row.slice(0, ties.roleDegree[a]);
    const others = row.slice(ties.roleDegree[a]);
    expect(peers.every((b) => ground.role[b] === ground.role[a])).toBe(true);
    expect(others.every((b) => ground.role[b] !== ground.role[a])).toBe(true);
    for (const part of [peers, others]) expect(part).toEqual([...new Set(part)].toSorted((b, c) => b - c));
    expect(row).not.toContain(a);
    for (const b of row) pairs.add(`${a}-${b}`);
  }
  for (const pair of pairs) expect(pairs.has(pair.split("-").toReversed().join("-"))).toBe(true);
}

function hashOf(ties: Ties): string {
  let hash = 0x811c9dc5;
  for (const part of [ties.offsets, ties.neighbours, ties.roleDegree]) {
    for (const value of part) hash = Math.imul(hash ^ value ^ (hash >>> 15), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}

describe("rows of any company, kind and rewiring", () => {
  it("are symmetric, without loops and repeats, the same role first, each part ascending", () => {
    fc.assert(
      fc.property(grounds, specs, fc.constantFrom(0, 0.3, 1, 5), (ground, specFor, rewiring) => {
        expectLawfulRows(buildTies(specFor(ground.employeeCount), ground, RUN, rewiring), ground);
      }),
      { numRuns: 300 },
    );
  });

  it("keep everybody's degree under rewiring", () => {
    fc.assert(
      fc.property(
        grounds,
        specs,
        fc.double({ min: 0, max: 10, noNaN: true }),
        (ground, specFor, rewiring) => {
          const spec = specFor(ground.employeeCount);
          const before = buildTies(spec, ground, RUN, 0);
          expect(degreesOf(buildTies(spec, ground, RUN, rewiring))).toEqual(degreesOf(before));
        },
      ),
    );
  });

  it("are the same whenever they are built again", () => {
    fc.assert(
      fc.property(grounds, specs, fc.constantFrom(0, 1), (ground, specFor, rewiring) => {
        const build = () => buildTies(specFor(ground.employeeCount), ground, RUN, rewiring);
        expect(build()).toEqual(build());
      }),
    );
  });
});

describe("synthetic ties", () => {
  const ground = regularGround(10_000);
  const ties = buildTies(SYNTHETIC, ground, RUN, 0);
  const structure = structureOf(ties);

  it("come near the targets: 13 ties a head, clustering .38, 6 of the same role, one component", () => {
    const peers = ties.roleDegree.reduce((sum, count) => sum + count, 0) / ground.employeeCount;
    expect(structure.meanDegree).toBeGreaterThan(12.8);
    expect(structure.meanDegree).toBeLessThan(13.8);
    expect(structure.meanLocalClustering).toBeGreaterThan(0.36);
    expect(structure.meanLocalClustering).toBeLessThan(0.4);
    expect(peers).toBeGreaterThan(5);
    expect(peers).toBeLessThan(7);
    expect([structure.isolateCount, structure.componentCount]).toEqual([0, 1]);
  });

  it("make every team a clique", () => {
    for (let a = 0; a < ground.employeeCount; a++) {
      const mates = rowOf(ties, a).filter((b) => ground.team[b] === ground.team[a]);
      expect(mates.length).toBe(7);
    }
  });

  it("draw one long tie a head: half inside the unit, the rest mostly to the same role elsewhere", () => {
    let inUnit = 0;
    let elsewhere = 0;
    let peersElsewhere = 0;
    for (let a = 0; a < ground.employeeCount; a++) {
      for (const b of rowOf(ties, a)) {
        if (ground.unit[a] !== ground.unit[b]) {
          elsewhere++;
          if (ground.role[a] === ground.role[b]) peersElsewhere++;
        } else if (ground.department[a] !== ground.department[b]) inUnit++;
      }
    }
    expect(inUnit / ground.employeeCount).toBeCloseTo(1, 1);
    expect(elsewhere / ground.employeeCount).toBeCloseTo(1, 1);
    // All of .3 and of .2 those who happen to share the role.
    expect(peersElsewhere / elsewhere).toBeGreaterThan(0.6);
    expect(peersElsewhere / elsewhere).toBeLessThan(0.75);
  });

  it("hardly change for the others when somebody joins at the end", () => {
    for (const employeeCount of [1000, 4095, 10_000]) {
      const before = buildTies(SYNTHETIC, regularGround(employeeCount), RUN, 0);
      const after = buildTies(SYNTHETIC, regularGround(employeeCount + 1), RUN, 0);
      const changed = degreesOf(before).filter(
        (_, a) => rowOf(before, a).join() !== rowOf(after, a).join(),
      ).length;
      expect(changed, `of ${employeeCount}`).toBeLessThan(80);
    }
  });

  it("share the teams' ties and few others between replicates", () => {
    const pairs = new Set(pairsOf(ties));
    const shared = pairsOf(buildTies(SYNTHETIC, ground, runKey([7, 11], 1), 0)).filter((pair) =>
      pairs.has(pair),
    );
    const isInTeam = (pair: string) => new Set(pair.split("-").map((a) => ground.team[Number(a)])).size === 1;
    expect(shared.filter(isInTeam).length).toBe((10_000 * 7) / 2);
    expect(shared.length).toBeLessThan(0.6 * pairs.size);
  });

  it("split teams above 12 into groups of 8 inside the team instead of one clique", () => {
    for (const [teamSize, inTeam] of [
      [12, [11]],
      [13, [7, 4]],
      [17, [7, 8]],
      [64, [7]],
    ] as const) {
      const one = {
        ...regularGround(teamSize),
        department: Uint16Array.from({ length: teamSize }, (_, a) => a),
      };
      const crowd: TieGround = { ...one, team: new Uint32Array(teamSize), unit: one.department };
      // Everybody is a department and unit of one: what is left are team ties and one long tie drawn a head.
      const degrees = degreesOf(buildTies(SYNTHETIC, crowd, RUN, 0));
      const mean = degrees.reduce((sum, degree) => sum + degree, 0) / teamSize;
      expect(Math.min(...degrees), `team of ${teamSize}`).toBeGreaterThanOrEqual(Math.min(...inTeam));
      expect(mean, `team of ${teamSize}`).toBeLessThanOrEqual(Math.max(...inTeam) + 2);
    }
  });

  it("leave nobody alone in a company of two or more, and one person alone in a company of one", () => {
    for (const employeeCount of [2, 3, 7, 9, 20, 65]) {
      expect(
        Math.min(...degreesOf(buildTies(SYNTHETIC, regularGround(employeeCount), RUN, 0))),
      ).toBeGreaterThan(0);
    }
    expect(degreesOf(buildTies(SYNTHETIC, regularGround(1), RUN, 0))).toEqual([0]);
  });
});

describe("imported ties", () => {
  it("are exactly the pairs given, in either direction once, isolates kept", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(49), fc.nat(49)), { maxLength: 400 }), (pairs) => {
        const ties = buildTies(importedFrom(pairs, 50), regularGround(50), RUN, 0);
        const given = pairs
          .filter(([a, b]) => a !== b)
          .map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
        expect(new Set(pairsOf(ties))).toEqual(new Set(given));
      }),
    );
  });

  it("are refused if they name somebody outside the company, or are not pairs", () => {
    const build = (source: number[], target: number[]) => () =>
      buildTies(
        { kind: "imported", source: Uint32Array.from(source), target: Uint32Array.from(target) },
        regularGround(10),
        RUN,
        0,
      );
    expect(build([0], [10])).toThrow("invalid tie; employee not in [0, 10): 10");
    expect(build([0, 1], [1])).toThrow("invalid ties; as many sources as targets needed: 2, 1");
  });

  it("are refused if somebody has more ties of the own role than a row can say", () => {
    const employeeCount = 65_537;
    const ground = { ...regularGround(employeeCount), role: new Uint8Array(employeeCount) };
    const target = Uint32Array.from({ length: employeeCount - 1 }, (_, i) => i + 1);
    const star: TieSpec = { kind: "imported", source: new Uint32Array(employeeCount - 1), target };
    expect(() => buildTies(star, ground, RUN, 0)).toThrow(
      "too many ties of employee 0; not in [0, 65535]: 65536",
    );
  });
});

describe("random ties", () => {
  it("have the mean degree asked for, Poisson degrees and no clustering", () => {
    const { meanDegree, degreeCv, meanLocalClustering, degreeAssortativity } = structureOf(
      buildTies({ kind: "random", meanDegree: 10 }, regularGround(20_000), RUN, 0),
    );
    // Four standard errors: 2·√(N·z/2)/N·4 for the mean degree.
    expect(Math.abs(meanDegree - 10)).toBeLessThan(0.13);
    expect(degreeCv).toBeCloseTo(Math.sqrt(1 / 10), 2);
    expect(meanLocalClustering).toBeLessThan(0.002);
    expect(Math.abs(degreeAssortativity)).toBeLessThan(0.02);
  });

  it("tie each pair with the same probability", () => {
    const employeeCount = 6;
    const counts = new Map<string, number>();
    const runs = 4000;
    for (let replicate = 0; replicate < runs; replicate++) {
      const run = runKey([3, 4], replicate);
      const spec: TieSpec = { kind: "random", meanDegree: 2 };
      for (const pair of pairsOf(buildTies(spec, regularGround(employeeCount), run, 0))) {
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
    }
    expect(counts.size).toBe(15);
    // p = .4; four standard errors are .031.
    for (const count of counts.values()) expect(Math.abs(count / runs - 0.4)).toBeLessThan(0.031);
  });

  it("are none at a mean degree of 0 and all at n − 1 and more", () => {
    const edgesAt = (meanDegree: number) =>
      buildTies({ kind: "random", meanDegree }, regularGround(30), RUN, 0).neighbours.length / 2;
    expect([edgesAt(0), edgesAt(29), edgesAt(1e9)]).toEqual([0, 435, 435]);
  });
});

describe("a ring", () => {
  it("ties everybody to degree/2 people on each side", () => {
    const ties = buildTies(
      { kind: "ring", degree: 4 },
      { ...regularGround(8), role: new Uint8Array(8) },
      RUN,
      0,
    );
    expect(rowOf(ties, 0)).toEqual([1, 2, 6, 7]);
    expect(rowOf(ties, 5)).toEqual([3, 4, 6, 7]);
  });

  it("ties everybody to everybody at a degree of n − 1 and more", () => {
    for (const employeeCount of [1, 2, 5, 6]) {
      const ties = buildTies({ kind: "ring", degree: 20 }, regularGround(employeeCount), RUN, 0);
      expect(degreesOf(ties)).toEqual(Array(employeeCount).fill(employeeCount - 1));
    }
  });
});

describe("complete mixing", () => {
  it("stores no ties", () => {
    const ties = buildTies({ kind: "complete" }, regularGround(1000), RUN, 1);
    expect([ties.neighbours.length, ...new Set(ties.offsets), ...new Set(ties.roleDegree)]).toEqual([
      0, 0, 0,
    ]);
  });
});

describe("rewiring", () => {
  it("takes clustering away, the more the more ties are swapped", () => {
    const clusteringAt = (rewiring: number) =>
      structureOf(buildTies(SYNTHETIC, regularGround(4000), RUN, rewiring)).meanLocalClustering;
    const [none, some, most, all] = [0, 0.1, 0.5, 3].map(clusteringAt) as [number, number, number, number];
    expect(none).toBeGreaterThan(some);
    expect(some).toBeGreaterThan(most);
    expect(all).toBeLessThan(0.01);
  });

  it("finds nothing to swap among everybody, in a star or on a single tie", () => {
    const ground = regularGround(12);
    const star = importedFrom(
      Array.from({ length: 11 }, (_, i) => [0, i + 1] as const),
      12,
    );
    for (const spec of [{ kind: "ring", degree: 12 } as const, star, importedFrom([[3, 4]], 12)]) {
      expect(buildTies(spec, ground, RUN, 10)).toEqual(buildTies(spec, ground, RUN, 0));
    }
  });
});

describe("committed bits", () => {
  it.each([
    ["synthetic", SYNTHETIC, 0, "93853c25"],
    ["synthetic, rewired", SYNTHETIC, 1, "ede9993d"],
    ["random", { kind: "random", meanDegree: 10 } as const, 0, "47a538c6"],
    ["ring, rewired", { kind: "ring", degree: 10 } as const, 0.2, "5072b025"],
  ])("of %s ties are unchanged", (_, spec, rewiring, hash) => {
    expect(hashOf(buildTies(spec, regularGround(10_000), RUN, rewiring))).toBe(hash);
  });
});
