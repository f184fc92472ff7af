/** What the charts and sentences are made from: everything here follows from the document, the view and the runs. */
import { computed } from "@preact/signals";
import type { MeasureName } from "../../engine/index.ts";
import type { Spread, WeekSpread } from "../../scenarios/index.ts";
import type { Bands, PlanBands } from "../charts/bands.ts";
import { DOTS } from "../charts/dots.ts";
import { COST_MEASURES, DECIDING, STATE_MEASURES, VALUE_MEASURES } from "../words/metrics.ts";
import type { PlanName } from "../words/rich.ts";
import { unitOf } from "../words/units.ts";
import { countsOf, verdictOfCounts, type Counts, type Verdict } from "../words/verdict.ts";
import { before, changedPlans, reference, sample, shown, viewNow } from "./before.ts";
import { document, draftedPlans, isDrafting } from "./document.ts";
import { createGates, type Gates } from "./gates.ts";
import { createBands, createRunning } from "./running.ts";
import {
  addMeans,
  columnsOf,
  differenceColumn,
  differencesAt,
  exactColumn,
  meanColumn,
  meansLength,
  type PlanRuns,
} from "./sample.ts";
import { viewOf } from "./shipped.ts";
import { lastingWeek, lastingWeeks, quantilesOf, spreadAt, spreadOf, spreadOfWeeks } from "./statistics.ts";
import { isPaired, metric, pair, week, weeks } from "./view.ts";
import { notation } from "./notation.ts";

export const planNames = computed<readonly PlanName[]>(() =>
  document.value.plans.map(({ name }, plan) => ({ name, plan })),
);
export const planA = computed(() => planNames.value[pair.value.a]);
export const planB = computed(() => planNames.value[pair.value.b]);
/** Runs behind what is shown: those that came with the page, or those made here. */
export const runCount = computed(() => shown.value?.runs ?? sample.value.replicates.length);
/** Of which each run's every value is known: of those that came with the page there are quantiles and means alone. */
export const runsHere = computed(() => sample.value.replicates.length);
/** The same, where they are fewer than those behind the curves. */
export const runsOfFew = computed(() => (runsHere.value < runCount.value ? runsHere.value : undefined));

export const money = computed(() => unitOf("USD", notation.value));
export const unit = computed(() => unitOf(metric.value.measure.unit, notation.value));

type BandsOf = ReturnType<typeof createBands>;

/**
 * Bands of a measure for every plan that has runs and isn't left out; a memory a place, so that new runs are added to
 * the old. Until all plans have the same runs each shows its own: a plan that was not changed stands still.
 */
function plansOf(
  memories: BandsOf[],
  measure: MeasureName,
  isLeftOut: (plan: number) => boolean,
): PlanBands[] {
  const isPairedUp = shown.value === null && before.value === null && runsHere.value > 0;
  const view = isPairedUp ? null : viewNow.value;
  return planNames.value.flatMap(({ name, plan }) => {
    if (isLeftOut(plan)) return [];
    const shipped = view?.planAt(plan)?.bands[measure];
    if (shipped !== undefined) return [{ name, plan, bands: shipped }];
    const now = sample.value;
    const runs = now.plans[plan];
    if (runs === undefined) return [];
    const ids = isPairedUp ? now.replicates : [...runs.keys()].toSorted((a, b) => a - b);
    if (ids.length === 0) return [];
    const bandsOf = (memories[plan] ??= createBands());
    return [
      { name, plan, bands: bandsOf([runs, measure], ids, (i) => exactColumn(runs.get(ids[i])!, measure)) },
    ];
  });
}

/** Whether a plan is being changed at this moment. */
function isUnderHand(plan: number): boolean {
  return isDrafting.value && changedPlans.value.has(document.value.plans[plan].id);
}

const metricMemories: BandsOf[] = [];
const netValueMemories: BandsOf[] = [];
const differenceMemory = createBands();

