/** What the plans compared spend year by year, and how deep they go before value covers cost, run by run. */
import { computed } from "@preact/signals";
import type { Spread, WeekSpread } from "../../scenarios/index.ts";
import { sample } from "../store/before.ts";
import { planA, planB } from "../store/comparison.ts";
import { document } from "../store/document.ts";
import { columnsOf } from "../store/sample.ts";
import { spreadOf } from "../store/statistics.ts";
import type { Command } from "../store/step-commands.ts";
import { isPaired } from "../store/view.ts";
import type { PlanName } from "../words/rich.ts";

const YEAR = 52;

/** Money in USD. */
export interface Spending {
  readonly plan: PlanName;
  /** Of how many runs all this is. */
  readonly runs: number;
  /** By year. */
  readonly years: readonly Spread[];
  /** Lowest point of net value to date, as funding that is needed; 0 where value always covers cost. */
  readonly need: Spread;
  readonly needWeek: Pick<WeekSpread, "p50">;
  /** The share of runs that keep to a cap in every year. */
  readonly within: (capUsdPerYear: number) => number;
}

/** Weeks at which years begin, and the end; a last year may be shorter. */
export function yearBounds(weeks: number): number[] {
  const starts = Array.from({ length: Math.ceil(weeks / YEAR) }, (_, year) => year * YEAR);
  return [...starts, weeks];
}

/** Spending in each year from cost to date. */
export function yearlySpend(cost: Float64Array, bounds: readonly number[]): number[] {
  return bounds.slice(1).map((end, year) => cost[end] - cost[bounds[year]]);
}

/** The deepest point of net value to date: how much funding it needs, and in which week. */
export function deepestNeed(net: Float64Array): { readonly usd: number; readonly week: number } {
  let week = 0;
  for (let at = 1; at < net.length; at++) if (net[at] < net[week]) week = at;
  return { usd: Math.max(0, -net[week]), week };
}

export const spendings = computed<readonly Spending[]>(() => {
  // What came with the page counts runs, too, and knows nothing of years.
  if (sample.value.replicates.length === 0) return [];
  const plans = isPaired.value ? [planB.value, planA.value] : [planB.value];
  return plans.map(spendingOf);
});

function spendingOf(plan: PlanName): Spending {
  const now = sample.value;
  const bounds = yearBounds(now.weeks);
  const runs = columnsOf(now, plan.plan, "cost").map((cost) => yearlySpend(cost, bounds));
  const needs = columnsOf(now, plan.plan, "netValue").map(deepestNeed);
  return {
    plan,
    runs: runs.length,
    years: bounds.slice(1).map((_, year) => spreadOf(Float64Array.from(runs, (run) => run[year]))),
    need: spreadOf(Float64Array.from(needs, ({ usd }) => usd)),
    needWeek: spreadOf(Float64Array.from(needs, ({ week }) => week)),
    within: (cap) => runs.filter((run) => run.every((usd) => usd <= cap)).length / runs.length,
  };
}

export const cap = computed(() => document.value.capUsdPerYear);

export function setCap(usd: number | undefined): Command {
  return ({ capUsdPerYear: _old, ...one }) => (usd === undefined ? one : { ...one, capUsdPerYear: usd });
}
