/** Documents: what is read is what was written, and bounds hold. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PARAMETERS } from "../../engine/index.ts";
import {
  checkChange,
  checkDocument,
  defaultDocument,
  documentJsonSchema,
  documentSha256,
  InputError,
  parseDocument,
  planSha,
  shortened,
  type Document,
} from "../../scenarios/index.ts";
import { FULL, fullDocument, leafPaths, objectPaths, smallDocument, textOf, withValue } from "./questions.ts";

describe("a document", () => {
  test("with one of everything is read as it was written", () => {
    expect(fullDocument()).toEqual(FULL);
  });

  test("survives writing and reading", () => {
    for (const document of [fullDocument(), defaultDocument(), smallDocument()]) {
      expect(parseDocument(JSON.stringify(document))).toEqual(document);
      expect(checkDocument(structuredClone(document))).toEqual(document);
    }
  });

  test("without assumptions and shocks has none", () => {
    expect(smallDocument()).toMatchObject({ assumptions: {}, shocks: [] });
  });

  test("may start with a byte-order mark and use any JSON spacing", () => {
    expect(parseDocument(`\ufeff\r\n\t ${JSON.stringify(FULL)} \n`)).toEqual(FULL);
  });

  test("has −0 read as 0, so that its hash doesn't hang on the sign of nothing", () => {
    const zero = textOf(withValue(FULL, ["company", "rewiring"], 0));
    const minus = zero.replace('"rewiring": 0', '"rewiring": -0');
    expect(minus).not.toBe(zero);
    expect(Object.is(parseDocument(minus).company.rewiring, 0)).toBe(true);
    expect(Object.is(checkDocument(withValue(FULL, ["company", "rewiring"], -0)).company.rewiring, 0)).toBe(
      true,
    );
    expect(documentSha256(parseDocument(minus))).toBe(documentSha256(parseDocument(zero)));
  });

  test("takes nothing from inherited properties", () => {
    const inherited = Object.create({ name: "inherited" }) as object;
    const value = Object.assign(inherited, withValue(FULL, ["name"], undefined));
    expect(() => checkDocument(value)).toThrow(/^missing name$/);
  });

  test("takes every row of the parameter table at both ends and refuses what lies beyond", () => {
    for (const { name, low, high } of PARAMETERS) {
      for (const value of [low, high]) {
        expect(smallDocument({ assumptions: { [name]: value } }).assumptions[name]).toBe(value);
      }
      for (const value of [low - 0.001, high * 1.001 + 0.001]) {
        expect(() => smallDocument({ assumptions: { [name]: value } })).toThrow(InputError);
      }
    }
  });

  test("takes a range between the bounds of a row, but not of a switch", () => {
    for (const { name, low, high, unit } of PARAMETERS) {
      const read = () => smallDocument({ assumptions: { [name]: { low, high } } });
      if (unit === "switch") expect(read).toThrow(/not 0 or 1/);
      else expect(read().assumptions[name]).toEqual({ low, high });
    }
    expect(() => smallDocument({ assumptions: { skillSd: { low: 0.2, high: 0.1 } } })).toThrow(
      /low above high/,
    );
  });
});

describe("a story", () => {
  test("names plans of its document and weeks up to its end", () => {
    const steps = fullDocument().story!.steps;
    const read = (change: object) => () =>
      checkDocument({ ...FULL, story: { steps: [{ ...steps[0], ...change }] } });
    expect(read({ week: 100 })().story!.steps[0].week).toBe(100);
    expect(read({ week: 101 })).toThrow("invalid story.steps[0].week; not in [0, 100]: 101");
    expect(read({ plans: ["all", "other"] })).toThrow(
      'invalid story.steps[0].plans[1]; no plan of the document: "other"',
    );
    expect(read({ plans: Array.from({ length: 5 }, () => "all") })).toThrow("more than 4 plans");
    expect(read({ plans: [] })).toThrow("an empty list");
    expect(read({ headline: "x".repeat(161) })).toThrow("not text of 1 to 160 characters");
    expect(read({ text: "x".repeat(1001) })).toThrow("longer than 1000 characters");
    expect(read({ measure: "digest" })).toThrow("not one of deepShare, ");
  });
});

describe("hashes", () => {
  test("of a document change with every part, names included", () => {
    const sha = documentSha256(fullDocument());
    expect(sha).toMatch(/^[0-9a-f]{64}$/);
    expect(documentSha256(parseDocument(textOf({ ...FULL, name: "Other" })))).not.toBe(sha);
    expect(documentSha256(parseDocument(textOf({ ...FULL, seed: "other" })))).not.toBe(sha);
  });

  test("of a document don't hang on the order of keys", () => {
    const turned = Object.fromEntries(Object.entries(FULL).toReversed());
    expect(documentSha256(parseDocument(textOf(turned)))).toBe(documentSha256(fullDocument()));
  });

  test("of a plan leave out id, name, notes and the order of its list", () => {
    const [plan] = fullDocument().plans;
    const turned = { ...plan, id: "x", name: "X", notes: "", interventions: plan.interventions.toReversed() };
    expect(planSha(turned)).toBe(planSha(plan));
    expect(planSha({ interventions: plan.interventions.slice(1) })).not.toBe(planSha(plan));
  });
});

describe("goals and notes on curves", () => {
  test("are refused beyond the horizon, twice for a measure, and of no measure", () => {
    const goal = { measure: "deepShare", value: 0.3, week: 4 };
    const note = { ...goal, text: "The merger" };
    expect(smallDocument({ goals: [goal], chartNotes: [note, note] })).toMatchObject({ goals: [goal] });
    expect(() => smallDocument({ goals: [{ ...goal, week: 1040 }] })).toThrow(
      /invalid goals\[0\].week; not in/,
    );
    expect(() => smallDocument({ goals: [goal, goal] })).toThrow(/invalid goals\[1\].measure; a goal twice/);
    expect(() => smallDocument({ goals: [{ ...goal, measure: "luck" }] })).toThrow(/not a measure/);
    expect(() => smallDocument({ chartNotes: [{ ...note, week: 1040 }] })).toThrow(/chartNotes\[0\].week/);
    expect(() => smallDocument({ chartNotes: [{ ...note, text: "" }] })).toThrow(/not text of 1 to 120/);
  });
});

describe("a shorter horizon", () => {
  test("leaves out what is dated beyond it, and says so", () => {
    const { document, report } = shortened(fullDocument(), 12);
    expect(document.weeks).toBe(12);
    expect(document.plans[0].interventions.map((item) => item.week)).toEqual([
      0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
    ]);
    expect(document.shocks.map((item) => item.kind)).toEqual(["reorganisation", "layoffs"]);
    expect(report).toEqual([
      'left out of "All kinds": stop in week 99',
      "left out of the shocks: merger in week 12",
      "left out of the shocks: sponsorLeaves in week 13",
      "left out of the shocks: budgetCut in week 14",
      'moved to the end: "Begin" of the story, from week 26',
      'moved to the end: "End" of the story, from week 100',
      "left out of the goals: deepShare in week 60",
    ]);
    expect(document.story!.steps.map(({ week }) => week)).toEqual([12, 12]);
  });

  test("is checked like any other", () => {
    for (const weeks of [0, -1, 1041, 1.5, Number.NaN]) {
      expect(() => shortened(fullDocument(), weeks)).toThrow(/^invalid weeks; not /);
    }
  });
});

test("a changed document is checked as strictly as a whole one, and told off in the same words", () => {
  const before = fullDocument();
  const outcome = (check: () => Document): unknown => {
    try {
      return check();
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      return String(error);
    }
  };
  const values = fc.oneof(
    fc.integer({ min: -1, max: 300 }),
    fc.constantFrom(-0, 0.5, NaN, "", "platform", "stop", null, undefined, [], {}),
  );
  // A command makes a document of a document: never something else in its place.
  const paths = fc.constantFrom(
    ...[...leafPaths(before), ...objectPaths(before)].filter(({ length }) => length > 0),
  );
  fc.assert(
    fc.property(paths, values, (path, value) => {
      const changed = withValue(before, path, value) as Document;
      // What a command leaves alone it passes on.
      const plans = changed.plans?.map?.((one, i) =>
        JSON.stringify(one) === JSON.stringify(before.plans[i]) ? before.plans[i] : one,
      );
      const after = path[0] === "plans" ? { ...before, plans: plans ?? changed.plans } : changed;
      expect(outcome(() => checkChange(before, after))).toEqual(outcome(() => checkDocument(after)));
    }),
    { numRuns: 500 },
  );
});

test("the committed JSON Schema is that of the code", async () => {
  const text = `${JSON.stringify(documentJsonSchema(), null, 1)}\n`;
  await expect(text).toMatchFileSnapshot("../../docs/document.schema.json");
});

test("any document the schema accepts, changed in memory, is accepted again", () => {
  const week = fc.integer({ min: 0, max: 207 });
  const intervention = fc.oneof(
    fc.record({ week, kind: fc.constant("platform") }),
    fc.record({
      week,
      kind: fc.constant("tribe"),
      ratio: fc.double({ min: 0, max: 1000, noNaN: true }),
      roleClarity: fc.constant(1),
    }),
    fc.record({ week, kind: fc.constant("communities"), count: fc.integer({ min: 1, max: 10_000 }) }),
  );
  fc.assert(
    fc.property(
      fc.array(intervention, { maxLength: 20 }),
      fc.string({ minLength: 1, maxLength: 20 }),
      (list, name) => {
        const plans = [{ id: "p", name: name.replaceAll(/[^\P{C}]/gu, "x"), interventions: list }];
        const document = checkDocument({ ...FULL, weeks: 208, plans, story: undefined });
        expect(parseDocument(JSON.stringify(document))).toEqual(document);
      },
    ),
  );
});
