/** Bad documents: one line that says what, why, value and line, fast, whatever is thrown at it. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDocument, InputError, parseDocument, type Document } from "../../scenarios/index.ts";
import { FULL, leafPaths, objectPaths, refusal, textOf, withValue } from "./questions.ts";

function lineOf(path: readonly PropertyKey[]): number {
  const marked = textOf(withValue(FULL, path, "MARK"));
  return marked.slice(0, marked.indexOf('"MARK"')).split("\n").length;
}

const LEAVES = leafPaths(FULL);
const OBJECTS = objectPaths(FULL);

describe("every value of a document with one of everything", () => {
  const wrongForAll = [null, [], {}, ["x"], { kind: "platform" }, -1, 1e12, -1e12, "", "\u0000", true];
  const cases = LEAVES.flatMap((path) => wrongForAll.map((value) => ({ path, value })));
  // What is right nonetheless.
  const fine = new Set(["salesLikeRole null", 'notes ""', 'text ""', "fast true"]);
  // A note may stand at any number: of its measure there is no bound to money.
  const isAnywhere = (path: readonly PropertyKey[], value: unknown) =>
    path[0] === "chartNotes" && path.at(-1) === "value" && typeof value === "number";
  const isFine = (path: readonly PropertyKey[], value: unknown) =>
    fine.has(`${String(path.at(-1))} ${JSON.stringify(value)}`) || isAnywhere(path, value);

  test(`is refused when it is wrong, with its line (${cases.length} documents)`, () => {
    expect(cases.length).toBeGreaterThan(800);
    for (const { path, value } of cases.filter((one) => !isFine(one.path, one.value))) {
      const message = refusal(textOf(withValue(FULL, path, value)));
      const what = `${path.join(".")} = ${JSON.stringify(value)}`;
      expect(message, what).toBeDefined();
      expect(message, what).toContain(`(plan.json:${lineOf(path)})`);
    }
  });

  test("is refused as NaN, Infinity, 1e999, hexadecimal, octal, with a plus or a bare point", () => {
    const marked = LEAVES.map((path) => textOf(withValue(FULL, path, "MARK")));
    for (const text of marked) {
      for (const word of [
        "NaN",
        "Infinity",
        "-Infinity",
        "0x10",
        "010",
        "+1",
        ".5",
        "5.",
        "1e",
        "undefined",
        "'x'",
      ]) {
        expect(refusal(text.replace('"MARK"', word))).toMatch(/^malformed JSON; /);
      }
      expect(refusal(text.replace('"MARK"', "1e999"))).toBeDefined();
    }
  });
});

describe("every object of a document with one of everything", () => {
  test("is refused with an unknown key, with its line", () => {
    for (const path of OBJECTS) {
      for (const key of [
        "rocket",
        "Name",
        "name ",
        "constructor",
        "toString",
        "hasOwnProperty",
        "prototype",
      ]) {
        const message = refusal(textOf(withValue(FULL, [...path, key], "MARK")));
        expect(message).toMatch(/^(unknown key|invalid assumptions)/);
        expect(message).toContain(`(plan.json:${lineOf([...path, key])})`);
      }
    }
  });

  test("is refused with a key __proto__ or one given twice", () => {
    const text = textOf(FULL);
    for (const at of [...text.matchAll(/\{\n/g)].map((match) => match.index + 1)) {
      const insert = (member: string) => `${text.slice(0, at)}${member}${text.slice(at)}`;
      expect(refusal(insert('"__proto__": {"polluted": 1},'))).toMatch(
        /^unknown key: "__proto__" \(plan\.json:\d+\)$/,
      );
      expect(refusal(insert('"x": 1, "x": 1,'))).toMatch(/^repeated key: "x" \(plan\.json:\d+\)$/);
    }
  });

  test("is refused without a key it needs", () => {
    for (const path of ["name", "company", "plans", "seed", "weeks", "groundwork"]) {
      expect(refusal(textOf(withValue(FULL, [path], undefined)))).toMatch(new RegExp(`^missing ${path}`));
    }
    for (const key of ["id", "name", "interventions"]) {
      const message = refusal(textOf(withValue(FULL, ["plans", 0, key], undefined)));
      expect(message).toBe(`missing plans[0].${key} (plan.json:${lineOf(["plans", 0, "id"]) - 1})`);
    }
    const needed = { 1: ["weeks", "intensity"], 2: ["every"], 5: ["experts"], 6: ["ratio", "roleClarity"] };
    for (const [i, keys] of Object.entries(needed)) {
      for (const key of [...keys, "week", "kind"]) {
        const path = ["plans", 0, "interventions", Number(i), key];
        expect(refusal(textOf(withValue(FULL, path, undefined)))).toMatch(
          /^missing plans\[0\]\.interventions\[\d\]\./,
        );
      }
    }
  });
});

const SENTENCES: readonly (readonly [string, (document: Document) => unknown, string])[] = [
  ["weeks 0", (d) => ({ ...d, weeks: 0 }), "invalid weeks; not in [1, 1040]: 0 (plan.json:172)"],
  ["weeks 1.5", (d) => ({ ...d, weeks: 1.5 }), "invalid weeks; not a whole number: 1.5 (plan.json:172)"],
  ["version 2", (d) => ({ ...d, groundwork: 2 }), "unknown groundwork version; not 1: 2 (plan.json:2)"],
  [
    "version as text",
    (d) => ({ ...d, groundwork: "1" }),
    'unknown groundwork version; not 1: "1" (plan.json:2)',
  ],
  [
    "a plan id twice",
    (d) => withValue(d, ["plans", 1, "id"], "all"),
    'invalid plans[1].id; an id twice: "all" (plan.json:',
  ],
  ["no plan", (d) => ({ ...d, plans: [] }), "invalid plans; an empty list: a list (plan.json:"],
  [
    "a date beyond the horizon",
    (d) => withValue(d, ["plans", 0, "interventions", 11, "week"], 100),
    "invalid plans[0].interventions[11].week; not in [0, 99]: 100 (plan.json:",
  ],
  [
    "a shock beyond it",
    (d) => withValue(d, ["shocks", 3, "week"], 100),
    "invalid shocks[3].week; not in [0, 99]: 100 (plan.json:",
  ],
  [
    "an unknown company",
    (d) => withValue(d, ["company", "library"], "acme"),
    'unknown company: "acme" (plan.json:6)',
  ],
  ["no company at all", (d) => ({ ...d, company: {} }), "missing company.employees (plan.json:"],
  [
    "a scope of nobody",
    (d) => withValue(d, ["plans", 0, "interventions", 1, "scope", "sites"], []),
    "invalid plans[0].interventions[1].scope.sites; an empty list: a list (plan.json:",
  ],
  [
    "a role twice",
    (d) => withValue(d, ["company", "roles"], ["A", "A"]),
    "invalid company.roles; a name twice: a list (plan.json:",
  ],
  [
    "more roles than people",
    (d) =>
      withValue(
        { ...d, company: { employees: 20 } },
        ["company", "roles"],
        Array.from({ length: 21 }, (_, i) => `R${i}`),
      ),
    "invalid company.roles; more roles than employees: 21 (plan.json:",
  ],
  [
    "19 employees",
    (d) => withValue(d, ["company", "employees"], 19),
    "invalid company.employees; not in [20, 1000000]: 19 (plan.json:",
  ],
  [
    "an odd ring",
    (d) => withValue(d, ["company", "ties"], { kind: "ring", degree: 3 }),
    "invalid company.ties.degree; not even: 3 (plan.json:",
  ],
  [
    "a 30th of February",
    (d) => ({ ...d, start: "2024-02-30" }),
    'invalid start; not a date as YYYY-MM-DD: "2024-02-30" (plan.json:',
  ],
  [
    "a year without leap day",
    (d) => ({ ...d, start: "2023-02-29" }),
    'invalid start; not a date as YYYY-MM-DD: "2023-02-29" (plan.json:',
  ],
  [
    "a currency in words",
    (d) => ({ ...d, currency: "Euro" }),
    'invalid currency; not a currency of three capitals: "Euro" (plan.json:',
  ],
  [
    "a locale of no language",
    (d) => ({ ...d, locale: "not a tag" }),
    'invalid locale; not a language tag such as en-GB: "not a tag" (plan.json:',
  ],
  [
    "a name of two lines",
    (d) => ({ ...d, name: "a\nb" }),
    String.raw`invalid name; has control characters: "a\nb" (plan.json:3)`,
  ],
  [
    "a lone surrogate",
    (d) => ({ ...d, name: "a\ud800" }),
    String.raw`invalid name; has control characters: "a\ud800" (plan.json:3)`,
  ],
  [
    "text turned around",
    (d) => ({ ...d, name: "a\u202eb" }),
    'invalid name; has control characters: "a�b" (plan.json:3)',
  ],
  [
    "an id with a slash",
    (d) => withValue(d, ["plans", 0, "id"], "../x"),
    'invalid plans[0].id; not 1 to 64 letters, digits, - or _: "../x" (plan.json:',
  ],
];

test.each(SENTENCES)("%s is refused in a sentence", (_, change, sentence) => {
  expect(
    refusal(textOf(change(structuredClone(FULL) as unknown as Document)))?.slice(0, sentence.length),
  ).toBe(sentence);
});

describe("many faults", () => {
  test("show the first and how many more", () => {
    const text = textOf({ ...FULL, weeks: 0, seed: "", currency: "x" });
    expect(refusal(text)).toMatch(/^invalid seed; .* and 2 more$/);
  });

  test("beyond twenty are not counted", () => {
    const interventions = Array.from({ length: 500 }, () => ({}));
    const text = textOf({ ...FULL, plans: [{ id: "a", name: "A", interventions }] });
    expect(refusal(text)).toMatch(/ and at least 19 more$/);
  });
});

test("a changed document is either refused in one line or within all bounds", () => {
  const text = JSON.stringify(FULL);
  const edit = fc.record({
    at: fc.nat(text.length - 1),
    cut: fc.integer({ min: 0, max: 12 }),
    put: fc.constantFrom(
      "",
      "0",
      "9",
      "-",
      "1e9",
      '"',
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      "null",
      "x",
      "\\",
      "e",
      ".",
    ),
  });
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
      const changed = edits.reduce(
        (now, { at, cut, put }) => now.slice(0, at) + put + now.slice(at + cut),
        text,
      );
      if (refusal(changed) !== undefined) return;
      accepted++;
      const document = parseDocument(changed);
      expect(checkDocument(JSON.parse(changed))).toEqual(document);
      expect(document.weeks).toBeLessThanOrEqual(1040);
    }),
    { numRuns: 3000 },
  );
  expect(accepted).toBeGreaterThan(0);
});

describe("a document from memory", () => {
  test("without a place is refused without one", () => {
    expect(() => checkDocument({ ...FULL, weeks: 0 })).toThrow(/^invalid weeks; not in \[1, 1040\]: 0$/);
    expect(() => checkDocument({ ...FULL, weeks: Number.NaN })).toThrow(
      /^invalid weeks; not a finite number: NaN$/,
    );
    expect(() => checkDocument({ ...FULL, weeks: 10n })).toThrow(InputError);
    expect(() => checkDocument({ ...FULL, name: () => "x" })).toThrow(InputError);
    expect(() => checkDocument({ ...FULL, name: Symbol("x") })).toThrow(InputError);
    expect(() => checkDocument(undefined)).toThrow(/^invalid document; not an object: missing$/);
  });

  test("that holds itself is refused", () => {
    const loop: Record<string, unknown> = { ...FULL };
    loop["company"] = loop;
    expect(() => checkDocument(loop)).toThrow(/deeper than 12/);
  });
});
