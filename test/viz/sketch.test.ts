/** The sketch: a small stand-in's answer, paired, scaled to the firm, the newest question first. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { series, type MeasureName } from "../../engine/index.ts";
import {
  defaultDocument,
  libraryDocument,
  resolveOrganisation,
  shortened,
  specOf,
  type Document,
} from "../../scenarios/index.ts";
import { createPool, spawnHere, type Pool } from "../../workers/index.ts";
import { run } from "../../engine/index.ts";
import { before, sample } from "../../viz/store/before.ts";
import { document, openDocument, withdraw } from "../../viz/store/document.ts";
import { edit, propose } from "../../viz/store/editing.ts";
import { keptOf, sampleOf, type PlanRuns } from "../../viz/store/sample.ts";
import { followHand } from "../../viz/store/hand.ts";
import { sketch, STAND_IN_EMPLOYEES } from "../../viz/store/sketch.ts";
import { moved } from "../../viz/store/sketched.ts";
import { standInOf } from "../../viz/store/stand-in.ts";
import { addStep, moveStep } from "../../viz/store/step-commands.ts";

let pool: Pool;
let stop = (): void => {};
/** Every plan a run was asked for, as text, once. */
let asked = new Set<string>();
/** Whether every request was a version of the one before. */
let isOneQuestion = true;

beforeEach(() => {
  asked = new Set();
  isOneQuestion = true;
  pool = createPool({ size: 1, spawn: spawnHere });
  before.value = null;
});
afterEach(() => {
  stop();
  pool.close();
});

/** Puts a document with its real first run on the screen. */
function paint(shown: Document, runs = 1): void {
  openDocument(shown);
  const replicates = Array.from({ length: runs }, (_, replicate) => replicate);
  sample.value = sampleOf(
    shown.weeks,
    shown.plans.map(
      (_, plan): PlanRuns =>
        new Map(replicates.map((replicate) => [replicate, keptOf(real(shown, plan, replicate))])),
    ),
  );
  stop = followHand({
    run: (request) => {
      isOneQuestion &&= request.key === "sketch";
      for (const plan of request.taskOf(0).plans) asked.add(JSON.stringify(plan));
      return pool.run(request);
    },
  });
}

function real(shown: Document, plan: number, replicate: number) {
  return run(specOf(shown, resolveOrganisation(shown), plan, replicate));
}

