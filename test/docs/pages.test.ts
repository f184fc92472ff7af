/** The documents say what the tables and the code say. */
import { expect, test } from "vitest";
import { PARAMETERS } from "../../engine/index.ts";
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
