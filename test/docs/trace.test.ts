/** TRACE.md has its eight elements, and its counts are those of the code. */
import { describe, expect, test } from "vitest";
import { PARAMETERS } from "../../engine/index.ts";
import { FILES, textOf } from "../lint/sources.ts";
import { MUTATIONS } from "../mutation/mutations.ts";

const TRACE = textOf("docs/TRACE.md");
const FUNCTION_NAME = /^[a-z]+[A-Z]\w*$/;

test("TRACE.md has the eight elements of the standard, in its order, then its limitations", () => {
  expect([...TRACE.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
    "1. Problem formulation",
    "2. Model description",
    "3. Data evaluation",
    "4. Conceptual model evaluation",
    "5. Implementation verification",
    "6. Model output verification",
    "7. Model analysis",
    "8. Model output corroboration",
    "Limitations",
    "References",
  ]);
});

describe("its counts", () => {
  const { scenes } = JSON.parse(textOf("test/golden/digests.json")) as { scenes: object };
  const { rows } = JSON.parse(textOf("test/oracles/fixture.json")) as { rows: unknown[] };

  test.each([
    ["mutations", /^\| mutations\b.*\| (\d+) in \d+ files \|/m, MUTATIONS.length],
    [
      "mutated files",
      /^\| mutations\b.*\| \d+ in (\d+) files \|/m,
      new Set(MUTATIONS.map(({ file }) => file)).size,
    ],
    ["golden scenes", /^\| golden scenes\b.*\| (\d+) \|/m, Object.keys(scenes).length],
    ["committed rows", /^\| published cases\b.*\| (\d+) rows \|/m, rows.length],
  ])("of %s are the code's", (_, pattern, count) => {
    expect(pattern.exec(TRACE)?.[1]).toBe(String(count));
  });

  test("leave no doubt that most parameters are assumptions", () => {
    const assumed = PARAMETERS.filter(({ grade }) => grade === "D").length;
    expect(TRACE).toContain("well over half of the parameters are assumptions");
    expect(assumed / PARAMETERS.length).toBeGreaterThan(0.55);
  });
});

test("it names only parameters, commands and folders that are there", () => {
  const quoted = [...TRACE.matchAll(/`([^`]+)`/g)].map(([, text]) => text);
  const names = new Set<string>(PARAMETERS.map(({ name }) => name));
  const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };
  const isThere = (text: string): boolean =>
    text.startsWith("npm run ")
      ? scripts[text.slice("npm run ".length)] !== undefined
      : FUNCTION_NAME.test(text)
        ? names.has(text)
        : FILES.some((path) => path === text || (text.endsWith("/") && path.startsWith(text)));
  expect(quoted.filter((text) => !isThere(text))).toEqual([]);
});

test("leads to the measured patterns instead of repeating them", () => {
  expect(TRACE).toContain("[patterns.md](patterns.md)");
  expect(TRACE).toContain("[calibration.md](calibration.md)");
});
