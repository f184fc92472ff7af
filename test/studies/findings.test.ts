/** What a study says is right where the answer is known. */
import { describe, expect, test } from "vitest";
import { runKey, uniform } from "../../engine/index.ts";
import { normalQuantile } from "../../engine/math.ts";
import { findingsOf, layoutOf } from "../../scenarios/studies/index.ts";
import { comparisonOf } from "../../scenarios/studies/comparison.ts";
import { seedShare, type Grid } from "../../scenarios/studies/seed-share.ts";
import { studyOf } from "./kit.ts";

function gridOf(points: number, replicates: number, f: (point: number, replicate: number) => number): Grid {
  const values = Float64Array.from({ length: points * replicates }, (_, i) =>
    f(Math.floor(i / replicates), i % replicates),
  );
  return { points, replicates, values };
}

/** Standard normal numbers, one for each place of each table. */
function noise(table: number): (i: number) => number {
  const key = runKey([table, 7], 0);
  return (i) => normalQuantile(uniform(i, key));
}

describe("the share of variance due to the seed", () => {
  test("is 0 where replicates agree and 1 where points do", () => {
    const none = seedShare(
      gridOf(20, 3, (point) => point),
      "s",
    );
    const all = seedShare(
      gridOf(20, 3, (_, replicate) => replicate),
      "s",
    );
    for (const key of ["value", "low", "high"] as const) {
      expect(none[key]).toBeCloseTo(0, 12);
      expect(all[key]).toBeCloseTo(1, 12);
    }
  });

  test("is unknown with one replicate, one point, or nothing that varies", () => {
    const unknown = { value: null, low: null, high: null };
    expect(
      seedShare(
        gridOf(20, 1, (point) => point),
        "s",
      ),
    ).toEqual(unknown);
    expect(
      seedShare(
        gridOf(1, 20, (_, replicate) => replicate),
        "s",
      ),
    ).toEqual(unknown);
    expect(
      seedShare(
        gridOf(20, 3, () => 0.1),
        "s",
      ),
    ).toEqual(unknown);
  });

  test("is the components' own: luck everywhere, luck at single points, and the points", () => {
    const [byPoint, bySeed, rest] = [noise(1), noise(2), noise(3)];
    const [points, replicates] = [400, 200];
    const grid = gridOf(
      points,
      replicates,
      (p, r) => 2 * byPoint(p) + bySeed(r) + Math.sqrt(3) * rest(p * replicates + r),
    );
    // Variances 4, 1 and 3: half is luck.
    const { value, low, high } = seedShare(grid, "s");
    expect(value).toBeCloseTo(0.5, 1);
    expect(low).toBeLessThan(0.5);
    expect(high).toBeGreaterThan(0.5);
    expect(high! - low!).toBeLessThan(0.1);
  });

  test("leaves out points with a failed run", () => {
    const whole = gridOf(20, 3, (p, r) => p + ((p * r) % 3));
    const holed = gridOf(21, 3, (p, r) => (p === 20 ? [NaN, 5, 1e9][r] : p + ((p * r) % 3)));
    expect(seedShare(holed, "s").value).toBe(seedShare(whole, "s").value);
  });
});

describe("a comparison of two plans", () => {
  test("counts who is ahead where, and where nobody can tell", () => {
    // Of 30 points ten are b's, five are a's; the others go each way in half of their runs.
    const grid = gridOf(30, 12, (p, r) => (p < 10 ? 1 : p < 15 ? -1 : r % 2 === 0 ? 2 : -2));
    const found = comparisonOf(grid);
    expect(found).toMatchObject({ aAhead: 5, bAhead: 10, undecided: 15 });
    expect(found.probabilityBBeatsA.value).toBeCloseTo((10 + 7.5) / 30, 12);
    expect(found.difference.value).toBeCloseTo(5 / 30, 12);
  });

  test("takes replicates for points where there is one point, and ties for halves", () => {
    const found = comparisonOf(gridOf(1, 4, (_, r) => [1, 3, 0, NaN][r]));
    expect(found.difference.value).toBeCloseTo(4 / 3, 12);
    expect(found.probabilityBBeatsA.value).toBeCloseTo(2.5 / 3, 12);
    // Wilson's interval for 2.5 of 3, by hand: (0.83333 + 0.64025 ± 0.76666) / 2.2805.
    expect(found.probabilityBBeatsA.low).toBeCloseTo(0.31, 3);
    expect(found.probabilityBBeatsA.high).toBeCloseTo(0.9823, 3);
    expect(found.undecided).toBe(1);
  });

  test("covers the mean difference in about 95 of 100 studies", () => {
    let covered = 0;
    for (let study = 0; study < 400; study++) {
      const z = noise(100 + study);
      const { difference } = comparisonOf(gridOf(12, 4, (p, r) => 3 + z(p) + z(100 + p * 4 + r)));
      if (difference.low! <= 3 && difference.high! >= 3) covered++;
    }
    expect(covered / 400).toBeGreaterThan(0.92);
    expect(covered / 400).toBeLessThan(0.98);
  });
});

test("findings on a plan and on a difference come from the design's own analysis", () => {
  const layout = layoutOf(studyOf({ design: { kind: "saltelli", points: 512 }, replicates: 2 }));
  const { points } = layout.experiment;
  const weights = points.map(([x, y]) => x + Math.log(y));
  const luck = noise(5);
  const first = Float64Array.from({ length: layout.runCount }, (_, i) => luck(i));
  const second = first.map((value, i) => value + weights[Math.floor(i / 2)]);
  const { plans, pairs } = findingsOf(layout, "netValue", [first, second]);
  expect(plans.map(({ plan }) => plan)).toEqual(["first", "second"]);
  // x is uniform over .6, log y over log 50: variances .6²/12 and log²50/12.
  const [vx, vy] = [0.36 / 12, Math.log(50) ** 2 / 12];
  const [pair] = pairs;
  expect(pair).toMatchObject({ a: "first", b: "second" });
  expect(pair.seedShare.value).toBeCloseTo(0, 12);
  if (pair.analysis.form !== "shares of variance") throw new Error(pair.analysis.form);
  const [x, y] = pair.analysis.factors;
  expect(x.total.value).toBeCloseTo(vx / (vx + vy), 2);
  expect(y.first.value).toBeCloseTo(vy / (vx + vy), 1);
  expect(y.first.low).toBeLessThan(vy / (vx + vy));
  expect(y.first.high).toBeGreaterThan(vy / (vx + vy));
  expect(() => findingsOf(layout, "netValue", [first, second.subarray(1)])).toThrow(
    "invalid values; not 4096",
  );
});