/** Fans of the chosen metric, by place in the document. */
export const fans = computed(() => plansOf(metricMemories, metric.value.name, isUnderHand));
export const netValues = computed(() => plansOf(netValueMemories, "netValue", () => false));

const metricGhostMemories: BandsOf[] = [];

/** What the changed plans' curves were before. */
function ghostsOf(memories: BandsOf[], measure: MeasureName): PlanBands[] {
  const against = reference.value;
  if (against === null) return [];
  const { replicates, plans } = against.sample;
  const view = viewOf(against.document);
  return draftedPlans.value.flatMap(({ id, name }, plan) => {
    const place = against.document.plans.findIndex((one) => one.id === id);
    const runs: PlanRuns | undefined = plans[place];
    if (!changedPlans.value.has(id)) return [];
    const shipped = view?.planAt(place)?.bands[measure];
    if (shipped !== undefined) return [{ name, plan, bands: shipped }];
    if (runs === undefined) return [];
    const bandsOf = (memories[plan] ??= createBands());
    const columnAt = (i: number): Float64Array => exactColumn(runs.get(replicates[i])!, measure);
    return [{ name, plan, bands: bandsOf([runs, measure], replicates, columnAt) }];
  });
}

export const ghosts = computed(() => ghostsOf(metricGhostMemories, metric.value.name));

const differenceGhostMemory = createBands();

/** The chosen metric's difference b − a before one of the two was changed; null = neither was. */
export const differenceGhost = computed<Bands | null>(() => {
  const against = reference.value;
  const { a, b } = pair.value;
  const { name } = metric.value;
  if (against === null) return null;
  const ids = [a, b].map((place) => draftedPlans.value[place].id);
  const [placeA, placeB] = ids.map((id) => against.document.plans.findIndex((plan) => plan.id === id));
  if (placeA < 0 || placeB < 0 || !ids.some((id) => changedPlans.value.has(id))) return null;
  const { sample: then } = against;
  const shipped = viewOf(against.document)?.differenceOf({ a: placeA, b: placeB }, name);
  if (shipped !== undefined) return shipped.bands;
  if (then.replicates.length === 0) return null;
  return differenceGhostMemory([then.plans[placeA], then.plans[placeB], name], then.replicates, (i) =>
    differenceColumn(then, { a: placeA, b: placeB }, name, i),
  );
});

/** Whether the paired curves on the screen are those of the plans as they are now. */
export const isCurrent = computed(
  () => runCount.value > 0 && !isUnderHand(pair.value.a) && !isUnderHand(pair.value.b),
);

/** The chosen metric's difference b − a. */
export const differenceBands = computed(() => {
  const { a, b } = pair.value;
  const { name } = metric.value;
  const shipped = shown.value?.differenceOf({ a, b }, name);
  if (shipped !== undefined) return shipped.bands;
  const now = sample.value;
  return differenceMemory([now.plans[a], now.plans[b], name], now.replicates, (i) =>
    differenceColumn(now, { a, b }, name, i),
  );
});

const gateMemories: ReturnType<typeof createGates>[] = [];

/** When sponsors end a plan or cut its funding, in the sample's runs. */
export function gatesOf(plan: number): Gates {
  return (gateMemories[plan] ??= createGates())(sample.value, plan);
}

export const paybacks = computed<readonly WeekSpread[]>(() =>
  planNames.value.map(
    ({ plan }) =>
      shown.value?.planAt(plan)?.payback ?? lastingWeeks(columnsOf(sample.value, plan, "netValue")),
  ),
);

/** What the metric's differences say at the week line, and at the end. */
export const metricVerdict = computed(() => metricVerdictAt(week.value));
export const metricAtEnd = computed(() => metricVerdictAt(weeks.value));

function metricVerdictAt(at: number): Verdict {
  const { name, isLowerBetter } = metric.value;
  return verdictOfCounts(countsAt(name, at), planA.value, planB.value, isLowerBetter);
}

