/** What was seen: read from CSV by weeks or dates, runs weighed by it, and told in words. */
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { defaultDocument, importObserved } from "../../scenarios/index.ts";
import { weighRuns, weightedBands } from "../../viz/answers/weights.ts";
import { setDocumentField } from "../../viz/store/company-commands.ts";
import { observed, openDocument, settleObserved, undo } from "../../viz/store/document.ts";
import { edit } from "../../viz/store/editing.ts";
import { followFirstDay, type ReadSeries } from "../../viz/store/observed-dates.ts";
import { observedNow, observedTrouble } from "../../viz/store/observed.ts";
import { observedSentence, weighingSentence } from "../../viz/words/observed.ts";
import { plain } from "../../viz/words/rich.ts";
import { bandsOfSorted } from "../../viz/store/statistics.ts";
import { ENGLISH } from "./notation.kit.ts";

const WEEKS = 30;
const columns = fc.array(
  fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: WEEKS + 1, maxLength: WEEKS + 1 }),
  { minLength: 1, maxLength: 20 },
);
const seenAt = (weeks: readonly number[], at: (week: number) => number) => ({ weeks, values: weeks.map(at) });

test("weights add up to 1, and count between one run and all of them", () => {
  fc.assert(
    fc.property(columns, (runs) => {
      const { weights, effectiveRuns } = weighRuns(
        runs,
        seenAt([3, 10, 20], () => 0.5),
      );
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
      expect(effectiveRuns).toBeGreaterThan(1 - 1e-9);
      expect(effectiveRuns).toBeLessThan(runs.length + 1e-9);
    }),
  );
});

test("the run that is the data counts most, and a run twice as far counts less", () => {
  fc.assert(
    fc.property(columns, (runs) => {
      const seen = seenAt([3, 10, 20], (week) => runs[0][week]);
      const { weights, nearestMiss } = weighRuns(runs, seen);
      expect(nearestMiss).toBe(0);
      expect(Math.max(...weights)).toBe(weights[0]);
    }),
  );
  const flat = (value: number): number[] => Array.from({ length: WEEKS + 1 }, () => value);
  const { weights } = weighRuns(
    [flat(0.5), flat(0.55), flat(0.6)],
    seenAt([3], () => 0.5),
  );
  // A miss of a tenth in one quarter weighs exp(−1/2) of none, one of two tenths exp(−2).
  expect(weights[1] / weights[0]).toBeCloseTo(Math.exp(-0.5), 9);
  expect(weights[2] / weights[0]).toBeCloseTo(Math.exp(-2), 9);
});

test("equal weights give the quantiles of the runs themselves, to the nearest run", () => {
  fc.assert(
    fc.property(columns, (runs) => {
      const weights = new Float64Array(runs.length).fill(1 / runs.length);
      const bands = weightedBands(runs, weights);
      const sorted = bandsOfSorted(WEEKS + 1, (week) =>
        Float64Array.from(runs, (run) => run[week]).toSorted(),
      );
      for (let week = 0; week <= WEEKS; week++) {
        const values = runs.map((run) => run[week]);
        expect(values).toContain(bands.p50[week]);
        expect(bands.p5[week]).toBeLessThanOrEqual(sorted.p50[week]);
        expect(bands.p95[week]).toBeGreaterThanOrEqual(sorted.p50[week]);
      }
    }),
  );
});

test("a run that has all the weight is the forecast", () => {
  const bands = weightedBands(
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    Float64Array.of(0, 1, 0),
  );
  expect([...Array.from(bands.p5), ...Array.from(bands.p95)]).toEqual([3, 4, 3, 4]);
});

const DATES = "date,value\n2027-01-04,0.1\n2027-01-11,0.2\n2027-02-01,0.3\n";

test("dates are weeks from the document's first day", async () => {
  const [series] = await importObserved([DATES], { columns: { value: "deepShare" }, start: "2027-01-04" });
  expect(series.weeks).toEqual([0, 1, 4]);
});

