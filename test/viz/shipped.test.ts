/** The summary that comes with the page: of this engine's runs, and the same to the reader as the runs themselves. */
import { readFileSync } from "node:fs";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { run, runTwin } from "../../engine/index.ts";
import {
  defaultDocument,
  libraryDocument,
  resolveOrganisation,
  shortened,
  specOf,
  type Document,
} from "../../scenarios/index.ts";
import { before, sample } from "../../viz/store/before.ts";
import * as now from "../../viz/store/comparison.ts";
import { openDocument, document, undo } from "../../viz/store/document.ts";
import { edit } from "../../viz/store/editing.ts";
import { renamePlan, removePlan } from "../../viz/store/plan-commands.ts";
import { emptySample, keptOf, sampleOf, type PlanRuns, type Sample } from "../../viz/store/sample.ts";
import { check, compareWithShipped, ship, viewOf } from "../../viz/store/shipped.ts";
import { summaryOf } from "../../viz/store/summary.ts";
import { reaches } from "../../viz/answers/goal.ts";
import { setGoal } from "../../viz/store/goal.ts";
import { spendings } from "../../viz/answers/spending.ts";
import { packSummary, unpackSummary } from "../../viz/store/summary-file.ts";
import { choosePair, metricName, moveWeek } from "../../viz/store/view.ts";
import { METRICS } from "../../viz/words/metrics.ts";

const RUNS = 12;
const WEEKS = 60;

const small = (): Document =>
  shortened(
    libraryDocument("measured-workplace", ["platform-first", "problems-first", "same-platform-first"]),
    WEEKS,
  ).document;

function simulated(one: Document, runs: number): PlanRuns[] {
  const organisation = resolveOrganisation(one);
  const kept = one.plans.map((): PlanRuns => new Map());
  for (let replicate = 0; replicate < runs; replicate++) {
    const twin = runTwin(specOf(one, organisation, 0, replicate));
    kept.forEach((plan, i) =>
      plan.set(replicate, keptOf(run(specOf(one, organisation, i, replicate), { twin }))),
    );
  }
  return kept;
}

function firstOf({ weeks, plans, replicates }: Sample, runs: number): Sample {
  return { weeks, plans, replicates: replicates.slice(0, runs) };
}

/** All that Compare derives from runs, for every metric, both ways round, at some weeks. */
function everythingShown(): unknown[] {
  return [
    [0, 1],
    [2, 1],
  ].flatMap(([a, b]) => {
    choosePair("a", a);
    choosePair("b", b);
    return METRICS.flatMap(({ name }) => {
      metricName.value = name;
      return [0, 13, WEEKS].map((week) => {
        moveWeek(week);
        return {
          name,
          week,
          runs: now.runCount.value,
          fans: now.fans.value,
          difference: now.differenceBands.value,
          verdicts: [now.metricVerdict.value, now.metricAtEnd.value, now.valueVerdict.value],
          ahead: now.ahead.value,
          paybacks: now.paybacks.value,
          value: [now.valueSpread.value, now.valueSpreadAtWeek.value, now.valueCounts.value],
          dots: now.valueDots.value,
          means: [now.stateMeans.value, now.valueMeans.value, now.costMeans.value],
        };
      });
    });
  });
}

/** Numbers at the precision of the file, so that lists of either kind can be compared. */
function rounded(value: unknown): unknown {
  if (typeof value === "number") return Number(Math.fround(value).toPrecision(5));
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, rounded);
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, rounded(one)]));
}

