/** The page's numbers are the terminal's: the same runs through the store and through the summary. */
import { beforeAll, describe, expect, test } from "vitest";
import {
  digestOfRuns,
  libraryDocument,
  shortened,
  type Document,
  type Result,
} from "../../scenarios/index.ts";
import { createBands } from "../../viz/store/running.ts";
import { columnOf, columnsOf, differenceColumn, differencesAt, type Sample } from "../../viz/store/sample.ts";
import { lastingWeeks, spreadOf, winShare } from "../../viz/store/statistics.ts";
import { METRICS } from "../../viz/words/metrics.ts";
import { runBoth } from "./runs.kit.ts";

const RUNS = 8;
const WEEKS = 40;

describe("the page and the terminal", () => {
  let document: Document;
  let sample: Sample;
  let result: Result;

  beforeAll(() => {
    ({ document } = shortened(
      libraryDocument("measured-workplace", ["platform-first", "problems-first"]),
      WEEKS,
    ));
    ({ sample, result } = runBoth(document, RUNS));
  });

  test("have the same quantiles of every measure one can choose, in every week", () => {
    for (const { name } of METRICS) {
      for (const plan of [0, 1]) {
        const bands = createBands()(["runs"], sample.replicates, (i) => columnOf(sample, plan, name, i));
        const told = result.plans[plan].measures[name]!;
        for (const share of ["p5", "p25", "p50", "p75", "p95"] as const) {
          expect([name, share, ...Array.from(bands[share])]).toEqual([name, share, ...told[share]]);
        }
      }
    }
  });

  test("have the same digest of all runs", () => {
    const { plans, replicates } = sample;
    const digest = digestOfRuns(
      document,
      replicates,
      (plan, replicate) => plans[plan].get(replicate)!.digest,
    );
    expect(digest).toBe(result.digest);
  });

  test("have the same paired differences, wins, paybacks and weeks of overtaking", () => {
    const pair = { a: 0, b: 1 };
    const told = result.differences.find(({ measure }) => measure === "npv")!;
    const atEnd = differencesAt(sample, pair, "npv", WEEKS);
    expect(spreadOf(atEnd)).toEqual({ p5: told.p5[WEEKS], p50: told.p50[WEEKS], p95: told.p95[WEEKS] });
    expect(winShare(atEnd)).toBe(told.probabilityBBeatsA[WEEKS]);
    const netValues = sample.replicates.map((_, i) => differenceColumn(sample, pair, "netValue", i));
    expect(lastingWeeks(netValues)).toEqual(told.overtakingWeek);
    for (const plan of [0, 1]) {
      expect(lastingWeeks(columnsOf(sample, plan, "netValue"))).toEqual(result.plans[plan].final.paybackWeek);
    }
  });
});
