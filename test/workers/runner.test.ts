/** What a worker does, on this thread: traces, twins, progress, transfers and pauses. */
import { describe, expect, test } from "vitest";
import { createWitness, run } from "../../engine/index.ts";
import { pause } from "../../workers/pause.ts";
import { buffersOf, createRunner } from "../../workers/runner.ts";
import { isCancelled, weeksOf, type Progress } from "../../workers/task.ts";
import { createTwinStore } from "../../workers/twins.ts";
import { companyOf, expectedText, PLANS, SMALL, taskOf, textOf } from "./kit.ts";

describe("a runner", () => {
  test("gives the engine's own traces, with and without a remembered twin", async () => {
    const runner = createRunner(() => {});
    runner.setCompany(SMALL);
    for (const replicate of [0, 1, 0]) {
      const traces = await runner.runTask(taskOf(replicate));
      expect(textOf({ run: replicate, traces })).toBe(expectedText(replicate));
    }
  });

  test("forgets its twins with the company", async () => {
    const runner = createRunner(() => {});
    runner.setCompany(companyOf(300));
    await runner.runTask(taskOf(0));
    runner.setCompany(SMALL);
    expect(textOf({ run: 0, traces: await runner.runTask(taskOf(0)) })).toBe(expectedText(0));
  });

  test("groups outputs on request", async () => {
    const runner = createRunner(() => {});
    runner.setCompany(SMALL);
    const task = { ...taskOf(0), groupBy: ["role"] as const };
    const [, second] = await runner.runTask(task);
    const expected = run({ ...task.spec, company: SMALL, plan: PLANS[1] }, { groupBy: task.groupBy });
    expect(second.groups).toEqual(expected.groups);
    expect(second.groups).toHaveLength(1);
  });

  test("sees everybody on request, in the same run", async () => {
    const runner = createRunner(() => {});
    runner.setCompany(SMALL);
    const task = { ...taskOf(0), seeing: "states" as const };
    const traces = await runner.runTask(task);
    PLANS.forEach((plan, i) => {
      const expected = run({ ...task.spec, company: SMALL, plan }, { witness: createWitness });
      expect(traces[i]).toEqual(expected);
      expect(buffersOf([traces[i]])).toContain(traces[i].sight!.film.states.buffer);
    });
    expect((await runner.runTask(taskOf(0)))[0].sight).toBeUndefined();
  });

  test("tells its progress, never backwards and never beyond the end", async () => {
    const told: Progress[] = [];
    const runner = createRunner((progress) => told.push(progress));
    runner.setCompany(companyOf(3000));
    const task = taskOf(0, 100);
    await runner.runTask(task);
    const weeks = told.map(({ weeksDone }) => weeksDone);
    expect(weeks.length).toBeGreaterThan(2);
    expect(weeks).toEqual(weeks.toSorted((a, b) => a - b));
    expect(weeks.at(-1)).toBeLessThanOrEqual(weeksOf(task));
  });

  test("stops at its next pause when it is cancelled, and can go on with another task", async () => {
    const runner = createRunner(() => runner.cancelTask());
    runner.setCompany(companyOf(3000));
    const error: unknown = await runner.runTask(taskOf(0, 1040)).catch((reason: unknown) => reason);
    expect(isCancelled(error)).toBe(true);
    const sound = createRunner(() => {});
    sound.setCompany(SMALL);
    sound.cancelTask();
    expect(await sound.runTask(taskOf(0))).toHaveLength(PLANS.length);
  });

  test("refuses a task before it has a company", async () => {
    await expect(createRunner(() => {}).runTask(taskOf(0))).rejects.toThrow("task without a company");
  });
});

test("the buffers to transfer are each named once and are all there are", () => {
  const spec = { ...taskOf(0).spec, company: SMALL, plan: PLANS[1] };
  const traces = [run(spec, { groupBy: ["unit", "role"] }), run(spec)];
  const buffers = buffersOf(traces);
  expect(new Set(buffers).size).toBe(buffers.length);
  const sent = structuredClone(traces, { transfer: buffers });
  for (const trace of traces) expect(trace.columns).toHaveLength(0);
  for (const trace of sent) expect(trace.columns.length).toBeGreaterThan(0);
});

test("a pause lets waiting messages in", async () => {
  const { port1, port2 } = new MessageChannel();
  let heard = 0;
  port1.onmessage = () => heard++;
  port2.postMessage("hello");
  for (let i = 0; i < 3; i++) await pause();
  port1.close();
  expect(heard).toBe(1);
});

test("the texts by which twins are known count, too: a study of short runs has many", () => {
  const store = createTwinStore(10_000);
  for (let i = 0; i < 1000; i++)
    store.put(`${i} ${"x".repeat(500)}`, { weeks: 1, measures: new Float64Array(1) });
  const kept = Array.from({ length: 1000 }, (_, i) => store.get(`${i} ${"x".repeat(500)}`)).filter(Boolean);
  expect(kept.length).toBeGreaterThan(10);
  expect(kept.length).toBeLessThan(20);
});

test("a store of twins keeps the latest within its budget", () => {
  const twin = (length: number) => ({ weeks: 1, measures: new Float64Array(length) });
  const store = createTwinStore(8 * 25);
  store.put("a", twin(10));
  store.put("b", twin(10));
  expect(store.get("a")).toBeDefined();
  store.put("c", twin(10));
  expect([store.get("a"), store.get("b")?.measures.length, store.get("c")?.measures.length]).toEqual([
    undefined,
    10,
    10,
  ]);
  store.put("large", twin(1000));
  expect(store.get("large")).toBeUndefined();
  store.put("d", twin(24));
  expect(store.get("d")).toBeDefined();
  store.clear();
  expect(store.get("d")).toBeUndefined();
});
