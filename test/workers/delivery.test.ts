/** Results are taken in run order, whatever order they are put in. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDelivery } from "../../workers/delivery.ts";

/** Runs `count` numbers from `first` in a drawn order. */
const shuffled = fc
  .record({ first: fc.integer({ min: 0, max: 5 }), count: fc.integer({ min: 0, max: 40 }) })
  .chain(({ first, count }) => {
    const runs = Array.from({ length: count }, (_, i) => first + i);
    return fc.record({
      first: fc.constant(first),
      runs: fc.constant(runs),
      order: fc.shuffledSubarray(runs, { minLength: count }),
    });
  });

describe("a delivery", () => {
  test("gives every result once and in order to a reader that is faster or slower", async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, fc.boolean(), async ({ first, runs, order }, isReaderFirst) => {
        const delivery = createDelivery<string>(first, first + runs.length);
        const put = async (): Promise<void> => {
          for (const run of order) {
            await Promise.resolve();
            delivery.put(run, `result ${run}`);
          }
        };
        const taken: unknown[] = [];
        const take = async (): Promise<void> => {
          for (let got = await delivery.take(); got !== undefined; got = await delivery.take())
            taken.push(got);
        };
        if (isReaderFirst) await Promise.all([take(), put()]);
        else await put().then(take);
        expect(taken).toEqual(runs.map((run) => ({ run, result: `result ${run}` })));
      }),
      { numRuns: 1000 },
    );
  });

  test("that has failed gives nothing more, also what is put later", async () => {
    const delivery = createDelivery<string>(0, 3);
    delivery.put(0, "early");
    const error = new Error("cancelled");
    delivery.fail(error);
    delivery.put(0, "late");
    await expect(delivery.take()).rejects.toBe(error);
    await expect(delivery.take()).rejects.toBe(error);
  });

  test("that fails ends the wait of its reader", async () => {
    const delivery = createDelivery<string>(0, 3);
    const wait = delivery.take();
    delivery.fail(new Error("cancelled"));
    await expect(wait).rejects.toThrow("cancelled");
  });
});
