/** Spending by year, the deepest need, gates of sponsors, and every measure in the chooser. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { MEASURES, run, runTwin, series } from "../../engine/index.ts";
import { defaultDocument, resolveOrganisation, specOf } from "../../scenarios/index.ts";
import { deepestNeed, setCap, yearBounds, yearlySpend } from "../../viz/answers/spending.ts";
import { createGates } from "../../viz/store/gates.ts";
import { exactColumn, keptOf, sampleOf } from "../../viz/store/sample.ts";
import { spreadOfWeeks } from "../../viz/store/statistics.ts";
import { METRIC_GROUPS, metricOf } from "../../viz/words/metrics.ts";
import { gateNotes } from "../../viz/words/notes.ts";
import { plain } from "../../viz/words/rich.ts";
import { capSentence, spendingSentence, spendingTable } from "../../viz/words/spending.ts";
import { unitOf } from "../../viz/words/units.ts";
import { PLANS } from "./series.ts";
import { ENGLISH } from "./notation.kit.ts";

const money = unitOf("USD", ENGLISH);
const sums = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 130 });

test("the years' spending adds up to all that is spent, the last year's weeks included", () => {
  fc.assert(
    fc.property(sums, (weekly) => {
      const cost = Float64Array.from(weekly, (_, week) =>
        weekly.slice(0, week + 1).reduce((a, b) => a + b, 0),
      );
      const years = yearlySpend(cost, yearBounds(cost.length - 1));
      expect(years.length).toBe(Math.ceil((cost.length - 1) / 52));
      expect(years.reduce((a, b) => a + b, 0)).toBe(cost.at(-1)! - cost[0]);
    }),
  );
});

test("the deepest need is how far net value goes below nothing, and 0 where it never does", () => {
  fc.assert(
    fc.property(sums, (values) => {
      const net = Float64Array.from([0, ...values]);
      const { usd, week } = deepestNeed(net);
      expect(usd).toBe(Math.max(0, -Math.min(...net)));
      expect(net[week]).toBe(Math.min(...net));
    }),
  );
});

const spending = {
  plan: { name: "Problems first", plan: 1 },
  runs: 400,
  years: [
    { p5: 9e5, p50: 1e6, p95: 1.1e6 },
    { p5: 2.4e6, p50: 2.6e6, p95: 2.8e6 },
  ],
  need: { p5: 1.7e6, p50: 1.9e6, p95: 2.1e6 },
  needWeek: { p50: 60 },
  within: (cap: number) => (cap >= 3e6 ? 1 : cap >= 2.6e6 ? 0.44 : 0),
};

test("spending says on how few runs it stands, and a plan that costs nothing spends nothing", () => {
  expect(plain(spendingSentence([spending], money, 7))).toMatch(
    /in month 14\. This stands on the 7 runs made here\.$/,
  );
  expect(plain(spendingSentence([spending], money, 1))).toMatch(/stands on one run made here\.$/);
  const none = { p5: 0, p50: 0, p95: 0 };
  expect(plain(spendingSentence([{ ...spending, years: [none, none], need: none }], money))).toBe(
    "Problems first spends nothing.",
  );
});

test("spending is told with its dearest year and its deepest need, and against a cap", () => {
  expect(plain(spendingSentence([spending], money))).toBe(
    "Problems first spends most in year 2, $2.6 million, and is $1.9 million ($1.7–2.1 million) down at its deepest, in month 14.",
  );
  const free = { ...spending, need: { p5: 0, p50: 0, p95: 0 } };
  expect(plain(spendingSentence([free], money))).toContain("needs no funding that its value doesn’t cover");
  const narrow = { ...spending, need: { p5: 1.11e5, p50: 1.11e5, p95: 1.111e5 } };
  expect(plain(spendingSentence([narrow], money))).toContain("and is $111 thousand down at its deepest");
  const told = (cap: number): string => plain(capSentence([spending], cap, money));
  expect(told(3e6)).toBe("At most $3 million in every year: Problems first in all of 400 runs.");
  expect(told(2.7e6)).toContain("Problems first in 44 of 100 runs.");
  expect(told(1e6)).toContain("Problems first in none of 400 runs.");
  const few = (runs: number): string => plain(capSentence([{ ...spending, runs }], 2.7e6, money));
  expect(few(9)).toContain("Problems first in 4 of 9 runs.");
  expect(plain(capSentence([{ ...spending, runs: 1 }], 1e6, money))).toContain("not in the one run.");
  expect(spendingTable([{ ...spending, runs: 1 }], money).caption).toMatch(/range of 90% of 1 run$/);
  expect(spendingTable([spending], money).rows.map(([head]) => head)).toEqual([
    "Year 1",
    "Year 2",
    "Funding needed",
  ]);
});

test("a cap is the document's, and leaves it as it was when it is taken away", () => {
  const document = defaultDocument();
  const capped = setCap(2e6)(document);
  expect(capped.capUsdPerYear).toBe(2e6);
  expect(setCap(undefined)(capped)).toEqual(document);
});

test("what sponsors do is noted at the median week, once enough runs tell", () => {
  const gates = { cancelled: [156, 104, 156, 156, 156, 156], cut: [52] };
  const notes = gateNotes(PLANS.slice(0, 1), () => gates, 50);
  expect(notes.map(({ text }) => text)).toEqual(["Cancelled in month 36 in 12 of 100 runs"]);
  expect(gateNotes(PLANS, () => gates, 49)).toEqual([]);
  const always = { cancelled: Array.from({ length: 50 }, () => 52), cut: [] };
  expect(gateNotes(PLANS.slice(0, 1), () => always, 50)[0].text).toBe("Cancelled in month 12");
});

const base = defaultDocument();
const document = { ...base, company: { ...base.company, employees: 300 } };
const organisation = resolveOrganisation(document);
const traces = [0, 1].map((replicate) => {
  const spec = specOf(document, organisation, 0, replicate);
  return run(spec, { twin: runTwin(spec) });
});

test("every measure of a run can be drawn, and is what the engine found", () => {
  const kept = keptOf(traces[0]);
  for (const { name } of MEASURES) {
    const column = exactColumn(kept, name);
    const found = series(traces[0], name);
    // At half the memory seven digits are left.
    for (const [week, value] of found.entries())
      expect(Math.abs(column[week] - value)).toBeLessThanOrEqual(1e-7 * Math.abs(value));
  }
});

test("gates are those of the runs: the first cancelled week, and cuts that don't end it", () => {
  const runs = new Map(traces.map((trace, replicate) => [replicate, keptOf(trace)]));
  const { cancelled, cut } = createGates()(sampleOf(document.weeks, [runs]), 0);
  const expected = traces.map((trace) => series(trace, "isCancelled").findIndex((value) => value > 0));
  expect(cancelled).toEqual(expected.filter((week) => week >= 0));
  for (const week of cut) expect(expected).not.toContain(week);
});

test("the chooser has every measure once, each under a heading", () => {
  const names = METRIC_GROUPS.flatMap(({ metrics }) => metrics.map(({ name }) => name));
  expect(names.toSorted()).toEqual(MEASURES.map(({ name }) => name).toSorted());
  expect(METRIC_GROUPS.every(({ label, metrics }) => label !== "" && metrics.length > 0)).toBe(true);
  for (const name of names) expect(metricOf(name).name).toBe(name);
});

test("weeks that never come count as never", () => {
  expect(spreadOfWeeks(Float64Array.of(-1, 10, 10, 10))).toEqual({ p5: 10, p50: 10, p95: 10, never: 0.25 });
  expect(spreadOfWeeks(Float64Array.of(-1))).toEqual({ p5: null, p50: null, p95: null, never: 1 });
});
