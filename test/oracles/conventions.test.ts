/** What the checks of published results stand on: rounding, copies, hazards, relays, and rows that can't be read. */
import { describe, expect, it } from "vitest";
import { NEVER } from "../../engine/columns.ts";
import { bassPeak, bassShare, cascadeWindow, finalSize } from "../../scenarios/bass.ts";
import { fitBass } from "../../scenarios/fit.ts";
import { activeByCopy, makeWorld, rounds, spread, type Setting } from "./cascade.ts";
import { checkRow, quickRows } from "./check.ts";
import type { Context } from "./family.ts";
import { copiesOf } from "./networks.ts";
import { roundingCases } from "./real.ts";
import type { Row } from "./rows.ts";
import { contextOf, DATA_FOLDER, FIXTURE } from "./source.ts";
import { chiSquareProb, sampleOf } from "./statistics.ts";

const EMPTY: Context = { rows: [], data: "absent", seriesOf: () => ({}), isQuick: true };

function rowOf(changes: Partial<Row>): Row {
  return { id: "ring.x", kind: "exact", inputs: {}, expected: {}, tolerance: 0, ...changes };
}

const RING: Row = rowOf({
  inputs: { n: 20, k: 4, threshold: 2, seeds: "contiguous_threshold_count" },
  expected: { final: 20, rounds: 9, history0_5: "2 4 6 8 10 12" },
});

/** A path of five; each of its people hears of it from the one before. */
const PATH = { size: 5, source: Uint32Array.of(0, 1, 2, 3), target: Uint32Array.of(1, 2, 3, 4) };

function settingOf(changes: Partial<Setting>): Setting {
  return {
    seed: "conventions",
    replicate: 0,
    employeeCount: PATH.size,
    ties: { kind: "imported", source: PATH.source, target: PATH.target },
    parameters: { inviteProb: 1 },
    seeds: [0],
    weeks: 50,
    ...changes,
  };
}

describe("thresholds kept in Float32", () => {
  it("say the same as doubles of every share up to 600 ties, at every threshold of two decimals", () => {
    const degrees = Array.from({ length: 601 }, (_, ties) => ties);
    const cases = Array.from({ length: 101 }, (_, i) => i / 100).flatMap((threshold) =>
      roundingCases(threshold, degrees),
    );
    expect(cases).toEqual([]);
  });

  it("are told apart where a threshold lies closer to a share than Float32 can", () => {
    expect(roundingCases(1 / 3 + 1e-12, [3])).toEqual(["1 of 3"]);
  });
});

