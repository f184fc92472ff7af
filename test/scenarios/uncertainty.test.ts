/** What runs differ by: chance alone, the document's ranges, or all that is plausible; the same for every plan. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { PARAMETERS } from "../../engine/index.ts";
import { defaultDocument, parametersOf, rangeOf, specOf, type Document } from "../../scenarios/index.ts";
import { settingOf } from "./evaluation.ts";

const RANGES = { turnoverPerYear: { low: 0.1, high: 0.3 }, isForcedRanking: 1, campaignProb: 0.4 } as const;
const ranged: Document = { ...defaultDocument(), assumptions: RANGES };
const replicates = fc.integer({ min: 0, max: 100_000 });

test("by chance alone ranges rest at their middle, and runs differ in nothing else", () => {
  fc.assert(
    fc.property(replicates, (replicate) => {
      const values = parametersOf({ ...ranged, uncertainty: "chance" }, replicate);
      expect(values).toEqual(parametersOf({ ...ranged, uncertainty: "chance" }, 0));
      expect(values.turnoverPerYear).toBeCloseTo(0.2, 12);
      expect(values.campaignProb).toBe(0.4);
    }),
  );
});

test("unless a document says so, its ranges are drawn from and nothing else moves", () => {
  const { turnoverPerYear: one, ...rest } = parametersOf(ranged, 1);
  const { turnoverPerYear: other, ...others } = parametersOf(ranged, 2);
  expect(rest).toEqual(others);
  expect(one).not.toBe(other);
});

test("what is plausible keeps to each grade's range; switches and zeros stay", () => {
  fc.assert(
    fc.property(replicates, (replicate) => {
      const usual = parametersOf({ ...ranged, uncertainty: "chance" }, 0);
      const values = parametersOf({ ...ranged, uncertainty: "plausible" }, replicate);
      for (const row of PARAMETERS) {
        const given = row.name in RANGES ? RANGES[row.name as "campaignProb"] : usual[row.name];
        const range = rangeOf(row, given) ?? { low: usual[row.name], high: usual[row.name] };
        expect(values[row.name]).toBeGreaterThanOrEqual(range.low);
        expect(values[row.name]).toBeLessThanOrEqual(range.high);
      }
    }),
    { numRuns: 50 },
  );
});

test("halves and doubles are equally plausible: the middle of the draws is the value", () => {
  const draws = Array.from(
    { length: 400 },
    (_, replicate) => parametersOf({ ...ranged, uncertainty: "plausible" }, replicate).attendanceHours,
  ).toSorted((a, b) => a - b);
  const { attendanceHours } = parametersOf(ranged, 0);
  expect(draws[200] / attendanceHours).toBeGreaterThan(0.85);
  expect(draws[200] / attendanceHours).toBeLessThan(1.18);
});

test("every plan meets the same assumptions in the same replicate", () => {
  const plan = (id: string) => ({ id, name: id, interventions: [] });
  const { document, organisation } = settingOf({ plans: [plan("a"), plan("b")], uncertainty: "plausible" });
  for (const replicate of [0, 1, 7])
    expect(specOf(document, organisation, 0, replicate).parameters).toEqual(
      specOf(document, organisation, 1, replicate).parameters,
    );
});
