/** The command line does what it says: results on stdout, all else on stderr, exit codes as documented. */
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ENGINE_VERSION, MEASURES } from "../../engine/index.ts";
import { documentSha256, parseDocument, type Result } from "../../scenarios/index.ts";
import { ended, makePlace, ROSTER, smallDocument, TERMINAL, TIES } from "./terminal.kit.ts";

const place = makePlace();
const { groundwork } = place;
place.write("small.json", JSON.stringify(smallDocument()));
place.write("roster.csv", ROSTER);
place.write("ties.csv", TIES);
afterAll(() => place.remove());

const SMALL_RUN = ["run", "small.json", "--runs", "3"];
async function resultOf(...more: string[]): Promise<Result> {
  const { code, stdout } = await groundwork([...SMALL_RUN, "--json", ...more]);
  expect(code).toBe(0);
  return JSON.parse(stdout) as Result;
}

describe.concurrent("run --json", () => {
  test("gives one object of the documented shape and nothing else", async () => {
    const { code, stdout, stderr } = await groundwork([...SMALL_RUN, "--json"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.endsWith("}\n")).toBe(true);
    const result = JSON.parse(stdout) as Result;
    const document = parseDocument(readFileSync(join(place.folder, "small.json"), "utf8"));
    expect(Object.keys(result)).toEqual([
      "schemaVersion",
      "engine",
      "document",
      "digest",
      "weeks",
      "runs",
      "plans",
      "differences",
    ]);
    expect(result).toMatchObject({
      schemaVersion: 1,
      engine: ENGINE_VERSION,
      document: documentSha256(document),
      weeks: 40,
      runs: 3,
    });
    expect(result.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(result.plans.map(({ id, name }) => [id, name])).toEqual([
      ["first", "First"],
      ["second", "Second"],
    ]);
    for (const plan of result.plans) {
      expect(Object.keys(plan.measures)).toEqual(MEASURES.map(({ name }) => name));
      for (const bands of Object.values(plan.measures)) {
        expect(Object.keys(bands)).toEqual(["p5", "p25", "p50", "p75", "p95"]);
        for (const values of Object.values(bands)) expect(values).toHaveLength(41);
      }
      expect(plan.final).toMatchObject({ npv: { p50: expect.any(Number) as number } });
    }
    for (const difference of result.differences) {
      expect([difference.a, difference.b]).toEqual(["first", "second"]);
      expect(difference.probabilityBBeatsA).toHaveLength(41);
      expect(Object.keys(difference.overtakingWeek)).toEqual(["p5", "p50", "p95", "never"]);
    }
  });

  test("gives the same bytes with 0, 1, 2, 3 and 5 workers", async () => {
    const outputs = await Promise.all(
      [0, 1, 2, 3, 5].map((workers) => groundwork([...SMALL_RUN, "--json", "--workers", String(workers)])),
    );
    expect(new Set(outputs.map(({ stdout }) => stdout)).size).toBe(1);
    expect(outputs[0].code).toBe(0);
  });

  test("reads a document from stdin", async () => {
    const { stdout } = await groundwork(
      ["run", "-", "--runs", "3", "--json"],
      JSON.stringify(smallDocument()),
    );
    expect(JSON.parse(stdout)).toEqual(await resultOf());
  });

  test("runs the default document if none is given", async () => {
    const { code, stdout } = await groundwork(["run", "--weeks", "2", "--runs", "1", "--json"]);
    const result = JSON.parse(stdout) as Result;
    expect(code).toBe(0);
    expect(result.plans.map(({ id }) => id)).toEqual([
      "platform-first",
      "problems-first",
      "same-platform-first",
    ]);
    expect(result.differences.some(({ a, b }) => a === "platform-first" && b === "same-platform-first")).toBe(
      true,
    );
  });

  test("takes weeks, seed and plans from the command line, plans in the document's order", async () => {
    const changed = await resultOf("--weeks", "36", "--seed", "other", "--plans", "nothing,second,first");
    expect(changed.weeks).toBe(36);
    expect(changed.plans.map(({ id }) => id)).toEqual(["first", "second", "nothing"]);
    expect(changed.digest).not.toBe((await resultOf()).digest);
    const nothing = changed.plans[2];
    expect(nothing.final.npv).toEqual({ p5: 0, p50: 0, p95: 0 });
  });

  test("tells progress as JSON lines when asked to", async () => {
    const { stdout, stderr } = await groundwork([
      "run",
      "--runs",
      "3",
      "--weeks",
      "100",
      "--workers",
      "1",
      "--json",
      "--progress",
      "json",
    ]);
    expect((JSON.parse(stdout) as Result).runs).toBe(3);
    const lines = stderr.split("\n").filter((line) => line.startsWith("{"));
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ runs: 3 });
  });
});

