/** Shares of variance: published figures, closed forms, intervals that cover, and what can't be told. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runsOf, saltelliDesign, type VarianceShares } from "../../../scenarios/designs/index.ts";
import { ROOT } from "../../lint/sources.ts";

const ORACLES = join(ROOT, "../shared/oracles/sensitivity.json");

interface Indices {
  readonly S1: readonly number[];
  readonly ST: readonly number[];
}
interface Oracles {
  readonly ishigami: Indices;
  readonly sobolG: Indices & { readonly a: readonly number[] };
  readonly saltelliUnscrambledJoeKuoSkip0: Readonly<Record<string, Indices>>;
}

const ANGLES = ["x", "y", "z"].map((name) => ({ name, low: -Math.PI, high: Math.PI }));
const ishigami = ([x, y, z]: readonly number[]): number =>
  Math.sin(x) + 7 * Math.sin(y) ** 2 + 0.1 * z ** 4 * Math.sin(x);

function analyse(
  factors: readonly { readonly name: string; readonly low: number; readonly high: number }[],
  model: (values: readonly number[]) => number,
  options: { readonly points: number; readonly isScrambled?: boolean; readonly isSecondOrder?: boolean },
  seed = "saltelli",
): VarianceShares {
  const design = saltelliDesign(factors, { replicates: 1, seed, ...options });
  const outputs = runsOf(design).map(({ values }) => model(factors.map(({ name }) => values[name])));
  return design.analyse({ kind: design.kind, design: design.id, outputs });
}

const isThere = existsSync(ORACLES);
if (!isThere) console.log("SKIPPED 3 rows of Sobol's indices: no shared/oracles/sensitivity.json");

describe.skipIf(!isThere)("against published figures", () => {
  const oracles = isThere ? (JSON.parse(readFileSync(ORACLES, "utf8")) as Oracles) : undefined;

  it.each(["1024", "4096"])("unscrambled, %s points of Ishigami's function: to 1e-10", (points) => {
    const { factors } = analyse(ANGLES, ishigami, { points: Number(points), isScrambled: false });
    const { S1, ST } = oracles!.saltelliUnscrambledJoeKuoSkip0[points];
    factors.forEach(({ first, total }, j) => {
      expect(Math.abs(first.value! - S1[j])).toBeLessThan(1e-10);
      expect(Math.abs(total.value! - ST[j])).toBeLessThan(1e-10);
    });
  });

  it("Ishigami's function and g with eight factors lie within the printed intervals, all but one in twenty", () => {
    const { ishigami: exact, sobolG } = oracles!;
    const g = (x: readonly number[]): number =>
      x.reduce((product, xi, i) => (product * (Math.abs(4 * xi - 2) + sobolG.a[i])) / (1 + sobolG.a[i]), 1);
    const shares = sobolG.a.map((_, i) => ({ name: `x${i}`, low: 0, high: 1 }));
    let outside = 0;
    let all = 0;
    for (const seed of ["1", "2", "3", "4"])
      for (const [factors, truth] of [
        [analyse(ANGLES, ishigami, { points: 1024 }, seed).factors, exact],
        [analyse(shares, g, { points: 1024 }, seed).factors, sobolG],
      ] as const)
        factors.forEach(({ first, total }, j) => {
          for (const [index, value] of [
            [first, truth.S1[j]],
            [total, truth.ST[j]],
          ] as const) {
            all++;
            if (value < index.low! - 1e-6 || value > index.high! + 1e-6) outside++;
          }
        });
    expect(outside / all).toBeLessThanOrEqual(0.05);
  });
});

describe("by closed forms", () => {
  const unit = (names: string) => [...names].map((name) => ({ name, low: 0, high: 1 }));

  it("a sum 3x + y has the shares 9/10 and 1/10, first and total, and no pair", () => {
    const { factors, pairs } = analyse(unit("xy"), ([x, y]) => 3 * x + y, {
      points: 512,
      isSecondOrder: true,
    });
    expect(factors[0].first.value).toBeCloseTo(0.9, 2);
    expect(factors[0].total.value).toBeCloseTo(0.9, 2);
    expect(factors[1].first.value).toBeCloseTo(0.1, 2);
    expect(pairs[0].second.value).toBeCloseTo(0, 2);
  });

  it("a product of centred factors is all a pair's doing, 1 in total for each", () => {
    const { factors, pairs } = analyse(unit("xyz"), ([x, y]) => (x - 0.5) * (y - 0.5), {
      points: 2048,
      isSecondOrder: true,
    });
    expect(factors.map(({ first }) => first.value)).toEqual([
      expect.closeTo(0, 1),
      expect.closeTo(0, 1),
      expect.closeTo(0, 6),
    ]);
    expect(factors[0].total.value).toBeCloseTo(1, 1);
    expect(factors[2].total.value).toBe(0);
    expect(pairs.map(({ names }) => names.join(""))).toEqual(["xy", "xz", "yz"]);
    expect(pairs[0].second.value).toBeCloseTo(1, 1);
    expect(pairs[1].second.value).toBeCloseTo(0, 2);
  });

  it("a constant output has no shares, and says so", () => {
    const { factors, variance } = analyse(unit("xy"), () => 7, { points: 16 });
    expect(variance).toBe(0);
    expect(factors[0].first).toEqual({ value: null, low: null, high: null });
  });
});

describe("a failed run", () => {
  it("leaves its base point out and is counted", () => {
    const design = saltelliDesign(ANGLES, { points: 256, replicates: 2, seed: "failed" });
    const outputs = runsOf(design).map(({ values }) => ishigami(Object.values(values)));
    outputs[7] = NaN;
    const shares = design.analyse({ kind: design.kind, design: design.id, outputs });
    expect(shares.failedPoints).toBe(1);
    expect(shares.factors[1].first.value).toBeCloseTo(0.4424, 1);
  });
});
