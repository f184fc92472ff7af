/** Equal budgets: every order stops when it has spent what the thriftiest one spends. */
import { STOPPABLE_KINDS, type Intervention } from "../../engine/index.ts";
import { exp, log1p } from "../../engine/math.ts";

const WEEKS_PER_YEAR = 52;

/**
 * Discounted cost to date of costs by week, weeks + 1 entries of one unit; entry t holds the weeks 0 … t − 1, and a
 * week's cost counts d^(week + 1), as in the present value.
 */
export function spendOf(costs: Float64Array, discountPerYear: number): Float64Array {
  const rate = log1p(discountPerYear) / WEEKS_PER_YEAR;
  let spent = 0;
  return costs.map((cost, t) => (spent += cost * exp(-rate * t)));
}

/**
 * The week in which to stop so that no more than the budget is spent: the first whose cost would exceed it; undefined
 * if none does. `spend` is discounted cost to date by week.
 */
export function cutWeek(spend: Float64Array, budget: number): number | undefined {
  const beyond = spend.findIndex((spent) => spent > budget);
  // Entry t holds the cost of weeks 0 … t − 1.
  return beyond < 0 ? undefined : Math.max(0, beyond - 1);
}

/** The plan until a week, in which everything that it began ends. */
export function cutPlan(plan: readonly Intervention[], week: number): Intervention[] {
  const begun = plan.filter((item) => item.week < week);
  const kinds = STOPPABLE_KINDS.filter((what) => begun.some(({ kind }) => kind === what));
  return [...begun, ...kinds.map((what): Intervention => ({ week, kind: "stop", what }))];
}
