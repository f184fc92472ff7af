/** What a link's proof says: identical, or exactly what differs. */
import type { ClaimedMeasure, LinkVerdict, MedianPair } from "../../scenarios/links/index.ts";
import { rich, type PlanName, type Rich } from "./rich.ts";
import { runsCount } from "./runs.ts";
import { unitOf } from "./units.ts";
import type { Notation } from "./notation.ts";

const LABELS: Readonly<Record<ClaimedMeasure, string>> = {
  npv: "net value in today’s money",
  deepShare: "deep practice",
};

/** One sentence on the whole. */
export function verdictSentence({ isIdentical, otherEngine, medians }: LinkVerdict, runs: number): string {
  const count = runsCount(runs);
  const maker = otherEngine === undefined ? "" : `Made with another version of Groundwork (${otherEngine}). `;
  if (isIdentical) return `${maker}The result is identical, bit for bit, to the one shared: ${count} a plan.`;
  const changed = medians.filter(isChanged).length;
  if (changed === 0)
    return `${maker}The result differs from the one shared in single runs, but in none of its medians (${count} a plan).`;
  return `${maker}The result differs from the one shared (${count} a plan):`;
}

/** A line a median that is another now, both figures in full where short ones would look alike. */
export function changeSentences(
  { medians }: LinkVerdict,
  plans: readonly PlanName[],
  notation: Notation,
): Rich[] {
  return medians.filter(isChanged).map(({ plan, measure, before, now }) => {
    const { short } = unitOf(measure === "npv" ? "USD" : "share", notation);
    const [old, fresh] = [short(before), short(now)];
    const [thenText, nowText] = old === fresh ? [String(before), String(now)] : [old, fresh];
    return rich`${plans[plan]}, ${LABELS[measure]} at the end: ${thenText} then, ${nowText} now`;
  });
}

function isChanged({ before, now }: MedianPair): boolean {
  return !Object.is(before, now);
}

export const MISSING_PEOPLE =
  "This question is about people whose list is not in the link. Give the list under Company, and the result can be proven.";
export const OTHER_PEOPLE = "These are not the lists of people that the result is about.";
export const STOPPED = "The result can’t be proven: the runs have stopped.";
export const COPY_BY_HAND = "The clipboard is closed to this page: copy the link from here.";

export function provingText(done: number, runs: number): string {
  return `Proving the result: ${done} of ${runsCount(runs)}.`;
}

export function copiedText(runs: number, hasPeople: boolean): string {
  const proof =
    runs === 0
      ? "No run has been made here yet, so it holds no result."
      : `It holds the question and the digest of ${runsCount(runs)} a plan: whoever opens it can prove the result.`;
  const lists = hasPeople ? " The lists of people are not in it: give them to the reader yourself." : "";
  return `The link is copied. ${proof}${lists}`;
}

export function tooLongText(length: number, most: number, hasLogo: boolean): string {
  const why = hasLogo ? " A logo takes most of it." : "";
  return `This question is too long for a link: ${length} characters, and mail programs cut at ${most}.${why}`;
}
