/** A decision in sentences, every one computed; the same on the page, in a report and on the command line. */
import { PARAMETERS } from "../../engine/index.ts";
import type { Estimate } from "../student.ts";
import { listed, type NumberWords } from "../words.ts";
import type { BreakEven } from "./break-even.ts";
import type { Decision, Rivalry } from "./decide.ts";
import type { Discovery, Region, Restriction } from "./prim.ts";

/** How numbers of the output, other numbers and plans are written. */
export interface DecisionWords extends NumberWords {
  readonly output: string;
  readonly value: (value: number) => string;
  readonly range: (low: number, high: number) => string;
  readonly planName: (id: string) => string;
}

/** One kind of finding each, in the order to be read. */
export interface DecisionSentences {
  readonly choice: readonly string[];
  readonly robustness: readonly string[];
  readonly breakEvens: readonly string[];
  readonly regions: readonly string[];
  readonly information: readonly string[];
}

/** What each kind of finding is headed by. */
export const DECISION_HEADINGS = {
  choice: "The choice",
  robustness: "How robust it is",
  breakEvens: "What would have to be true",
  regions: "When it fails",
  information: "What it is worth to know more",
} as const satisfies Readonly<Record<keyof DecisionSentences, string>>;

/** A turn that fewer resamples see isn't told as one. */
const CERTAIN = 0.95;
const TOLD = 3;

export function decisionSentences(decision: Decision, words: DecisionWords): DecisionSentences {
  return {
    choice: choiceSentences(decision, words),
    robustness: robustnessSentences(decision, words),
    breakEvens: decision.rivals.flatMap((rivalry) => breakEvenSentences(decision, rivalry, words)),
    regions: regionSentences(decision, words),
    information: informationSentences(decision, words),
  };
}

function choiceSentences(decision: Decision, words: DecisionWords): string[] {
  const { chosen, rivals, failedPoints } = decision;
  const name = words.planName(chosen);
  return [
    openingSentence(decision, name, words),
    ...rivals.map(({ rival, comparison }) => {
      const { difference, probabilityBBeatsA: share, aAhead, bAhead, undecided } = comparison;
      return (
        `Against ${words.planName(rival)} it brings ${amount(difference, words)} more on average and is ahead in ` +
        `${shareText(share, words)} of runs: clearly at ${pointsText(bAhead)}, clearly behind at ${aAhead}, undecided at ${undecided}.`
      );
    }),
    ...(failedPoints === 0 ? [] : [`${capital(pointsText(failedPoints))} can't be judged: runs failed.`]),
  ];
}

function openingSentence({ chosen, robustness }: Decision, name: string, words: DecisionWords): string {
  const own = robustness.find(({ plan }) => plan === chosen)!.mean;
  if (robustness.length === 1)
    return `${name} brings ${amount(own, words)} of ${words.output} on average; there is no other plan to choose.`;
  if (robustness.every(({ mean }) => mean.value === own.value))
    return `There is nothing to choose: every plan brings ${amount(own, words)} of ${words.output} on average.`;
  return `${name} is the plan to choose: ${amount(own, words)} of ${words.output} on average, the most of ${robustness.length} plans.`;
}

function robustnessSentences({ chosen, robustness, threshold }: Decision, words: DecisionWords): string[] {
  const name = words.planName(chosen);
  const own = robustness.find(({ plan }) => plan === chosen)!;
  const calmest = robustness.reduce((a, b) => (b.worstRegret < a.worstRegret ? b : a));
  const safest = robustness.reduce((a, b) => (b.worst > a.worst ? b : a));
  return [
    ...(robustness.length === 1
      ? []
      : [
          `Chosen everywhere, ${name} misses ${amount(own.meanRegret, words)} against the best plan of each point, and ` +
            `${words.value(own.worstRegret)} at worst; ` +
            (calmest.plan === chosen
              ? "no other plan has a smaller worst regret."
              : `the smallest worst regret is that of ${words.planName(calmest.plan)}, ${words.value(calmest.worstRegret)}.`),
        ]),
    `${words.value(threshold)} or more: ${robustness
      .map(({ plan, satisfactory }) => `${words.planName(plan)} at ${shareText(satisfactory, words)}`)
      .join(", ")} of points.`,
    `At its worst point ${name} brings ${words.value(own.worst)}${
      safest.plan === chosen
        ? "."
        : `; the best worst point is that of ${words.planName(safest.plan)}, ${words.value(safest.worst)}.`
    }`,
  ];
}

