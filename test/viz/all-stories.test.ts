/** Every story of the library, on every company: each number told, drawn and described is the results file's. */
import { signal } from "@preact/signals";
import { beforeAll, describe, expect, test } from "vitest";
import { MEASURES, MEASURE_INDEX, type MeasureName } from "../../engine/index.ts";
import {
  checkDocument,
  LIBRARY,
  libraryDocument,
  shortened,
  storyOf,
  type Document,
  type Result,
} from "../../scenarios/index.ts";
import { KIND_TEXTS } from "../../scenarios/library/stage-texts.ts";
import { curveLabel, curveOf } from "../../viz/present/curve-figure.tsx";
import { createShow } from "../../viz/present/show.ts";
import type { Sample } from "../../viz/store/sample.ts";
import { NO_RESULTS, resultsOfFile, resultsOfSample } from "../../viz/store/story-results.ts";
import { piecesOfText, RESULT_NAMES } from "../../viz/words/placeholders.ts";
import { plain } from "../../viz/words/rich.ts";
import { tellStep } from "../../viz/words/story.ts";
import { monthText } from "../../viz/words/time.ts";
import { unitOf } from "../../viz/words/units.ts";
import { emptySource } from "./present/scene.kit.ts";
import { runBoth } from "./runs.kit.ts";
import { notationOf } from "../../viz/words/notation.ts";

const EMPLOYEES = 80;
const WEEKS = 110;
const RUNS = 2;
/** The five stages; a step for each intervention; a plan alone. */
const PLANS = [
  ["platform-first", "problems-first"],
  ["same-platform-first", "nothing"],
  ["platform-first"],
] as const;

/** Small enough to be run here; a company that brings its people keeps them. */
function asked(company: string, plans: readonly string[]): Document {
  const { document } = shortened(libraryDocument(company, [...plans]), WEEKS);
  const hasPeople = LIBRARY.companies.find(({ id }) => id === company)!.people !== undefined;
  if (hasPeople) return document;
  const { roles = [], ...firm } = document.company;
  const few = roles.length === 0 ? {} : { roles: roles.slice(0, 5) };
  return checkDocument({ ...document, company: { ...firm, ...few, employees: EMPLOYEES } });
}

/** The words of a measure's placeholder, from the file alone. */
function expected(
  { plans, differences }: Result,
  document: Document,
  measure: MeasureName,
  ids: readonly string[],
  week: number,
  isShort: boolean,
): string {
  const unit = unitOf(MEASURES[MEASURE_INDEX[measure]].unit, notationOf(document));
  if (ids.length === 2) {
    const row = differences.find(
      (one) => one.measure === measure && ids.includes(one.a) && ids.includes(one.b),
    )!;
    const turn = row.b === ids[0] ? 1 : -1;
    const [low, high] = [turn * row.p5[week], turn * row.p95[week]].toSorted((a, b) => a - b);
    const range =
      unit.change(low) === unit.change(high) || isShort ? "" : ` (${unit.changeRange(low, high)})`;
    return `${unit.change(turn * row.p50[week])}${range}`;
  }
  const { p5, p50, p95 } = plans.find(({ id }) => id === ids[0])!.measures[measure]!;
  const isPoint = unit.long(p5[week]) === unit.long(p95[week]);
  return `${unit.long(p50[week])}${isPoint || isShort ? "" : ` (${unit.longRange(p5[week], p95[week])})`}`;
}

test("whatever a plan does is told as well of one of a thing as of many", () => {
  const document = asked(LIBRARY.companies[0].id, ["platform-first", "problems-first"]);
  const one = { p5: 1, p50: 1, p95: 1 };
  const results = { ...NO_RESULTS, runs: 1, spreadAt: () => one };
  for (const { name, headline, text, measure } of Object.values(KIND_TEXTS)) {
    const step = { name, headline, text, measure, week: 52, plans: ["problems-first"] };
    const told = tellStep(step, { document, headcount: 1, results });
    const words = `${plain(told.headline.words)}. ${plain(told.text.words)}`;
    expect(words).toMatch(/\b1\b|100%/);
    expect(words).not.toMatch(/\b1 (of them|[a-z]+s)\b/);
  }
});

const cases = LIBRARY.companies.flatMap(({ id }) => PLANS.map((plans) => [id, plans.join(" and ")] as const));

describe.each(cases)("the story of %s under %s", (company, plans) => {
  const document = asked(company, plans.split(" and "));
  let sample: Sample;
  let result: Result;
  beforeAll(() => {
    ({ sample, result } = runBoth(document, RUNS));
  });
  const { steps } = storyOf(document);
  const headcount = 77;

  test("has the results file's numbers, from the page's runs as from the file", () => {
    let count = 0;
    for (const step of steps) {
      const file = tellStep(step, { document, headcount, results: resultsOfFile(result) });
      expect(tellStep(step, { document, headcount, results: resultsOfSample(sample) })).toEqual(file);
      for (const part of ["headline", "text"] as const) {
        const words = plain(file[part].words);
        expect(words).not.toMatch(/[{}…]|NaN|undefined|Infinity/);
        for (const piece of piecesOfText(step[part])) {
          if (typeof piece === "string") continue;
          const measure = RESULT_NAMES.find(({ name }) => name === piece.name)!.measure;
          if (measure === undefined) continue;
          const ids = piece.plans.length === 0 ? step.plans.slice(0, 1) : piece.plans;
          const told = expected(result, document, measure, ids, piece.week ?? step.week, part === "headline");
          expect([step.name, piece.source, words.includes(told)]).toEqual([step.name, piece.source, true]);
          count++;
        }
      }
    }
    expect(count).toBeGreaterThan(steps.length);
  });

  test("has a curve whose description says the results file's medians", () => {
    const show = createShow(
      {
        ...emptySource(),
        document: signal(document),
        bandsOf: (plan, measure) => result.plans[plan].measures[measure],
      },
      () => true,
    );
    for (const [i, { week, measure, plans: ids }] of steps.entries()) {
      show.goTo(i);
      const row = MEASURES[MEASURE_INDEX[measure]];
      const unit = unitOf(row.unit, notationOf(document));
      const medians = ids.map((id) => {
        const place = document.plans.findIndex((plan) => plan.id === id);
        return `${document.plans[place].name} ${unit.short(result.plans[place].measures[measure]!.p50[week])}`;
      });
      expect(curveLabel(curveOf(show)!, week)).toBe(
        `${row.label}, ${monthText(week)}: ${medians.join(", ")}. Medians of all runs.`,
      );
    }
  });
});
