/** What the charts and sentences are made from: everything here follows from the document, the view and the runs. */
import { computed } from "@preact/signals";
import type { MeasureName } from "../../engine/index.ts";
import type { PlanBands } from "../charts/bands.ts";
import { COST_MEASURES, DECIDING, STATE_MEASURES, VALUE_MEASURES } from "../words/metrics.ts";
import type { PlanName } from "../words/rich.ts";
import { unitOf } from "../words/units.ts";
import { verdictOf, type Verdict } from "../words/verdict.ts";
import { document } from "./document.ts";
import { sample } from "./results.ts";
import { createBands, createRunning } from "./running.ts";
import {
  addCoarse,
  coarseLength,
  columnOf,
  columnsOf,
  differenceColumn,
  differencesAt,
  meanColumn,
} from "./sample.ts";
import { lastingWeeks, spreadOf } from "./statistics.ts";
import type { WeekSpread } from "../../scenarios/index.ts";
import { metric, pair, week } from "./view.ts";

export const planNames = computed<readonly PlanName[]>(() =>
  document.value.plans.map(({ name }, plan) => ({ name, plan })),
);
export const planA = computed(() => planNames.value[pair.value.a]);
export const planB = computed(() => planNames.value[pair.value.b]);
export const runCount = computed(() => sample.value.replicates.length);

export const money = computed(() => unitOf("USD", document.value.currency ?? "USD"));
export const unit = computed(() => unitOf(metric.value.measure.unit, document.value.currency ?? "USD"));

type BandsOf = ReturnType<typeof createBands>;

/** Bands of a measure for every plan; a memory a place, so that new runs are added to the old. */
function plansOf(memories: BandsOf[], measure: MeasureName): PlanBands[] {
  const now = sample.value;
  return planNames.value.map(({ name, plan }) => {
    const bandsOf = (memories[plan] ??= createBands());
    const bands = bandsOf([now.plans[plan], measure], now.replicates, (i) => columnOf(now, plan, measure, i));
    return { name, plan, bands };
  });
}

const metricMemories: BandsOf[] = [];
const netValueMemories: BandsOf[] = [];
const differenceMemory = createBands();

/** Fans of the chosen metric, by place in the document. */
export const fans = computed(() => plansOf(metricMemories, metric.value.name));
export const netValues = computed(() => plansOf(netValueMemories, "netValue"));

/** The chosen metric's difference b − a. */
export const differenceBands = computed(() => {
  const now = sample.value;
  const { a, b } = pair.value;
  const { name } = metric.value;
  return differenceMemory([now.plans[a], now.plans[b], name], now.replicates, (i) =>
    differenceColumn(now, { a, b }, name, i),
  );
});

export const paybacks = computed<readonly WeekSpread[]>(() =>
  planNames.value.map(({ plan }) => lastingWeeks(columnsOf(sample.value, plan, "netValue"))),
);

/** What the metric's differences say at the week line, and at the end. */
export const metricVerdict = computed(() => metricVerdictAt(week.value));
export const metricAtEnd = computed(() => metricVerdictAt(sample.value.weeks));

function metricVerdictAt(at: number): Verdict {
  const { name, isLowerBetter } = metric.value;
  const differences = differencesAt(sample.value, pair.value, name, at);
  return verdictOf(differences, planA.value, planB.value, isLowerBetter);
}

/** When the plan that leads in the metric at the end gets ahead for good. */
export const ahead = computed(() => {
  const now = sample.value;
  const end = metricAtEnd.value;
  const columns = now.replicates.map((_, i) => differenceColumn(now, pair.value, metric.value.name, i));
  return lastingWeeks(columns, end.kind === "told" ? end.sign : 1);
});

/** Net value in today's money, b − a, a value a run: at the week line, and at the end. */
export const valueAtWeek = computed(() => differencesAt(sample.value, pair.value, DECIDING, week.value));
const valueAtEnd = computed(() => differencesAt(sample.value, pair.value, DECIDING, sample.value.weeks));
export const valueVerdict = computed(() => verdictOf(valueAtEnd.value, planA.value, planB.value));
export const valueSpread = computed(() => spreadOf(valueAtEnd.value));

const sumMemories: ReturnType<typeof createRunning<{ sums: Float64Array }>>[] = [];

/** Sums of the coarse series of a plan over the sample's runs. */
function sumsOf(plan: number): Float64Array {
  const now = sample.value;
  const running = (sumMemories[plan] ??= createRunning(() => ({ sums: new Float64Array(0) })));
  const { sums } = running([now.plans[plan], now.weeks], now.replicates, (state, from, to) => {
    if (state.sums.length === 0) state.sums = new Float64Array(coarseLength(now.weeks));
    addCoarse(state.sums, now, plan, from, to);
  });
  return sums;
}

export interface PlanMeans {
  readonly plan: PlanName;
  /** A mean series a measure. */
  readonly means: readonly Float64Array[];
}

/** Mean series of several measures for the plans compared: b first, then a. */
function meansOfPair(measures: readonly MeasureName[]): PlanMeans[] {
  if (runCount.value === 0) return [];
  return [planB.value, planA.value].map((plan) => {
    const sums = sumsOf(plan.plan);
    return { plan, means: measures.map((name) => meanColumn(sums, sample.value, name)) };
  });
}

export const stateMeans = computed(() => meansOfPair(STATE_MEASURES));
export const valueMeans = computed(() => meansOfPair(VALUE_MEASURES));
export const costMeans = computed(() => meansOfPair(COST_MEASURES));
