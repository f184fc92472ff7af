/** PAWN's distances are those that can be worked out, and a dummy's where there is nothing. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { latinHypercube } from "../../../scenarios/index.ts";
import { pawnOf } from "../../../scenarios/designs/pawn.ts";

const NAMES = ["x", "y", "z"];

describe("PAWN", () => {
  const rows = latinHypercube(3, { points: 1000, seed: "pawn" });

  test("gives the distances of the identity: slice i of n is farthest at one of its ends", () => {
    const found = pawnOf(
      NAMES,
      rows,
      Float64Array.from(rows, ([x]) => x),
      "s",
    )!;
    expect(found.slices).toBe(10);
    // Of slice i in [i/10, (i + 1)/10): the greater of i/10 and 1 − (i + 1)/10; over slices .9 at most, median .7.
    expect(found.factors[0].most.value).toBeCloseTo(0.9, 10);
    expect(found.factors[0].median.value).toBeCloseTo(0.7, 10);
  });

  test("tells a factor from nothing by the dummy, and a curve without correlation from nothing", () => {
    const outputs = Float64Array.from(rows, ([x, y]) => (x - 0.5) ** 2 + 0.2 * y);
    const { factors, dummy } = pawnOf(NAMES, rows, outputs, "s")!;
    expect(factors[0].median.low).toBeGreaterThan(dummy.median.high!);
    expect(factors[1].median.low).toBeGreaterThan(dummy.median.high!);
    expect(factors[2].median.value).toBeLessThan(dummy.most.high!);
    for (const { median, most } of factors) {
      expect(median.value).toBeLessThanOrEqual(most.value!);
      expect(most.high).toBeLessThanOrEqual(1);
    }
  });

  test("takes one slice a value of a switch, leaves out rows without an output, and needs twenty points", () => {
    const switched = rows.map((row) => row.map((share) => (share < 0.25 ? 0 : 1)));
    const outputs = Float64Array.from(switched, ([x], i) => (i === 7 ? NaN : x));
    // About a quarter of all outputs is 0: the distances are the shares of the others and of these.
    const zeros = outputs.filter((value) => value === 0).length / 999;
    const { factors } = pawnOf(NAMES, switched, outputs, "s")!;
    expect(factors[0].most.value).toBeCloseTo(1 - zeros, 12);
    expect(factors[0].median.value).toBeCloseTo(0.5, 12);
    expect(pawnOf(NAMES, rows.slice(0, 19), outputs.subarray(0, 19), "s")).toBeUndefined();
  });

  test("gives what Kolmogorov and Smirnov's definition does, with ties in factor and output", () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: -20, max: 20 }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 50, maxLength: 120 }), (points) => {
        fc.pre(new Set(points.map(([x]) => x)).size === 5);
        const found = pawnOf(
          ["x"],
          points.map(([x]) => Float64Array.of(x)),
          Float64Array.from(points, ([, y]) => y),
          "s",
        )!;
        const farthest = [0, 1, 2, 3, 4].map((value) => {
          const all = points.map(([, y]) => y);
          const own = points.filter(([x]) => x === value).map(([, y]) => y);
          const share = (ys: readonly number[], most: number): number =>
            ys.filter((y) => y <= most).length / ys.length;
          return Math.max(...all.map((y) => Math.abs(share(own, y) - share(all, y))));
        });
        expect(found.factors[0].most.value).toBeCloseTo(Math.max(...farthest), 12);
        expect(found.factors[0].median.value).toBeCloseTo(farthest.toSorted((a, b) => a - b)[2], 12);
      }),
      { numRuns: 50 },
    );
  });
});
