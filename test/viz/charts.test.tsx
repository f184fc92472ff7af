/** Golden text of every chart, the picture that page, exports and terminal share; re-mint only with a reason. */
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { difference, medianPaths } from "../../viz/charts/difference.tsx";
import { fan, fanFrame } from "../../viz/charts/fan.tsx";
import { scaleOf } from "../../viz/charts/geometry.ts";
import { DARK, LIGHT } from "../../viz/charts/palette.ts";
import { league, leagueHeight } from "../../viz/charts/league.tsx";
import { payback } from "../../viz/charts/payback.tsx";
import { plans, plansHeight } from "../../viz/charts/plans.tsx";
import { spend } from "../../viz/charts/spend.tsx";
import { states } from "../../viz/charts/states.tsx";
import { streams, streamsHeight } from "../../viz/charts/streams.tsx";
import { tornado, tornadoHeight } from "../../viz/charts/tornado.tsx";
import { waterfall, waterfallHeight } from "../../viz/charts/waterfall.tsx";
import { wins } from "../../viz/charts/wins.tsx";
import { spreadAt } from "../../viz/store/statistics.ts";
import { shortChange } from "../../viz/words/drivers.ts";
import { peakNotes } from "../../viz/words/notes.ts";
import { barsOf } from "../../viz/words/plans.ts";
import { weekText } from "../../viz/words/time.ts";
import { unitOf } from "../../viz/words/units.ts";
import { DIFFERENCE, PLANS, WEEKS, bandsAround } from "./series.ts";

const share = unitOf("share", "USD");
const money = unitOf("USD", "USD");
const moment = { week: 60, text: weekText(60), label: "A chart of two plans." };
const fanData = {
  weeks: WEEKS,
  plans: PLANS,
  notes: peakNotes(PLANS, share),
  axisText: share.axis,
  valueLines: (plan: (typeof PLANS)[number], week: number) => [share.shortSpread(spreadAt(plan.bands, week))],
};

async function expectGolden(name: string, chart: VNode): Promise<void> {
  const text = renderToString(chart).replaceAll("><", ">\n<");
  expect(text).not.toMatch(/NaN|undefined|Infinity/);
  // Coordinates are rounded to 0.01.
  expect(text).not.toMatch(/\d\.\d{3,}/);
  await expect(`${text}\n`).toMatchFileSnapshot(`golden/${name}.svg`);
}

test("the fan chart keeps its text, wide and light", () =>
  expectGolden("fan", fan(fanData, { width: 952, height: 244 }, LIGHT, moment)));

test("the fan chart keeps its text, narrow and dark, with the week line at the end", () =>
  expectGolden(
    "fan-narrow",
    fan(fanData, { width: 358, height: 244 }, DARK, { ...moment, week: WEEKS, text: weekText(WEEKS) }),
  ));

test("the difference chart keeps its text", () =>
  expectGolden(
    "difference",
    difference(
      {
        weeks: WEEKS,
        bands: DIFFERENCE,
        above: 1,
        below: 0,
        crossing: { plan: 1, week: 52, from: 50, to: 55, text: "Ahead from month 12" },
        axisText: share.changeAxis,
        valueLines: (week) => [share.change(DIFFERENCE.p50[week])],
      },
      { width: 952, height: 128 },
      LIGHT,
      moment,
    ),
  ));

test("the weeks in which runs get ahead hang below zero as dots", () =>
  expectGolden(
    "difference-dots",
    difference(
      {
        weeks: WEEKS,
        bands: DIFFERENCE,
        above: 1,
        below: 0,
        crossing: {
          plan: 1,
          week: 52,
          from: 40,
          to: 66,
          text: "Ahead from month 12 (10–16)",
          dots: Array.from({ length: 20 }, (_, i) => 40 + Math.round((i * i * 26) / 361)),
        },
        axisText: share.changeAxis,
        valueLines: (week) => [share.change(DIFFERENCE.p50[week])],
      },
      { width: 952, height: 128 },
      LIGHT,
      moment,
    ),
  ));