/** How many runs have b above a, and below. */
function countsAt(measure: MeasureName, at: number): Counts {
  const shipped = shown.value?.differenceOf(pair.value, measure);
  if (shipped === undefined) return countsOf(differencesAt(sample.value, pair.value, measure, at));
  return { runs: runCount.value, above: shipped.above[at], below: shipped.below[at] };
}

/** A measure's difference over the runs. */
function spreadOfPair(measure: MeasureName, at: number): Spread {
  const shipped = shown.value?.differenceOf(pair.value, measure);
  if (shipped !== undefined) return spreadAt(shipped.bands, at);
  return spreadOf(differencesAt(sample.value, pair.value, measure, at));
}

/** When the plan that leads in the metric at the end gets ahead for good. */
export const ahead = computed(() => {
  const end = metricAtEnd.value;
  const shipped = shown.value?.differenceOf(pair.value, metric.value.name)?.ahead;
  if (shipped === undefined) return spreadOfWeeks(aheadWeeks.value);
  return end.kind === "told" && end.sign < 0 ? shipped.a : shipped.b;
});

/** The same run by run, of the runs made here; −1 where it never does. */
export const aheadWeeks = computed(() => {
  const now = sample.value;
  const end = metricAtEnd.value;
  const sign = end.kind === "told" ? end.sign : 1;
  return Float64Array.from(now.replicates, (_, i) =>
    lastingWeek(differenceColumn(now, pair.value, metric.value.name, i), sign),
  );
});

/** Net value in today's money, b − a, at the week line. */
export const valueCounts = computed(() => countsAt(DECIDING, week.value));
export const valueSpreadAtWeek = computed(() => spreadOfPair(DECIDING, week.value));
/** Its quantiles at (i + ½)/DOTS. */
export const valueDots = computed(
  () =>
    shown.value?.dotsOf(pair.value, week.value) ??
    quantilesOf(differencesAt(sample.value, pair.value, DECIDING, week.value), DOTS),
);
/** And at the end. */
export const valueVerdict = computed(() =>
  verdictOfCounts(countsAt(DECIDING, weeks.value), planA.value, planB.value),
);
export const valueSpread = computed(() => spreadOfPair(DECIDING, weeks.value));

const sumMemories: ReturnType<typeof createRunning<{ sums: Float64Array }>>[] = [];

/** Sums of the series of a plan that are shown as means, over the sample's runs. */
function sumsOf(plan: number): Float64Array {
  const now = sample.value;
  const running = (sumMemories[plan] ??= createRunning(() => ({ sums: new Float64Array(0) })));
  const { sums } = running([now.plans[plan], now.weeks], now.replicates, (state, from, to) => {
    if (state.sums.length === 0) state.sums = new Float64Array(meansLength(now.weeks));
    addMeans(state.sums, now, plan, from, to);
  });
  return sums;
}

export interface PlanMeans {
  readonly plan: PlanName;
  /** A mean series a measure. */
  readonly means: readonly ArrayLike<number>[];
}

/** Mean series of several measures for the plans compared: b first, then a. */
function meansOfPair(measures: readonly MeasureName[]): PlanMeans[] {
  if (runCount.value === 0) return [];
  const plans = isPaired.value ? [planB.value, planA.value] : [planB.value];
  return plans.map((plan) => {
    const shipped = shown.value?.planAt(plan.plan)?.means;
    if (shipped !== undefined) return { plan, means: measures.map((name) => shipped[name]) };
    const sums = sumsOf(plan.plan);
    return { plan, means: measures.map((name) => meanColumn(sums, sample.value, name)) };
  });
}

export const stateMeans = computed(() => meansOfPair(STATE_MEASURES));
export const valueMeans = computed(() => meansOfPair(VALUE_MEASURES));
export const costMeans = computed(() => meansOfPair(COST_MEASURES));
