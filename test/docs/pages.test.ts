/** The documents say what the tables and the code say. */
import { describe, expect, test } from "vitest";
import { PARAMETERS } from "../../engine/index.ts";
import { EVIDENCE } from "../../scenarios/index.ts";
import { FILES, textOf } from "../lint/sources.ts";
import { pages } from "./pages.ts";

test.each([...pages()])("%s is what `npm run docs` writes", (path, content) => {
  expect(textOf(path)).toBe(content);
});

const named = new Set([...textOf("docs/ODD.md").matchAll(/`(\w+)`/g)].map(([, name]) => name));

test("ODD.md names every parameter", () => {
  expect(PARAMETERS.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
});

test("every name in ODD.md is one of the engine's", () => {
  const engine = FILES.filter((path) => /^engine\/.*\.ts$/.test(path))
    .map(textOf)
    .join("\n");
  expect([...named].filter((name) => !new RegExp(`\\b${name}\\b`).test(engine))).toEqual([]);
});

describe("the page of evidence", () => {
  const page = textOf("docs/evidence.md");
  const rows = [...page.matchAll(/^\| <a id="(\w+)"><\/a>(\w+) \| .* \|$/gm)];

  test("has a row with an anchor for every entry of the register, and no other", () => {
    expect(rows.map(([, , id]) => id)).toEqual(EVIDENCE.map(({ id }) => id));
    expect(rows.map(([, anchor]) => anchor)).toEqual(EVIDENCE.map(({ id }) => id.toLowerCase()));
  });

  test("is where every id in a document leads: none names an entry that isn't there", () => {
    const ids = FILES.filter((path) => path.endsWith(".md")).flatMap((path) =>
      [...textOf(path).matchAll(/\bE\d\d[a-z]?\b/g)].map(([id]) => id),
    );
    const known = new Set(EVIDENCE.map(({ id }) => id));
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
  });

  test("names for each entry the parameters that name it in the page of parameters", () => {
    const parameters = textOf("docs/parameters.md");
    for (const [line, , id] of rows) {
      const naming = parameters.split("\n").filter((row) => row.includes(`[${id}](`));
      const named = naming.map((row) => /^\| `(\w+)`/.exec(row)?.[1]);
      expect([...(line.split(" | ").at(-1) ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(
        named,
      );
    }
  });
});
