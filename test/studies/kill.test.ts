/** A study that is killed again and again loses no run and leaves no torn file. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { TERMINAL } from "../viz/terminal.kit.ts";
import { filesOf, longerStudy, makeFolder } from "./kit.ts";

const KILLS = process.env["SOAK"] === "1" ? 3000 : 50;
const folder = makeFolder();
afterAll(() => folder.remove());
const studyFile = join(folder.path, "study.json");
writeFileSync(
  studyFile,
  JSON.stringify(longerStudy({ design: { kind: "sobol", points: 80 }, replicates: 2, events: true })),
);

/** Runs the study and kills it at the n-th change in its folder of blocks; false if it ended before that. */
function isKilled(out: string, changes: number): Promise<boolean> {
  mkdirSync(join(out, "blocks"), { recursive: true });
  const words = [TERMINAL, "study", studyFile, "--out", out, "--workers", "0", "--progress", "none"];
  const child = spawn(process.execPath, words, { stdio: "ignore" });
  let seen = 0;
  const watcher = watch(join(out, "blocks"), () => {
    if (++seen === changes) child.kill("SIGKILL");
  });
  return new Promise((resolve, reject) => {
    child.on("close", (code, signal) => {
      watcher.close();
      if (code !== 0 && signal !== "SIGKILL") reject(new Error(`exit code ${code}`));
      else resolve(signal === "SIGKILL");
    });
  });
}

test.skipIf(!existsSync(TERMINAL))(
  `${KILLS} kills leave whole files only, and the same bytes in the end`,
  { timeout: KILLS * 12_000 },
  async () => {
    const whole = join(folder.path, "whole");
    expect(await isKilled(whole, Infinity)).toBe(false);
    const expected = filesOf(whole);
    let out = join(folder.path, "killed 0");
    for (let kills = 0; kills < KILLS;) {
      const isDone = !(await isKilled(out, 1 + (kills % 7)));
      const placed = Object.entries(filesOf(out)).filter(
        ([name]) => !name.endsWith(".part") && name !== "lock",
      );
      expect(expected).toMatchObject(Object.fromEntries(placed));
      if (isDone) {
        expect(filesOf(out)).toEqual(expected);
        out = join(folder.path, `killed ${kills}`);
      } else kills++;
    }
    expect(await isKilled(out, Infinity)).toBe(false);
    expect(filesOf(out)).toEqual(expected);
  },
);
