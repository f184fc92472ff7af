/** PRIM where the box is planted, on Ishigami-like ground, on nothing, and its chances by hand. */
import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { discover, regionSentence } from "../../../scenarios/decisions/index.ts";
import { binomialTail, quasiP } from "../../../scenarios/decisions/boxes.ts";
import { peel } from "../../../scenarios/decisions/peeling.ts";
import { digits, percent } from "../../../scenarios/words.ts";
import { columnsOf, uniforms } from "./kit.ts";

const COUNT = 1000;
const [x, y, z] = [1, 2, 3].map((column) => uniforms(COUNT, column));

function casesWhere(isCase: (i: number) => boolean) {
  return {
    factors: columnsOf({ x, y, z }),
    isCase: Uint8Array.from({ length: COUNT }, (_, i) => (isCase(i) ? 1 : 0)),
  };
}

describe("a planted box", () => {
  const { region, all, way } = discover(
    casesWhere((i) => x[i] > 0.6 && y[i] < 0.5),
    "s",
  );

  test("is found with its ends and nothing else", () => {
    expect(region!.restrictions.map(({ factor }) => factor).toSorted()).toEqual(["x", "y"]);
    const of = (name: string) => region!.restrictions.find(({ factor }) => factor === name)!;
    expect(of("x").low).toBeGreaterThan(0.55);
    expect(of("x").low).toBeLessThan(0.62);
    expect(of("x").high).toBeNull();
    expect(of("y").high).toBeGreaterThan(0.48);
    expect(of("y").high).toBeLessThan(0.54);
    expect(of("y").low).toBeNull();
  });

  test("covers and is dense as counted, here and on points not looked at", () => {
    expect(region!.coverage.value).toBeGreaterThan(0.93);
    expect(region!.density.value).toBeGreaterThan(0.93);
    expect(region!.elsewhere!.coverage).toBeGreaterThan(0.8);
    expect(region!.elsewhere!.density).toBeGreaterThan(0.8);
    expect(region!.coverage.value! * all.cases).toBeCloseTo(region!.cases, 9);
    expect(region!.density.value! * region!.points).toBeCloseTo(region!.cases, 9);
    for (const { quasiP: chance, stability } of region!.restrictions) {
      expect(chance).toBeLessThan(1e-9);
      expect(stability).toBeGreaterThan(0.9);
    }
  });

  test("is reached from all points, denser all the way", () => {
    expect(way[0]).toMatchObject({ coverage: 1, density: all.cases / COUNT, factors: 0 });
    expect(way.at(-1)!.density).toBeGreaterThan(way[0].density);
  });

  test("is told as a sentence with its numbers", () => {
    const text = regionSentence({ all, way, region }, "Platform first fails", {
      share: percent,
      number: digits,
    });
    const { coverage, density } = region!;
    expect(text).toMatch(/^Platform first fails when (x|y) is (above|below) 0\.\d+ and (x|y) is /);
    expect(text).toContain(
      `covers ${percent(coverage.value!)}, dense ${percent(density.value!)} against 22% everywhere`,
    );
  });
});

test("the first peel is the one worked out by hand", () => {
  // Ten points; cases are the three with the greatest x, y is the same for all but two. A tenth is one point.
  const cases = {
    factors: columnsOf({
      x: Float64Array.from({ length: 10 }, (_, i) => i),
      y: Float64Array.of(1, 1, 1, 1, 0, 1, 1, 1, 1, 0),
    }),
    isCase: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 1, 1, 1),
  };
  const way = peel(cases, { slice: 0.1, leastMass: 0.3 });
  expect(way.map(({ points, cases: own }) => [points, own])).toEqual(
    [10, 9, 8, 7, 6, 5, 4, 3].map((points) => [points, 3]),
  );
  expect(way[1].box.low).toEqual([0.5, 0]);
  expect(way.at(-1)!.box).toEqual({ low: [6.5, 0], high: [9, 1] });
});

test("values that many points share go together", () => {
  const level = x.map((value) => Math.floor(3 * value));
  const cases = {
    factors: columnsOf({ level }),
    isCase: Uint8Array.from(level, (each) => (each === 2 ? 1 : 0)),
  };
  const { region } = discover(cases, "s");
  expect(region).toMatchObject({ coverage: { value: 1 }, density: { value: 1 } });
  expect(region!.restrictions).toMatchObject([{ factor: "level", low: 1.5, high: null }]);
});

describe("where nothing sets cases apart", () => {
  test("there is no box of none and of all", () => {
    expect(
      discover(
        casesWhere(() => false),
        "s",
      ).region,
    ).toBeUndefined();
    expect(
      discover(
        casesWhere(() => true),
        "s",
      ).region,
    ).toBeUndefined();
  });

  test("a box of luck shows by its density on points not looked at", () => {
    const luck = uniforms(COUNT, 77);
    const { region, all } = discover(
      casesWhere((i) => luck[i] < 0.3),
      "s",
    );
    const base = all.cases / all.points;
    expect(region === undefined || region.elsewhere!.density < base + 0.06).toBe(true);
  });
});

describe("chances", () => {
  test("are a binomial's upper tail, by hand", () => {
    expect(binomialTail(3, 0.5, 2)).toBeCloseTo(0.5, 12);
    expect(binomialTail(10, 0.2, 5)).toBeCloseTo(0.0327934976, 10);
    expect(binomialTail(10, 0.2, 0)).toBe(1);
    expect(binomialTail(10, 0, 1)).toBe(0);
    // Of 8 points in the box 6 are cases; without the restriction 8 of 16 are: P(X ≥ 6 of 8 at a half) = 37/256.
    expect(quasiP({ points: 8, cases: 6 }, { points: 16, cases: 8 })).toBeCloseTo(37 / 256, 12);
  });

  test("fall with the count and sum up", () => {
    const input = fc.tuple(
      fc.integer({ min: 1, max: 400 }),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    );
    fc.assert(
      fc.property(input, ([n, prob]) => {
        let before = 1;
        for (let k = 0; k <= n; k++) {
          const tail = binomialTail(n, prob, k);
          expect(tail).toBeLessThanOrEqual(before + 1e-12);
          before = tail;
        }
        // Its sum over k ≥ 1 is the mean.
        let mean = 0;
        for (let k = 1; k <= n; k++) mean += binomialTail(n, prob, k);
        expect(mean).toBeCloseTo(n * prob, 6);
      }),
      { numRuns: 30 },
    );
  });
});