describe.concurrent("run", () => {
  test("shows people a table of plans and the difference in a sentence", async () => {
    const { code, stdout } = await groundwork(SMALL_RUN);
    expect(code).toBe(0);
    expect(stdout).toContain("60 employees · 40 weeks · 3 runs");
    expect(stdout).toMatch(/^After 40 weeks +First +Second$/m);
    expect(stdout).toMatch(/^Net present value +−?\$/m);
    expect(stdout).toMatch(/^"(First|Second)" (beats|and) "(First|Second)" .*in [0-9.]+ of 3 runs/m);
    for (const line of stdout.split("\n")) expect(line).toBe(line.trimEnd());
  });

  test("takes the organisation from files and says on stderr what it understood", async () => {
    const files = ["--roster", "roster.csv", "--ties", "ties.csv"];
    const { code, stdout, stderr } = await groundwork([
      ...SMALL_RUN,
      ...files,
      "--weight",
      "strength",
      "--directed",
      "--json",
    ]);
    expect(code).toBe(0);
    const result = JSON.parse(stdout) as Result;
    expect(result.plans[0].measures.employees!.p50[0]).toBe(30);
    expect(stderr).toContain("30 people");
    expect(stderr).toContain("29 ties");
    expect(stderr).not.toContain("groundwork:");
  });

  test("writes the result, the document and one row a run and plan", async () => {
    const { stdout } = await groundwork([...SMALL_RUN, "--json", "--out", "new/folder"]);
    const folder = join(place.folder, "new", "folder");
    expect(readdirSync(folder).toSorted()).toEqual(["document.json", "result.json", "runs.csv"]);
    expect(readFileSync(join(folder, "result.json"), "utf8")).toBe(stdout);
    const written = parseDocument(readFileSync(join(folder, "document.json"), "utf8"));
    expect(documentSha256(written)).toBe((JSON.parse(stdout) as Result).document);
    const rows = readFileSync(join(folder, "runs.csv"), "utf8").trimEnd().split("\n");
    expect(rows[0]).toBe(["plan", "replicate", "digest", ...MEASURES.map(({ name }) => name)].join(","));
    expect(rows.slice(1).map((row) => row.split(",").slice(0, 2).join(" "))).toEqual([
      "first 0",
      "second 0",
      "first 1",
      "second 1",
      "first 2",
      "second 2",
    ]);
  });

  test("writes the same files again over the old ones", async () => {
    const hash = (): string[] =>
      readdirSync(join(place.folder, "twice")).map((name) =>
        createHash("sha256")
          .update(readFileSync(join(place.folder, "twice", name)))
          .digest("hex"),
      );
    await groundwork([...SMALL_RUN, "--out", "twice"]);
    const first = hash();
    await groundwork([...SMALL_RUN, "--out", "twice"]);
    expect(hash()).toEqual(first);
  });

  test("that is interrupted ends at once with 130, one line, and nothing half-written", async () => {
    const child = place.start(["run", "--runs", "200", "--out", "broken", "--json", "--progress", "json"]);
    const end = ended(child);
    await new Promise((resolve) => child.stderr!.once("data", resolve));
    const start = performance.now();
    child.kill("SIGINT");
    const { code, stdout, stderr } = await end;
    expect([code, stdout]).toEqual([130, ""]);
    expect(stderr.trimEnd().split("\n").at(-1)).toBe("groundwork: interrupted");
    expect(performance.now() - start).toBeLessThan(2000);
    expect(readdirSync(join(place.folder, "broken"))).toEqual([]);
  });

  test.each([
    ["a file's name", "small.json"],
    ["below a file", "small.json/new"],
  ])("that can't write into %s ends with 3 before anything runs", async (_title, out) => {
    const { code, stdout, stderr } = await groundwork([...SMALL_RUN, "--out", out]);
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toBe(`groundwork: cannot write to "${out}"; not a folder\n`);
  });

  test.runIf(existsSync("/dev/full"))("that can't write to stdout ends with 3 and says why", () => {
    const full = openSync("/dev/full", "w");
    const { status, stderr } = spawnSync(process.execPath, [TERMINAL, "list"], {
      stdio: ["ignore", full, "pipe"],
      encoding: "utf8",
    });
    closeSync(full);
    expect([status, stderr]).toEqual([3, "groundwork: cannot write to stdout; no space left\n"]);
  });

  test("whose reader leaves says nothing", async () => {
    const child = place.start(["list"]);
    child.stdout!.destroy();
    let stderr = "";
    child.stderr!.on("data", (text) => (stderr += String(text)));
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect([code, stderr]).toEqual([0, ""]);
  });
});