describe("a summary", () => {
  let whole: Sample;
  beforeAll(() => {
    whole = sampleOf(WEEKS, simulated(small(), RUNS));
  });
  beforeEach(() => {
    openDocument(small());
    sample.value = emptySample;
    before.value = null;
    ship(unpackSummary(packSummary(summaryOf(whole))), small());
  });
  afterEach(() => {
    sample.value = emptySample;
  });

  test("shows what the runs themselves show, of every measure, pair and week", () => {
    const shipped = everythingShown();
    // As many runs made here outrank the summary.
    sample.value = whole;
    expect(viewOf(document.value)?.runs).toBe(RUNS);
    expect(rounded(shipped)).toEqual(rounded(everythingShown()));
  });

  test("knows nothing of years, which are told once runs were made here", () => {
    expect(spendings.value).toEqual([]);
    sample.value = whole;
    expect(spendings.value.map(({ years }) => years.every(({ p50 }) => p50 >= 0))).toEqual([true, true]);
  });

  test("knows no single run: a goal is reached in a share of those made here, which is said", () => {
    metricName.value = "deepShare";
    edit(setGoal({ measure: "deepShare", value: 0, week: 10 }));
    expect(reaches.value).toEqual([]);
    sample.value = firstOf(whole, 3);
    expect(reaches.value.map(({ share, runs }) => [share, runs])).toEqual([0, 1, 2].map(() => [1, 3]));
    expect([now.runCount.value, now.runsOfFew.value]).toEqual([RUNS, 3]);
    sample.value = whole;
    expect(reaches.value.map(({ runs }) => runs)).toEqual([0, 1, 2].map(() => RUNS));
    expect(now.runsOfFew.value).toBeUndefined();
  });

  test("is drawn once, however many runs are checked against it", () => {
    metricName.value = "deepShare";
    const drawn = (): unknown[] => [
      now.fans.value,
      now.differenceBands.value,
      now.netValues.value,
      now.paybacks.value,
      now.valueDots.value,
      now.stateMeans.value,
      now.valueSpread.value,
    ];
    const first = drawn();
    sample.value = firstOf(whole, 3);
    drawn().forEach((one, i) => expect(one).toBe(first[i]));
    sample.value = whole;
    drawn().forEach((one, i) => expect(one).not.toBe(first[i]));
  });

  test("keeps every number to 32 bits, and every digest", () => {
    const summary = summaryOf(whole);
    const read = unpackSummary(packSummary(summary));
    expect(read.plans.map(({ digests }) => digests)).toEqual(summary.plans.map(({ digests }) => digests));
    expect(Array.from(read.pairs[2].dots)).toEqual(Array.from(summary.pairs[2].dots, Math.fround));
    const [bands, same] = [read, summary].map((one) => one.plans[1].bands["netValue"].p95);
    expect(Array.from(bands)).toEqual(Array.from(same, Math.fround));
  });

  test("outlives other names and fewer plans, and knows nothing of another world", () => {
    edit(renamePlan("problems-first", "Something else"));
    expect(viewOf(document.value)?.isWhole).toBe(true);
    edit(removePlan("platform-first"));
    expect(viewOf(document.value)?.isWhole).toBe(true);
    edit((one) => ({ ...one, seed: "another" }));
    expect(viewOf(document.value)).toBeNull();
  });

  test("still shows the plans that were not changed", () => {
    edit((one) => ({
      ...one,
      plans: one.plans.map((plan, i) =>
        i === 0 ? { ...plan, interventions: plan.interventions.slice(1) } : plan,
      ),
    }));
    expect(viewOf(document.value)?.isWhole).toBe(false);
    expect(now.fans.value.map(({ plan }) => plan)).toEqual([1, 2]);
  });

  test("is confirmed run by run, and taken away by a single other digest", () => {
    const runs = whole.plans.map((plan): PlanRuns => new Map(plan));
    compareWithShipped(small(), runs, 0);
    compareWithShipped(small(), runs, 1);
    expect(check.value).toEqual({ identical: 2, differing: null });
    // Of a plan that was removed no more is asked, until it is back.
    edit(removePlan("problems-first"));
    const [first, , third] = runs;
    compareWithShipped(document.value, [first, third], 2);
    expect(check.value.identical).toBe(3);
    undo();
    expect(check.value.identical).toBe(2);
    runs[1].set(2, { ...runs[1].get(2)!, digest: "0123456789abcdef" });
    compareWithShipped(small(), runs, 2);
    expect(check.value).toEqual({ identical: 0, differing: { plan: "Problems first", replicate: 2 } });
    expect(viewOf(document.value)).toBeNull();
    expect(now.runCount.value).toBe(0);
  });
});

test("the shipped file holds 400 runs of the default document by this engine (else: npm run summary)", () => {
  const shipped = unpackSummary(readFileSync(new URL("../../viz/shipped/default.bin", import.meta.url)));
  const one = defaultDocument();
  expect([shipped.runs, shipped.weeks, shipped.plans.length]).toEqual([400, one.weeks, one.plans.length]);
  const again = simulated(one, 2);
  for (const [plan, { digests }] of shipped.plans.entries()) {
    expect(new Set(digests).size).toBe(400);
    for (const replicate of [0, 1]) expect(digests[replicate]).toBe(again[plan].get(replicate)!.digest);
  }
});
