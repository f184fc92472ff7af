/** Goals in words: what is to be reached, and how often each plan does. */
import type { Goal } from "../../scenarios/index.ts";
import { wilsonInterval } from "../store/statistics.ts";
import type { Metric } from "./metrics.ts";
import { fewText } from "./few.ts";
import { listOf, rich, type PlanName, type Rich } from "./rich.ts";
import type { TableData } from "./tables.ts";
import { monthText } from "./time.ts";
import { runsCount } from "./runs.ts";
import { inRuns } from "./shares.ts";
import type { Unit } from "./units.ts";
import { fixedText } from "./decimals.ts";
import type { Notation } from "./notation.ts";

/** A plan, and its share of the runs that reach the goal. */
export interface Reach {
  readonly plan: PlanName;
  readonly share: number;
  readonly runs: number;
}

/** "in 12 of 100 runs (8 to 17)"; the interval is Wilson's, of 95%. */
function reachText({ share, runs }: Reach): string {
  const { low, high } = wilsonInterval(share, runs);
  const text = inRuns(share, runs);
  const range = `${Math.floor(low * 100)} to ${Math.ceil(high * 100)}`;
  return `${text} (${range}${/\d of 100 runs$/.test(text) ? "" : " in 100"})`;
}

/** What "reaches" means beside a number. */
function levelText(goal: Goal, metric: Metric, unit: Unit): string {
  const side = metric.isLowerBetter ? "at most" : "at least";
  return `${metric.label} of ${side} ${unit.long(goal.value)} at ${goal.week === 0 ? "the start" : monthText(goal.week)}`;
}

/** How often each plan reaches a goal; `runs` where that stands on fewer than the page. */
export function reachSentence(
  goal: Goal,
  reaches: readonly Reach[],
  metric: Metric,
  unit: Unit,
  runs?: number,
): Rich {
  if (reaches.length === 0) return [];
  const parts = reaches.map((reach) => rich`${reach.plan} ${reachText(reach)}`);
  return rich`${levelText(goal, metric, unit)}: ${listOf(parts)}.${fewText(runs)}`;
}

export function reachTable(
  goal: Goal,
  reaches: readonly Reach[],
  metric: Metric,
  unit: Unit,
  notation: Notation,
): TableData {
  return {
    caption: `${levelText(goal, metric, unit)}: share of ${runsCount(reaches[0]?.runs ?? 0)}, and the interval that holds it with 95% confidence`,
    heads: ["Plan", "In 100 runs", "95%"],
    rows: reaches.map(({ plan, share, runs }) => {
      const { low, high } = wilsonInterval(share, runs);
      const text = (value: number): string => fixedText(value * 100, 1, notation);
      return [plan.name, text(share), `${text(low)} to ${text(high)}`];
    }),
  };
}
