/** Goldens: six worlds × three plans give the bits they gave before; a difference is named by week and column. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { firstDifference, pack, type GoldenFile } from "./digests.ts";
import { goldenOf, goldenSpecs } from "./scenes.ts";

const held = JSON.parse(readFileSync(new URL("digests.json", import.meta.url), "utf8")) as GoldenFile;
const specs = goldenSpecs();

describe("the golden scenes", () => {
  it.each([...specs.keys()])("%s: every column at weeks 0, 1, 52 and 208 is what it was", (key) => {
    const spec = specs.get(key);
    if (!spec) throw new Error(`unknown scene: ${key}`);
    expect(firstDifference(held, key, goldenOf(spec))).toBe("");
  });

  it("are all there, and no other", () => {
    expect(Object.keys(held.scenes)).toEqual([...specs.keys()]);
  });

  it("differ from each other", () => {
    const traces = Object.values(held.scenes).map(({ trace }) => trace);
    expect(new Set(traces).size).toBe(traces.length);
  });

  it("name the week and the column that differ first", () => {
    const golden = { trace: "t", columns: { 0: { a: "1", b: "2" }, 52: { a: "3", b: "4" } } };
    const file = pack(new Map([["x", golden]]));
    const changed = { ...golden, columns: { ...golden.columns, 52: { a: "3", b: "5" } } };
    expect(firstDifference(file, "x", golden)).toBe("");
    expect(firstDifference(file, "x", changed)).toBe("week 52: b");
    expect(firstDifference(file, "x", { ...golden, trace: "u" })).toBe("the trace against the twin");
    expect(firstDifference(file, "x", { ...golden, columns: { 0: { a: "1", c: "2" } } })).toBe(
      "week 0: c, b",
    );
  });
});
