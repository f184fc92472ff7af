/** Two versions' folders of a study are the same bit for bit, as far as it matters, different, or nobody can tell. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runKey, uniform } from "../../engine/index.ts";
import { normalQuantile } from "../../engine/math.ts";
import { commonOf, layoutOf, versionFindings } from "../../scenarios/studies/index.ts";
import { equivalenceOf } from "../../scenarios/studies/equivalence.ts";
import type { Grid } from "../../scenarios/studies/seed-share.ts";
import { openFolder, readDigests, readVersion, runStudy } from "../../workers/studies/index.ts";
import { makePlace } from "../viz/terminal.kit.ts";
import { longerStudy, makeFolder, poolHere, RESULTS, studyOf } from "./kit.ts";

/** Normal values of 40 points, three replicates each, of a version of its own luck. */
function gridOf(version: number, shift = 0): Grid {
  const [point, luck] = [runKey([1, 13], 0), runKey([version, 17], 0)];
  const values = Float64Array.from(
    { length: 120 },
    (_, i) =>
      5 * normalQuantile(uniform(Math.floor(i / 3), point)) + normalQuantile(uniform(i, luck)) + shift,
  );
  return { points: 40, replicates: 3, values };
}

describe("two versions of an output", () => {
  test.each([
    [1, 0, 0.1, "identical"],
    [2, 0, 0.1, "equivalent"],
    [2, 2, 0.1, "different"],
    [2, 0.4, 0.1, "undecided"],
    [2, 0, 0.001, "undecided"],
  ] as const)("luck %d shifted by %d, within %d of the spread, are %s", (version, shift, share, verdict) => {
    expect(equivalenceOf(gridOf(1), gridOf(version, shift), share).verdict).toBe(verdict);
  });

  test("at the margin's edge are called equivalent in at most 5 of 100 comparisons", () => {
    let called = 0;
    for (let trial = 0; trial < 400; trial++) {
      const before = gridOf(1000 + trial);
      const { margin } = equivalenceOf(before, before, 0.1);
      if (equivalenceOf(before, gridOf(2000 + trial, margin), 0.1).verdict === "equivalent") called++;
    }
    expect(called / 400).toBeLessThan(0.05 + 2 * 0.011);
    expect(called).toBeGreaterThan(0);
  });

  test("have the interval of Student's t by hand, and leave out points with failed runs", () => {
    const before: Grid = { points: 4, replicates: 1, values: Float64Array.of(0, 10, 20, NaN) };
    const after: Grid = { points: 4, replicates: 1, values: Float64Array.of(1, 12, 23, 9) };
    const found = equivalenceOf(before, after, 0.5);
    // Differences 1, 2, 3: mean 2, standard error 1/√3, and t(0.95; 2) = 2.919986.
    expect(found).toMatchObject({ before: 10, after: 12, compared: 3, margin: 5, verdict: "equivalent" });
    expect(found.difference.low).toBeCloseTo(2 - 2.919986 / Math.sqrt(3), 5);
    expect(found.difference.high).toBeCloseTo(2 + 2.919986 / Math.sqrt(3), 5);
  });
});

test("versions share points, plans, outputs and the replicates that both have", () => {
  const before = layoutOf(studyOf());
  const after = layoutOf(studyOf({ outputs: ["netValue", "cost"], replicates: 2 }));
  const common = commonOf(before, after);
  expect(common).toEqual({ outputs: ["netValue"], plans: ["first", "second"], replicates: 2 });
  const valuesOf = ({ replicates }: typeof before) =>
    [0, 1].map((plan) =>
      Float64Array.from({ length: 32 * replicates }, (_, i) => plan * 7 + Math.floor(i / replicates)),
    );
  const sides = [before, after].map((layout) => [layout, valuesOf(layout)] as const);
  const findings = versionFindings(common, "netValue", sides, 0.1);
  expect(findings.map(({ plan, less, verdict }) => [plan, less, verdict])).toEqual([
    ["first", undefined, "identical"],
    ["second", undefined, "identical"],
    ["second", "first", "identical"],
  ]);
  expect(findings[2]).toMatchObject({ before: 7, after: 7 });
  expect(() => commonOf(before, layoutOf(studyOf({ seed: "other" })))).toThrow("folders of different points");
  expect(() => commonOf(before, layoutOf(studyOf({ outputs: ["cost"] })))).toThrow(
    "without an output in common",
  );
});

describe("two folders", () => {
  const folder = makeFolder();
  const pool = poolHere();
  const terminal = makePlace();
  afterAll(() => {
    pool.close();
    terminal.remove();
    folder.remove();
  });

  test("of two engines are compared from the command line, and a folder that isn't merged is refused", async () => {
    const design = { kind: "latin hypercube", points: 40 };
    const [old, now] = [join(folder.path, "old"), join(folder.path, "now")];
    const study = longerStudy({ design });
    const place = openFolder(old, study, RESULTS);
    await runStudy({ place, pool });
    // Another engine's results: other assumptions at the same points stand for it.
    const changed = { ...study.document, assumptions: { wageUsdPerHour: 90 } };
    const other = openFolder(now, longerStudy({ design, document: changed }), "fedcba9876543210");
    await runStudy({ place: other, pool });
    expect(readVersion(now).place.results).toBe("fedcba9876543210");
    expect((await readDigests(place)).size).toBe(40 * 3 * 2);

    const same = await terminal.groundwork(["compare", old, old]);
    expect([same.code, same.stderr]).toEqual([0, ""]);
    expect(same.stdout).toContain("240 of 240 rows are the same bit for bit");
    expect(same.stdout).toMatch(/netValue +second less first .* identical\n/);
    const loose = await terminal.groundwork(["compare", old, now, "--margin", "10", "--json"]);
    expect(loose.code).toBe(0);
    const told = JSON.parse(loose.stdout) as { findings: { verdict: string }[]; rows: object };
    expect(told.findings.length).toBe(6);
    const strict = await terminal.groundwork([
      "compare",
      old,
      now,
      "--margin",
      "0.000001",
      "--outputs",
      "netValue",
    ]);
    expect(strict.code).toBe(1);
    expect(strict.stdout).toMatch(/comparisons are different or undecided\.\n$/);

    const bad = await terminal.groundwork(["compare", old, now, "--margin", "0"]);
    expect([bad.code, bad.stderr]).toEqual([2, 'groundwork: invalid margin; not a number in (0, 10]: "0"\n']);
    rmSync(join(now, "manifest.json"));
    expect((await terminal.groundwork(["compare", old, now])).code).toBe(2);
    const table = readFileSync(join(old, "table.parquet"));
    table[50] ^= 1;
    writeFileSync(join(old, "table.parquet"), table);
    const damaged = await terminal.groundwork(["compare", old, old]);
    expect(damaged.code).toBe(1);
    expect(damaged.stderr).toContain("damaged file; not the bytes of the manifest: table.parquet");
  });
});
