/** A story's texts told: named results become numbers with their uncertainty; what can't be told says why. */
import type { Document, StoryStep } from "../../scenarios/index.ts";
import { MEASURES, MEASURE_INDEX } from "../../engine/index.ts";
import type { StoryResults } from "../store/story-results.ts";
import { headlines, paybackMonth } from "./headline.ts";
import { DECIDING } from "./metrics.ts";
import { piecesOfText, RESULT_NAMES, type ResultName, type Written } from "./placeholders.ts";
import type { PlanName, Rich } from "./rich.ts";
import { monthAt, monthText, spanText } from "./time.ts";
import { unitOf } from "./units.ts";
import { verdictOfShare, winsText, type Verdict } from "./verdict.ts";
import { notationOf } from "./notation.ts";

/** What a text is told from. */
export interface Teller {
  readonly document: Document;
  readonly results: StoryResults;
  /** Employees at the start. */
  readonly headcount: number;
}

export interface Told {
  readonly words: Rich;
  /** One line a placeholder that can't be told. */
  readonly troubles: readonly string[];
}

/** Where a step's headline and text are told: a headline gives medians, a text their ranges too. */
type Length = "short" | "long";

export interface ToldStep {
  readonly headline: Told;
  readonly text: Told;
}

export function tellStep(step: StoryStep, teller: Teller): ToldStep {
  return {
    headline: tell(step.headline, step, teller, "short"),
    text: tell(step.text, step, teller, "long"),
  };
}

function tell(text: string, step: StoryStep, teller: Teller, length: Length): Told {
  const troubles: string[] = [];
  const words = piecesOfText(text).flatMap((piece): Rich => {
    if (typeof piece === "string") return [{ text: piece }];
    const told = tellPlaceholder(piece, step, teller, length);
    if (typeof told !== "string") return told;
    troubles.push(told);
    return [{ text: piece.source }];
  });
  return { words, troubles };
}

/** A placeholder whose parts are all there. */
interface Asked {
  readonly of: ResultName;
  readonly plans: readonly PlanName[];
  readonly week: number;
  readonly length: Length;
}

/** The words of a placeholder, or why there are none. */
function tellPlaceholder(written: Written, step: StoryStep, teller: Teller, length: Length): Rich | string {
  const asked = askedOf(written, step, teller.document, length);
  return typeof asked === "string" ? asked : (tellAsked(asked, teller) ?? [{ text: "…", isStrong: true }]);
}

/** What a placeholder asks for, or why no results could answer it. */
function askedOf(
  { source, name, plans, week = -1 }: Written,
  step: StoryStep,
  document: Document,
  length: Length,
): Asked | string {
  const of = RESULT_NAMES.find((one) => one.name === name);
  if (of === undefined) return `unknown result: ${source}`;
  const ids = plans.length === 0 ? step.plans.slice(0, of.need === "pair" ? 2 : 1) : plans;
  const named = ids.map((id) => planNamed(document, id));
  const missing = named.indexOf(undefined);
  if (missing !== -1) return `unknown plan: ${source} names "${ids[missing]}"`;
  if (of.need === "pair" && ids.length !== 2) return `two plans needed: ${source}, as in {${name}:a/b}`;
  if (of.measure === undefined && of.need !== "pair" && ids.length > 1) return `one plan needed: ${source}`;
  if (week > document.weeks) return `invalid week; not in [0, ${document.weeks}]: ${source}`;
  return { of, plans: named as PlanName[], week: week < 0 ? step.week : week, length };
}

/** A placeholder that no results could answer. */
interface Trouble {
  readonly path: readonly (string | number)[];
  readonly why: string;
}

/** All of them, in the story's own words and in every translation. */
export function storyTroubles(document: Document): Trouble[] {
  const { story } = document;
  if (story === undefined) return [];
  const own = story.steps.map((words, i) => ({ words, step: words, path: ["story", "steps", i] }));
  const others = (story.translations ?? []).flatMap(({ steps }, t) =>
    steps.map((words, i) => ({
      words,
      step: story.steps[i],
      path: ["story", "translations", t, "steps", i],
    })),
  );
  return [...own, ...others].flatMap(({ words, step, path }) =>
    (["headline", "text"] as const).flatMap((field) =>
      piecesOfText(words[field])
        .map((piece) => (typeof piece === "string" ? undefined : askedOf(piece, step, document, "short")))
        .filter((asked) => typeof asked === "string")
        .map((why) => ({ path: [...path, field], why })),
    ),
  );
}

