/** How often each plan reaches the goal, and the goal one begins with. */
import { computed } from "@preact/signals";
import type { Goal } from "../../scenarios/index.ts";
import { sample } from "../store/before.ts";
import { fans, planNames, runsHere } from "../store/comparison.ts";
import { goal } from "../store/goal.ts";
import { columnOf } from "../store/sample.ts";
import { metric, week, weeks } from "../store/view.ts";
import { enclosingTicks } from "../charts/ticks.ts";
import type { Reach } from "../words/goal.ts";

/** By plan: the share of the paired runs made here that stand at the goal, or beyond it, in its week. */
export const reaches = computed<readonly Reach[]>(() => {
  const wanted = goal.value;
  const runs = runsHere.value;
  if (wanted === null || runs === 0) return [];
  const now = sample.value;
  const { name, isLowerBetter } = metric.value;
  return planNames.value.map((plan) => {
    const reached = now.replicates.filter((_, i) => {
      const value = columnOf(now, plan.plan, name, i)[wanted.week];
      return isLowerBetter ? value <= wanted.value : value >= wanted.value;
    });
    return { plan, share: reached.length / runs, runs };
  });
});

/** A round value about halfway to the highest curve, at the week line or the middle of the time. */
export function firstGoal(): Goal {
  const at = week.peek() === 0 || week.peek() === weeks.peek() ? Math.round(weeks.peek() / 2) : week.peek();
  const highest = Math.max(0, ...fans.peek().map(({ bands }) => bands.p50[at]));
  const { values } = enclosingTicks(0, highest > 0 ? highest : 1, 5);
  return { measure: metric.peek().name, week: at, value: values[Math.ceil((values.length - 1) / 2)] };
}