test("the spending keeps its text, under a cap and with a year that earns", () => {
  const spread = (usd: number) => ({ p5: usd * 0.9, p50: usd, p95: usd * 1.1 });
  const data = {
    years: [
      { name: "year 1", spends: [spread(9e5), spread(4e5)] },
      { name: "year 2", spends: [spread(2.6e6), spread(-1e5)] },
    ],
    plans: [1, 0],
    cap: { value: 2e6, text: "Cap: $2m a year" },
    axisText: money.axis,
  };
  return expectGolden("spend", spend(data, { width: 456, height: 180 }, LIGHT, "Cost by year."));
});

test("the plans keep their text", () => {
  const plan = {
    id: "both",
    name: "Both",
    interventions: [
      { week: 0, kind: "communities", count: 12 },
      { week: 26, kind: "communities", count: 24 },
      { week: 40, kind: "platform" },
      { week: 40, kind: "campaign", weeks: 12, intensity: 1 },
      { week: 90, kind: "stop", what: "platform" },
    ],
  } as const;
  const empty = { id: "nothing", name: "Nothing", interventions: [] };
  const data = {
    weeks: WEEKS,
    plans: [plan, empty].map((one, i) => barsOf({ ...one, interventions: [...one.interventions] }, i)),
  };
  return expectGolden("plans", plans(data, { width: 952, height: plansHeight(data, 952) }, LIGHT, moment));
});

test("the dots keep their text", () => {
  const data = {
    quantiles: Array.from({ length: 50 }, (_, i) => (i - 4) * 1e5 + i * i * 500),
    above: 1,
    below: 0,
    axisText: money.changeAxis,
  };
  return expectGolden("wins", wins(data, { width: 384, height: 116 }, LIGHT, "Fifty runs."));
});

test("the payback chart keeps its text", () => {
  const curve = (week: number): number => (week - 50) * 2e4;
  const data = {
    weeks: WEEKS,
    plans: [
      {
        name: "Platform first",
        plan: 0,
        bands: bandsAround((week) => -week * 1e4),
        lines: ["not within two years"],
      },
      { name: "Problems first", plan: 1, bands: bandsAround(curve), lines: ["month 12"], week: 51 },
    ],
    axisText: money.axis,
  };
  return expectGolden("payback", payback(data, { width: 384, height: 196 }, LIGHT, moment));
});

test("the states keep their text", () => {
  const shares = [0.4, 0.3, 0.15, 0.1, 0.05].map((value) => Array.from({ length: WEEKS + 1 }, () => value));
  const data = {
    weeks: WEEKS,
    names: ["Not registered", "Registered only", "Reader", "Contributor", "Deep"],
    plans: [
      { name: "Problems first", plan: 1, shares },
      { name: "Platform first", plan: 0, shares },
    ],
    valueText: share.short,
  };
  return expectGolden("states", states(data, { width: 384, height: 232 }, LIGHT, moment));
});

test("the streams keep their text, losses to the left", () => {
  const data = {
    rows: [
      { name: "Skill", values: [5e6, 2e5] },
      { name: "Ambient awareness", values: [0, -4e5] },
    ],
    plans: [1, 0],
    valueText: money.short,
  };
  return expectGolden(
    "streams",
    streams(data, { width: 456, height: streamsHeight(2, 2) }, LIGHT, "Value by source."),
  );
});

test("the tornado keeps its text: a change both ways, both to one side, and one that can't be told", () => {
  const data = {
    rows: [
      {
        name: "How often members of a community meet",
        grade: "D",
        low: { value: -0.09, low: -0.11, high: -0.07 },
        high: { value: 0.13, low: 0.12, high: 0.14 },
        isTold: true,
      },
      {
        name: "Registering unprompted",
        grade: "B",
        low: { value: 0.02, low: 0.01, high: 0.03 },
        high: { value: 0.04, low: 0.03, high: 0.05 },
        isTold: true,
      },
      {
        name: "A meeting",
        grade: "C",
        low: { value: -0.004, low: -0.01, high: 0.002 },
        high: { value: 0.003, low: null, high: null },
        isTold: false,
      },
    ],
    above: 1,
    below: 0,
    valueText: shortChange(share),
  };
  return expectGolden(
    "tornado",
    tornado(data, { width: 384, height: tornadoHeight(3) }, LIGHT, "Three inputs."),
  );
});

