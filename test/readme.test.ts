/** The README does what it says: its commands run, its document is valid, its library code works. */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ROOT, textOf } from "./lint/sources.ts";

const README = textOf("README.md");
const TERMINAL = join(ROOT, "dist/viz/terminal.js");
const VERB = "npm run -s groundwork -- ";
const COMMANDS = blocks("sh").flatMap((block) => block.trimEnd().split("\n"));
const [DOCUMENT] = blocks("json");
const FOLDER = mkdtempSync(join(tmpdir(), "groundwork-readme-"));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const isBuilt = existsSync(TERMINAL);
const people = Array.from({ length: 40 }, (_, i) => `person ${i}`);
writeFileSync(join(FOLDER, "question.json"), DOCUMENT);
cpSync(join(ROOT, "docs"), join(FOLDER, "docs"), { recursive: true });
writeFileSync(join(FOLDER, "people.csv"), ["id", ...people].join("\n"));
writeFileSync(
  join(FOLDER, "adopters.csv"),
  ["id,time", ...people.map((person, i) => `${person},${i % 3 === 0 ? "" : i % 7}`)].join("\n"),
);
writeFileSync(
  join(FOLDER, "ties.csv"),
  ["source,target", ...people.slice(1).map((person, i) => `${person},${people[i]}`)].join("\n"),
);

describe.skipIf(!isBuilt)("a command of the README runs", () => {
  const verbs = COMMANDS.filter((line) => line.startsWith(VERB)).map((line) => line.slice(VERB.length));

  test.each(verbs)("%s", (line) => {
    const words = line.split(" ");
    const { status, stdout, stderr } = node([TERMINAL, ...words]);
    expect({ status, stderr: status === 2 || status === 3 ? stderr : "" }).toEqual({
      status: words[0] === "diff" ? 1 : 0,
      stderr: "",
    });
    expect(stdout).not.toBe("");
    if (words.includes("--json")) expect(JSON.parse(stdout)).toHaveProperty("digest");
    const file = words[0] === "study" ? "manifest.json" : "result.json";
    if (words.includes("--out")) expect(existsSync(join(FOLDER, words.at(-1)!, file))).toBe(true);
  });
});

test("every other command of the README is one of the package's", () => {
  const { scripts } = JSON.parse(textOf("package.json")) as { scripts: Record<string, string> };
  const named = [...README.matchAll(/npm run (?:-s )?([a-z:]+)|npm (start|test)\b/g)];
  expect(named.map(([, run, short]) => run ?? short).filter((name) => scripts[name] === undefined)).toEqual(
    [],
  );
});

test.skipIf(!isBuilt)("the library code of the README works in bare Node", () => {
  // From the root, where the package can import itself by name.
  const code = blocks("js").join("\n");
  const { stdout, stderr } = node(["--input-type=module", "-e", code], ROOT);
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^[0-9a-f]{16} 0(\.\d+)?\n$/);
});

test("the README fits on a few screens", () => {
  expect(README.split("\n").length).toBeLessThanOrEqual(200);
});

function blocks(language: string): string[] {
  const found = README.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"));
  return [...found].map(([, text]) => text);
}

function node(words: readonly string[], cwd = FOLDER) {
  return spawnSync(process.execPath, words, { cwd, encoding: "utf8" });
}
