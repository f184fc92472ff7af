/** Workers that crash, hang, never start or do not listen: another takes over once, then the error is clear. */
import { describe, expect, test } from "vitest";
import { createLane, type Lane, type Spawn } from "../../workers/lane.ts";
import { createPool, isCancelled, spawnHere, WorkerFailure, type Task } from "../../workers/index.ts";
import { spawnNode } from "../../workers/node.ts";
import { companyOf, expectedText, requestOf, SMALL, taskOf, textsOf, workerFile } from "./kit.ts";

const BUILT = new URL("../../dist/workers/node-worker.js", import.meta.url);
const sound = spawnNode(BUILT);

const EXITS =
  'import { parentPort } from "node:worker_threads"; parentPort.once("message", () => process.exit(7));';
const THROWS =
  'import { parentPort } from "node:worker_threads"; parentPort.once("message", () => { throw new Error("boom"); });';
const DEAF = 'import { parentPort } from "node:worker_threads"; parentPort.on("message", () => {});';
const BUSY =
  'import { parentPort } from "node:worker_threads"; parentPort.on("message", () => { for (;;); });';

/** The first `count` workers are faulty, the others sound. */
function faultyFirst(source: string, count: number): Spawn {
  const faulty = spawnNode(workerFile(source));
  let spawned = 0;
  return (listeners) => (spawned++ < count ? faulty : sound)(listeners);
}

const expected = Array.from({ length: 4 }, (_, run) => expectedText(run));

describe.each([
  ["exits", EXITS, "worker ended with exit code 7"],
  ["throws", THROWS, "worker failed; Error: boom"],
  ["never answers", DEAF, "no progress for 2000 ms"],
  ["never rests", BUSY, "no progress for 2000 ms"],
  ["cannot be loaded", "import nothing from 'no-such-module';", "worker failed; "],
])("a worker that %s", (_title, source, message) => {
  test("is replaced, and no run is lost or doubled", async () => {
    const pool = createPool({ size: 2, spawn: faultyFirst(source, 1), hangMillis: 2000 });
    expect(await textsOf(pool.run(requestOf(4)))).toEqual(expected);
    pool.close();
  });

  test("twice for one run ends its request with what was seen, and later requests succeed", async () => {
    const pool = createPool({ size: 1, spawn: faultyFirst(source, 2), hangMillis: 2000 });
    const error = await textsOf(pool.run(requestOf(4))).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(WorkerFailure);
    expect(String(error)).toContain(`run 0 failed twice; ${message}`);
    expect(await textsOf(pool.run(requestOf(4)))).toEqual(expected);
    pool.close();
  });
});

test("an error of the engine is not the worker's: it is told at once, with its run", async () => {
  const broken: Task = { ...taskOf(1), plans: [[{ week: 0, kind: "campaign" } as never], null as never] };
  for (const spawn of [sound, spawnHere]) {
    const pool = createPool({ size: 2, spawn });
    const request = requestOf(4, { taskOf: (run) => (run === 1 ? broken : taskOf(run)) });
    await expect(textsOf(pool.run(request))).rejects.toThrow(/^run 1 failed; /);
    expect(await textsOf(pool.run(requestOf(4)))).toEqual(expected);
    pool.close();
  }
});

test("a company that cannot be sent is never mistaken for the one before", async () => {
  const pool = createPool({ size: 1, spawn: sound });
  await textsOf(pool.run(requestOf(1)));
  const company = { ...SMALL, ties: { kind: "synthetic", trace: () => {} } as never };
  await expect(textsOf(pool.run(requestOf(1, { company })))).rejects.toThrow(/refused the company/);
  expect(await textsOf(pool.run(requestOf(4)))).toEqual(expected);
  pool.close();
});

test("a task that cannot be made ends its request with the reason", async () => {
  const pool = createPool({ size: 1, spawn: spawnHere });
  const request = requestOf(2, {
    taskOf: () => {
      throw new Error("no such draw");
    },
  });
  await expect(textsOf(pool.run(request))).rejects.toThrow("run 0 failed; no such draw");
});

// A busy machine may be late by itself: the best of three counts.
describe("a cancel", { retry: 2 }, () => {
  const hangMillis = 60_000;

  async function cancelMillis(lane: Lane, settled: Promise<unknown>): Promise<number> {
    const outcome = settled.catch((error: unknown) => error);
    const start = performance.now();
    lane.cancel();
    expect(isCancelled(await outcome)).toBe(true);
    return performance.now() - start;
  }

  test.each([2000, 20_000, 300_000])("is obeyed within 200 ms with %i employees", async (employeeCount) => {
    const lane = createLane(sound);
    let settled: Promise<unknown> = Promise.resolve();
    await new Promise<void>((resolve) => {
      settled = lane.run({ company: companyOf(employeeCount), task: taskOf(0, 1040), hangMillis }, () =>
        resolve(),
      );
    });
    expect(await cancelMillis(lane, settled)).toBeLessThan(200);
    expect(await lane.run({ company: SMALL, task: taskOf(0), hangMillis }, () => {})).toHaveLength(3);
    lane.close();
  });

  test("is obeyed within 200 ms by a worker that never rests", async () => {
    const lane = createLane(faultyFirst(BUSY, 1));
    const settled = lane.run({ company: SMALL, task: taskOf(0), hangMillis }, () => {});
    expect(await cancelMillis(lane, settled)).toBeLessThan(200);
    expect(await lane.run({ company: SMALL, task: taskOf(0), hangMillis }, () => {})).toHaveLength(3);
    lane.close();
  });
});

test("workers that are told to end leave nothing running", async () => {
  const threads = (): number =>
    process.getActiveResourcesInfo().filter((name) => name === "MessagePort" || name === "Worker").length;
  const before = threads();
  for (let i = 0; i < 5; i++) {
    const pool = createPool({ size: 2, spawn: sound });
    await textsOf(pool.run(requestOf(4)));
    pool.close();
  }
  await expect.poll(threads).toBeLessThanOrEqual(before);
});

test("a worker keeps as many listeners after a thousand tasks as after one", async () => {
  const { Worker } = await import("node:worker_threads");
  const seen: InstanceType<typeof Worker>[] = [];
  const on = Worker.prototype.on;
  Worker.prototype.on = function (...values) {
    if (!seen.includes(this)) seen.push(this);
    return on.apply(this, values);
  };
  try {
    const pool = createPool({ size: 1, spawn: sound });
    const count = (): number =>
      seen
        .flatMap((worker) => worker.eventNames().map((name) => worker.listenerCount(name)))
        .reduce((a, b) => a + b, 0);
    await textsOf(pool.run(requestOf(1, { taskOf: (run) => taskOf(run, 1, [[]]) })));
    const first = count();
    await textsOf(pool.run(requestOf(1000, { taskOf: (run) => taskOf(run, 1, [[]]) })));
    expect(count()).toBe(first);
    expect(first).toBeGreaterThan(0);
    pool.close();
    // Node itself listens for the exit it has been asked for.
    await expect.poll(count).toBe(0);
  } finally {
    Worker.prototype.on = on;
  }
});
