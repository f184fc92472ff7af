/** Factors: ends are exact, nothing lies outside, what isn't a factor is refused. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grid, hypercubeDesign, valueAt, type Factor } from "../../../scenarios/index.ts";
import { factor } from "./kit.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("a factor", () => {
  test("has exactly its ends at 0 and 1, and nothing outside of them between", () => {
    fc.assert(
      fc.property(factor, share, (each, at) => {
        const [first, last] = "values" in each ? [each.values[0], each.values.at(-1)] : [each.low, each.high];
        expect(valueAt(each, 0)).toBe(first);
        expect(valueAt(each, 1)).toBe(last);
        if ("values" in each) expect(each.values).toContain(valueAt(each, at));
        else {
          expect(valueAt(each, at)).toBeGreaterThanOrEqual(each.low);
          expect(valueAt(each, at)).toBeLessThanOrEqual(each.high);
        }
      }),
    );
  });

  test("rises with its share, and is at the middle halfway: of ends, or of their logarithms", () => {
    expect(valueAt({ name: "f", low: 2, high: 4 }, 0.5)).toBe(3);
    expect(valueAt({ name: "f", low: 1, high: 100, scale: "log" }, 0.5)).toBeCloseTo(10, 12);
    expect([0, 0.49, 0.5, 0.99, 1].map((at) => valueAt({ name: "f", values: [0, 1] }, at))).toEqual([
      0, 0, 1, 1, 1,
    ]);
  });
});

describe("a grid", () => {
  test("has exact ends, the wanted number of points, and equal steps", () => {
    expect(grid(0, 10, 3)).toEqual([0, 5, 10]);
    expect(grid(0.1, 0.7, 2)).toEqual([0.1, 0.7]);
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 200 }), share, share, (count, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const points = grid(low, high, count);
        expect([points.length, points[0], points.at(-1)]).toEqual([count, low, high]);
        for (const [i, point] of points.entries())
          expect(Math.abs(point - (low + ((high - low) * i) / (count - 1)))).toBeLessThan(1e-15);
      }),
    );
  });

  test("needs two points", () => {
    expect(() => grid(0, 1, 1)).toThrow("invalid grid; not a whole number of 2 or more points: 1");
  });
});

test.each<[string, Factor[], string]>([
  ["no factors", [], "invalid factors; none given: 0"],
  [
    "a name given twice",
    [
      { name: "a", low: 0, high: 1 },
      { name: "a", low: 0, high: 1 },
    ],
    'invalid factors; name given twice: "a"',
  ],
  ["an upside-down range", [{ name: "a", low: 2, high: 1 }], 'invalid factor "a"; low above high: 2 > 1'],
  [
    "an endless range",
    [{ name: "a", low: 0, high: Infinity }],
    'invalid factor "a"; not a finite number: Infinity',
  ],
  [
    "a log scale from 0",
    [{ name: "a", low: 0, high: 1, scale: "log" }],
    'invalid factor "a"; a log scale needs low above 0: 0',
  ],
  ["an empty list", [{ name: "a", values: [] }], 'invalid factor "a"; without values: 0'],
  ["a value that is none", [{ name: "a", values: [NaN] }], 'invalid factor "a"; not a finite number: NaN'],
])("%s is refused", (_, factors, message) => {
  expect(() => hypercubeDesign(factors, { points: 4, replicates: 1, seed: "s" })).toThrow(message);
});

describe("a distribution's value at a share", () => {
  const triangle = { name: "f", low: 1, mode: 2, high: 5 };
  const normal = { name: "f", mean: 3, sd: 1, low: 1, high: 9 };

  test("is the quantile of a triangle", () => {
    // P(X ≤ x) below the mode is (x − 1)²/4, above it 1 − (5 − x)²/12.
    for (const at of [0, 0.1, 0.25, 0.5, 0.9, 1]) {
      const x = valueAt(triangle, at);
      expect(x <= 2 ? (x - 1) ** 2 / 4 : 1 - (5 - x) ** 2 / 12).toBeCloseTo(at, 12);
    }
    expect([0, 1].map((at) => valueAt({ ...triangle, mode: 1 }, at))).toEqual([1, 5]);
  });

  test("is the quantile of a normal distribution that is cut at both ends", () => {
    expect([0, 1].map((at) => valueAt(normal, at))).toEqual([1, 9]);
    // Φ(−2) = 0.0227501, Φ(6) = 1 − 1e-9: the median is where Φ is 0.5113751, at 0.0285149 (tables).
    expect(valueAt(normal, 0.5)).toBeCloseTo(3.0285149, 5);
    expect(valueAt({ ...normal, low: -97 }, 0.975)).toBeCloseTo(3 + 1.959964, 5);
  });

  test("is refused with a mode or mean outside the range", () => {
    const design = (given: Factor) => () => hypercubeDesign([given], { points: 4, replicates: 1, seed: "s" });
    expect(design({ ...triangle, mode: 6 })).toThrow('invalid factor "f"; mode not in [1, 5]: 6');
    expect(design({ ...normal, mean: 0 })).toThrow('invalid factor "f"; mean not in [1, 9]: 0');
    expect(design({ ...normal, sd: 0 })).toThrow('invalid factor "f"; sd not above 0: 0');
  });
});
