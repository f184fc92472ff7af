/** Stories told: every number is the results file's, and what can't be told says why. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { MEASURES } from "../../engine/index.ts";
import {
  libraryDocument,
  shortened,
  storyOf,
  STORY_MEASURES,
  type Document,
  type Result,
  type StoryStep,
} from "../../scenarios/index.ts";
import {
  NO_RESULTS,
  resultsOfFile,
  resultsOfSample,
  type StoryResults,
} from "../../viz/store/story-results.ts";
import { METRICS, TOLD_MEASURES } from "../../viz/words/metrics.ts";
import { RESULT_NAMES } from "../../viz/words/placeholders.ts";
import { plain, type Rich } from "../../viz/words/rich.ts";
import { tellStep, type ToldStep } from "../../viz/words/story.ts";
import { unitOf } from "../../viz/words/units.ts";
import { runBoth } from "./runs.kit.ts";
import { ENGLISH } from "./notation.kit.ts";

const WEEKS = 120;
const { document } = shortened(
  libraryDocument("measured-workplace", ["platform-first", "problems-first"]),
  WEEKS,
);
const HEADCOUNT = 217;
let shown: StoryResults;
let file: StoryResults;
let result: Result;

beforeAll(() => {
  const both = runBoth(document, 6);
  shown = resultsOfSample(both.sample);
  result = both.result;
  file = resultsOfFile(result);
});

const [FIRST] = storyOf(document).steps;

function told(change: Partial<StoryStep>, results = shown, of: Document = document): ToldStep {
  return tellStep({ ...FIRST, ...change }, { document: of, results, headcount: HEADCOUNT });
}

function textOf(text: string, week = FIRST.week): string {
  return plain(told({ text, week }).text.words);
}

const strongOf = (words: Rich): string[] => words.filter(({ isStrong }) => isStrong).map(({ text }) => text);

test("a story may show the measures of which the page keeps every run, and no other", () => {
  const kept = [...METRICS.map(({ name }) => name), ...TOLD_MEASURES];
  expect([...STORY_MEASURES].toSorted()).toEqual(kept.toSorted());
});

describe("every step of the story", () => {
  test("says the same from the page's runs and from the results file", () => {
    for (const step of storyOf(document).steps) {
      const teller = { document, headcount: HEADCOUNT };
      const one = tellStep(step, { ...teller, results: shown });
      expect(tellStep(step, { ...teller, results: file })).toEqual(one);
      expect([...one.headline.troubles, ...one.text.troubles]).toEqual([]);
      expect(plain([...one.headline.words, ...one.text.words])).not.toMatch(/[{}…]|NaN|undefined|Infinity/);
    }
  });

  test("has numbers of the results file, each with its range", () => {
    const { measures } = result.plans[1];
    for (const { name, measure } of RESULT_NAMES) {
      if (measure === undefined) continue;
      const unit = unitOf(MEASURES.find((row) => row.name === measure)!.unit, ENGLISH);
      for (const week of [0, 26, 77, WEEKS]) {
        const { p5, p50, p95 } = measures[measure]!;
        const text = textOf(`{${name}:problems-first@${week}}`);
        const isPoint = unit.long(p5[week]) === unit.long(p95[week]);
        const median = unit.long(p50[week]);
        expect(text).toBe(isPoint ? median : `${median} (${unit.longRange(p5[week], p95[week])})`);
        const headline = told({ headline: `{${name}:problems-first@${week}}` }).headline.words;
        expect(plain(headline)).toBe(median);
      }
    }
  });

  test("marks its numbers, and only them", () => {
    const { words } = told({ text: "By {month}, {deep} of {employees} under {plan}." }).text;
    expect(strongOf(words)).toEqual([textOf("{deep}"), "217"]);
    expect(words.find((piece) => piece.plan !== undefined)).toEqual({ text: "Problems first", plan: 1 });
  });
});

describe("two plans", () => {
  test("are compared run by run", () => {
    const row = result.differences.find(({ measure }) => measure === "netValue")!;
    const unit = unitOf("USD", ENGLISH);
    const [low, median, high] = [row.p5[WEEKS], row.p50[WEEKS], row.p95[WEEKS]];
    expect(textOf("{netValue:problems-first/platform-first}", WEEKS)).toBe(
      `${unit.change(median)} (${unit.changeRange(low, high)})`,
    );
    expect(textOf("{netValue:platform-first/problems-first}", WEEKS)).toBe(
      `${unit.change(-median)} (${unit.changeRange(-high, -low)})`,
    );
  });

  test("have a share of wins that adds up to all runs, either way round", () => {
    const wins = (pair: string): number => Number.parseFloat(textOf(`{wins:${pair}}`, WEEKS));
    expect(wins("problems-first/platform-first") + wins("platform-first/problems-first")).toBe(6);
  });

  test("have one verdict, whichever is named first", () => {
    const verdict = (pair: string): string => plain(told({ headline: `{verdict:${pair}}` }).headline.words);
    const one = verdict("problems-first/platform-first");
    expect(one).toContain("Problems first");
    expect(one).toContain("Platform first");
    expect(one).toMatch(/ends|no difference/i);
  });
});

describe("what can't be told", () => {
  test.each([
    ["{deeep}", "unknown result: {deeep}"],
    ["{}", "unknown result: {}"],
    ["{deep:}", "unknown result: {deep:}"],
    ["{constructor}", "unknown result: {constructor}"],
    ["{deep:nobody}", 'unknown plan: {deep:nobody} names "nobody"'],
    ["{deep@121}", "invalid week; not in [0, 120]: {deep@121}"],
    ["{wins:problems-first}", "two plans needed: {wins:problems-first}, as in {wins:a/b}"],
    ["{payback:problems-first/platform-first}", "one plan needed: {payback:problems-first/platform-first}"],
  ])("%s stays as it is written and is told", (text, trouble) => {
    const { words, troubles } = told({ text: `Before ${text} after` }).text;
    expect(plain(words)).toBe(`Before ${text} after`);
    expect(troubles).toEqual([trouble]);
  });

  test("yet, before the first run, is an ellipsis", () => {
    const { words, troubles } = told({ text: "{deep}, {payback}, {month}" }, NO_RESULTS).text;
    expect(plain(words)).toBe("…, …, month 6");
    expect(troubles).toEqual([]);
  });

  test("never breaks the telling, whatever is written", () => {
    const name = fc.constantFrom(...RESULT_NAMES.map((one) => one.name), "__proto__", "toString", "");
    const plan = fc.constantFrom("", ":problems-first", ":platform-first/problems-first", ":x", ":/", "::");
    const week = fc.constantFrom("", "@0", "@120", "@121", "@-1", "@1e3", "@");
    const placeholder = fc.tuple(name, plan, week).map((parts) => `{${parts.join("")}}`);
    const text = fc.array(fc.oneof(placeholder, fc.string({ maxLength: 8 })), { maxLength: 6 });
    fc.assert(
      fc.property(text, (pieces) => {
        const { words, troubles } = told({ text: pieces.join("") }).text;
        expect(plain(words)).not.toMatch(/NaN|undefined|\[object/);
        for (const line of troubles) expect(line).toMatch(/^[a-z][^\n]+: \{/);
      }),
    );
  });
});