test("the waterfall keeps its text, steps down among the steps up", () => {
  const data = {
    parts: [
      { name: "Communities of practice", value: 8e6, low: 7e6, high: 9e6 },
      { name: "Council", value: -1.5e6, low: -2e6, high: -1e6 },
      { name: "Tribe", value: 0, low: 0, high: 0 },
    ],
    total: { name: "In all", value: 6.5e6, low: 6e6, high: 7e6 },
    above: 1,
    below: 0,
    valueText: shortChange(money),
  };
  return expectGolden(
    "waterfall",
    waterfall(data, { width: 384, height: waterfallHeight(3) }, DARK, "Three stages."),
  );
});

test("the league keeps its text: dots that would cover each other stand apart", () => {
  const dots = (first: string, from: number) =>
    Array.from({ length: 24 }, (_, i) => ({ id: `${first}${i}`, value: from + ((i * 7) % 24) * 60 }));
  const data = {
    rows: [
      { name: "Communities first", mean: { value: 1690, low: 1600, high: 1780 }, dots: dots("C", 1000) },
      { name: "Platform first", mean: { value: 590, low: 500, high: 680 }, dots: dots("P", -100) },
    ],
    marks: [
      { id: "C3", text: "the source’s, 2nd" },
      { id: "C17", text: "best" },
    ],
    chosen: "P4",
    axisText: money.short,
  };
  const height = leagueHeight(2);
  return expectGolden("league", league(data, { width: 952, height }, LIGHT, "Orders.")).then(() =>
    expectGolden("league-narrow", league(data, { width: 358, height }, DARK, "Orders.")),
  );
});

test.each([
  ["before its diamond", 90, 0.4],
  ["after it, where the rule is short", 3, 0.2],
])("a goal's words stand %s", (_where, week, value) => {
  const goal = { week, value, text: "Goal: 40% by month 24" };
  const chart = fan({ ...fanData, goal, reach: [value] }, { width: 358, height: 244 }, LIGHT, moment);
  return expectGolden(`goal-${week}`, chart);
});

test("values that were seen lie over the curves as dots", () => {
  const observed = { weeks: [4, 12, 20], values: [0.05, 0.12, 0.2] };
  return expectGolden("observed", fan({ ...fanData, observed }, { width: 358, height: 244 }, LIGHT, moment));
});

test("the axis reaches for a goal above all curves", () => {
  const { ticks } = fanFrame({ ...fanData, reach: [0.95] }, { width: 952, height: 244 });
  expect(ticks.at(-1)).toBe(1);
});

test("nothing that moves leaves a tornado and a waterfall whole", async () => {
  const none = { value: 0, low: 0, high: 0 };
  const sides = { above: 1, below: 0, valueText: shortChange(share) };
  const rows = [{ name: "Inert", grade: "A", low: none, high: none, isTold: false }];
  const size = { width: 260, height: 60 };
  await expectGolden("tornado-flat", tornado({ ...sides, rows }, size, LIGHT, "Nothing."));
  const parts = [{ name: "Inert", ...none }];
  const total = { name: "In all", ...none };
  await expectGolden("waterfall-flat", waterfall({ ...sides, parts, total }, size, LIGHT, "Nothing."));
});

test("the median of a difference is cut exactly where it meets zero", () => {
  const x = scaleOf([0, 4], [0, 400]);
  const y = scaleOf([-1, 1], [100, 0]);
  expect(medianPaths([-1, -1, 1, 1, 0], x, y)).toEqual([
    { path: "M0,100L100,100L150,50", isAbove: false },
    { path: "M150,50L200,0L300,0L400,50", isAbove: true },
  ]);
});
