/** Every chart of what moves the answer with made-up data: what the golden texts hold, in Node and in every browser. */
import { league, leagueHeight } from "../../../viz/charts/league.tsx";
import { DARK, LIGHT } from "../../../viz/charts/palette.ts";
import { spend } from "../../../viz/charts/spend.tsx";
import { tornado, tornadoHeight } from "../../../viz/charts/tornado.tsx";
import { waterfall, waterfallHeight } from "../../../viz/charts/waterfall.tsx";
import { shortChange } from "../../../viz/words/drivers.ts";
import { unitOf } from "../../../viz/words/units.ts";
import type { ChartCases } from "./cases.ts";
import { ENGLISH } from "../notation.kit.ts";

const share = unitOf("share", ENGLISH);
const money = unitOf("USD", ENGLISH);

const spread = (usd: number) => ({ p5: usd * 0.9, p50: usd, p95: usd * 1.1 });
const spendData = {
  years: [
    { name: "year 1", spends: [spread(9e5), spread(4e5)] },
    // A year that earns.
    { name: "year 2", spends: [spread(2.6e6), spread(-1e5)] },
  ],
  plans: [1, 0],
  cap: { value: 2e6, text: "Cap: $2m a year" },
  axisText: money.axis,
};

/** A change both ways, both to one side, and one that can't be told. */
const tornadoData = {
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

/** Steps down among the steps up. */
const waterfallData = {
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

const dots = (first: string, from: number) =>
  Array.from({ length: 24 }, (_, i) => ({ id: `${first}${i}`, value: from + ((i * 7) % 24) * 60 }));
/** Dots that would cover each other stand apart. */
const leagueData = {
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

const none = { value: 0, low: 0, high: 0 };
const flat = { above: 1, below: 0, valueText: shortChange(share) };
const inert = [{ name: "Inert", grade: "A", low: none, high: none, isTold: false }];

export const ANSWERS: ChartCases = {
  spend: () => spend(spendData, { width: 456, height: 180 }, LIGHT, "Cost by year."),
  tornado: () => tornado(tornadoData, { width: 384, height: tornadoHeight(3) }, LIGHT, "Three inputs."),
  "tornado-flat": () => tornado({ ...flat, rows: inert }, { width: 260, height: 60 }, LIGHT, "Nothing."),
  waterfall: () =>
    waterfall(waterfallData, { width: 384, height: waterfallHeight(3) }, DARK, "Three stages."),
  "waterfall-flat": () =>
    waterfall(
      { ...flat, parts: [{ name: "Inert", ...none }], total: { name: "In all", ...none } },
      { width: 260, height: 60 },
      LIGHT,
      "Nothing.",
    ),
  league: () => league(leagueData, { width: 952, height: leagueHeight(2) }, LIGHT, "Orders."),
  "league-narrow": () => league(leagueData, { width: 358, height: leagueHeight(2) }, DARK, "Orders."),
};