test("dates without a first day, before it, or not as dates are refused with their line", async () => {
  const read = (text: string, start?: string) =>
    importObserved([text], {
      name: "seen.csv",
      columns: { value: "deepShare" },
      ...(start === undefined ? {} : { start }),
    });
  await expect(read(DATES)).rejects.toThrow(
    "missing start; a column date needs the document's first day (seen.csv:2)",
  );
  await expect(read(DATES, "2027-02-01")).rejects.toThrow(/invalid date; not a day .*2027-01-04.*seen.csv:2/);
  await expect(read("date,value\n4.1.2027,0.1\n", "2027-01-04")).rejects.toThrow(/invalid date.*seen.csv:2/);
  await expect(read("value\n0.1\n")).rejects.toThrow(/missing column week/);
});

const SEEN = { measure: "deepShare", weeks: [0, 13, 39], values: [0.1, 0.2, 0.3] } as const;
const PLAN = { name: "Problems first", plan: 1 };

test("what was seen and how the runs were weighed is told, with its limits", () => {
  expect(observedSentence({ ...SEEN, source: { name: "seen.csv" }, employees: 10_000 }, ENGLISH)).toBe(
    "Dots: 3 values seen until month 9 (seen.csv, read as counts of 10,000 employees). They stay in this browser.",
  );
  const one = { ...SEEN, weeks: [26], source: { name: "seen.csv" } };
  expect(observedSentence(one, ENGLISH)).toBe(
    "Dots: 1 value seen until month 6 (seen.csv). It stays in this browser.",
  );
  expect(observedSentence({ ...one, weeks: [0] }, ENGLISH)).toContain("1 value seen at the start (");
  const weights = new Float64Array(50);
  const told = (effectiveRuns: number, nearestMiss: number): string =>
    plain(weighingSentence({ weights, effectiveRuns, nearestMiss }, PLAN, false, ENGLISH));
  expect(told(20, 0.05)).toContain("About 20 of 50 runs do.");
  expect(told(1.2, 0.05)).toContain("Only about 1 of 50 runs does: too few to rest on.");
  expect(told(3, 0.05)).toContain("Only about 3 of 50 runs do: too few to rest on.");
  expect(told(3, 0.8)).toContain("no run is like the data: the nearest misses them by 80%");
  expect(told(3, 0.8)).toContain("Let more than chance vary");
});

test("without a value other than 0 within the runs' weeks there is no nearest run", () => {
  const runs = [[0.1, 0.2, 0.3]];
  for (const seen of [seenAt([7, 8, 9], () => 0.5), seenAt([0, 1, 2], () => 0)])
    expect(Number.isFinite(weighRuns(runs, seen).nearestMiss)).toBe(false);
});

test("days that were seen are other weeks where the first day is another, and back where that is undone", async () => {
  const start = "2026-03-02";
  openDocument({ ...defaultDocument(), start });
  const file = new File(["date,deepShare\n2026-06-01,0.05\n2026-12-07,0.1\n2027-06-07,0.2\n"], "seen.csv");
  // Where there is no worker.
  const read: ReadSeries = async (source, _measure, day) => {
    const [found] = await importObserved([await source.text()], {
      name: source.name,
      start: day.start!,
    });
    return { ...found, source, start: day.start! };
  };
  settleObserved([await read(file, "deepShare", { start })]);
  const weeks = (): readonly number[] | undefined => observedNow.value?.weeks;
  expect(weeks()).toEqual([13, 40, 66]);
  const end = followFirstDay(
    () => () => true,
    () => Promise.resolve(read),
  );
  edit(setDocumentField("start", "2026-01-05"));
  await vi.waitFor(() => expect(weeks()).toEqual([21, 48, 74]));
  // What lies before it is of no week, and kept.
  edit(setDocumentField("start", "2026-09-07"));
  await vi.waitFor(() => expect(observedTrouble.value).toContain("not a day from 2026-09-07 on"));
  expect([weeks(), observed.value.length]).toEqual([undefined, 1]);
  undo();
  expect([weeks(), observedTrouble.value]).toEqual([[21, 48, 74], ""]);
  undo();
  expect(weeks()).toEqual([13, 40, 66]);
  end();
});
