/** Statistics of runs against their definitions and known values. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MEASURES } from "../../engine/index.ts";
import { quantile } from "../../scenarios/quantile.ts";
import { createBands } from "../../viz/store/running.ts";
import { differenceColumn, differencesAt, keptOf, sampleOf } from "../../viz/store/sample.ts";
import { lastingWeek, lastingWeeks, wilsonInterval, winShare } from "../../viz/store/statistics.ts";
import { runsThatTell } from "../../viz/store/stopping.ts";

describe("quantiles", () => {
  test("those of 0, 1, 2, 3 are type 7", () => {
    const sorted = Float64Array.of(0, 1, 2, 3);
    expect([0, 0.05, 0.25, 0.5, 1].map((p) => quantile(sorted, p))).toEqual([
      0, 0.15000000000000002, 0.75, 1.5, 3,
    ]);
  });

  test("bands are ordered, whatever the order and the portions in which runs come", () => {
    const series = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(series, { minLength: 1, maxLength: 60 }), fc.nat(), (rows, n) => {
        const columns = rows.map((row) => Float64Array.from(row));
        const ids = rows.map((_, i) => i);
        const grown = createBands();
        grown(["key"], ids.slice(0, n % rows.length), (i) => columns[i]);
        const bands = grown(["key"], ids, (i) => columns[i]);
        const backwards = columns.toReversed();
        expect(createBands()(["key"], ids, (i) => backwards[i])).toEqual(bands);
        for (let week = 0; week < 3; week++) {
          const sorted = Float64Array.from(columns, (column) => column[week]).toSorted();
          expect(bands.p25[week]).toBe(quantile(sorted, 0.25));
          const ordered = [bands.p5, bands.p25, bands.p50, bands.p75, bands.p95].map((band) => band[week]);
          expect(ordered).toEqual(ordered.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  test("bands of other runs begin anew, and so do those of fewer", () => {
    const bandsOf = createBands();
    const columns = [1, 2, 3].map((value) => Float64Array.of(value));
    const column = (i: number): Float64Array => columns[i];
    expect(bandsOf(["a"], [0, 1, 2], column).p50[0]).toBe(2);
    expect(bandsOf(["a"], [0, 1], column).p50[0]).toBe(1.5);
    expect(bandsOf(["a"], [0, 2], (i) => columns[[0, 2][i]]).p50[0]).toBe(2);
    expect(bandsOf(["b"], [1], () => columns[1]).p50[0]).toBe(2);
    expect(bandsOf(["b"], [], column).p50.length).toBe(0);
  });
});

test("Wilson's interval of 98 in 100 is 93 to 99.4, and of all in 10 begins at 72", () => {
  const { low, high } = wilsonInterval(0.98, 100);
  expect(low).toBeCloseTo(0.93, 3);
  expect(high).toBeCloseTo(0.9945, 3);
  expect(wilsonInterval(1, 10).low).toBeCloseTo(0.7225, 4);
});

test("ties count half as a win", () => {
  expect(winShare(Float64Array.of(1, -1, 0, 0))).toBe(0.5);
});

test("identical plans differ by exactly nothing in every run", () => {
  const weeks = 2;
  const columns = Float64Array.from({ length: MEASURES.length * (weeks + 1) }, (_, i) => i / 7);
  const runs = new Map([[0, keptOf({ weeks, columns, digest: "" })]]);
  const sample = sampleOf(weeks, [runs, runs]);
  expect(differenceColumn(sample, { a: 0, b: 1 }, "npv", 0)).toEqual(new Float64Array(3));
  expect(differencesAt(sample, { a: 0, b: 1 }, "deepShare", 2)).toEqual(new Float64Array(1));
});

test("a series gets ahead for good in the week after its last stay at or below zero", () => {
  expect(lastingWeek(Float64Array.of(-1, 2, -1, 0, 3, 4))).toBe(4);
  expect(lastingWeek(Float64Array.of(1, 1))).toBe(0);
  expect(lastingWeek(Float64Array.of(1, 0))).toBe(-1);
});

test("weeks of getting ahead are quantiles of the runs that do, beside the share that never do", () => {
  const runs = [
    Float64Array.of(-1, 1, 1),
    Float64Array.of(-1, -1, 1),
    Float64Array.of(-1, 1, -1),
    Float64Array.of(0, 0, 0),
  ];
  expect(lastingWeeks(runs)).toEqual({ p5: 1.05, p50: 1.5, p95: 1.95, never: 0.5 });
  expect(lastingWeeks([])).toEqual({ p5: null, p50: null, p95: null, never: 1 });
});

describe("stopping", () => {
  test("never before 50 runs, however clear", () => {
    expect(runsThatTell(new Float64Array(49).fill(1))).toBeUndefined();
    expect(runsThatTell(new Float64Array(400).fill(1))).toBe(50);
  });

  test("at the first count at which the interval of the mean is narrow, however many runs there are", () => {
    const runs = Float64Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 0.7 : 1.3));
    const count = runsThatTell(runs)!;
    expect(count).toBeGreaterThan(50);
    expect(runsThatTell(runs.subarray(0, count))).toBe(count);
    expect(runsThatTell(runs.subarray(0, count - 1))).toBeUndefined();
  });

  test("not for a toss of a coin", () => {
    expect(
      runsThatTell(Float64Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? -1 : 1.01))),
    ).toBeUndefined();
  });
});