async function sketched(
  plan: string,
  measure: MeasureName,
  isThere: (column: Float64Array) => boolean = () => true,
): Promise<Float64Array> {
  for (;;) {
    const columns = sketch.value?.columnsOf(plan, measure);
    const column = columns?.now.map((value, week) => value - (columns.earlier?.[week] ?? 0));
    if (column !== undefined && isThere(column)) return column;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

const small = (): Document =>
  shortened(libraryDocument("measured-workplace", ["platform-first", "problems-first"]), 60).document;

test("a firm that is no larger than its stand-in is sketched exactly", async () => {
  const shown = small();
  paint(shown);
  propose(moveStep("problems-first", 0, 12));
  const changed = {
    ...shown,
    plans: [
      shown.plans[0],
      {
        ...shown.plans[1],
        interventions: shown.plans[1].interventions.map((step, i) =>
          i === 0 ? { ...step, week: 12 } : step,
        ),
      },
    ],
  };
  const [now, then] = [changed, shown].map((one) => real(one, 1, 0));
  const exact = series(now, "deepShare").map((value, week) => value - series(then, "deepShare")[week]);
  expect(
    await sketched("problems-first", "deepShare", (column) =>
      column.every((value, week) => value === exact[week]),
    ),
  ).toEqual(exact);
  expect(sketch.value?.columnsOf("platform-first", "deepShare")).toBeUndefined();
  withdraw();
  expect(sketch.value).toBeNull();
});

test("what a hand will be compared with is simulated before it comes, once real runs are there", async () => {
  const shown = small();
  paint(shown, 4);
  while (asked.size < shown.plans.length) await new Promise((resolve) => setTimeout(resolve, 2));
  expect(asked).toEqual(
    new Set([0, 1].map((plan) => JSON.stringify(specOf(shown, resolveOrganisation(shown), plan, 0).plan))),
  );
  expect(sketch.value).toBeNull();
  propose(moveStep("problems-first", 0, 12));
  await sketched("problems-first", "deepShare");
  // The place of the hand alone is new.
  expect(asked.size).toBe(3);
});

test("of many places of the hand only the last is sketched in the end", async () => {
  paint(small());
  for (let week = 1; week <= 20; week++) propose(moveStep("problems-first", 0, week));
  const shown = document.value;
  const { interventions } = shown.plans[1];
  const last = interventions.map((step, i) => (i === 0 ? { ...step, week: 20 } : step));
  const changed = { ...shown, plans: [shown.plans[0], { ...shown.plans[1], interventions: last }] };
  const now = series(real(changed, 1, 0), "deepShare");
  const old = series(real(shown, 1, 0), "deepShare");
  const exact = now.map((value, week) => value - old[week]);
  await sketched("problems-first", "deepShare", (column) =>
    column.every((value, week) => value === exact[week]),
  );
  // The settled plan, the first place of the hand and the last: the eighteen between were never asked for.
  expect(asked.size).toBe(3);
  // What they share of the past is simulated once.
  expect(isOneQuestion).toBe(true);
});

test("what does nothing is sketched as no change at all", async () => {
  const shown = small();
  paint(shown);
  // In the last week of the horizon nothing can follow from it.
  edit(addStep("platform-first", { week: 59, kind: "sharedService" }));
  before.value = { sample: sample.value, document: shown };
  sample.value = { ...sample.value, replicates: [] };
  const column = await sketched("platform-first", "deepShare");
  expect([...column]).toEqual(Array.from({ length: 61 }, () => 0));
});

test("a sketched curve keeps its past where nothing changes, and follows in proportion or by the amount", () => {
  const column = (...values: number[]): Float64Array => Float64Array.from(values);
  const base = [0.1, 0.2, 0.4];
  const same = { now: column(0.05, 0.1, 0.2), earlier: column(0.05, 0.1, 0.2) };
  expect([...moved(base, same, false)]).toEqual(base);
  const halved = moved(base, { now: column(0.05, 0.1, 0.1), earlier: column(0.05, 0.1, 0.2) }, false);
  expect(halved[2]).toBeCloseTo(0.4 - (0.1 * 0.41) / 0.21, 12);
  const added = moved([-5, 2, 4], { now: column(1, 1, 1), earlier: column(0, 2, 3) }, true);
  expect([...added]).toEqual([-4, 1, 2]);
  const nothing = { now: column(0, 0, 0), earlier: column(0, 0, 0) };
  expect([...moved([0, 0, 0.1], nothing, false)]).toEqual([0, 0, 0.1]);
  expect(moved(undefined, { now: column(1, 2) }, false)).toEqual(column(1, 2));
});

test("a stand-in has a thousand employees, fewer communities and experts, and the fixed costs shrink with it", () => {
  const { document: standIn, scale } = standInOf(defaultDocument(), 10_000);
  expect(scale).toBe(10);
  expect(standIn.company.employees).toBe(STAND_IN_EMPLOYEES);
  expect(standIn.assumptions).toEqual({
    councilHours: 2,
    measurementUsd: 10_000,
    projectsPerThousand: 20,
    frictionUsdPerWeek: 400,
  });
  expect(standIn.plans[1].interventions).toContainEqual({ week: 0, kind: "communities", count: 1 });
  expect(standIn.company.roles?.length).toBe(3);
  expect(standIn.plans[1].interventions).toContainEqual({ week: 52, kind: "center", experts: 0.4 });
  const start = libraryDocument("start-up", ["nothing"]);
  expect(standInOf(start, 250)).toEqual({ document: start, scale: 1 });
});