describe("a company for a contagion", () => {
  it("does nothing but register: skills, engagement, communities and headcount stand still", () => {
    const before = makeWorld(settingOf({ seeds: [] })).state;
    const { world } = spread(settingOf({}));
    expect(world.state.employee.skill).toEqual(before.employee.skill);
    expect(world.state.employee.engagement).toEqual(before.employee.engagement);
    expect(world.state.firm.headcount[0]).toBe(5);
    expect(world.state.firm.visitors[0]).toBe(5);
    expect([...world.state.unit.support]).toEqual([0.5]);
    expect([...world.state.community.isLive].some((isLive) => isLive === 1)).toBe(false);
  });

  it("counts seeds at round 0 and one round for each that brought somebody new", () => {
    expect(spread(settingOf({})).history).toEqual([1, 2, 3, 4, 5]);
  });

  it("never tips people without ties by a share", () => {
    const parameters = { registrationThresholdProb: 1, thresholdMean: 0, thresholdSd: 0 };
    const { history, world } = spread(settingOf({ employeeCount: 7, parameters, seeds: [] }));
    expect(history).toEqual([0, 5]);
    expect([...world.state.employee.weekRegistered]).toEqual([0, 0, 0, 0, 0, NEVER, NEVER]);
  });

  it("side by side with copies of itself is the same company, copy by copy", () => {
    const copies = { employeeCount: 15, ties: { kind: "imported", ...copiesOf(PATH, 3) } } as const;
    expect([...activeByCopy(spread(settingOf({ ...copies, seeds: [0, 14] })).world, 5)]).toEqual([5, 0, 5]);
  });

  it("goes on in another world after the last week, round by round the same, whatever spreads on whatever ties", () => {
    const certain = { registrationThresholdProb: 1, thresholdMean: 0.2, thresholdSd: 0.1 };
    const random = { employeeCount: 300, ties: { kind: "random", meanDegree: 4 } } as const;
    const ring = { employeeCount: 60, ties: { kind: "ring", degree: 4 }, rewiring: 0.2 } as const;
    for (const [ground, parameters] of [
      [random, certain],
      [ring, certain],
      [random, { tieProb: 0.2 }],
      [
        { ...random, ties: { kind: "complete" } },
        { externalProb: 0.01, imitationProb: 0.3 },
      ],
    ] as const) {
      const roundsOf = (weeks: number): number[] => {
        const counts: number[] = [];
        for (const { state } of rounds(settingOf({ ...ground, parameters, seeds: [0, 1], weeks }))) {
          counts.push(state.firm.users[0]);
          if (counts.length === 40) break;
        }
        return counts;
      };
      expect(roundsOf(3)).toEqual(roundsOf(40));
      expect(roundsOf(40).at(-1)).toBeGreaterThan(10);
    }
    const invited = settingOf({ weeks: 2 });
    expect(() => spread(invited)).toThrow("over more than 2 rounds");
  });

  it("with ties that work one way hears only from where they come", () => {
    const oneWay = { kind: "oneWay", source: PATH.source, target: PATH.target } as const;
    expect(spread(settingOf({ ties: oneWay, seeds: [2] })).history).toEqual([1, 2, 3]);
    const parameters = { registrationThresholdProb: 1, thresholdMean: 1, thresholdSd: 0 };
    expect(spread(settingOf({ ties: oneWay, parameters, seeds: [0] })).history).toEqual([1, 2, 3, 4, 5]);
    expect(spread(settingOf({ parameters, seeds: [0] })).history).toEqual([1]);
  });

  it("with hazards of its people's own invites each with their own probability", () => {
    const runs = 20_000;
    const hazards = Float64Array.from({ length: 2 * runs }, () => Math.log1p(-0.3) / Math.log1p(-0.1));
    const pair = { size: 2, source: Uint32Array.of(0), target: Uint32Array.of(1) };
    const { world } = spread(
      settingOf({
        employeeCount: 2 * runs,
        ties: { kind: "imported", ...copiesOf(pair, runs) },
        parameters: { inviteProb: 0.1 },
        hazards,
        seeds: Array.from({ length: runs }, (_, copy) => 2 * copy),
      }),
    );
    const joined = activeByCopy(world, 2).reduce((sum, size) => sum + size - 1, 0) / runs;
    expect(Math.abs(joined - 0.3)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / runs));
  });
});

describe("a row", () => {
  it("passes and fails by its figures", () => {
    expect(checkRow(RING, EMPTY)).toMatchObject({ state: "passed", figures: 3 });
    const wrong = { ...RING, expected: { final: 20, rounds: 8, history0_5: "2 4 6 8 10 12" } };
    expect(checkRow(wrong, EMPTY)).toMatchObject({ state: "failed", reason: "rounds: 9 instead of 8" });
  });

  it("fails loudly when its family, a field, its seeds or its tolerance isn't known", () => {
    const reasonOf = (row: Row) => [checkRow(row, EMPTY).state, checkRow(row, EMPTY).reason];
    expect(reasonOf(rowOf({ id: "ringlet.x" }))).toEqual(["failed", "unknown family"]);
    const more = { ...RING, inputs: { ...(RING.inputs as object), speed: 2 } };
    expect(reasonOf(more)).toEqual(["failed", "unknown field: speed"]);
    const seeds = { ...RING, inputs: { n: 20, k: 4, threshold: 2, seeds: "everybody" } };
    expect(reasonOf(seeds)).toEqual(["failed", "unknown seeds: everybody"]);
    expect(reasonOf({ ...RING, tolerance: "roughly" })).toEqual(["failed", 'unknown tolerance: "roughly"']);
  });

  it("about a network that isn't there is skipped with the reason", () => {
    const row = rowOf({
      id: "metrics.x",
      inputs: { network: "nowhere" },
      tolerance: "integers exact, reals 1e-6",
    });
    expect(checkRow(row, EMPTY)).toMatchObject({
      state: "skipped",
      reason: "no network nowhere in the data folder",
    });
  });

  it("of every family is among the quick ones", () => {
    const { rows } = contextOf(FIXTURE, DATA_FOLDER, true);
    expect(quickRows(rows)).toHaveLength(rows.length);
  });
});

