/** What drives a difference: assumptions at the ends of their ranges, and the exact split over stages. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { PARAMETERS, run, runTwin, series } from "../../engine/index.ts";
import {
  driverInputs,
  driversAt,
  inputDrivers,
  inputRuns,
  rangeOf,
  specOf,
  splitAt,
  stageRuns,
  stageSplit,
  type EvaluatePlans,
  type PairedTask,
} from "../../scenarios/index.ts";
import { engineEvaluation, settingOf } from "./evaluation.ts";

const PLANS = [
  {
    id: "platform",
    name: "Platform",
    interventions: [
      { week: 0, kind: "platform" },
      { week: 0, kind: "campaign", weeks: 12, intensity: 1 },
      { week: 40, kind: "stop", what: "platform" },
    ],
  },
  {
    id: "problems",
    name: "Problems",
    interventions: [
      { week: 0, kind: "communities", count: 2 },
      { week: 8, kind: "center", experts: 1 },
      { week: 20, kind: "platform" },
    ],
  },
];
const setting = settingOf({ plans: PLANS });
const PAIR = { a: 0, b: 1 };
const WEEK = 60;

/** The engine's own value of a plan of the document. */
function valueOf(plan: number, replicate: number, of = setting): number {
  const spec = specOf(of.document, of.organisation, plan, replicate);
  return series(run(spec, { twin: runTwin(spec) }), "npv")[spec.weeks];
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const split = await stageSplit(setting, { pair: PAIR, measure: "npv", runs: 3 }, engineEvaluation(setting));

test("the stages' values add up to the difference of the plans as the engine runs them", () => {
  for (const [of, plans] of [
    ["difference", [1, 0]],
    ["a", [0]],
    ["b", [1]],
  ] as const) {
    const { items, total, replicates } = splitAt(split, of, WEEK);
    const expected = [0, 1, 2].map((replicate) => {
      const [one, other] = plans.map((plan) => valueOf(plan, replicate));
      return one - (other ?? 0);
    });
    expect(replicates).toBe(3);
    const sum = items.reduce((total_, item) => total_ + item.value!, 0);
    expect(Math.abs(sum - total.value!)).toBeLessThanOrEqual(1e-9 * Math.abs(total.value!));
    expect(total.value).toBeCloseTo(meanOf(expected), 6);
  }
});

test("a stage's value in the difference is its value in one plan less its value in the other", () => {
  const [difference, a, b] = (["difference", "a", "b"] as const).map((of) => splitAt(split, of, WEEK));
  for (const [i, { value }] of difference.items.entries())
    expect(value).toBeCloseTo(b.items[i].value! - a.items[i].value!, 6);
});

test("stages stand in the order in which the explained plan begins them, then the other's", () => {
  expect(split.kinds).toEqual(["communities", "center", "platform", "campaign"]);
});

test("every combination that is left is run once a replicate, and the count of runs is known before", async () => {
  const seen: PairedTask[] = [];
  await stageSplit(setting, { pair: PAIR, measure: "npv", runs: 2 }, engineEvaluation(setting, seen));
  const texts = seen
    .filter(({ spec }) => spec.replicate === 1)
    .flatMap(({ plans }) => plans.map((plan) => JSON.stringify(plan)));
  // Both plans' empty combination is one, and a platform alone is a different one in each.
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.length).toBe(4 + 8 - 1);
  const runs = seen.reduce((sum, { plans }) => sum + plans.length + 1, 0);
  expect(stageRuns(setting, { pair: PAIR, measure: "npv", runs: 2 })).toBe(runs);
});

test("a plan alone is split against doing nothing", async () => {
  const alone = await stageSplit(
    setting,
    { pair: { a: null, b: 1 }, measure: "npv", runs: 2 },
    engineEvaluation(setting),
  );
  const { items, total } = splitAt(alone, "difference", WEEK);
  expect(items.map(({ name }) => name)).toEqual(["communities", "center", "platform"]);
  expect(total.value).toBeCloseTo(meanOf([0, 1].map((replicate) => valueOf(1, replicate))), 6);
});

test("a plan without stages can't be split, and says so", async () => {
  const empty = settingOf();
  const asked = stageSplit(
    empty,
    { pair: { a: null, b: 0 }, measure: "npv", runs: 1 },
    engineEvaluation(empty),
  );
  await expect(asked).rejects.toThrow("invalid items; not 1 to 12: 0");
});

