/** Regret and satisficing against published figures and tables worked out by hand. */
import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { tableOf } from "../../../scenarios/decisions/payoffs.ts";
import { quantileEstimate, regretsOf, robustnessOf } from "../../../scenarios/decisions/robustness.ts";
import { normals, payoffsOf } from "./kit.ts";

/** The investor of the textbooks: stocks, bonds, money market under rising, steady and falling interest rates. */
const INVESTOR = payoffsOf({ stocks: [-4, 4, 12], bonds: [-2, 3, 8], market: [3, 2, 1] });

describe("regret", () => {
  test("is that of the investor's published table", () => {
    const table = tableOf(INVESTOR);
    expect(regretsOf(table).map((row) => [...row])).toEqual([
      [7, 0, 0],
      [5, 1, 4],
      [0, 2, 11],
    ]);
    const rows = robustnessOf(table, 0);
    expect(rows.map(({ worst }) => worst)).toEqual([-4, -2, 1]);
    expect(rows.map(({ worstRegret }) => worstRegret)).toEqual([7, 5, 11]);
    expect(rows.map(({ mean }) => mean.value)).toEqual([4, 3, 2]);
  });

  test("is never below 0, and 0 for some plan at every point", () => {
    const cell = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    const rows = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 8 }))
      .chain(([plans, points]) =>
        fc.array(fc.array(cell, { minLength: points, maxLength: points }), {
          minLength: plans,
          maxLength: plans,
        }),
      );
    fc.assert(
      fc.property(rows, (values) => {
        const table = tableOf(payoffsOf(Object.fromEntries(values.map((row, i) => [`p${i}`, row]))));
        const regrets = regretsOf(table);
        for (const k of table.points.keys()) {
          const own = regrets.map((row) => row[k]);
          expect(Math.min(...own)).toBe(0);
        }
        for (const row of robustnessOf(table, 0)) {
          expect(row.worst).toBeLessThanOrEqual(row.worstTenth.value!);
          expect(row.regret90.value!).toBeLessThanOrEqual(row.worstRegret);
          expect(row.meanRegret.value!).toBeLessThanOrEqual(row.worstRegret * (1 + 1e-12));
        }
      }),
    );
  });
});

describe("the eleven metrics", () => {
  // The cases by which their authors' own library, RAPID, is tested (McPhail et al. 2020).
  const [a, b] = robustnessOf(tableOf(payoffsOf({ a: [0.99, 1, 0.5], b: [0.69, 0.6, 0.6] })), 0.65);

  test("have the values of their authors' own cases", () => {
    expect([a.worst, b.worst]).toEqual([0.5, 0.6]);
    expect([a.best, b.best]).toEqual([1, 0.69]);
    expect(a.hurwicz).toBeCloseTo(0.75, 12);
    expect(b.hurwicz).toBeCloseTo(0.645, 12);
    expect(a.mean.value).toBeCloseTo(0.83, 12);
    expect(b.mean.value).toBeCloseTo(0.63, 12);
    expect(a.worstRegret).toBeCloseTo(0.1, 12);
    expect(b.worstRegret).toBeCloseTo(0.4, 12);
    expect(a.meanVariance).toBeCloseTo(1.42320289996384, 12);
    expect(b.meanVariance).toBeCloseTo(1.54948632859709, 12);
    expect(a.undesirableDeviations).toBeCloseTo(0.245, 12);
    expect(b.undesirableDeviations).toBeCloseTo(0, 12);
    expect([a.satisfactory.value, b.satisfactory.value]).toEqual([2 / 3, 1 / 3]);
  });

  test("see skewness and peakedness as worked out by hand", () => {
    const [x, y] = robustnessOf(tableOf(payoffsOf({ x: [0.99, 1, 0.5, 0.52], y: [0.69, 0.6, 0.61, 1] })), 0);
    // Sorted x: .5 .52 .99 1; p10 .506, p25 .515, p50 .755, p75 .9925, p90 .997.
    expect(x.peakedness).toBeCloseTo(0.491 / 0.4775, 12);
    expect(x.skewness).toBeCloseTo((0.755 - 0.7515) / 0.2455, 12);
    // Sorted y: .6 .61 .69 1; p10 .603, p25 .6075, p50 .65, p75 .7675, p90 .907.
    expect(y.peakedness).toBeCloseTo(0.304 / 0.16, 12);
    expect(y.skewness).toBeCloseTo((0.65 - 0.755) / 0.152, 12);
  });

  test("are undefined, not infinite, where all points are alike", () => {
    const [row] = robustnessOf(tableOf(payoffsOf({ only: [2, 2, 2] })), 2);
    expect(row).toMatchObject({ skewness: null, peakedness: null, satisfactory: { value: 1 } });
  });
});

test("a quantile's interval holds the true one in about 95 of 100 samples", () => {
  let held = 0;
  for (let sample = 0; sample < 400; sample++) {
    const { low, high } = quantileEstimate(normals(200, 100 + sample).toSorted(), 0.1);
    if (low! <= -1.2815515655 && high! >= -1.2815515655) held++;
  }
  expect(held).toBeGreaterThan(370);
  expect(held).toBeLessThan(398);
});

test("points without a run of every plan aren't judged", () => {
  const payoffs = {
    plans: ["a", "b"],
    points: 3,
    replicates: 2,
    values: [Float64Array.of(1, 3, NaN, 5, NaN, 1), Float64Array.of(0, NaN, 2, 7, 4, NaN)],
  };
  const table = tableOf(payoffs);
  expect([...table.points]).toEqual([0, 1]);
  expect(table.values.map((own) => [...own])).toEqual([
    [1, 5],
    [0, 7],
  ]);
  expect(() => tableOf({ ...payoffs, points: 4 })).toThrow("invalid payoffs; not 8 values: 6");
});