describe("statistics", () => {
  it("give the chi-square distribution's tail at one to six degrees of freedom", () => {
    // 5% points (Abramowitz & Stegun, table 26.8): cells of 1,000 cases each, one pair moved apart.
    const points = [3.841459, 5.991465, 7.814728, 9.487729, 11.070498, 12.591587];
    points.forEach((point, i) => {
      const cells = i + 2;
      const moved = Math.sqrt((point * 1000) / 2);
      const counts = Array.from({ length: cells }, (_, k) => 1000 + (k === 0 ? moved : k === 1 ? -moved : 0));
      expect(
        chiSquareProb(
          counts,
          counts.map(() => 1 / cells),
        ),
      ).toBeCloseTo(0.05, 6);
    });
  });

  it("call a case that can't happen impossible and pool cells of few", () => {
    expect(chiSquareProb([10, 1], [1, 0])).toBe(0);
    expect(chiSquareProb([100, 1], [0.99, 0.01])).toBe(1);
  });

  it("give runs that all came out alike the error of one unit in all of them", () => {
    expect(sampleOf([2, 2, 2, 2], 1)).toEqual({ count: 4, mean: 2, variance: 0, error: 0.25 });
  });
});

describe("closed forms", () => {
  it("have Bass's peak at t* 6.1926 with .46053 adopted, and none without imitation", () => {
    const rates = { innovation: 0.03, imitation: 0.38 };
    const { time, share } = bassPeak(rates);
    expect(time).toBeCloseTo(6.1926, 4);
    expect(share).toBeCloseTo(0.46053, 5);
    expect(bassShare(rates, time)).toBeCloseTo(share, 12);
    expect(bassPeak({ innovation: 0.05, imitation: 0.02 })).toEqual({ time: 0, share: 0 });
  });

  it("have no epidemic below R 1 without seeds, and everybody at the largest R", () => {
    expect(finalSize(0)).toBe(0);
    expect(finalSize(0, 0.25)).toBe(0.25);
    expect(finalSize(1)).toBe(0);
    expect(finalSize(1e6)).toBe(1);
  });

  it("know no window of cascades above a threshold of a quarter", () => {
    for (const threshold of [0.26, 0.5, 1]) expect(cascadeWindow(threshold)).toBeUndefined();
  });
});

describe("a fit", () => {
  const made = (innovation: number, imitation: number, marketSize: number): number[] =>
    Array.from({ length: 15 }, (_, t) => {
      const rates = { innovation, imitation };
      return marketSize * (bassShare(rates, t + 1) - bassShare(rates, t));
    });

  it("finds the coefficients a curve was made of, by levels and by increments", () => {
    for (const [p, q, m] of [
      [0.03, 0.38, 1000],
      [0.2, 0, 50],
      [0.0005, 0.9, 1e6],
    ]) {
      for (const target of ["levels", "increments"] as const) {
        const fit = fitBass(made(p, q, m), { target });
        expect(fit.innovation / p).toBeCloseTo(1, 6);
        expect(fit.imitation).toBeCloseTo(q, 6);
        expect(fit.marketSize / m).toBeCloseTo(1, 6);
        expect(fit.levelsR2).toBeCloseTo(1, 9);
        expect(fit.incrementsR2).toBeCloseTo(1, 9);
      }
    }
  });

  it("keeps a known market", () => {
    const fit = fitBass(made(0.03, 0.38, 1000), { target: "levels", marketSize: 900 });
    expect(fit.marketSize).toBe(900);
    expect(fit.levelsR2).toBeLessThan(1);
  });

  it("refuses a series without adoptions, with negative ones, or of two periods", () => {
    for (const series of [
      [0, 0, 0],
      [1, -1, 2],
      [1, 2],
      [1, NaN, 2],
    ])
      expect(() => fitBass(series, { target: "levels" })).toThrow("invalid series");
  });
});