const INPUTS = { pair: PAIR, measure: "npv", runs: 3, screenRuns: 1, most: 4, week: WEEK } as const;

test("each input alone moves the difference, and the gap is that of the plans as they are", async () => {
  const short = settingOf(
    { plans: PLANS.map((plan) => ({ ...plan, interventions: plan.interventions.slice(0, 2) })), weeks: 12 },
    40,
  );
  const seen: PairedTask[] = [];
  const drivers = await inputDrivers(short, { ...INPUTS, week: 12 }, engineEvaluation(short, seen));
  expect(drivers.screened).toBe(driverInputs(short.document).length);
  expect(drivers.inputs.length).toBe(4);
  // One replicate chose; three others are shown.
  expect(new Set(seen.map(({ spec }) => spec.replicate))).toEqual(new Set([0, 1, 2, 3]));
  expect(inputRuns(short, INPUTS)).toBe(seen.reduce((sum, { plans }) => sum + plans.length + 1, 0));
  const { gap, drivers: found } = driversAt(drivers, 12);
  const gaps = [1, 2, 3].map((replicate) => valueOf(1, replicate, short) - valueOf(0, replicate, short));
  expect(gap.value).toBeCloseTo(meanOf(gaps), 6);
  const spans = found.map(({ span }) => span);
  expect(spans).toEqual(spans.toSorted((a, b) => b - a));
});

/** A model whose measure is a sum over assumptions, so that every answer is known. */
function linearEvaluation(weights: Readonly<Record<string, number>>): EvaluatePlans {
  return (tasks, keep) =>
    Promise.resolve(
      tasks.map(({ spec, plans }) =>
        plans.map((_plan, side) => {
          const value = Object.entries(weights).reduce(
            (sum, [name, weight]) => sum + weight * spec.parameters[name as "skillSd"],
            spec.replicate,
          );
          const trace = run({ ...specOf(setting.document, setting.organisation, 0, 0), weeks: 1 });
          return keep({ ...trace, columns: trace.columns.map(() => side * value) });
        }),
      ),
    );
}

test("the ends of a linear model's inputs are found exactly, and inert inputs are not told", async () => {
  const weights = { expertUsdPerYear: 1e-5, visitHours: -2 };
  const drivers = await inputDrivers(setting, { ...INPUTS, week: 1, most: 3 }, linearEvaluation(weights));
  const { gap, drivers: found } = driversAt(drivers, 1);
  expect(found.slice(0, 2).map(({ input }) => input.name)).toEqual(["expertUsdPerYear", "visitHours"]);
  for (const { input, low, high, isTold } of found) {
    const weight = weights[input.name as keyof typeof weights] ?? 0;
    const now = PARAMETERS.find((row) => row.name === input.name)!.default;
    expect(low.value).toBeCloseTo(weight * (input.low - now), 9);
    expect(high.value).toBeCloseTo(weight * (input.high - now), 9);
    expect(isTold).toBe(weight !== 0);
  }
  // Replicates 1, 2 and 3, plus the sum at the defaults.
  expect(gap.value).toBeCloseTo(2 + 1.5 - 0.2, 9);
});

test("a range holds the value and keeps to the table's bounds; switches and zeros don't move", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PARAMETERS),
      fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1, noNaN: true })),
      (row, share) => {
        const value = row.low + share * (row.high - row.low);
        const range = rangeOf(row, value);
        if (row.unit === "switch" || value === 0) return range === undefined;
        if (range === undefined) return row.unit === "people" || value === row.low || value === row.high;
        const isHeld = row.unit === "people" || (range.low <= value && value <= range.high);
        return isHeld && row.low <= range.low && range.high <= row.high && range.low < range.high;
      },
    ),
  );
});

test("a document's own range is an input's range, and the company's values are what moves", () => {
  const own = settingOf({ assumptions: { turnoverPerYear: { low: 0.1, high: 0.4 }, campaignProb: 0.4 } });
  const inputs = driverInputs(own.document);
  expect(inputs.find(({ name }) => name === "turnoverPerYear")).toMatchObject({ low: 0.1, high: 0.4 });
  expect(inputs.find(({ name }) => name === "campaignProb")).toMatchObject({ low: 0.2, high: 0.8 });
  expect(inputs.some(({ name }) => name === "isThresholdCount" || name === "tieProb")).toBe(false);
});
