/** Every chart of Compare with made-up data: what the golden texts hold, in Node and in every browser. */
import { difference } from "../../../viz/charts/difference.tsx";
import { fan } from "../../../viz/charts/fan.tsx";
import { DARK, LIGHT } from "../../../viz/charts/palette.ts";
import { payback } from "../../../viz/charts/payback.tsx";
import { plans, plansHeight } from "../../../viz/charts/plans.tsx";
import { states } from "../../../viz/charts/states.tsx";
import { streams, streamsHeight } from "../../../viz/charts/streams.tsx";
import { wins } from "../../../viz/charts/wins.tsx";
import { spreadAt } from "../../../viz/store/statistics.ts";
import { peakNotes } from "../../../viz/words/notes.ts";
import { barsOf } from "../../../viz/words/plans.ts";
import { weekText } from "../../../viz/words/time.ts";
import { unitOf } from "../../../viz/words/units.ts";
import { DIFFERENCE, PLANS, WEEKS, bandsAround } from "../series.ts";
import type { ChartCases } from "./cases.ts";
import { ENGLISH } from "../notation.kit.ts";

const share = unitOf("share", ENGLISH);
const money = unitOf("USD", ENGLISH);
const moment = { week: 60, text: weekText(60), label: "A chart of two plans." };
export const FAN = {
  weeks: WEEKS,
  plans: PLANS,
  notes: peakNotes(PLANS, share),
  axisText: share.axis,
  valueLines: (plan: (typeof PLANS)[number], week: number) => [share.shortSpread(spreadAt(plan.bands, week))],
};
const narrow = { width: 358, height: 244 };

const crossing = { plan: 1, week: 52 };
const differenceData = {
  weeks: WEEKS,
  bands: DIFFERENCE,
  above: 1,
  below: 0,
  axisText: share.changeAxis,
  valueLines: (week: number) => [share.change(DIFFERENCE.p50[week])],
};
const dots = Array.from({ length: 20 }, (_, i) => 40 + Math.round((i * i * 26) / 361));

const both = {
  id: "both",
  name: "Both",
  interventions: [
    { week: 0, kind: "communities" as const, count: 12 },
    { week: 26, kind: "communities" as const, count: 24 },
    { week: 40, kind: "platform" as const },
    { week: 40, kind: "campaign" as const, weeks: 12, intensity: 1 },
    { week: 90, kind: "stop" as const, what: "platform" as const },
  ],
};
const plansData = {
  weeks: WEEKS,
  plans: [both, { id: "nothing", name: "Nothing", interventions: [] }].map((plan, i) => barsOf(plan, i)),
};

const winsData = {
  quantiles: Array.from({ length: 50 }, (_, i) => (i - 4) * 1e5 + i * i * 500),
  above: 1,
  below: 0,
  axisText: money.changeAxis,
};

const paybackData = {
  weeks: WEEKS,
  plans: [
    {
      name: "Platform first",
      plan: 0,
      bands: bandsAround((week) => -week * 1e4),
      lines: ["not within two years"],
    },
    {
      name: "Problems first",
      plan: 1,
      bands: bandsAround((week) => (week - 50) * 2e4),
      lines: ["month 12"],
      week: 51,
    },
  ],
  axisText: money.axis,
};

const shares = [0.4, 0.3, 0.15, 0.1, 0.05].map((value) => Array.from({ length: WEEKS + 1 }, () => value));
const statesData = {
  weeks: WEEKS,
  names: ["Not registered", "Registered only", "Reader", "Contributor", "Deep"],
  plans: [
    { name: "Problems first", plan: 1, shares },
    { name: "Platform first", plan: 0, shares },
  ],
  valueText: share.short,
};

const streamsData = {
  rows: [
    { name: "Skill", values: [5e6, 2e5] },
    { name: "Ambient awareness", values: [0, -4e5] },
  ],
  plans: [1, 0],
  valueText: money.short,
};

export const COMPARE: ChartCases = {
  fan: () => fan(FAN, { width: 952, height: 244 }, LIGHT, moment),
  "fan-narrow": () => fan(FAN, narrow, DARK, { ...moment, week: WEEKS, text: weekText(WEEKS) }),
  difference: () =>
    difference(
      { ...differenceData, crossing: { ...crossing, from: 50, to: 55, text: "Ahead from month 12" } },
      { width: 952, height: 128 },
      LIGHT,
      moment,
    ),
  "difference-dots": () =>
    difference(
      {
        ...differenceData,
        crossing: { ...crossing, from: 40, to: 66, text: "Ahead from month 12 (10–16)", dots },
      },
      { width: 952, height: 128 },
      LIGHT,
      moment,
    ),
  plans: () => plans(plansData, { width: 952, height: plansHeight(plansData, 952) }, LIGHT, moment),
  wins: () => wins(winsData, { width: 384, height: 116 }, LIGHT, "Fifty runs."),
  payback: () => payback(paybackData, { width: 384, height: 196 }, LIGHT, moment),
  states: () => states(statesData, { width: 384, height: 232 }, LIGHT, moment),
  streams: () => streams(streamsData, { width: 456, height: streamsHeight(2, 2) }, LIGHT, "Value by source."),
  "goal-90": () => fan({ ...FAN, ...goalAt(90, 0.4) }, narrow, LIGHT, moment),
  "goal-3": () => fan({ ...FAN, ...goalAt(3, 0.2) }, narrow, LIGHT, moment),
  observed: () =>
    fan({ ...FAN, observed: { weeks: [4, 12, 20], values: [0.05, 0.12, 0.2] } }, narrow, LIGHT, moment),
};

/** Its words stand before its diamond, or after it where the rule is short. */
function goalAt(week: number, value: number) {
  return { goal: { week, value, text: "Goal: 40% by month 24" }, reach: [value] };
}
