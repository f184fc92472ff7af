/** Laws of the pool: how many workers there are, and who finishes first, changes no result. */
import { getEventListeners } from "node:events";
import * as fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { isCancelled, type Pool, type RunResult } from "../../workers/index.ts";
import { createNodePool } from "../../workers/node.ts";
import { expectedText, PLANS, requestOf, taskOf, textOf, textsOf } from "./kit.ts";

const pools = new Map<number, Pool>();
function poolOf(size: number): Pool {
  const pool = pools.get(size) ?? createNodePool(size);
  pools.set(size, pool);
  return pool;
}
afterAll(() => pools.forEach((pool) => pool.close()));

const RUNS = 6;
const expected = Array.from({ length: RUNS }, (_, replicate) => expectedText(replicate));

/** What a request leaves: its results, and whether it ended as cancelled. */
async function outcomeOf(results: AsyncIterable<RunResult>): Promise<{ texts: string[]; end: string }> {
  const texts: string[] = [];
  try {
    for await (const result of results) texts.push(textOf(result));
    return { texts, end: "complete" };
  } catch (error) {
    return { texts, end: isCancelled(error) ? "cancelled" : String(error) };
  }
}

describe("the pool", () => {
  test.each([0, 1, 2, 3, 5])("gives the engine's own traces in run order with %i workers", async (size) => {
    expect(await textsOf(poolOf(size).run(requestOf(RUNS)))).toEqual(expected);
  });

  test("gives them in run order whoever finishes first", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(1, 2, 3),
        async (weeks, size) => {
          const request = requestOf(weeks.length, { taskOf: (run) => taskOf(run, weeks[run]) });
          const texts = await textsOf(poolOf(size).run(request));
          expect(texts).toEqual(weeks.map((length, run) => expectedText(run, length)));
        },
      ),
      { numRuns: 10 },
    );
  });

  test("numbers runs from where it is told", async () => {
    expect(await textsOf(poolOf(2).run(requestOf(2, { first: 3 })))).toEqual(expected.slice(3, 5));
  });

  test("has no result for no runs", async () => {
    expect(await textsOf(poolOf(2).run(requestOf(0)))).toEqual([]);
  });

  test("serves several requests at once, each with its own results", async () => {
    const both = [requestOf(RUNS), requestOf(RUNS, { first: 2, runs: 3 })];
    const [all, some] = await Promise.all(both.map((request) => textsOf(poolOf(2).run(request))));
    expect(all).toEqual(expected);
    expect(some).toEqual(expected.slice(2, 5));
  });

  test("gives the same traces again when only a plan has changed and the twin is remembered", async () => {
    const change = (plans: typeof PLANS) => requestOf(3, { taskOf: (run) => taskOf(run, 20, plans) });
    const pool = createNodePool(1);
    const full = await textsOf(pool.run(change(PLANS)));
    const [, second] = PLANS;
    const alone = await textsOf(pool.run(change([second])));
    const fresh = await textsOf(poolOf(0).run(change([second])));
    pool.close();
    expect(alone).toEqual(fresh);
    expect(full).toEqual(expected.slice(0, 3));
  });

  test("tells a share that ends at 1 and counts the runs that are done", async () => {
    const shares: number[] = [];
    const counts: number[] = [];
    const onProgress = (share: number, runsDone: number): void => {
      shares.push(share);
      counts.push(runsDone);
    };
    await textsOf(poolOf(3).run(requestOf(RUNS, { onProgress })));
    expect(Math.min(...shares)).toBeGreaterThan(0);
    expect(shares.at(-1)).toBe(1);
    expect(counts.at(-1)).toBe(RUNS);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  });

  test("works no further ahead of a slow reader than four runs a worker", async () => {
    let begun = 0;
    const request = requestOf(1000, {
      taskOf: (run) => {
        begun++;
        return taskOf(run, 1);
      },
    });
    const results = poolOf(2).run(request);
    await results.next();
    await textsOf(poolOf(2).run(requestOf(RUNS)));
    expect(begun).toBeLessThanOrEqual(1 + 2 * 4);
    await results.return?.();
  });
});

