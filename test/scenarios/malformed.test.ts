/** Text that is no document: refused in one line with its place, and at once. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument } from "../../scenarios/index.ts";
import { FULL, refusal, textOf } from "./questions.ts";

describe("malformed text", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["", "malformed JSON; expected a value: end of text (plan.json:1)"],
    ["\n\n{", "malformed JSON; expected a key in quotes: end of text (plan.json:3)"],
    ['{"a":1,\n}', 'malformed JSON; expected a key in quotes: "}" (plan.json:2)'],
    ['{"a" 1}', `malformed JSON; expected ':': "1}" (plan.json:1)`],
    ['{"a":1 "b":2}', `malformed JSON; expected ',' or '}': "\\"b\\":2}" (plan.json:1)`],
    ["[1,\n2", "malformed JSON; expected ',' or ']': end of text (plan.json:2)"],
    ['{"a":"x\ny"}', String.raw`malformed JSON; text that doesn't end: "\ny\"}" (plan.json:1)`],
    ['{"a":"x', "malformed JSON; text that doesn't end: end of text (plan.json:1)"],
    [String.raw`{"a":"\x"}`, String.raw`malformed JSON; unknown escape: "\"\\x\"}" (plan.json:1)`],
    ["{} {}", 'malformed JSON; expected the end: "{}" (plan.json:1)'],
    ["// no\n{}", 'malformed JSON; expected a value: "// no\\n{}" (plan.json:1)'],
    ["null", "invalid document; not an object: null (plan.json:1)"],
    ["[]", "invalid document; not an object: a list (plan.json:1)"],
    ['"{}"', 'invalid document; not an object: "{}" (plan.json:1)'],
    ["{}", "missing groundwork, the version of the document (plan.json:1)"],
    [`${"[".repeat(13)}${"]".repeat(13)}`, 'malformed JSON; deeper than 12: "[]]]]]]]]]]]]]" (plan.json:1)'],
  ];
  test.each(cases)("%j is refused in a sentence", (text, sentence) => {
    expect(refusal(text)).toBe(sentence);
  });

  test("without a file's name says the line alone", () => {
    expect(() => parseDocument("\n{,}")).toThrow(/\(line 2\)$/);
  });

  test("is whatever JSON.parse refuses too", () => {
    const piece = fc.constantFrom(
      ...'{}[]:,"\\ \n0123-+.eE',
      "true",
      "null",
      '"a"',
      '{"a":',
      "[1,",
      "\u0000",
      "é",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        const isJson = canParse(text);
        if (!isJson) expect(refusal(text)).toMatch(/^(malformed JSON|repeated key)/);
        else expect(refusal(text)).not.toMatch(/^malformed JSON/);
      }),
      { numRuns: 2000 },
    );
  });
});

function canParse(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("a document made to be slow", () => {
  const keys = Array.from({ length: 300_000 }, (_, i) => `"k${i}":0`).join(",");
  const empties = (count: number) => Array.from({ length: count }, () => "{}").join(",");
  const rows = Array.from({ length: 900 }, () => `[${empties(900)}]`).join(",");
  const cases: readonly (readonly [string, string])[] = [
    ["10 MB of letters", "x".repeat(10_000_000)],
    ["10 MB of brackets", "[".repeat(10_000_000)],
    ["5 MB of brackets", "[".repeat(5_000_000)],
    ["5 MB of quotes", '"'.repeat(5_000_000)],
    ["a text of 5 MB", `"${"a".repeat(5_000_000)}"`],
    ["5 MB of escapes", String.raw`\u0041`.repeat(800_000)],
    ["5 MB of line ends", "\n".repeat(5_000_000)],
    ["a number of 5 MB", "1".repeat(5_000_000)],
    ["300,000 unknown keys", `{"groundwork":1,${keys}}`],
    ["810,000 empty objects", `{"groundwork":1,"plans":[${rows}]}`],
    [
      "49,000 empty interventions",
      textOf({
        ...FULL,
        plans: Array.from({ length: 49 }, (_, i) => ({
          id: `p${i}`,
          name: "P",
          interventions: Array.from({ length: 950 }, () => ({})),
        })),
      }),
    ],
    ["a name of 5 MB", textOf({ ...FULL, name: "a".repeat(5_000_000) })],
    [
      "bytes at random",
      Array.from({ length: 1_000_000 }, (_, i) => String.fromCharCode((i * 7919) % 256)).join(""),
    ],
  ];
  test.each(cases)("(%s) is refused at once", (_, text) => {
    const start = performance.now();
    expect(refusal(text)).toBeDefined();
    // The budget is 50 ms; machines under test are busy.
    expect(performance.now() - start).toBeLessThan(500);
  });
});
