/** The engine's own mathematics against mpmath, against committed bits, and against the laws a function must keep. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  exp,
  expm1,
  exponentialQuantile,
  log,
  log1p,
  logistic,
  normalQuantile,
  powerOf,
} from "../../engine/math.ts";
import { TWO32 } from "../../engine/random.ts";
import { HASHED_COUNT, MATH_CASES, mathHash } from "./math-cases.ts";

type Vectors = Record<string, string[]>;
const vectors = JSON.parse(readFileSync(new URL("./math-vectors.json", import.meta.url), "utf8")) as Vectors;

const double = new DataView(new ArrayBuffer(8));

function bitsOf(x: number): bigint {
  double.setFloat64(0, x);
  return double.getBigUint64(0);
}

/** The distance from |x| to the next double away from zero. */
function ulpOf(x: number): number {
  double.setBigUint64(0, bitsOf(Math.abs(x)) + 1n);
  const next = double.getFloat64(0);
  return next === Infinity ? 2 ** 971 : next - Math.abs(x);
}

describe.each(MATH_CASES)("$name", (row) => {
  it("is within its bound of the exact value at every committed argument", () => {
    const rows = vectors[row.name];
    expect(rows.length).toBeGreaterThan(300);
    for (const text of rows) {
      const [x, nearest, rest] = text.split(" ").map(Number) as [number, number, number];
      const value = row.call(x);
      const error = Math.abs((value - nearest) / ulpOf(nearest) - rest);
      expect.soft(error, `${row.name}(${x}) = ${value}, not ${nearest}`).toBeLessThanOrEqual(row.ulps);
    }
  });

  it("gives the committed bits at a million arguments", () => {
    expect(mathHash(row, HASHED_COUNT)).toBe(row.hash);
  });

  it("never falls when its argument rises", () => {
    const cell = fc.integer({ min: 0, max: TWO32 - 2 });
    const at = (i: number) => row.call(row.argument((i + 0.5) / TWO32));
    fc.assert(
      fc.property(cell, cell, (a, b) => at(Math.min(a, b)) <= at(Math.max(a, b)) && at(a) <= at(a + 1)),
      { numRuns: 20_000 },
    );
  });

  it("answers NaN with NaN", () => {
    expect(row.call(NaN)).toBeNaN();
  });
});

describe("edges", () => {
  it("are exact at zero, keeping its sign where the function does", () => {
    expect([exp(0), exp(-0), logistic(0), logistic(-0), log(1)]).toEqual([1, 1, 0.5, 0.5, 0]);
    expect([expm1(0), log1p(0), exponentialQuantile(0), normalQuantile(0.5)]).toEqual([0, 0, 0, 0]);
    expect([expm1(-0), log1p(-0)]).toEqual([-0, -0]);
    expect([log(0), log(-0), log1p(-1)]).toEqual([-Infinity, -Infinity, -Infinity]);
  });

  it("are the limits at infinity and where results leave the doubles", () => {
    expect([exp(Infinity), exp(-Infinity), exp(709.8), exp(-745.2)]).toEqual([Infinity, 0, Infinity, 0]);
    expect([expm1(Infinity), expm1(-Infinity), expm1(709.8)]).toEqual([Infinity, -1, Infinity]);
    expect([logistic(Infinity), logistic(-Infinity), logistic(1e300)]).toEqual([1, 0, 1]);
    expect([log(Infinity), log1p(Infinity)]).toEqual([Infinity, Infinity]);
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
    expect(exponentialQuantile(1)).toBe(Infinity);
  });

  it("are the argument itself where it is tiny", () => {
    for (const x of [5e-324, -5e-324, 1e-300, -1e-20]) expect([expm1(x), log1p(x)]).toEqual([x, x]);
  });

  it("are NaN outside the domain", () => {
    const outside = [log(-1), log(-Infinity), log1p(-1.5), normalQuantile(-0.1), normalQuantile(1.1)];
    expect([...outside, exponentialQuantile(2)]).toEqual(Array(6).fill(NaN));
  });
});

describe("together", () => {
  it("the normal quantile is odd around one half", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: TWO32 - 1 }), (i) => {
        expect(normalQuantile((i + 0.5) / TWO32)).toBe(-normalQuantile(1 - (i + 0.5) / TWO32));
      }),
    );
  });

  it("the exponential quantile is symmetric to the logarithm of what is left", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: TWO32 - 1 }), (i) => {
        const left = i / TWO32;
        expect(Math.abs(exponentialQuantile(1 - left) + log(left))).toBeLessThanOrEqual(4e-15);
      }),
    );
  });

  it("logistic values of opposite arguments add up to one", () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(Math.abs(logistic(x) + logistic(-x) - 1)).toBeLessThanOrEqual(2.3e-16);
      }),
    );
  });

  it("a power is near its exact value, 1 for the exponent 0 and 0 for the base 0", () => {
    expect([powerOf(0, 0), powerOf(7, 0), powerOf(0, 0.322), powerOf(1, 52)]).toEqual([1, 1, 0, 1]);
    // mpmath: 11^−0.322, 1.1^(−1/52), ½^(7/26)
    expect(powerOf(11, -0.322)).toBeCloseTo(0.462031467919036, 15);
    expect(powerOf(1.1, -1 / 52)).toBeCloseTo(0.998168790640396, 15);
    expect(powerOf(0.5, 7 / 26)).toBeCloseTo(0.829761848723557, 15);
    expect(powerOf(2, 10) / 1024).toBeCloseTo(1, 14);
  });
});