function planNamed({ plans }: Document, id: string): PlanName | undefined {
  const plan = plans.findIndex((one) => one.id === id);
  return plan === -1 ? undefined : { name: plans[plan].name, plan };
}

/** Undefined = the results aren't there yet. */
function tellAsked(asked: Asked, teller: Teller): Rich | undefined {
  const { of } = asked;
  if (of.measure !== undefined) return strong(measureText(asked, teller));
  return TELLERS[of.name](asked, teller);
}

const TELLERS: Readonly<Record<string, (asked: Asked, teller: Teller) => Rich | undefined>> = {
  plan: ({ plans: [{ name, plan }] }) => [{ text: name, plan }],
  month: ({ week }) => [{ text: week === 0 ? "the start" : monthText(week) }],
  horizon: (_asked, { document }) => [{ text: spanText(document.weeks) }],
  employees: (_asked, { headcount, document }) =>
    strong(unitOf("count", notationOf(document)).long(headcount)),
  payback: (asked, teller) => strong(paybackText(asked, teller)),
  wins: (asked, teller) => strong(winsOf(asked, teller)),
  verdict: verdictWords,
};

function strong(text: string | undefined): Rich | undefined {
  return text === undefined ? undefined : [{ text, isStrong: true }];
}

function measureText({ of, plans, week, length }: Asked, { document, results }: Teller): string | undefined {
  const [one, other] = plans;
  const unit = unitOf(MEASURES[MEASURE_INDEX[of.measure!]].unit, notationOf(document));
  if (other !== undefined) {
    const spread = results.differenceAt(one.plan, other.plan, of.measure!, week)?.spread;
    if (spread === undefined) return undefined;
    const range = unit.changeRange(spread.p5, spread.p95);
    return withRange(
      unit.change(spread.p50),
      range,
      unit.change(spread.p5) !== unit.change(spread.p95),
      length,
    );
  }
  const spread = results.spreadAt(one.plan, of.measure!, week);
  if (spread === undefined) return undefined;
  const isWide = unit.long(spread.p5) !== unit.long(spread.p95);
  return withRange(unit.long(spread.p50), unit.longRange(spread.p5, spread.p95), isWide, length);
}

function withRange(median: string, range: string, isWide: boolean, length: Length): string {
  return isWide && length === "long" ? `${median} (${range})` : median;
}

function paybackText({ plans, length }: Asked, { document, results }: Teller): string | undefined {
  const spread = results.paybackOf(plans[0].plan);
  if (spread === undefined) return undefined;
  const month = paybackMonth(spread);
  if (month === undefined) return `does not pay back within ${spanText(document.weeks)}`;
  const [from, to] = [monthAt(spread.p5!), monthAt(spread.p95!)];
  return withRange(`pays back in month ${month}`, `${from}–${to}`, from !== to, length);
}

function winsOf({ plans: [one, other], week }: Asked, { results }: Teller): string | undefined {
  const difference = results.differenceAt(one.plan, other.plan, DECIDING, week);
  return difference && winsText({ share: difference.share, runs: results.runs });
}

/** Which plan ends ahead, as Compare's headline has it. */
function verdictWords({ plans: [one, other] }: Asked, { document, results }: Teller): Rich | undefined {
  const { weeks } = document;
  const difference = results.differenceAt(one.plan, other.plan, DECIDING, weeks);
  if (difference === undefined) return undefined;
  const { spread, share } = difference;
  const isEqual = spread.p5 === 0 && spread.p95 === 0;
  const verdict: Verdict = isEqual
    ? { kind: "equal", runs: results.runs }
    : verdictOfShare(share, results.runs, other, one);
  const money = unitOf("USD", notationOf(document));
  const candidates = headlines({ verdict, a: other, b: one, gap: spread, paybacks: [], weeks, money });
  // The shortest that still names both.
  return candidates.findLast((words) =>
    [one, other].every(({ plan }) => words.some((piece) => piece.plan === plan)),
  );
}
