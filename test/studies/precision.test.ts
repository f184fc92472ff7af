/** Replicates until a difference is known: the looks' bounds are the published ones, and the interval told at the end covers. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { run, runKey, series, uniform } from "../../engine/index.ts";
import { log, normalQuantile } from "../../engine/math.ts";
import { resolveOrganisation, specOf } from "../../scenarios/index.ts";
import { layoutOf, pointDocument, reachedOf } from "../../scenarios/studies/index.ts";
import { firstLook, precisionOf } from "../../scenarios/studies/precision.ts";
import { boundAt, spentBy, type Look } from "../../scenarios/studies/spending.ts";
import { longerStudy, studyOf } from "./kit.ts";

const isSoak = process.env["SOAK"] !== undefined;
/** Studies simulated for each kind of difference. */
const STUDIES = isSoak ? 2000 : 100;
const MOST = 2048;

test("five looks of equal size have the bounds published for spending as O'Brien and Fleming would", () => {
  const looks: Look[] = [];
  for (let k = 1; k <= 5; k++) {
    const spend = spentBy(k / 5) - (k === 1 ? 0 : spentBy((k - 1) / 5));
    looks.push({ size: 100 * k, bound: boundAt(looks, 100 * k, spend) });
  }
  // Jennison & Turnbull 2000, table 7.3 and others; here to five digits by R's gsDesign.
  const published = [4.8769, 3.357, 2.6803, 2.2898, 2.031];
  looks.forEach(({ bound }, k) => expect(bound).toBeCloseTo(published[k], 3));
});

describe("looks", () => {
  const precision = { halfWidth: 0.2, most: 512, step: 8 };
  const luck = normals(1);
  const differences = Float64Array.from({ length: 512 }, (_, i) => luck(i));

  test("say the same of a part as of the whole: what comes later changes no look", () => {
    const whole = precisionOf(differences, precision);
    whole.looks.forEach((size, k) => {
      const part = precisionOf(differences.subarray(0, size), precision);
      expect(part.looks).toEqual(whole.looks.slice(0, k + 1));
      expect(part.next).toBe(whole.looks[k + 1]);
    });
    expect(whole.halfWidth).toBeLessThanOrEqual(0.2);
    expect(whole.difference.high! - whole.difference.low!).toBeCloseTo(2 * whole.halfWidth!, 12);
  });

  test("are at multiples of the step, grow, and end at the most", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 10, noNaN: true }),
        fc.integer({ min: 1, max: 64 }),
        fc.integer({ min: 32, max: 512 }),
        (halfWidth, step, most) => {
          const { looks, next, halfWidth: reached } = precisionOf(differences, { halfWidth, step, most });
          expect(looks[0]).toBe(firstLook({ step, most }));
          for (const [k, size] of looks.entries()) {
            expect(size % step === 0 || size === most).toBe(true);
            if (k > 0) expect(size).toBeGreaterThan(looks[k - 1]);
          }
          expect(next).toBeUndefined();
          expect(reached! <= halfWidth || looks.at(-1) === most).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  test("wait for more than 32 replicates that are all alike: a rare one may be missing", () => {
    const alike = precisionOf(new Float64Array(512).fill(3), precision);
    expect(alike).toMatchObject({ looks: [32, 64, 128], difference: { value: 3, low: 3, high: 3 } });
  });

  test("leave out replicates of failed runs, and know nothing without any", () => {
    const holed = differences.map((d, i) => (i % 4 === 0 ? NaN : d));
    expect(precisionOf(holed, precision).difference.value).not.toBeNaN();
    const none = precisionOf(new Float64Array(512).fill(NaN), precision);
    expect(none).toMatchObject({ difference: { value: null, low: null, high: null }, next: undefined });
  });
});

