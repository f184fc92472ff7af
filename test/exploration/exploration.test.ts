/** Exploring a table: every figure equals the one worked out the slow way. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  coarser,
  histogramOf,
  markChosen,
  meanPoints,
  orderOf,
  pairPoints,
  phaseMapOf,
  runningOf,
  settlingOf,
  smoothShares,
  stripOf,
  type Strip,
} from "../../scenarios/exploration/index.ts";
import { meanEstimate } from "../../scenarios/student.ts";
import { wilson } from "../../scenarios/wilson.ts";

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const column = fc.array(finite, { minLength: 1, maxLength: 60 }).map((values) => Float64Array.from(values));
const marksFor = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length, max: 1 });

function strip(values: ArrayLike<number>, isLog = false): Strip {
  return stripOf({ name: "x", isLog, values: Float64Array.from(values) });
}

describe("a strip", () => {
  test("puts every point into a bin and none is lost, marked or not", () => {
    fc.assert(
      fc.property(
        column.chain((values) => fc.tuple(fc.constant(values), marksFor(values.length))),
        ([values, marks]) => {
          const { all, marked } = histogramOf(strip(values), marks);
          expect(all.reduce((sum, n) => sum + n, 0)).toBe(values.length);
          expect(marked.reduce((sum, n) => sum + n, 0)).toBe(marks.reduce((sum, n) => sum + n, 0));
          for (const [bin, n] of marked.entries()) expect(n).toBeLessThanOrEqual(all[bin]);
        },
      ),
    );
  });

  test("gives few values a bin each, and a range bins of equal width or ratio", () => {
    expect(strip([0, 1, 1, 4]).values).toEqual([0, 1, 4]);
    expect([...strip([0, 1, 1, 4]).bins]).toEqual([0, 1, 1, 2]);
    const wide = strip(Array.from({ length: 101 }, (_, i) => i));
    expect(wide.binCount).toBe(20);
    expect(wide.bins[0]).toBe(0);
    expect(wide.bins[100]).toBe(19);
    expect(wide.valueAt(0.5)).toBe(50);
    const logs = strip(
      Array.from({ length: 101 }, (_, i) => 10 ** (i / 50)),
      true,
    );
    expect(logs.valueAt(0.5)).toBeCloseTo(10, 9);
    expect(logs.bins[50]).toBe(10);
  });

  test("finds a value at the share of its length, and the share again at the value", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean(), (share, isLog) => {
        const own = strip(
          Array.from({ length: 50 }, (_, i) => 2 + i * i),
          isLog,
        );
        expect(own.shareOf(own.valueAt(share))).toBeCloseTo(share, 9);
      }),
    );
  });

  test("is made coarser without moving a point to another neighbourhood", () => {
    const fine = strip(Array.from({ length: 400 }, (_, i) => i));
    const coarse = coarser(fine, 4);
    expect(coarse.binCount).toBe(5);
    for (const [i, bin] of coarse.bins.entries()) expect(bin).toBe(Math.floor(fine.bins[i] / 4));
    const values = strip([1, 2]);
    expect(coarser(values, 4)).toBe(values);
  });

  test("refuses what is no number", () => {
    expect(() => strip([1, NaN])).toThrow("invalid x; not a finite number: NaN");
  });
});

test("points are chosen within all ranges, ends included", () => {
  fc.assert(
    fc.property(column, finite, finite, (values, one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      const factor = { name: "x", isLog: false, values };
      const marks = new Uint8Array(values.length);
      const count = markChosen([factor, factor], [{ low, high }, null], marks);
      const wanted = Array.from(values, (value) => (value >= low && value <= high ? 1 : 0));
      expect([...marks]).toEqual(wanted);
      expect(count).toBe(wanted.filter((mark) => mark === 1).length);
    }),
  );
});

describe("two plans at a point", () => {
  test("compare run by run, ties half, failed runs left out", () => {
    const a = Float64Array.of(1, 2, NaN, 4, NaN, NaN);
    const b = Float64Array.of(2, 2, 3, 1, 1, NaN);
    const { shares, differences, known, runs } = pairPoints(a, b, 2);
    expect([...shares]).toEqual([0.75, 0, NaN]);
    expect([...differences]).toEqual([0.5, -3, NaN]);
    expect([known, runs]).toEqual([2, 3]);
    expect([...meanPoints(b, 2)]).toEqual([2, 2, 1]);
  });
});

describe("the map", () => {
  test("counts every marked point in its cell, with the share and interval of its points", () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.tuple(fc.nat(4), fc.nat(3), fc.constantFrom(0, 0.5, 1)), { minLength: 1, maxLength: 80 })
          .chain((points) => fc.tuple(fc.constant(points), marksFor(points.length))),
        ([points, marks]) => {
          const [x, y] = [strip(points.map(([at]) => at)), strip(points.map(([, at]) => at))];
          const shares = Float64Array.from(points, ([, , share]) => share);
          const map = phaseMapOf(x, y, { shares, differences: shares, known: 0, runs: 0 }, marks);
          for (let cell = 0; cell < map.points.length; cell++) {
            const own = points.filter(
              (_, i) => marks[i] === 1 && y.bins[i] * map.columns + x.bins[i] === cell,
            );
            expect(map.points[cell]).toBe(own.length);
            if (own.length === 0) {
              expect(map.verdicts[cell]).toBe("empty");
              continue;
            }
            const sum = own.reduce((total, [, , share]) => total + share, 0);
            const [low, high] = wilson(sum, own.length);
            expect(map.shares[cell]).toBe(sum / own.length);
            expect([map.lows[cell], map.highs[cell]]).toEqual([low, high]);
            expect(map.verdicts[cell]).toBe(low > 0.5 ? "b" : high < 0.5 ? "a" : "undecided");
          }
        },
      ),
    );
  });

  test("is smoothed within the range of its cells, and not at all where all are alike", () => {
    const [x, y] = [strip([0, 1, 2, 0, 1, 2]), strip([0, 0, 0, 1, 1, 1])];
    const shares = Float64Array.of(0, 0.5, 1, 0, 0.5, 1);
    const map = phaseMapOf(
      x,
      y,
      { shares, differences: shares, known: 6, runs: 6 },
      new Uint8Array(6).fill(1),
    );
    const smooth = smoothShares(map);
    for (const share of smooth) expect(share).toSatisfy((s: number) => s > 0 && s < 1);
    expect(smooth[0]).toBeLessThan(smooth[1]);
    expect([...smoothShares({ ...map, shares: new Float64Array(6).fill(0.25) })]).toEqual(
      Array(6).fill(0.25),
    );
  });
});

test("running quantiles are those of each bin's own points, sorted", () => {
  fc.assert(
    fc.property(
      fc
        .array(fc.tuple(fc.nat(3), fc.option(finite, { nil: NaN })), { minLength: 1, maxLength: 60 })
        .chain((points) => fc.tuple(fc.constant(points), marksFor(points.length))),
      ([points, marks]) => {
        const own = strip(points.map(([at]) => at));
        const values = Float64Array.from(points, ([, value]) => value);
        const shares = [0.25, 0.5, 1];
        const { counts, quantiles } = runningOf(own, values, orderOf(values), marks, shares);
        for (let bin = 0; bin < own.binCount; bin++) {
          const sorted = Array.from(values)
            .filter((value, i) => marks[i] === 1 && own.bins[i] === bin && !Number.isNaN(value))
            .toSorted((a, b) => a - b);
          expect(counts[bin]).toBe(sorted.length);
          for (const [k, share] of shares.entries())
            expect(quantiles[k][bin]).toBe(
              sorted.length === 0 ? NaN : sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1],
            );
        }
      },
    ),
  );
});

test("an estimate settles at the mean of all chosen points, with Student's interval", () => {
  fc.assert(
    fc.property(
      column.chain((values) => fc.tuple(fc.constant(values), marksFor(values.length))),
      ([values, marks]) => {
        const own = Array.from(values).filter((_, i) => marks[i] === 1);
        const steps = settlingOf(values, marks);
        expect(steps.length).toBeLessThanOrEqual(40);
        const last = steps.at(-1);
        expect(last === undefined).toBe(own.length === 0);
        if (last === undefined) return;
        const wanted = meanEstimate(own);
        expect(last.count).toBe(own.length);
        expect(last.mean).toBeCloseTo(wanted.value!, 6);
        if (own.length > 1) expect(last.low).toBeCloseTo(wanted.low!, 4);
      },
    ),
  );
});
