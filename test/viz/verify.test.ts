/** The verb verify: what was run before is run again, and the first differing bit is named. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MEASURE_INDEX, MEASURES, run } from "../../engine/index.ts";
import {
  addReplicate,
  createTally,
  LIBRARY,
  parseDocument,
  resolveOrganisation,
  specOf,
  type Document,
  type Result,
  type Tally,
} from "../../scenarios/index.ts";
import { claimOf } from "../../viz/terminal/claim.ts";
import { mismatchText, tallyMismatch } from "../../viz/terminal/mismatch.ts";
import { SCENES } from "../../viz/terminal/scenes.ts";
import { makePlace, ROSTER, smallDocument, TIES } from "./terminal.kit.ts";

const place = makePlace();
const { groundwork } = place;
afterAll(() => place.remove());

const read = (name: string): string => readFileSync(join(place.folder, name), "utf8");
/** A copy of the finished run's folder with some files changed. */
function copyOf(name: string, changes: Readonly<Record<string, string>>): void {
  mkdirSync(join(place.folder, name));
  for (const file of ["document.json", "result.json", "runs.csv"])
    writeFileSync(join(place.folder, name, file), changes[file] ?? read(`out/${file}`));
}
/** The finished run's result with something changed. */
function resultWith(change: (result: Result) => object | void): string {
  const result = JSON.parse(read("out/result.json")) as Result;
  return JSON.stringify(change(result) ?? result);
}

beforeAll(async () => {
  place.write("small.json", JSON.stringify(smallDocument()));
  place.write("other.json", JSON.stringify(smallDocument({ seed: "other" })));
  place.write("roster.csv", ROSTER);
  place.write("ties.csv", TIES);
  const end = await groundwork(["run", "small.json", "--runs", "3", "--out", "out"]);
  expect(end.code).toBe(0);
});

