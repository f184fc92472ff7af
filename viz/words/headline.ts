/** The headline: what the runs say, with its uncertainty, in the longest form that fits one line. */
import type { Spread, WeekSpread } from "../../scenarios/index.ts";
import { HEADLINE, widthOf } from "../charts/text.ts";
import { listOf, plain, rich, type PlanName, type Rich } from "./rich.ts";
import { monthAt, spanText } from "./time.ts";
import type { Unit } from "./units.ts";
import { EARLY_RUNS, winsText, type Verdict } from "./verdict.ts";

export interface HeadlineFacts {
  readonly verdict: Verdict;
  readonly a: PlanName;
  readonly b: PlanName;
  /** The difference of net value at the end in today's money, b − a. */
  readonly gap: Spread;
  /** Weeks of payback by place in the document. */
  readonly paybacks: readonly WeekSpread[];
  readonly weeks: number;
  readonly money: Unit;
  /** Plans whose change waits for its first run. */
  readonly changed?: readonly PlanName[];
  /** Places of plans without a step, of which nothing has to pay back. */
  readonly empty?: readonly number[];
}

/** A winner of fewer runs than this is named with its share. */
const CLEAR_SHARE = 0.95;

/** The longest headline that fits into a line, or the shortest. */
export function headline(facts: HeadlineFacts, width: number): Rich {
  const candidates = headlines(facts);
  return (
    candidates.find((candidate) => widthOf(plain(candidate), "serifBold", HEADLINE) <= width) ??
    candidates.at(-1)!
  );
}

/** From the most telling to the shortest. */
export function headlines(facts: HeadlineFacts): Rich[] {
  const { verdict, a, b } = facts;
  if (verdict.kind === "none") return waitingHeadlines(facts);
  if (a.plan === b.plan) return [aloneHeadline(facts)];
  if (verdict.kind === "equal") return [rich`${b} and ${a} come to exactly the same`];
  if (verdict.kind === "open") return openHeadlines(facts, verdict);
  return toldHeadlines(facts, verdict);
}

function waitingHeadlines({ changed = [] }: HeadlineFacts): Rich[] {
  if (changed.length === 0) return [rich`Simulating the first run`];
  return [
    rich`Simulating the change of ${listOf(changed.map((plan) => rich`${plan}`))}`,
    rich`Simulating the change`,
  ];
}

/** A document of one plan: what can be said without another. */
function aloneHeadline({ b, paybacks, weeks, empty = [] }: HeadlineFacts): Rich {
  if (empty.includes(b.plan)) return rich`${b} has no steps yet`;
  const month = paybackMonth(paybacks[b.plan]);
  if (month === undefined) return rich`${b} does not pay back within ${spanText(weeks)}`;
  return rich`${b} pays back in month ${month}`;
}

function openHeadlines(
  { a, b }: HeadlineFacts,
  open: { readonly runs: number; readonly share: number },
): Rich[] {
  const runs = winsText(open);
  if (open.runs < EARLY_RUNS) return [rich`${b} ends ahead of ${a} in ${runs}`];
  return [
    rich`No difference can be told: ${b} ends ahead of ${a} in ${runs}`,
    rich`No difference can be told between ${b} and ${a}`,
    rich`No difference can be told`,
  ];
}

function toldHeadlines(facts: HeadlineFacts, verdict: Extract<Verdict, { kind: "told" }>): Rich[] {
  const { gap, money } = facts;
  const { winner, loser, share, sign } = verdict;
  const [low, high] = sign > 0 ? [gap.p5, gap.p95] : [-gap.p95, -gap.p5];
  const amount = money.gap(gap.p50);
  const range = money.gapRange(low, high);
  const tail = paybackTails(facts, winner, loser);
  if (share < CLEAR_SHARE) {
    const core = rich`${winner} ends ahead of ${loser} in ${winsText(verdict)}`;
    return [
      rich`${core}, by ${amount} in the median (${range})`,
      rich`${core}, by ${amount} in the median`,
      core,
    ];
  }
  const core = rich`${winner} ends ${amount} ahead of ${loser}`;
  return [
    ...tail.map((text) => rich`${core} (${range})${text}`),
    ...tail.map((text) => rich`${core}${text}`),
    rich`${core} (${range})`,
    core,
    rich`${winner} ends ${amount} ahead`,
  ];
}

function paybackTails(facts: HeadlineFacts, winner: PlanName, loser: PlanName): Rich[] {
  const { paybacks, weeks, empty = [] } = facts;
  const mine = paybackMonth(paybacks[winner.plan]);
  const other = paybackMonth(paybacks[loser.plan]);
  const within = `within ${spanText(weeks)}`;
  if (empty.includes(winner.plan))
    return other !== undefined ? [] : [rich`, which does not pay back ${within}`];
  if (mine === undefined && other === undefined && !empty.includes(loser.plan))
    return [rich`; neither pays back ${within}`];
  if (mine === undefined) return [rich` but does not pay back ${within}`];
  const short = rich` and pays back in month ${mine}`;
  if (empty.includes(loser.plan)) return [short];
  if (other === undefined) return [rich`${short}; ${loser} does not ${within}`, short];
  return [rich`${short}, ${loser} in month ${other}`, short];
}

/** The month by which the median run pays back; none if half of the runs or more never do. */
export function paybackMonth(spread: WeekSpread | undefined): string | undefined {
  if (spread === undefined || spread.p50 === null || spread.never >= 0.5) return undefined;
  return String(monthAt(spread.p50));
}
