/** Stories that follow from plans: the five stages of the library's, one step an intervention for any other. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkDocument,
  defaultDocument,
  LIBRARY,
  libraryDocument,
  shortened,
  storyIn,
  storyOf,
  STORY_STEPS_MAX,
  type Document,
} from "../../scenarios/index.ts";
import { fullDocument, smallDocument } from "./questions.ts";

const namesOf = (document: Document): string[] => storyOf(document).steps.map(({ name }) => name);

describe("the story of the library's document", () => {
  const { steps } = storyOf(defaultDocument());

  test("has the five stages and both companies side by side", () => {
    expect(namesOf(defaultDocument())).toEqual([
      "Communities of practice",
      "Council",
      "Center of excellence",
      "Tribe",
      "Platform",
      "Side by side",
    ]);
    expect(steps.at(-1)!.plans).toEqual(["problems-first", "platform-first"]);
    expect(steps.slice(0, -1).every(({ plans }) => plans.join() === "problems-first")).toBe(true);
  });

  test("shows each stage when the next one begins", () => {
    expect(steps.map(({ week }) => week)).toEqual([26, 52, 78, 104, 156, 208]);
  });

  test("moves with the plan", () => {
    const document = defaultDocument();
    const plans = document.plans.map((plan) => ({
      ...plan,
      interventions: plan.interventions.map((one) => (one.kind === "council" ? { ...one, week: 40 } : one)),
    }));
    expect(storyOf({ ...document, plans }).steps[0].week).toBe(40);
  });
});

describe("the story of any other document", () => {
  test("has a step an intervention, then all plans", () => {
    const document = libraryDocument("start-up", ["platform-first", "nothing"]);
    expect(namesOf(document)).toEqual(["Platform", "Campaign", "Events", "Side by side"]);
    expect(storyOf(document).steps.at(-1)!.plans).toEqual(["platform-first", "nothing"]);
  });

  test("of a single plan ends with that plan", () => {
    const document = smallDocument({ plans: [{ id: "a", name: "A", interventions: [] }] });
    expect(namesOf(document)).toEqual(["At the end"]);
  });

  test("is the document's own where it has one", () => {
    expect(namesOf(fullDocument())).toEqual(["Begin", "End"]);
  });

  test("is one the schema accepts, whatever the plans, and goes forward in time", () => {
    const kinds = fullDocument().plans[0].interventions;
    const plan = fc.array(fc.record({ which: fc.nat(kinds.length - 1), week: fc.nat(99) }), {
      maxLength: 140,
    });
    fc.assert(
      fc.property(fc.array(plan, { minLength: 1, maxLength: 6 }), (plans) => {
        const document = checkDocument({
          ...fullDocument(),
          story: undefined,
          plans: plans.map((list, i) => ({
            id: `p${i}`,
            name: `Plan ${i}`,
            interventions: list.map(({ which, week }) => ({ ...kinds[which], week })),
          })),
        });
        const story = storyOf(document);
        expect(checkDocument({ ...document, story }).story).toEqual(story);
        const weeks = story.steps.map(({ week }) => week);
        expect(weeks.toSorted((a, b) => a - b)).toEqual(weeks);
        expect(story.steps.length).toBeLessThanOrEqual(STORY_STEPS_MAX);
      }),
      { numRuns: 60 },
    );
  });

  test("is there for every company and plan of the library", () => {
    for (const { id } of LIBRARY.companies) {
      for (const plan of LIBRARY.plans) {
        const document = libraryDocument(id, [plan.id, plan.id === "nothing" ? "platform-first" : "nothing"]);
        expect(checkDocument({ ...document, story: storyOf(document) })).toBeDefined();
      }
    }
  });
});

describe("a story in other languages", () => {
  const own = storyOf(defaultDocument());
  const german = own.steps.map(({ name }) => ({
    name: `${name} auf Deutsch`,
    headline: "{deep} tief",
    text: "",
  }));
  const translated = (translations: unknown, more: object = {}): unknown => ({
    ...defaultDocument(),
    story: { ...own, translations },
    ...more,
  });

  test("has their words where it has them, its own notes where they have none, and its own words for any other", () => {
    const { story } = checkDocument(translated([{ language: "de", steps: german }]));
    const told = storyIn(story!, "de").steps;
    expect(told.map(({ name }) => name)).toEqual(german.map(({ name }) => name));
    expect(told.map(({ week, plans, notes }) => ({ week, plans, notes }))).toEqual(
      own.steps.map(({ week, plans, notes }) => ({ week, plans, notes })),
    );
    expect(storyIn(story!, "fr").steps).toEqual(own.steps);
  });

  test("tells every step in each, and each once", () => {
    const short = german.slice(1);
    for (const [translations, why, more] of [
      [[{ language: "de", steps: short }], /^invalid story\.translations\[0\]\.steps; not 6 steps: 5/],
      [[{ language: "en-US", steps: german }], /the document's own language: "en-US"/],
      [[{ language: "de", steps: german }], /the document's own language: "de"/, { locale: "de" }],
      [
        [
          { language: "de", steps: german },
          { language: "de", steps: german },
        ],
        /a language twice/,
      ],
      [[{ language: "not a tag", steps: german }], /not a language tag such as en-GB/],
    ] as const)
      expect(() => checkDocument(translated(translations, more))).toThrow(why);
  });

  test("keeps them when its horizon is shortened", () => {
    const document = checkDocument(translated([{ language: "de", steps: german }]));
    expect(shortened(document, 52).document.story!.translations).toEqual(document.story!.translations);
  });
});