describe.concurrent("verify", () => {
  test("without a file runs the library's companies against the digests written down", async () => {
    expect(SCENES.map(({ company }) => company)).toEqual(LIBRARY.companies.map(({ id }) => id));
    for (const { digests } of SCENES)
      expect(digests.join(" ")).toMatch(/^[0-9a-f]{16} [0-9a-f]{16} [0-9a-f]{16}$/);
    const { code, stdout } = await groundwork(["verify"]);
    expect(stdout).toBe(
      `identical, bit for bit: ${SCENES.length} companies of the library with 3 plans each; engine 0.1.0\n`,
    );
    expect(code).toBe(0);
  });

  test.each([["out"], ["out/"], ["out/result.json"]])("finds %s as it was", async (name) => {
    const { code, stdout, stderr } = await groundwork(["verify", name]);
    expect(stdout).toMatch(/^identical, bit for bit: 3 runs of 2 plans; digest [0-9a-f]{16}\n$/);
    expect([code, stderr]).toEqual([0, ""]);
  });

  test("tells machines the same, with any number of workers", async () => {
    const { digest } = JSON.parse(read("out/result.json")) as Result;
    for (const workers of ["0", "3"]) {
      const { code, stdout } = await groundwork(["verify", "out", "--json", "--workers", workers]);
      expect(code).toBe(0);
      expect(JSON.parse(stdout)).toEqual({
        identical: true,
        what: "3 runs of 2 plans",
        engine: "0.1.0",
        digest,
        differences: [],
      });
    }
  });

  test("names the week, plan and measure of a figure that is one last bit off", async () => {
    const result = resultWith(({ plans }) => {
      const { p50 } = plans[1].measures.engagement as unknown as { p50: number[] };
      expect(p50[27]).toBeGreaterThan(0.25);
      p50[27] += 2 ** -54;
      (plans[0].measures.engagement as unknown as { p95: number[] }).p95[30] += 0.1;
    });
    copyOf("ulp", { "result.json": result });
    const { code, stdout } = await groundwork(["verify", "ulp"]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^different: 3 runs of 2 plans; digest [0-9a-f]{16}\n/);
    const [, before, now] =
      /first difference: plan "second", week 27, engagement p50: (\S+) before, (\S+) now/.exec(stdout)!;
    expect(Math.abs(Number(before) - Number(now))).toBe(2 ** -54);
  });

  test("names the run whose digest differs, and where the figures show it", async () => {
    const rows = read("out/runs.csv").replace(/^second,1,./m, "second,1,x");
    copyOf("digest", { "runs.csv": rows });
    const { code, stdout } = await groundwork(["verify", "digest", "--json"]);
    const { differences } = JSON.parse(stdout) as { differences: object[] };
    expect(code).toBe(1);
    expect(differences).toMatchObject([{ plan: "second", replicate: 1, measure: "digest" }]);
  });

  test("misses runs that are gone, and figures beyond the weeks", async () => {
    copyOf("cut", { "runs.csv": read("out/runs.csv").trimEnd().split("\n").slice(0, -1).join("\n") });
    const cut = await groundwork(["verify", "cut"]);
    expect([cut.code, cut.stdout]).toEqual([
      1,
      expect.stringContaining("first difference: rows of runs.csv: 5 before, 6 now\n"),
    ]);
    copyOf("final", { "result.json": resultWith((result) => ({ ...result, digest: "0".repeat(64) })) });
    const final = await groundwork(["verify", "final"]);
    expect([final.code, final.stdout]).toEqual([
      1,
      expect.stringMatching(/first difference: digest: 0{60}… before, [0-9a-f]{60}… now\n$/),
    ]);
  });

  test("runs a document with one worker and with several", async () => {
    const { code, stdout, stderr } = await groundwork(["verify", "small.json", "--workers", "3"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(
      /^identical, bit for bit: 4 runs of 2 plans, with 1 worker and with 3; digest [0-9a-f]{16}\n$/,
    );
    const piped = await groundwork(["verify", "-", "--workers", "3"], JSON.stringify(smallDocument()));
    expect(piped.stdout).toBe(stdout);
  });

  test("needs the people of a result that had some", async () => {
    const files = ["--roster", "roster.csv", "--ties", "ties.csv", "--weight", "strength"];
    await groundwork(["run", "small.json", "--runs", "1", "--out", "people", ...files]);
    const given = await groundwork(["verify", "people", ...files]);
    expect([given.code, given.stdout]).toEqual([0, expect.stringContaining("identical")]);
    expect(given.stderr).toContain("30 people");
    const without = await groundwork(["verify", "people"]);
    expect([without.code, without.stdout]).toEqual([
      1,
      expect.stringContaining("week 0, employees p5: 30 before, 60 now"),
    ]);
  });

  test("says so if the result is of another engine, and compares all the same", async () => {
    copyOf("old", { "result.json": resultWith((result) => ({ ...result, engine: "0.0.9" })) });
    const { code, stderr } = await groundwork(["verify", "old"]);
    expect([code, stderr]).toEqual([0, "the result is of engine 0.0.9, this is 0.1.0\n"]);
  });

  test("ends with 2 and one line at bad input", async () => {
    place.write("alone.json", read("out/result.json"));
    place.write(
      "future.json",
      resultWith((result) => ({ ...result, schemaVersion: 2 })),
    );
    place.write(
      "none.json",
      resultWith((result) => ({ ...result, runs: 0 })),
    );
    place.write("half.json", read("out/result.json").slice(0, 999));
    place.write("bare.json", '{"digest": "x", "schemaVersion": 1}');
    const lines: [string[], string | RegExp][] = [
      [["alone.json"], 'missing document; no document.json beside "alone.json", and no --document'],
      [["out", "--document", "other.json"], /^not the document of this result; SHA-256 .*"other.json"$/],
      [["future.json"], "result of another version; not schemaVersion 1 (future.json)"],
      [["none.json"], 'invalid runs; not a whole number in [1, 100000]: "0"'],
      [["half.json"], /\(half\.json:1\)$/],
      [["bare.json"], "invalid result; engine, document or plans is missing (bare.json)"],
      [["nowhere.json"], 'cannot read "nowhere.json"; no such file or folder'],
      [["small.json", "--runs", "0"], 'invalid runs; not a whole number in [1, 100000]: "0"'],
    ];
    for (const [words, line] of lines) {
      const { code, stdout, stderr } = await groundwork(["verify", ...words]);
      expect({ code, stdout }, words.join(" ")).toEqual({ code: 2, stdout: "" });
      const told = stderr.replace(/^groundwork: (.*)\n$/, "$1");
      expect(told).toEqual(typeof line === "string" ? line : expect.stringMatching(line));
    }
  });
});

describe("the first difference of two tallies", () => {
  const document: Document = parseDocument(JSON.stringify(smallDocument({ weeks: 60 })));
  const organisation = resolveOrganisation(document);
  const traces = [0, 1].map((replicate) =>
    document.plans.map((_, i) => run(specOf(document, organisation, i, replicate))),
  );
  const tallyOf = (change: (columns: Float64Array) => void): Tally => {
    const tally = createTally(document);
    for (const [replicate, plans] of traces.entries())
      addReplicate(
        tally,
        replicate,
        plans.map((trace, plan) => {
          const columns = trace.columns.slice();
          if (replicate === 1 && plan === 1) change(columns);
          return { ...trace, columns };
        }),
      );
    return tally;
  };

  test("is none between equals", () => {
    expect(
      tallyMismatch(
        tallyOf(() => {}),
        tallyOf(() => {}),
      ),
    ).toBeUndefined();
  });

  test("is the run, week and measure of a last bit off in week 57, whatever came later", () => {
    const at = (measure: number, week: number) => measure * (document.weeks + 1) + week;
    const { engagement } = MEASURE_INDEX;
    const value = traces[1][1].columns[at(engagement, 57)];
    const changed = tallyOf((columns) => {
      columns[at(engagement, 57)] += 2 ** -53;
      columns[at(0, 58)] += 1;
      columns[at(MEASURES.length - 1, 60)] += 1;
    });
    const mismatch = tallyMismatch(
      tallyOf(() => {}),
      changed,
    )!;
    expect(mismatch).toEqual({
      plan: "second",
      replicate: 1,
      week: 57,
      measure: "engagement",
      before: value,
      now: value + 2 ** -53,
    });
    expect(mismatchText(mismatch)).toBe(
      `first difference: plan "second", replicate 1, week 57, engagement: ${value} before, ${value + 2 ** -53} now`,
    );
  });
});

test("a scene that differs is named by its company and plan", () => {
  const mismatch = { company: "insurer", plan: "problems-first", measure: "digest", before: "a1", now: "b2" };
  expect(mismatchText(mismatch)).toBe(
    'first difference: company insurer, plan "problems-first", digest: a1 before, b2 now',
  );
});

test("a document is no result, whatever it is called", () => {
  expect(claimOf(JSON.stringify(smallDocument()), "result.json")).toBeUndefined();
  expect(claimOf("[1]", "x")).toBeUndefined();
  expect(claimOf("{", "x")).toBeUndefined();
});
