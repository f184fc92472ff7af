/** Spending year by year in words, against a cap. */
import type { Spending } from "../answers/spending.ts";
import { fewText } from "./few.ts";
import { listOf, rich, type Rich } from "./rich.ts";
import { runsCount } from "./runs.ts";
import { inRuns } from "./shares.ts";
import type { TableData } from "./tables.ts";
import { monthText } from "./time.ts";
import type { Unit } from "./units.ts";

/** The dearest year of each plan, and the funding it needs at its deepest; `runs` where it stands on fewer than the page. */
export function spendingSentence(plans: readonly Spending[], money: Unit, runs?: number): Rich {
  const parts = plans.map(({ plan, years, need, needWeek }) => {
    const dearest = years.reduce((best, year, i) => (year.p50 > years[best].p50 ? i : best), 0);
    if (years.every(({ p50 }) => p50 === 0) && need.p50 === 0) return rich`${plan} spends nothing`;
    const most = rich`${plan} spends most in year ${String(dearest + 1)}, ${money.long(years[dearest].p50)}`;
    if (need.p50 === 0) return rich`${most}, and needs no funding that its value doesn’t cover`;
    const when = monthText(Math.round(needWeek.p50 ?? 0));
    const middle = money.long(need.p50);
    const range = money.longRange(need.p5, need.p95);
    // Of a few runs all may read the same.
    const funding = range === middle ? middle : `${middle} (${range})`;
    return rich`${most}, and is ${funding} down at its deepest, in ${when}`;
  });
  // Parts with commas of their own.
  return [...parts.flatMap((part, i) => (i === 0 ? part : rich`; ${part}`)), { text: `.${fewText(runs)}` }];
}

export function capText(cap: number, money: Unit): string {
  return `Cap: ${money.short(cap)} a year`;
}

/** How often each plan keeps to the cap in every year. */
export function capSentence(plans: readonly Spending[], cap: number, money: Unit): Rich {
  const parts = plans.map(({ plan, within, runs }) => rich`${plan} ${inRuns(within(cap), runs)}`);
  return rich`At most ${money.long(cap)} in every year: ${listOf(parts)}.`;
}

export function spendingTable(plans: readonly Spending[], money: Unit): TableData {
  const years = plans[0]?.years ?? [];
  return {
    caption: `Cost by year, and the funding needed at the deepest point: median, and the range of 90% of ${runsCount(plans[0]?.runs ?? 0)}`,
    heads: ["Year", ...plans.map(({ plan }) => plan.name)],
    rows: [
      ...years.map((_, i) => [`Year ${i + 1}`, ...plans.map((one) => money.shortSpread(one.years[i]))]),
      ["Funding needed", ...plans.map(({ need }) => money.shortSpread(need))],
    ],
  };
}
