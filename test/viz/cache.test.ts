/** The cache of runs: what is asked for again is there, and edits without end don't fill the memory. */
import { expect, test } from "vitest";
import { libraryDocument, type Document } from "../../scenarios/index.ts";
import { createCache } from "../../viz/store/cache.ts";
import type { KeptRun } from "../../viz/store/sample.ts";

const RUN: KeptRun = { digest: "", exact: new Float64Array(0), coarse: new Float32Array(0) };
const base = libraryDocument("start-up", ["platform-first", "problems-first"]);

/** The same document, its first plan begun in another week. */
function movedTo(week: number): Document {
  const [first, ...others] = base.plans;
  const interventions = first.interventions.map((step) => ({ ...step, week }));
  return { ...base, plans: [{ ...first, interventions }, ...others] };
}

test("a plan that comes back has its runs, whatever its name, its place and the order of its steps", () => {
  const cache = createCache();
  cache.read(base).plans[0].set(0, RUN);
  const [first, second] = base.plans;
  const renamed = { ...first, id: "x", name: "X", interventions: first.interventions.toReversed() };
  expect(cache.read({ ...base, plans: [second, renamed] }).plans[1].get(0)).toBe(RUN);
  expect(cache.read({ ...base, seed: "another" }).plans[0].size).toBe(0);
  expect(cache.read(base).missing(2)).toEqual([
    { replicate: 0, places: [1] },
    { replicate: 1, places: [0, 1] },
  ]);
});

test("of a plan edited again and again the latest are kept, and the plans beside it always", () => {
  const cache = createCache();
  for (let week = 0; week < 100; week++) {
    const { plans } = cache.read(movedTo(week));
    plans[0].set(0, RUN);
    plans[1].set(0, RUN);
  }
  const isKept = (week: number): boolean => cache.read(movedTo(week)).plans[0].has(0);
  expect(cache.read(base).plans[1].has(0)).toBe(true);
  expect(isKept(99)).toBe(true);
  expect(isKept(92)).toBe(true);
  expect(isKept(10)).toBe(false);
});

test("other people are another world", () => {
  const cache = createCache();
  cache.read(base).plans[0].set(0, RUN);
  const roster = {
    ids: ["a", "b"],
    roster: {
      unit: new Uint16Array(2),
      department: new Uint16Array(2),
      team: new Uint32Array(2),
      role: new Uint8Array(2),
      level: new Uint8Array(2),
      site: new Uint8Array(2),
    },
    unitNames: ["U"],
    roleNames: ["R"],
    siteNames: ["S"],
    report: [],
  };
  const read = cache.read(base, { key: "roster.csv", organisation: { roster }, files: ["roster.csv"] });
  expect(read.plans[0].size).toBe(0);
  expect(read.company.employeeCount).toBe(2);
  expect(cache.read(base).plans[0].get(0)).toBe(RUN);
});
