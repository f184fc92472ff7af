/** Plackett and Burman's designs are balanced and orthogonal, and find main effects whatever pairs do. */
import { describe, expect, test } from "vitest";
import { plackettBurmanDesign, plackettBurmanSigns } from "../../../scenarios/designs/plackett-burman.ts";
import { analysed, unitFactors } from "./kit.ts";

describe("the signs", () => {
  test("are balanced and orthogonal for every number of factors up to 100, in at most 12 rows more than factors", () => {
    for (let k = 1; k <= 100; k++) {
      const rows = plackettBurmanSigns(k);
      expect(rows.length, `${k}`).toBeLessThanOrEqual(Math.max(4, k + 12));
      for (let i = 0; i < k; i++) {
        expect(rows.reduce((sum, row) => sum + row[i], 0)).toBe(0);
        for (let j = 0; j < i; j++) expect(rows.reduce((sum, row) => sum + row[i] * row[j], 0)).toBe(0);
      }
    }
  });

  test("of 11 factors are the 12 published rows with all signs changed: one of high ends, the others with five", () => {
    const highs = plackettBurmanSigns(11).map((row) => row.filter((sign) => sign > 0).length);
    expect(highs.toSorted((a, b) => a - b)).toEqual([5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 11]);
  });
});

describe("the main effects", () => {
  const effects = [3, -2, 0, 0.5, 1, 0, 7];

  test("of a linear function are its coefficients, with and without folding", async () => {
    for (const isFolded of [true, false]) {
      const design = plackettBurmanDesign(unitFactors(7), { replicates: 1, isFolded });
      expect(design.rows.length).toBe(isFolded ? 16 : 8);
      const { factors } = await analysed(design, ({ values }) =>
        effects.reduce((sum, effect, i) => sum + effect * values[`x${i}`], 10),
      );
      factors.forEach(({ value, low }, i) => {
        expect(value).toBeCloseTo(effects[i], 12);
        expect(low).toBeNull();
      });
    }
  });

  test("are free of pairs once folded, and are not without", async () => {
    const pair = ({ values }: { readonly values: Readonly<Record<string, number>> }): number =>
      effects.reduce((sum, effect, i) => sum + effect * (values[`x${i}`] - 0.5), 0) +
      5 * (values["x0"] - 0.5) * (values["x1"] - 0.5);
    const folded = await analysed(plackettBurmanDesign(unitFactors(7), { replicates: 1 }), pair);
    folded.factors.forEach(({ value }, i) => expect(value).toBeCloseTo(effects[i], 12));
    const plain = await analysed(
      plackettBurmanDesign(unitFactors(7), { replicates: 1, isFolded: false }),
      pair,
    );
    expect(plain.factors.some(({ value }, i) => Math.abs(value! - effects[i]) > 0.1)).toBe(true);
  });

  test("have Student's interval over replicates, those with a failed run left out", async () => {
    const design = plackettBurmanDesign(unitFactors(3), { replicates: 4 });
    const { factors, replicates, failedRuns } = await analysed(design, ({ values, replicate, row }) =>
      row === 2 && replicate === 3 ? NaN : values["x0"] * (1 + replicate),
    );
    expect({ replicates, failedRuns }).toEqual({ replicates: 3, failedRuns: 1 });
    // Effects 1, 2, 3: mean 2, standard error 1/√3, t of two degrees of freedom 4.3027.
    expect(factors[0].value).toBeCloseTo(2, 12);
    expect(factors[0].low).toBeCloseTo(2 - 4.302653 / Math.sqrt(3), 5);
    expect(factors[1]).toMatchObject({ value: 0, low: 0, high: 0 });
  });
});
