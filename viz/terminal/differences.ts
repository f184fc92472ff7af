/** How plans compare, in sentences with their uncertainty. */
import { wilson, type Difference, type PlanResult, type Result } from "../../scenarios/index.ts";
import type { Format } from "./format.ts";

/** With more pairs than this only those with the best plan are told. */
const PAIRS_TOLD = 10;

export function differenceSentences(result: Result, format: Format): string[] {
  const pairs = result.differences.filter(({ measure }) => measure === "npv");
  const best = bestPlan(result.plans);
  const told = pairs.length <= PAIRS_TOLD ? pairs : pairs.filter(({ a, b }) => a === best || b === best);
  return told.flatMap((pair) => [pairText(pair, result, format), ""]);
}

function bestPlan(plans: readonly PlanResult[]): string | undefined {
  return plans.toSorted((a, b) => (b.final.npv?.p50 ?? 0) - (a.final.npv?.p50 ?? 0))[0]?.id;
}

/** b − a, told from whichever plan wins more often. */
function pairText(pair: Difference, { plans, runs, weeks }: Result, format: Format): string {
  const nameOf = (id: string): string => `"${plans.find((plan) => plan.id === id)?.name ?? id}"`;
  const chance = pair.probabilityBBeatsA[weeks];
  const isB = chance > 0.5;
  const [winner, loser] = isB ? [nameOf(pair.b), nameOf(pair.a)] : [nameOf(pair.a), nameOf(pair.b)];
  const [low, median, high] = [pair.p5[weeks], pair.p50[weeks], pair.p95[weeks]].map((x) => (isB ? x : -x));
  if (low === 0 && high === 0 && chance === 0.5) return `${winner} and ${loser} are the same in every run.`;
  const wins = (isB ? chance : 1 - chance) * runs;
  const [from, to] = wilson(wins, runs);
  const range = format.range(Math.min(low, high), Math.max(low, high), "USD");
  const middle = `${format.value(median, "USD")} at the median (90 in 100 runs: ${range})`;
  const odds = `in ${countText(wins)} of ${runs} runs, a chance of ${percent(from)} to ${percent(to)}`;
  const told =
    from > 0.5
      ? `${winner} beats ${loser} by ${middle}: ahead ${odds}.`
      : `${winner} and ${loser} are not distinguishable: the first is ahead by ${middle}, ${odds}.`;
  return `${told} ${overtakingText(pair, nameOf(pair.b), runs, format)}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function countText(wins: number): string {
  return Number.isInteger(wins) ? String(wins) : wins.toFixed(1);
}

function overtakingText({ overtakingWeek }: Difference, later: string, runs: number, format: Format): string {
  if (overtakingWeek.p50 === null) return `${later} never gets ahead for good.`;
  return `${later} gets ahead for good in week ${format.weeks(overtakingWeek, runs)}.`;
}