describe(`the interval told at the end, in ${STUDIES} studies each`, () => {
  test.each([
    ["normal differences, some 60 replicates", normals, 1 / 4],
    ["normal differences, some 190 replicates", normals, 1 / 7],
    ["exponential differences, some 190 replicates", exponentials, 1 / 7],
  ] as const)("covers in 93 to 97 of 100: %s", { timeout: 600_000 }, (_name, numbers, halfWidth) => {
    let covered = 0;
    for (let study = 0; study < STUDIES; study++) {
      const luck = numbers(1000 + study);
      const told = told95((i) => luck(i), halfWidth);
      if (told.low <= 0 && told.high >= 0) covered++;
    }
    within93To97(covered / STUDIES);
  });

  test("covers in 93 to 97 of 100: the model's own differences, drawn from a bank of runs", () => {
    const bank = modelDifferences(isSoak ? 4000 : 300);
    const truth = bank.reduce((sum, d) => sum + d, 0) / bank.length;
    const spread = Math.sqrt(bank.reduce((sum, d) => sum + (d - truth) ** 2, 0) / bank.length);
    let covered = 0;
    for (let study = 0; study < STUDIES; study++) {
      const draw = uniforms(5000 + study);
      const { low, high } = told95((i) => bank[Math.floor(draw(i) * bank.length)], spread / 4);
      if (low <= truth && high >= truth) covered++;
    }
    within93To97(covered / STUDIES);
  });
});

/** Net value of the second plan less that of the first in so many replicates of a small question. */
function modelDifferences(count: number): number[] {
  const layout = layoutOf(
    longerStudy({ factors: [], design: { kind: "table", points: [{}] }, replicates: 1 }),
  );
  const organisation = resolveOrganisation(layout.study.document);
  const document = pointDocument(layout, 0);
  const valueOf = (plan: number, replicate: number): number =>
    series(run(specOf(document, organisation, plan, replicate)), "netValue")[document.weeks];
  return Array.from({ length: count }, (_, i) => valueOf(1, i) - valueOf(0, i));
}

test("a study's looks are at the mean difference over its points, replicate by replicate", () => {
  const wanted = { output: "netValue", a: "first", b: "second", halfWidth: 0.5, most: 64 };
  const layout = layoutOf(studyOf({ design: { kind: "sobol", points: 2 }, replicates: wanted }), 64);
  const luck = normals(3);
  const a = Float64Array.from({ length: 128 }, (_, i) => 10 * luck(i));
  const b = a.map((value, i) => value + luck(200 + (i % 64)) + (i < 64 ? 3 : 5));
  const found = reachedOf(layout, [a, b])!;
  expect(found.difference.value).toBeCloseTo(4 + luckMean(luck, found.looks.at(-1)!), 9);
  expect(found).toMatchObject({ output: "netValue", a: "first", b: "second", isReached: true });
});

function luckMean(luck: (i: number) => number, count: number): number {
  return Array.from({ length: count }, (_, i) => luck(200 + i)).reduce((sum, z) => sum + z, 0) / count;
}

/** The interval at the end of the looks, numbers taken as they are needed. */
function told95(numberAt: (i: number) => number, halfWidth: number) {
  const precision = { halfWidth, most: MOST, step: 1 };
  const numbers = new Float64Array(MOST);
  let known = 0;
  for (let size: number | undefined = firstLook(precision); ;) {
    for (; known < size; known++) numbers[known] = numberAt(known);
    const { next, difference } = precisionOf(numbers.subarray(0, known), precision);
    if (next === undefined || !(next > size))
      return { replicates: known, low: difference.low!, high: difference.high! };
    size = next;
  }
}

/** The share of few studies is itself uncertain: two standard errors. */
function within93To97(share: number): void {
  const slack = isSoak ? 0 : 2 * Math.sqrt((0.95 * 0.05) / STUDIES);
  expect(share).toBeGreaterThanOrEqual(0.93 - slack);
  expect(share).toBeLessThanOrEqual(0.97 + slack);
}

function uniforms(table: number): (i: number) => number {
  const key = runKey([table, 11], 0);
  return (i) => uniform(i, key);
}

function normals(table: number): (i: number) => number {
  const draw = uniforms(table);
  return (i) => normalQuantile(draw(i));
}

/** With mean 0 and variance 1. */
function exponentials(table: number): (i: number) => number {
  const draw = uniforms(table);
  return (i) => -log(1 - draw(i)) - 1;
}
