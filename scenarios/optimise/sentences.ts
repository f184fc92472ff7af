/** What a search for the best plan found, in sentences. */
import type { Estimate } from "../student.ts";
import type { BestPlan, Contender } from "./best-plan.ts";

export interface MoneyWords {
  readonly value: (value: number) => string;
  readonly range: (low: number, high: number) => string;
}

export function bestPlanSentences(found: BestPlan, words: MoneyWords): string[] {
  const { contenders, bestOrder, verdict, scenarios } = found;
  const [best] = contenders;
  const order = contenders[contenders.length - 1];
  const close = contenders.slice(1, -1).filter(({ behind }) => behind.high === null || behind.high >= 0);
  return [
    `Best found: ${best.text}.`,
    verdictSentence(best, bestOrder, verdict, scenarios, words),
    `It brings ${amount(best.mean, words)} a head on average and ${amount(best.worstTenth, words)} or less in one ` +
      `scenario of ten, misses ${amount(best.meanRegret, words)} against the best contender of each, and spends ${amount(best.spendPerHead, words)}, where the best order spends ${amount(order.spendPerHead, words)}.`,
    close.length === 0
      ? "None of those that came next can be told as good."
      : `${close.length === 1 ? "One other plan" : `${close.length} other plans`} came so close that the runs can't tell them from it: ${close.map(({ text }) => text).join("; ")}.`,
    convergenceSentence(found, words),
  ];
}

function verdictSentence(
  { lead }: Contender,
  order: string,
  verdict: BestPlan["verdict"],
  scenarios: number,
  words: MoneyWords,
): string {
  const by = `${amount(lead, words)} a head over ${scenarios} scenarios that no search has seen`;
  if (verdict === "beats") return `It beats the best of the 120 orders, ${order}, by ${by}.`;
  if (verdict === "loses") return `It can't beat the best of the 120 orders, ${order}: it brings ${by}.`;
  return `It can't be told from the best of the 120 orders, ${order}: it brings ${by} more or less.`;
}

/** How much the last half of the search still gained. */
function convergenceSentence({ progress }: BestPlan, { value }: MoneyWords): string {
  const last = progress[progress.length - 1];
  const middle = progress[Math.floor((progress.length - 1) / 2)];
  const since = progress.findIndex(({ choices }) => choices.join() === last.choices.join());
  return (
    `The search went through ${progress.length} generations; this plan leads since generation ${since + 1}, and in the second ` +
    `half of them the leading plan’s mean went from ${value(middle.mean)} to ${value(last.mean)}.`
  );
}

function amount({ value, low, high }: Estimate, words: MoneyWords): string {
  if (value === null) return "an unknown amount";
  return low === null || high === null || low === high
    ? words.value(value)
    : `${words.value(value)} (${words.range(low, high)})`;
}
