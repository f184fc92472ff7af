/** Elementary effects: exact on linear functions, as enumerated elsewhere on curved ones, with intervals that cover. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  answer,
  morrisRadial,
  morrisTrajectories,
  morrisWholeGrid,
  runsOf,
  type DesignRun,
  type Factor,
} from "../../../scenarios/index.ts";
import { uniform } from "../../../engine/index.ts";
import { ROOT } from "../../lint/sources.ts";
import { analysed, seeds, unitFactors } from "./kit.ts";

const base = { blocks: 8, replicates: 1, seed: "screening" };

/** Every kind of design over some factors; the whole grid where it is small. */
function designs(factors: readonly Factor[], seed: string) {
  const options = { ...base, seed };
  return [
    morrisTrajectories(factors, options),
    morrisRadial(factors, options),
    morrisWholeGrid(factors, options),
  ];
}

type AnyDesign = ReturnType<typeof designs>[number];
const screen = (design: AnyDesign, f: (run: DesignRun) => number) =>
  analysed(design as ReturnType<typeof morrisRadial>, f);

describe("effects", () => {
  test("of a linear function are its slopes over each range, without spread", async () => {
    const slopes = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(slopes, seeds, async (slope, seed) => {
        const factors = slope.map((_, i) => ({ name: `x${i}`, low: -i, high: i + 1 }));
        for (const design of designs(factors, seed)) {
          const { factors: found } = await screen(design, ({ values }) =>
            slope.reduce((sum, each, i) => sum + each * values[`x${i}`], 7),
          );
          for (const [i, { mu, muStar, sigma }] of found.entries()) {
            const expected = slope[i] * (2 * i + 1);
            for (const bound of [mu.value, mu.low ?? expected, mu.high ?? expected])
              expect(bound).toBeCloseTo(expected, 8);
            expect(muStar.value).toBeCloseTo(Math.abs(expected), 8);
            expect(sigma.value).toBeCloseTo(0, 8);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  test("of a factor that does nothing are exactly 0", async () => {
    for (const design of designs(unitFactors(3), "nothing")) {
      const { factors } = await screen(design, ({ values }) => Math.exp(values["x0"]) * values["x2"]);
      for (const { value, low, high } of [factors[1].mu, factors[1].muStar, factors[1].sigma])
        expect([value, low ?? 0, high ?? 0]).toEqual([0, 0, 0]);
    }
  });

  test("scale with the output and don't see a constant", async () => {
    const f = ({ values }: DesignRun): number => Math.sin(5 * values["x0"]) * values["x1"];
    for (const design of designs(unitFactors(2), "scale")) {
      const plain = await screen(design, f);
      const scaled = await screen(design, (run) => 4 * f(run));
      const shifted = await screen(design, (run) => f(run) + 1);
      for (const [i, { mu, sigma }] of plain.factors.entries()) {
        expect(scaled.factors[i].mu.value).toBe(4 * mu.value!);
        expect(scaled.factors[i].sigma.value).toBe(4 * sigma.value!);
        expect(shifted.factors[i].mu.value).toBeCloseTo(mu.value!, 12);
      }
    }
  });

  test("of an interaction spread, and of a square have both signs", async () => {
    const product = await screen(
      morrisWholeGrid(unitFactors(2), base),
      ({ values }) => values["x0"] * values["x1"],
    );
    // Levels 0, 1/3, 2/3, 1 of the other factor: mean .5, variance 5/36.
    expect(product.factors[0].mu.value).toBeCloseTo(0.5, 14);
    expect(product.factors[0].sigma.value).toBeCloseTo(Math.sqrt(5 / 36), 14);
    const square = await screen(
      morrisWholeGrid(unitFactors(1), base),
      ({ values }) => (values["x0"] - 0.5) ** 2,
    );
    expect([square.factors[0].mu.value, square.factors[0].muStar.value]).toEqual([
      expect.closeTo(0, 14),
      expect.closeTo(1 / 3, 14),
    ]);
  });

  test("of stars have the mean and the sample's standard deviation of their half steps", async () => {
    const design = morrisRadial(unitFactors(1), base);
    const { factors } = await analysed(design, ({ values }) => values["x0"] ** 3);
    const effects = Array.from({ length: base.blocks }, (_, block) => {
      const [[from], [to]] = design.rows.slice(2 * block, 2 * block + 2);
      expect(Math.abs(to - from)).toBe(0.5);
      return (to ** 3 - from ** 3) / (to - from);
    });
    const mean = effects.reduce((sum, each) => sum + each, 0) / effects.length;
    const squares = effects.reduce((sum, each) => sum + (each - mean) ** 2, 0);
    expect(factors[0].mu.value).toBeCloseTo(mean, 12);
    expect(factors[0].sigma.value).toBeCloseTo(Math.sqrt(squares / (effects.length - 1)), 12);
  });

  test("switch a switch at every step", async () => {
    const factors: Factor[] = [...unitFactors(2), { name: "isOn", values: [0, 1] }];
    for (const design of designs(factors, "switch")) {
      const { factors: found } = await screen(design, ({ values }) => 3 * values["isOn"]);
      const step = design.kind === "morris radial" ? 1 / 2 : 2 / 3;
      expect(found[2].mu.value).toBeCloseTo(3 / step, 12);
      expect(found[2].sigma.value).toBeCloseTo(0, 12);
    }
  });
});

describe("rows", () => {
  test("of a block differ in one factor at a time, each once, and stay within the ranges", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        seeds,
        fc.constantFrom(2, 4, 6, 10),
        (count, seed, levels) => {
          const options = { ...base, seed, levels };
          for (const design of [
            morrisTrajectories(unitFactors(count), options),
            morrisRadial(unitFactors(count), options),
          ]) {
            expect(design.rows).toHaveLength(base.blocks * (count + 1));
            expect(design.rows.every((row) => row.every((x) => x >= 0 && x <= 1))).toBe(true);
            for (let block = 0; block < base.blocks; block++) {
              const rows = design.rows.slice(block * (count + 1), (block + 1) * (count + 1));
              const moved = rows.slice(1).flatMap((row, i) => {
                const from = design.kind === "morris radial" ? rows[0] : rows[i];
                return [...row.keys()].filter((j) => row[j] !== from[j]);
              });
              expect(moved.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, j) => j));
            }
          }
        },
      ),
    );
  });

  test("go to both ends of the grid, exactly", () => {
    const { rows } = morrisTrajectories([{ name: "a", low: 0.1, high: 0.7 }], { ...base, blocks: 50 });
    const seen = new Set(rows.map(([x]) => x));
    expect([seen.size, seen.has(0.1), seen.has(0.7)]).toEqual([4, true, true]);
  });
});

describe("replicates and failures", () => {
  test("give every row all replicates, in order", () => {
    const runs = runsOf(morrisRadial(unitFactors(2), { ...base, blocks: 2, replicates: 3 }));
    expect(runs.map(({ row, replicate }) => [row, replicate])).toEqual(
      Array.from({ length: 18 }, (_, i) => [Math.floor(i / 3), i % 3]),
    );
  });

  test("give intervals for the mean effect of trajectories that cover it in 90 to 98% of 200 designs, of stars in no fewer", async () => {
    const covered = [0, 0];
    for (let trial = 0; trial < 200; trial++) {
      const noise = { k0: trial, k1: 7 };
      const f = ({ values, row, replicate }: DesignRun): number => {
        const luck = uniform(row * 4 + replicate, noise) + 3 * uniform(10_000 + replicate, noise);
        return 2 * values["x0"] + values["x1"] * (1 + 4 * values["x0"]) + luck;
      };
      const options = { blocks: 20, replicates: 4, seed: `trial ${trial}` };
      const found = [
        await analysed(morrisTrajectories(unitFactors(2), options), f),
        await analysed(morrisRadial(unitFactors(2), options), f),
      ];
      // The slope in x1 is 1 + 4·x0: 3 in the mean.
      for (const [i, { factors }] of found.entries())
        if (factors[1].mu.low! <= 3 && factors[1].mu.high! >= 3) covered[i]++;
    }
    expect(covered[0] / 200).toBeGreaterThanOrEqual(0.9);
    expect(covered[0] / 200).toBeLessThanOrEqual(0.98);
    // Centres in slices vary less than a bootstrap knows: its intervals err on the wide side.
    expect(covered[1] / 200).toBeGreaterThanOrEqual(0.95);
  });

  test("leave out what a failed run touches, and count it", async () => {
    const design = morrisTrajectories(unitFactors(2), base);
    const f = ({ values }: DesignRun): number => values["x0"] + 2 * values["x1"];
    const some = await analysed(design, (run) => (run.row === 1 ? NaN : f(run)));
    // The middle row of a trajectory of three belongs to both of its effects.
    expect([some.failedRuns, ...some.factors.map(({ effects }) => effects)]).toEqual([1, 7, 7]);
    expect(some.factors[1].mu.value).toBeCloseTo(2, 12);
    const none = await analysed(design, () => Infinity);
    expect(none.failedRuns).toBe(design.rows.length);
    expect(none.factors[0].mu).toEqual({ value: null, low: null, high: null });
  });
});

describe("answers", () => {
  test("of another design are refused, even of the same size", async () => {
    const [a, b] = ["a", "b"].map((seed) => morrisRadial(unitFactors(2), { ...base, seed }));
    const answers = await answer(a, (runs) => Promise.resolve(runs.map(() => 1)));
    expect(() => b.analyse(answers)).toThrow(
      /^invalid answers; of another design: morris radial [0-9a-f]{64}$/,
    );
    expect(a.analyse(JSON.parse(JSON.stringify(answers)) as typeof answers).failedRuns).toBe(0);
  });

  test("of a design of another kind are refused by the compiler and at run time", async () => {
    const radial = morrisRadial(unitFactors(2), base);
    const answers = await answer(radial, (runs) => Promise.resolve(runs.map(() => 1)));
    // @ts-expect-error a trajectory's effects can't be told from a star's rows
    expect(() => morrisTrajectories(unitFactors(2), base).analyse(answers)).toThrow("of another design");
  });

  test("that are too few or too many are refused", async () => {
    const design = morrisRadial(unitFactors(2), base);
    const answers = await answer(design, () => Promise.resolve([1, 2]));
    expect(() => design.analyse(answers)).toThrow("invalid answers; not 24 outputs: 2");
  });
});

test.each([
  [{ levels: 3 }, "invalid levels; not an even number in [2, 100]: 3"],
  [{ levels: 0 }, "invalid levels; not an even number in [2, 100]: 0"],
  [{ blocks: 1 }, "invalid blocks; not a whole number in [2, 10000]: 1"],
  [{ replicates: 0 }, "invalid replicates; not a whole number above 0: 0"],
])("options such as %o are refused", (options, message) => {
  expect(() => morrisTrajectories(unitFactors(2), { ...base, ...options })).toThrow(message);
});

test("a grid of too many rows is refused", () => {
  expect(() => morrisWholeGrid(unitFactors(9), base)).toThrow("invalid grid; more than 65536 rows: 262144");
});

const ORACLES = join(ROOT, "../shared/oracles/sensitivity.json");

interface Oracle {
  readonly p: number;
  readonly muStar: readonly number[];
  readonly mu?: readonly number[];
  readonly sigma?: readonly number[];
  readonly a?: readonly number[];
}

describe("the effects enumerated elsewhere", () => {
  const isThere = existsSync(ORACLES);
  if (!isThere) console.log("SKIPPED 2 rows of Morris's effects: no shared/oracles/sensitivity.json");
  const oracles = isThere ? (JSON.parse(readFileSync(ORACLES, "utf8")) as Record<string, Oracle>) : {};

  test.skipIf(!isThere)("are found for Ishigami's function, to 1e-9", async () => {
    const { p, muStar, mu, sigma } = oracles["morrisIshigamiFullEnumeration"];
    const factors = ["x1", "x2", "x3"].map((name) => ({ name, low: -Math.PI, high: Math.PI }));
    const design = morrisWholeGrid(factors, { ...base, levels: p });
    const { factors: found } = await analysed(design, ({ values: { x1, x2, x3 } }) => {
      const sine = Math.sin(x2);
      return Math.sin(x1) + 7 * sine * sine + 0.1 * x3 ** 4 * Math.sin(x1);
    });
    expect(found).toHaveLength(muStar.length);
    for (const [i, each] of found.entries()) {
      expect(Math.abs(each.muStar.value! - muStar[i])).toBeLessThan(1e-9);
      expect(Math.abs(each.mu.value! - mu![i])).toBeLessThan(1e-9);
      // Written down with seven decimals.
      expect(Math.abs(each.sigma.value! - sigma![i])).toBeLessThan(5.1e-8);
    }
  });

  test.skipIf(!isThere)("are found for Sobol's g of four factors, to 1e-9", async () => {
    const { p, a, muStar } = oracles["morrisSobolG4"];
    const design = morrisWholeGrid(unitFactors(a!.length), { ...base, levels: p });
    const { factors: found } = await analysed(design, ({ values }) =>
      a!.reduce((product, each, i) => (product * (Math.abs(4 * values[`x${i}`] - 2) + each)) / (1 + each), 1),
    );
    expect(found).toHaveLength(muStar.length);
    for (const [i, each] of found.entries())
      expect(Math.abs(each.muStar.value! - muStar[i])).toBeLessThan(1e-9);
  });
});
