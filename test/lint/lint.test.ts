/** The linter and the scan refuse what would cost the house its directions and the engine its bits. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ROOT } from "./sources.ts";
import { engineFaults } from "./syntax.ts";

interface Snippet {
  /** Where it is laid out, such as engine/clock.ts. */
  readonly path: string;
  readonly text: string;
}

const FOLDER = mkdtempSync(join(tmpdir(), "groundwork-lint-"));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const BAD = snippetsOf("bad");
const GOOD = snippetsOf("good");
const rulesBroken = rulesBrokenBy([...BAD, ...GOOD]);

describe("a bad snippet is refused", () => {
  test.each(BAD)("$path", ({ path, text }) => {
    const [, rule] = /^\/\*\* Refused by ([\w-]+)\. \*\/$/m.exec(text)!;
    expect(rulesBroken.get(path)).toContain(rule);
  });

  test("there are at least 30 for engine/", () => {
    expect(BAD.filter(({ path }) => path.startsWith("engine/")).length).toBeGreaterThanOrEqual(30);
  });
});

describe("a good snippet passes", () => {
  test.each(GOOD)("$path", ({ path }) => {
    expect(rulesBroken.get(path)).toEqual([]);
  });
});

function snippetsOf(kind: "bad" | "good"): Snippet[] {
  const folder = join(ROOT, "test/lint", kind);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts.txt"))
    .toSorted()
    .map((path) => ({
      path: path.replaceAll("\\", "/").replace(/\.txt$/, ""),
      text: readFileSync(join(folder, path), "utf8"),
    }));
}

/** Lays the snippets out as in the house and judges them in one run with the house's own settings. */
function rulesBrokenBy(snippets: readonly Snippet[]): Map<string, string[]> {
  for (const file of [".oxlintrc.json", "tsconfig.base.json"]) cpSync(join(ROOT, file), join(FOLDER, file));
  for (const room of ["engine", "scenarios", "workers", "viz"]) {
    mkdirSync(join(FOLDER, room));
    cpSync(join(ROOT, room, "tsconfig.json"), join(FOLDER, room, "tsconfig.json"));
  }
  writeFileSync(join(FOLDER, "engine/math.ts"), "export const exp = (x: number): number => x;\n");
  const broken = new Map<string, string[]>();
  for (const { path, text } of snippets) {
    mkdirSync(dirname(join(FOLDER, path)), { recursive: true });
    writeFileSync(join(FOLDER, path), text);
    broken.set(path, path.startsWith("engine/") ? engineFaults(path, text).map(({ rule }) => rule) : []);
  }
  const oxlint = join(ROOT, "node_modules/oxlint/bin/oxlint");
  // It looks for its type-aware half in the folder it runs in, where nothing is installed.
  const env = { ...process.env, OXLINT_TSGOLINT_PATH: join(ROOT, "node_modules/.bin/tsgolint") };
  const { stdout } = spawnSync(process.execPath, [oxlint, "-f", "json"], {
    cwd: FOLDER,
    env,
    encoding: "utf8",
  });
  if (!stdout.startsWith("{")) throw new Error(`oxlint didn't judge: ${stdout}`);
  for (const { code, filename } of diagnosticsOf(stdout)) {
    broken.get(filename.replaceAll("\\", "/"))?.push(/\(([\w-]+)\)$/.exec(code)![1]);
  }
  return broken;
}

function diagnosticsOf(json: string): { code: string; filename: string }[] {
  return (JSON.parse(json) as { diagnostics: { code: string; filename: string }[] }).diagnostics;
}
