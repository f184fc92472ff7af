/** Latin hypercubes: every slice once, closer never, and correlations that tell which factor matters. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hypercubeDesign, latinHypercube } from "../../../scenarios/index.ts";
import { distance2 } from "../../../scenarios/designs/hypercube.ts";
import { analysed, seeds, unitFactors } from "./kit.ts";

const sizes = fc.record({
  points: fc.integer({ min: 1, max: 120 }),
  factors: fc.integer({ min: 1, max: 9 }),
});

/** Slices that a factor's points lie in, in order. */
function slicesOf(rows: readonly Float64Array[], factor: number): number[] {
  return rows.map((row) => Math.floor(row[factor] * rows.length)).toSorted((a, b) => a - b);
}

function closest(rows: readonly Float64Array[]): number {
  return Math.min(...rows.flatMap((a, i) => rows.slice(i + 1).map((b) => distance2(a, b))));
}

describe("a Latin hypercube", () => {
  test("has one point in every slice of every factor, spread apart or not", () => {
    fc.assert(
      fc.property(sizes, seeds, fc.constantFrom(0, 50), ({ points, factors }, seed, maximinExchanges) => {
        const rows = latinHypercube(factors, { points, seed, maximinExchanges });
        const slices = Array.from({ length: points }, (_, i) => i);
        for (let j = 0; j < factors; j++) expect(slicesOf(rows, j)).toEqual(slices);
      }),
    );
  });

  test("keeps its slices at its largest size", () => {
    const rows = latinHypercube(1, { points: 100_000, seed: "large" });
    expect(slicesOf(rows, 0).every((slice, i) => slice === i)).toBe(true);
  });

  test("is the same for the same seed, and another for another", () => {
    const [a, b, c] = ["s", "s", "t"].map((seed) => latinHypercube(3, { points: 20, seed }));
    expect(a).toEqual(b);
    expect(a).not.toEqual(c);
  });

  test("never gets its closest points closer by exchanges, and mostly farther", () => {
    let farther = 0;
    for (let seed = 0; seed < 20; seed++) {
      const options = { points: 30, seed: String(seed) };
      const plain = closest(latinHypercube(4, options));
      const spread = closest(latinHypercube(4, { ...options, maximinExchanges: 2000 }));
      expect(spread).toBeGreaterThanOrEqual(plain);
      if (spread > 1.5 * plain) farther++;
    }
    expect(farther).toBeGreaterThanOrEqual(18);
  });

  test("has factors that are not correlated beyond chance", () => {
    const rows = latinHypercube(6, { points: 2000, seed: "correlation" });
    for (let a = 0; a < 6; a++)
      for (let b = 0; b < a; b++) {
        const sum = rows.reduce((total, row) => total + (row[a] - 0.5) * (row[b] - 0.5), 0);
        // Standard error 1/√2000 = .022.
        expect(Math.abs((12 * sum) / 2000)).toBeLessThan(0.09);
      }
  });

  test.each([0, 1.5, 100_001, NaN])("refuses %s points", (points) => {
    expect(() => latinHypercube(2, { points, seed: "s" })).toThrow(
      `invalid points; not a whole number in [1, 100000]: ${points}`,
    );
  });
});

describe("partial rank correlations", () => {
  const options = { points: 200, replicates: 1, seed: "ranks" };

  test("are 1 and −1 for outputs that rise or fall with a factor, however bent", async () => {
    const design = hypercubeDesign(unitFactors(1), options);
    const rising = await analysed(design, ({ values }) => Math.exp(9 * values["x0"]));
    const falling = await analysed(design, ({ values }) => -(values["x0"] ** 7));
    expect([rising, falling].map(({ factors }) => factors[0].value)).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(-1, 12),
    ]);
  });

  test("see through the other factors to a weak one", async () => {
    const design = hypercubeDesign(unitFactors(3), options);
    const { factors } = await analysed(design, ({ values }) => 10 * values["x0"] - values["x1"]);
    expect(factors[0].low).toBeGreaterThan(0.9);
    expect(factors[1].high).toBeLessThan(-0.5);
    expect([factors[2].low! < 0, factors[2].high! > 0]).toEqual([true, true]);
  });

  test("have intervals that hold 0 for a factor that does nothing in 92 to 98% of 400 hypercubes", async () => {
    let held = 0;
    for (let seed = 0; seed < 400; seed++) {
      const design = hypercubeDesign(unitFactors(3), { points: 40, replicates: 1, seed: String(seed) });
      const noise = latinHypercube(1, { points: 40, seed: `noise ${seed}` });
      const { factors } = await analysed(design, ({ values, row }) => values["x0"] + noise[row][0]);
      if (factors[2].low! <= 0 && factors[2].high! >= 0) held++;
    }
    expect(held / 400).toBeGreaterThanOrEqual(0.92);
    expect(held / 400).toBeLessThanOrEqual(0.98);
  });

  test("leave failed runs out and count them", async () => {
    const design = hypercubeDesign(unitFactors(2), { ...options, replicates: 2 });
    const { failedRuns, rows, factors } = await analysed(design, ({ values, row, replicate }) =>
      row < 3 || (row < 5 && replicate === 1) ? NaN : values["x0"],
    );
    expect([failedRuns, rows]).toEqual([8, 197]);
    expect(factors[0].value).toBeCloseTo(1, 12);
  });

  test("say nothing of a factor that never varies, nor of an output that never does", async () => {
    const still = [...unitFactors(1), { name: "still", low: 1, high: 1 }];
    const design = hypercubeDesign(still, options);
    const { factors } = await analysed(design, ({ values }) => values["x0"]);
    expect(factors[1]).toEqual({ name: "still", value: null, low: null, high: null });
    const flat = await analysed(design, () => 3);
    expect(flat.factors[0].value).toBe(null);
  });
});