function breakEvenSentences(
  { chosen }: Decision,
  { rival, breakEvens }: Rivalry,
  words: DecisionWords,
): string[] {
  const turns = breakEvens.filter((each) => each.certainty >= CERTAIN && each.at !== null);
  const [a, b] = [words.planName(chosen), words.planName(rival)];
  if (turns.length > 0)
    return turns.map(
      (each) => `${b} overtakes ${a} on average when ${labelOf(each.factor)} is ${turnText(each, words)}.`,
    );
  const several = breakEvens.filter((each) => each.certainty >= CERTAIN);
  return several.length > 0
    ? [
        `${a} and ${b} change places more than once along ${listed(several.map(({ factor }) => labelOf(factor)))}.`,
      ]
    : [`No single assumption within its range is known to make ${b} the better choice on average.`];
}

/** "above 0.2 (0.15 to 0.3)". */
export function turnText({ at, direction }: BreakEven, { number }: Pick<DecisionWords, "number">): string {
  const { value, low, high } = at!;
  const side = direction > 0 ? "below" : "above";
  const range = low === null || high === null ? "" : ` (${number(low)} to ${number(high)})`;
  return `${side} ${number(value!)}${range}`;
}

function regionSentences({ chosen, rivals, failures, threshold }: Decision, words: DecisionWords): string[] {
  return [
    ...rivals.map(({ rival, losses }) =>
      regionSentence(losses, `${words.planName(chosen)} is beaten by ${words.planName(rival)}`, words),
    ),
    ...failures.map(({ plan, where }) =>
      regionSentence(where, `${words.planName(plan)} brings less than ${words.value(threshold)}`, words),
    ),
  ];
}

/** "Platform first fails when … (covers 75%, dense 77%; …)". */
export function regionSentence(
  { all, region }: Discovery,
  what: string,
  words: Pick<DecisionWords, "share" | "number">,
): string {
  const { share } = words;
  if (all.cases === 0) return `${what} at none of ${pointsText(all.points)}.`;
  if (all.cases === all.points) return `${what} at all ${pointsText(all.points)}.`;
  if (region === undefined)
    return `${what} at ${all.cases} of ${pointsText(all.points)}, which no range of an assumption sets apart.`;
  const elsewhere =
    region.elsewhere === null
      ? "too few points to try it on others"
      : `on points not looked at ${share(region.elsewhere.coverage)} and ${share(region.elsewhere.density)}`;
  return (
    `${what} when ${listed(region.restrictions.map((each) => restrictionText(each, words)))} ` +
    `(covers ${share(region.coverage.value!)}, dense ${share(region.density.value!)} against ` +
    `${share(all.cases / all.points)} everywhere; ${elsewhere}; ${surenessText(region, words)}).`
  );
}

function restrictionText(
  { factor, low, high }: Restriction,
  { number }: Pick<DecisionWords, "number">,
): string {
  const label = labelOf(factor);
  if (low === null) return `${label} is below ${number(high!)}`;
  return high === null
    ? `${label} is above ${number(low)}`
    : `${label} is between ${number(low)} and ${number(high)}`;
}

/** The weakest of the restrictions. */
function surenessText({ restrictions }: Region, { share }: Pick<DecisionWords, "share">): string {
  const chance = Math.max(...restrictions.map(({ quasiP }) => quasiP));
  const stability = Math.min(...restrictions.map(({ stability: each }) => each));
  const p = chance < 0.001 ? "quasi-p below .001" : `quasi-p ${chance.toFixed(3).replace(/^0/, "")} at most`;
  return `${p}, the same ends in ${share(stability)} of random halves or more`;
}

function informationSentences({ information }: Decision, words: DecisionWords): string[] {
  const { all, hasLuck, factors, chosen } = information;
  const known = hasLuck ? "every assumption and all luck" : "every assumption";
  const told = factors.filter(({ low }) => low !== null && low > 0).slice(0, TOLD);
  const name = words.planName(chosen);
  if (all.high === 0)
    return [`Knowing ${known} before choosing would change nothing: ${name} is best at every point.`];
  return [
    `Knowing ${known} before choosing would add ${amount(all, words)} to what ${name} brings: no study is worth more.`,
    told.length === 0
      ? "No single assumption is known to be worth finding out."
      : `Worth finding out: ${listed(told.map((each) => `${labelOf(each.name)} for ${amount(each, words)}`))}.`,
  ];
}

/** An assumption by its label and name. */
export function labelOf(name: string): string {
  const row = PARAMETERS.find((each) => each.name === name);
  return row === undefined ? name : `"${row.label}" (${name})`;
}

function amount({ value, low, high }: Estimate, words: DecisionWords): string {
  if (value === null) return "an unknown amount";
  const text = words.value(value);
  return low === null || high === null || low === high ? text : `${text} (${words.range(low, high)})`;
}

function shareText({ value, low, high }: Estimate, { share }: DecisionWords): string {
  if (value === null) return "an unknown share";
  return low === null || high === null ? share(value) : `${share(value)} (${share(low)} to ${share(high)})`;
}

function pointsText(count: number): string {
  return count === 1 ? "1 point" : `${count} points`;
}

function capital(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}
