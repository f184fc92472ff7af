/** One computed sentence a chart. */
import type { Crossing } from "../charts/difference.tsx";
import type { PlanBands } from "../charts/bands.ts";
import type { WeekSpread } from "../../scenarios/index.ts";
import type { Metric } from "./metrics.ts";
import { paybackMonth } from "./headline.ts";
import { listOf, plain, rich, type PlanName, type Rich } from "./rich.ts";
import { monthAt, spanText, whenText } from "./time.ts";
import type { Unit } from "./units.ts";
import { EARLY_RUNS, inHundred, winsText, type Verdict } from "./verdict.ts";
import { atMostText } from "./decimals.ts";
import type { Notation } from "./notation.ts";

/** A ratio below this is told as a difference, one above as two values. */
const RATIO_LEAST = 1.25;
const RATIO_MOST = 20;

/** The metric at the week: the two plans compared first, then the others. */
export function fanSentence(
  plans: readonly PlanBands[],
  { a, b }: { readonly a: number; readonly b: number },
  metric: Metric,
  unit: Unit,
  week: number,
  verdict: Verdict,
  notation: Notation,
): Rich {
  const at = (plan: PlanBands): number => plan.bands.p50[week];
  const one = plans.find(({ plan }) => plan === a)!;
  const other = plans.find(({ plan }) => plan === b)!;
  const when = whenText(week);
  if (verdict.kind === "equal") return rich`${when}, ${one} and ${other} are exactly equal.`;
  if (verdict.kind === "open" && verdict.runs < EARLY_RUNS) {
    return rich`${when}, ${other} is higher in ${winsText(verdict)}.`;
  }
  if (verdict.kind !== "told") return rich`${when}, no difference between ${one} and ${other} can be told.`;
  const [more, less] = at(one) > at(other) ? [one, other] : [other, one];
  const ratio = at(less) > 0 ? at(more) / at(less) : 0;
  const isRatio = ratio >= RATIO_LEAST && metric.measure.unit !== "index" && metric.amount !== "";
  const gap = at(more) - at(less);
  if (gap === 0)
    return rich`${when}, ${verdict.winner} is ahead in ${winsText(verdict)}, in the median by nothing.`;
  if (ratio >= RATIO_MOST || (at(less) === 0 && at(more) > 0)) {
    const [high, low] = [unit.long(at(more)), unit.long(at(less))];
    return rich`${when}, ${metric.noun} stands at ${high} ${metric.of} under ${more}, at ${low} under ${less}.`;
  }
  if (isRatio)
    return rich`${when}, ${more} has ${times(ratio, notation)} times as ${metric.amount} as ${less}.`;
  return rich`${when}, ${more} is ${unit.gap(gap)} higher in ${metric.noun} than ${less}.`;
}

function times(ratio: number, notation: Notation): string {
  return atMostText(ratio, ratio >= 9.95 ? 0 : 1, notation);
}

/** The paired difference at the week. */
export function differenceSentence(verdict: Verdict, b: PlanName, metric: Metric, week: number): Rich {
  const when = whenText(week);
  if (verdict.kind === "none") return rich`Run by run, so that shared luck cancels out.`;
  if (verdict.kind === "equal") return rich`${when}, both are exactly equal in every run.`;
  const runs = winsText(verdict);
  if (verdict.kind === "open" && verdict.runs < EARLY_RUNS) return rich`${when}, ${b} is higher in ${runs}.`;
  if (verdict.kind === "open") return rich`${when}, ${b} is higher in ${runs}: no difference can be told.`;
  const lead = metric.lead === "More" ? "has more" : `is ${metric.lead.toLowerCase()}`;
  return rich`${when}, ${verdict.winner} ${lead} in ${runs}. Run by run, so that shared luck cancels out.`;
}

/** "Ahead from month 22 (19–26)", where the winner at the end gets ahead after the start. */
export function crossingOf(
  verdict: Verdict,
  metric: Metric,
  ahead: WeekSpread,
  dots: readonly number[] = [],
): Crossing | undefined {
  if (verdict.kind !== "told" || ahead.p50 === null || ahead.p50 <= 1) return undefined;
  const month = monthAt(ahead.p50);
  const [from, to] = [monthAt(ahead.p5!), monthAt(ahead.p95!)];
  const range = from === to ? "" : ` (${from}–${to})`;
  return {
    plan: verdict.winner.plan,
    week: ahead.p50,
    from: ahead.p5!,
    to: ahead.p95!,
    text: `${metric.lead} from month ${month}${range}`,
    ...(from === to ? {} : { dots }),
  };
}

/** When a plan pays back, in the lines below its name. */
export function paybackLines(spread: WeekSpread, weeks: number): string[] {
  const month = paybackMonth(spread);
  if (month === undefined) return [`not within ${spanText(weeks)}`];
  const [from, to] = [monthAt(spread.p5!), monthAt(spread.p95!)];
  const range = from === to ? "" : ` (${from}–${to})`;
  const missed = spread.never < 0.005 ? [] : [`not in ${inHundred(spread.never)} of 100`];
  return [`month ${month}${range}`, ...missed];
}

export function paybackSentence(
  plans: readonly PlanName[],
  paybacks: readonly WeekSpread[],
  weeks: number,
): Rich {
  const paid = plans.filter(({ plan }) => paybackMonth(paybacks[plan]) !== undefined);
  const unpaid = plans.filter(({ plan }) => paybackMonth(paybacks[plan]) === undefined);
  const within = `within ${spanText(weeks)}`;
  if (paid.length === 0) return rich`No plan pays back ${within}.`;
  const months = paid.map((plan, i) => {
    const month = paybackMonth(paybacks[plan.plan])!;
    return i === 0 ? rich`${plan} pays back in month ${month}` : rich`${plan} in month ${month}`;
  });
  const missing = unpaid.map((plan) => rich`${plan}`);
  if (unpaid.length === 0) return rich`${listOf(months)}.`;
  return rich`${listOf(months)}; ${listOf(missing)} ${unpaid.length === 1 ? "does" : "do"} not ${within}.`;
}

/** What a reader who can't see the chart is told. */
export function description(title: string, sentence: Rich, values: readonly string[]): string {
  return [/[.?!]$/.test(title) ? title : `${title}.`, plain(sentence), ...values].join(" ");
}
