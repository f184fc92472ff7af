/** A disk that is really full is told, and the study goes on where it stopped once there is room. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { TERMINAL } from "../viz/terminal.kit.ts";
import { filesOf, makeFolder, smallStudy } from "./kit.ts";

const folder = makeFolder();
const disk = join(folder.path, "disk");
mkdirSync(disk);
/** Room for the first blocks and no table. */
const isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=48k", "none", disk]).status === 0;
afterAll(() => {
  if (isMounted) spawnSync("umount", [disk]);
  folder.remove();
});

const studyFile = join(folder.path, "study.json");
writeFileSync(studyFile, JSON.stringify(smallStudy({ design: { kind: "sobol", points: 128 } })));

function study(out: string) {
  const words = [TERMINAL, "study", studyFile, "--out", out, "--workers", "0", "--progress", "none"];
  return spawnSync(process.execPath, words, { encoding: "utf8" });
}

test.skipIf(!isMounted)("a small disk fills up, is made larger, and ends with the same bytes", () => {
  const out = join(disk, "study");
  const full = study(out);
  expect([full.status, full.stdout]).toEqual([3, ""]);
  expect(full.stderr).toMatch(/^groundwork: cannot use "[^"]+"; no space left\n$/);
  const kept = Object.keys(filesOf(out)).filter((name) => name.startsWith("blocks/"));
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.filter((name) => name.endsWith(".part"))).toEqual([]);
  expect(spawnSync("mount", ["-o", "remount,size=1m", disk]).status).toBe(0);
  const done = study(out);
  expect(done.status).toBe(0);
  expect(done.stderr).toMatch(new RegExp(`^${kept.length} of 12 blocks are there`));
  expect(study(join(folder.path, "elsewhere")).status).toBe(0);
  expect(filesOf(out)).toEqual(filesOf(join(folder.path, "elsewhere")));
});
