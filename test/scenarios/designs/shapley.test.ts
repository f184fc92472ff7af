/** Shapley values: what they must do by definition, exactly; and intervals over replicates. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shapleyDesign, type DesignRun } from "../../../scenarios/index.ts";
import { nearest, wholesOf } from "../../../scenarios/designs/exact.ts";
import { shapleyNumerators } from "../../../scenarios/designs/shapley.ts";
import { meanEstimate, studentQuantile } from "../../../scenarios/student.ts";
import { analysed } from "./kit.ts";

const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `item ${i}`);
const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
/** Worth of each combination of k items. */
const game = fc
  .integer({ min: 1, max: 6 })
  .chain((count) => fc.array(number, { minLength: 1 << count, maxLength: 1 << count }));
const countOf = (worths: readonly unknown[]): number => 31 - Math.clz32(worths.length);

async function valuesOf(worths: readonly number[]): Promise<number[]> {
  const design = shapleyDesign(names(countOf(worths)), 1);
  const { items } = await analysed(design, ({ row }) => worths[row]);
  return items.map(({ value }) => value!);
}

function ordersOf(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((first) =>
    ordersOf(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
  );
}

describe("values", () => {
  test("add up to the whole, to the last digit", () => {
    fc.assert(
      fc.property(game, (worths) => {
        const { wholes } = wholesOf(worths);
        const orders = names(countOf(worths)).reduce((product, _, i) => product * BigInt(i + 1), 1n);
        const sum = shapleyNumerators(wholes).reduce((total, each) => total + each, 0n);
        expect(sum).toBe(orders * (wholes.at(-1)! - wholes[0]));
      }),
    );
  });

  test("are what an item adds, on average over all orders one by one", async () => {
    await fc.assert(
      fc.asyncProperty(game, async (worths) => {
        const count = countOf(worths);
        const added = new Float64Array(count);
        const orders = ordersOf(Array.from({ length: count }, (_, i) => i));
        for (const order of orders) {
          let row = 0;
          for (const item of order) {
            added[item] += worths[row | (1 << item)] - worths[row];
            row |= 1 << item;
          }
        }
        const scale = Math.max(...worths.map(Math.abs), 1);
        for (const [item, value] of (await valuesOf(worths)).entries())
          expect(Math.abs(value - added[item] / orders.length)).toBeLessThanOrEqual(1e-9 * scale);
      }),
      { numRuns: 60 },
    );
  });

  test("as doubles miss the whole by no more than their own roundings", async () => {
    await fc.assert(
      fc.asyncProperty(game, async (worths) => {
        const values = await valuesOf(worths);
        const scale = Math.max(...worths.map(Math.abs), 1);
        const sum = values.reduce((total, each) => total + each, 0);
        expect(Math.abs(sum - (worths.at(-1)! - worths[0]))).toBeLessThanOrEqual(
          values.length * scale * 2 ** -50,
        );
      }),
    );
  });

  test("are equal, bit for bit, for items that do the same", async () => {
    await fc.assert(
      fc.asyncProperty(game, async (worths) => {
        if (worths.length < 4) return;
        // Bits 0 and 1 exchanged change nothing.
        const same = worths.map((_, row) => worths[(row & 3) === 2 ? row ^ 3 : row]);
        const [first, second] = await valuesOf(same);
        expect(first).toBe(second);
      }),
    );
  });

  test("are exactly 0 for an item that does nothing, exactly its worth for one that acts alone", async () => {
    await fc.assert(
      fc.asyncProperty(game, number, async (worths, worth) => {
        const last = countOf(worths);
        const idle = await valuesOf([...worths, ...worths]);
        expect(idle.at(-1)).toBe(0);
        // Whole numbers, so that the game itself isn't rounded.
        const whole = worths.map(Math.round);
        const alone = await valuesOf([...whole, ...whole.map((each) => each + Math.round(worth))]);
        expect(alone[last]).toBe(Math.round(worth) + 0);
      }),
    );
  });

  test("of two games add up to those of their sum", () => {
    fc.assert(
      fc.property(game, fc.array(number, { minLength: 64, maxLength: 64 }), (worths, others) => {
        const both = [...worths, ...others.slice(0, worths.length)];
        const { wholes } = wholesOf(both);
        const [a, b] = [wholes.slice(0, worths.length), wholes.slice(worths.length)];
        const sums = shapleyNumerators(a.map((each, row) => each + b[row]));
        const [ofA, ofB] = [shapleyNumerators(a), shapleyNumerators(b)];
        expect(sums).toEqual(ofA.map((each, i) => each + ofB[i]));
      }),
    );
  });

  test("follow their items when these are renumbered", async () => {
    await fc.assert(
      fc.asyncProperty(game, async (worths) => {
        const count = countOf(worths);
        const reversed = worths.map((_, row) => {
          let bits = 0;
          for (let i = 0; i < count; i++) if (((row >> i) & 1) === 1) bits |= 1 << (count - 1 - i);
          return worths[bits];
        });
        expect(await valuesOf(reversed)).toEqual((await valuesOf(worths)).toReversed());
      }),
    );
  });

  test("are those of the airport of three runways and of the pair of gloves", async () => {
    const costs = [1, 2, 3];
    const airport = Array.from({ length: 8 }, (_, row) =>
      Math.max(0, ...costs.filter((_cost, i) => ((row >> i) & 1) === 1)),
    );
    expect(await valuesOf(airport)).toEqual([1 / 3, 5 / 6, 11 / 6]);
    const gloves = Array.from({ length: 8 }, (_, row) => ((row & 1) === 1 && row > 1 ? 1 : 0));
    expect(await valuesOf(gloves)).toEqual([2 / 3, 1 / 6, 1 / 6]);
  });

  test("of twelve items with a pair that only works together go halves", async () => {
    const design = shapleyDesign(names(12), 1);
    expect(design.rows).toHaveLength(4096);
    const { items, total } = await analysed(
      design,
      ({ values }) => values["item 3"] + 10 * values["item 0"] * values["item 11"],
    );
    expect(items.map(({ value }) => value)).toEqual([5, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 5]);
    expect(total.value).toBe(11);
  });
});

describe("intervals", () => {
  const f = ({ values, replicate }: DesignRun): number =>
    100 * replicate + values["item 0"] * (2 + replicate) + values["item 1"];

  test("are of paired differences: luck that replicates share is not in them", async () => {
    const { items, total, replicates } = await analysed(shapleyDesign(names(2), 3), f);
    expect(replicates).toBe(3);
    // 2, 3, 4: mean 3, standard error 1/√3, t of 2 degrees of freedom 4.302653.
    const half = 4.302652729749464 / Math.sqrt(3);
    expect(items[0]).toEqual({
      name: "item 0",
      value: 3,
      low: expect.closeTo(3 - half, 10) as number,
      high: expect.closeTo(3 + half, 10) as number,
    });
    expect(items[1]).toEqual({ name: "item 1", value: 1, low: 1, high: 1 });
    expect(total.value).toBe(4);
  });

  test("are missing for one replicate, values for none; a failed run takes its replicate with it", async () => {
    const design = shapleyDesign(names(2), 3);
    const one = await analysed(design, (run) => (run.replicate > 0 && run.row === 2 ? NaN : f(run)));
    expect([one.replicates, one.failedRuns]).toEqual([1, 2]);
    expect(one.items[0]).toEqual({ name: "item 0", value: 2, low: null, high: null });
    const none = await analysed(design, () => NaN);
    expect(none.total).toEqual({ value: null, low: null, high: null });
  });

  test("use Student's quantiles, as integrated elsewhere with 30 digits", () => {
    const table = [
      [1, 12.706204736174705],
      [2, 4.302652729749464],
      [3, 3.18244630528371],
      [7, 2.364624251592785],
      [30, 2.042272456301238],
      [101, 1.983731002955606],
      [1000, 1.962339080826408],
    ];
    for (const [freedom, t] of table)
      expect(Math.abs(studentQuantile(0.95, freedom) / t - 1)).toBeLessThan(1e-11);
  });

  test("of equal numbers have no width", () => {
    expect(meanEstimate([2, 2, 2])).toEqual({ value: 2, low: 2, high: 2 });
  });
});

test.each([
  [[], "invalid items; not 1 to 12: 0"],
  [names(13), "invalid items; not 1 to 12: 13"],
  [["a", "b", "a"], 'invalid items; name given twice: "a"'],
])("items such as %j are refused", (items, message) => {
  expect(() => shapleyDesign(items, 1)).toThrow(message);
});

test("a quotient of whole numbers is rounded as the hardware divides", () => {
  const whole = fc.bigInt({ min: -(2n ** 53n), max: 2n ** 53n });
  fc.assert(
    fc.property(
      whole,
      fc.bigInt({ min: 1n, max: 2n ** 53n }),
      fc.integer({ min: -300, max: 300 }),
      (top, bottom, exponent) => {
        expect(nearest(top, bottom, exponent)).toBe((Number(top) / Number(bottom)) * 2 ** exponent);
      },
    ),
  );
});

test("a quotient at a tie is rounded to even, and just above it up", () => {
  const tie = (2n ** 53n + 1n) * 2n ** 100n;
  expect(nearest(tie, 2n ** 153n, 0)).toBe(1);
  expect(nearest(tie + 1n, 2n ** 153n, 0)).toBe(1 + 2 ** -52);
  expect(nearest(-tie - 1n, 2n ** 153n, 0)).toBe(-1 - 2 ** -52);
});

test("whole numbers over a power of two give back every double", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), (values) => {
      const { wholes, exponent } = wholesOf(values);
      for (const [i, whole] of wholes.entries()) expect(nearest(whole, 1n, exponent)).toBe(values[i] + 0);
    }),
  );
});
