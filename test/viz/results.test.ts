/** The store of results with real runs on this thread: in step with its document, never a stale curve. */
import { afterEach, expect, test } from "vitest";
import { createPool, spawnHere, type Pool } from "../../workers/index.ts";
import { takeCompany } from "../../viz/store/company-commands.ts";
import { changedPlans, reference, sample } from "../../viz/store/before.ts";
import { document, openDocument, settle, undo, withdraw } from "../../viz/store/document.ts";
import { edit, propose } from "../../viz/store/editing.ts";
import { fans, ghosts } from "../../viz/store/comparison.ts";
import { removePlan, renamePlan, shiftPlan } from "../../viz/store/plan-commands.ts";
import { moveStep } from "../../viz/store/step-commands.ts";
import { worldKey } from "../../viz/store/keys.ts";
import { followDocument, status } from "../../viz/store/results.ts";
import { columnsOf } from "../../viz/store/sample.ts";
import { ship } from "../../viz/store/shipped.ts";
import { summaryOf } from "../../viz/store/summary.ts";
import { choosePair, pair } from "../../viz/store/view.ts";
import { defaultDocument, shortened } from "../../scenarios/index.ts";

let pool: Pool | undefined;
let stop = (): void => {};

afterEach(() => {
  stop();
  pool?.close();
});

/** The measured workplace for a quarter: milliseconds a run. */
function startSmall(): { readonly asked: number[] } {
  openDocument(shortened(takeCompany("measured-workplace")(defaultDocument()), 13).document);
  const asked: number[] = [];
  pool = createPool({ size: 1, spawn: spawnHere });
  const run = pool.run;
  stop = followDocument({
    run: (request) => {
      asked.push(request.runs);
      return run(request);
    },
  });
  return { asked };
}

async function until(isReached: () => boolean): Promise<void> {
  while (!isReached()) await new Promise((resolve) => setTimeout(resolve, 5));
}

test("runs arrive until the difference is known, and then stop", async () => {
  startSmall();
  expect(sample.value.replicates).toEqual([]);
  await until(() => status.value.kind !== "running");
  const count = sample.value.replicates.length;
  expect(status.value.kind).toMatch(/known|done/);
  expect(count).toBeGreaterThanOrEqual(50);
  expect(sample.value.replicates).toEqual(Array.from({ length: count }, (_, i) => i));
  for (const plan of [0, 1, 2]) expect(columnsOf(sample.value, plan, "npv").length).toBe(count);
});

test("a summary that comes in between begins no run anew", async () => {
  const { asked } = startSmall();
  await until(() => sample.value.replicates.length > 0);
  ship(summaryOf(sample.value), defaultDocument());
  expect(asked).toHaveLength(1);
});

test("a changed document takes the old curves away in the same moment", async () => {
  startSmall();
  await until(() => sample.value.replicates.length > 0);
  edit(takeCompany("start-up"));
  expect(sample.value.replicates).toEqual([]);
  expect(status.value.kind).toBe("running");
});

test("a changed plan leaves the other plans' runs as they are", async () => {
  const { asked } = startSmall();
  await until(() => status.value.kind !== "running");
  const before = sample.value;
  const kept = before.plans.map((runs) => runs.get(0)!);
  const interventions = [{ week: 0, kind: "council" } as const];
  const plans = document.value.plans.map((plan, i) => (i === 2 ? { ...plan, interventions } : plan));
  edit((one) => ({ ...one, plans }));
  expect(sample.value.replicates).toEqual([]);
  await until(() => status.value.kind !== "running");
  expect(sample.value.plans[0].get(0)).toBe(kept[0]);
  expect(sample.value.plans[1].get(0)).toBe(kept[1]);
  expect(sample.value.plans[2].get(0)).not.toBe(kept[2]);
  expect(asked.length).toBe(2);
});

test("going back to what was known shows it at once and runs nothing", async () => {
  const { asked } = startSmall();
  await until(() => status.value.kind !== "running");
  const known = document.value;
  const { replicates } = sample.value;
  edit((one) => ({ ...one, seed: "another seed" }));
  expect(sample.value.replicates).toEqual([]);
  openDocument(known);
  expect(sample.value.replicates).toEqual(replicates);
  expect(status.value.kind).not.toBe("running");
  expect(asked.length).toBe(2);
});

test("a document that can't be run says why", async () => {
  startSmall();
  const interventions = [{ week: 0, kind: "council" as const, scope: { roles: ["chief"] } }];
  const plans = document.value.plans.map((plan) => ({ ...plan, interventions }));
  edit((one) => ({ ...one, plans }));
  await until(() => status.value.kind === "failed");
  expect(status.value).toMatchObject({ why: expect.stringContaining("unknown role") });
  expect(sample.value.replicates).toEqual([]);
});

test("a new name takes no curve away and asks for no run", async () => {
  const { asked } = startSmall();
  await until(() => sample.value.replicates.length > 0);
  const { id } = document.value.plans[0];
  expect(edit(renamePlan(id, "Another"))).toBe(true);
  expect(sample.value.replicates.length).toBeGreaterThan(0);
  expect(fans.value[0].name).toBe("Another");
  expect(asked.length).toBe(1);
});

test("names and notes are not part of what a result depends on", () => {
  startSmall();
  const key = worldKey(document.value);
  expect(worldKey({ ...document.value, name: "another", notes: "new" })).toBe(key);
  expect(worldKey({ ...document.value, seed: "another" })).not.toBe(key);
});

test("the pair compared follows its plans into a new order", () => {
  openDocument(defaultDocument());
  const [first, second] = document.value.plans.map((plan) => plan.id);
  choosePair("b", 2);
  expect(pair.value).toEqual({ a: 0, b: 2 });
  edit(shiftPlan(first, 1));
  expect(pair.value).toEqual({ a: 1, b: 2 });
  edit(removePlan(first));
  expect(pair.value).toEqual({ a: 0, b: 1 });
  edit(removePlan(second));
  expect(pair.value).toEqual({ a: 0, b: 0 });
  undo();
  undo();
  expect(pair.value).toEqual({ a: 1, b: 2 });
});

test("under the hand nothing is simulated, and what was painted before is the ghost afterwards", async () => {
  const { asked } = startSmall();
  await until(() => status.value.kind !== "running");
  const painted = sample.value;
  const { id } = document.value.plans[1];
  propose(moveStep(id, 0, 5));
  expect(sample.value).toBe(painted);
  expect([...changedPlans.value]).toEqual([id]);
  expect(reference.value?.sample).toBe(painted);
  expect(asked.length).toBe(1);
  settle();
  expect(sample.value.replicates).toEqual([]);
  expect(reference.value?.sample).toBe(painted);
  expect(ghosts.value.map(({ plan }) => plan)).toEqual([1]);
  // The others were not changed: their own runs stay on the screen.
  expect(fans.value.map(({ plan }) => plan)).toEqual([0, 2]);
  await until(() => status.value.kind !== "running");
  expect(reference.value).toBeNull();
  expect(fans.value.map(({ plan }) => plan)).toEqual([0, 1, 2]);
});

test("a drag that is given up leaves the runs as they were", async () => {
  const { asked } = startSmall();
  await until(() => status.value.kind !== "running");
  const painted = sample.value.replicates;
  propose(moveStep(document.value.plans[0].id, 0, 5));
  withdraw();
  expect(sample.value.replicates).toEqual(painted);
  expect(status.value.kind).not.toBe("running");
  expect(asked.length).toBe(1);
});