describe("of requests with one key", () => {
  test("the latest wins: the others give the beginning of their results and end as cancelled", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(0, 1, 2, 3),
        async (waits, size) => {
          const pool = poolOf(size);
          const outcomes: ReturnType<typeof outcomeOf>[] = [];
          for (const wait of waits) {
            const results = pool.run(requestOf(RUNS, { key: "curve" }));
            outcomes.push(outcomeOf(results));
            // Others run in between, so that the requests end at different points.
            await textsOf(pool.run(requestOf(wait)));
          }
          const settled = await Promise.all(outcomes);
          const last = settled.pop()!;
          expect(last).toEqual({ texts: expected, end: "complete" });
          for (const { texts, end } of settled) {
            expect(texts).toEqual(expected.slice(0, texts.length));
            expect(end).toBe(texts.length === RUNS ? "complete" : "cancelled");
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  test("a request with another key goes on", async () => {
    const pool = poolOf(2);
    const kept = outcomeOf(pool.run(requestOf(RUNS, { key: "other" })));
    const stale = outcomeOf(pool.run(requestOf(RUNS, { key: "curve" })));
    const fresh = outcomeOf(pool.run(requestOf(RUNS, { key: "curve" })));
    expect((await stale).end).toBe("cancelled");
    expect(await kept).toEqual({ texts: expected, end: "complete" });
    expect(await fresh).toEqual({ texts: expected, end: "complete" });
  });
});

describe("a request", () => {
  test("ends as cancelled when its signal says so, also before it began", async () => {
    expect((await outcomeOf(poolOf(2).run(requestOf(RUNS, { signal: AbortSignal.abort() })))).end).toBe(
      "cancelled",
    );
    const stop = new AbortController();
    const outcome = outcomeOf(poolOf(2).run(requestOf(100_000, { signal: stop.signal })));
    await textsOf(poolOf(2).run(requestOf(1)));
    stop.abort();
    expect((await outcome).end).toBe("cancelled");
  });

  test("ends when its reader leaves, and the pool is free for others", async () => {
    for await (const { run } of poolOf(2).run(requestOf(100_000))) if (run === 2) break;
    expect(await textsOf(poolOf(2).run(requestOf(RUNS)))).toEqual(expected);
  });

  test("tells no progress once it has ended", async () => {
    const pool = poolOf(2);
    let told = 0;
    const stale = outcomeOf(pool.run(requestOf(100_000, { key: "curve", onProgress: () => told++ })));
    await textsOf(pool.run(requestOf(3)));
    expect(told).toBeGreaterThan(0);
    const fresh = pool.run(requestOf(3, { key: "curve" }));
    const before = told;
    await textsOf(fresh);
    expect((await stale).end).toBe("cancelled");
    expect(told).toBe(before);
  });

  test("leaves no listener on its signal, however it ends", async () => {
    const { signal } = new AbortController();
    await textsOf(poolOf(2).run(requestOf(2, { signal })));
    for await (const _ of poolOf(2).run(requestOf(9, { signal }))) break;
    const stale = outcomeOf(poolOf(2).run(requestOf(9, { signal, key: "curve" })));
    await textsOf(poolOf(2).run(requestOf(1, { key: "curve" })));
    await stale;
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("that is open when the pool closes ends as cancelled; a later one starts workers anew", async () => {
    const pool = createNodePool(2);
    const outcome = outcomeOf(pool.run(requestOf(100_000)));
    await pool.run(requestOf(1)).next();
    pool.close();
    expect((await outcome).end).toBe("cancelled");
    expect(await textsOf(pool.run(requestOf(RUNS)))).toEqual(expected);
    pool.close();
  });
});
