/** Nothing is lost or torn in silence: failing file operations, truncated and altered blocks, workers that break. */
import * as nodeFiles from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createPool, spawnHere } from "../../workers/index.ts";
import {
  openFolder,
  runStudy,
  standingOf,
  type BlockPlace,
  type StudyFiles,
} from "../../workers/studies/index.ts";
import { filesOf, longerStudy, makeFolder, poolHere, RESULTS } from "./kit.ts";

const CODES = ["EIO", "ENOSPC", "EACCES", "EMFILE"] as const;
const OPERATIONS = [
  "closeSync",
  "fsyncSync",
  "linkSync",
  "mkdirSync",
  "openSync",
  "readFileSync",
  "readSync",
  "readdirSync",
  "renameSync",
  "unlinkSync",
  "writeSync",
] as const;

const pool = poolHere();
const folder = makeFolder();
const study = longerStudy({ design: { kind: "sobol", points: 2 }, replicates: 2, events: true });
afterAll(() => {
  pool.close();
  folder.remove();
});

/** In the soak run every operation fails in every way, with writes of every size: more than 10,000 schedules. */
const IS_SOAK = process.env["SOAK"] === "1";
const PASSES = IS_SOAK
  ? [Infinity, 997, 97, 23, 11].flatMap((bytesMost) => CODES.map((code) => ({ bytesMost, code })))
  : [{ bytesMost: Infinity, code: undefined }];

interface Failing {
  readonly files: StudyFiles;
  readonly count: () => number;
}

/** The real file system; its n-th operation fails, and a write takes at most so many bytes. */
function failingAt(n: number, bytesMost = Infinity, code = CODES[n % CODES.length]): Failing {
  let count = 0;
  const fake: Record<string, unknown> = { ...nodeFiles };
  for (const name of OPERATIONS) {
    const real = nodeFiles[name] as (...values: unknown[]) => unknown;
    fake[name] = (...values: unknown[]) => {
      if (count++ === n) throw Object.assign(new Error(`${code}: ${name}`), { code });
      if (values.length > 3) values[3] = Math.min(bytesMost, values[3] as number);
      return real(...values);
    };
  }
  return { files: fake as unknown as StudyFiles, count: () => count };
}

async function studyIn(path: string, files?: StudyFiles): Promise<BlockPlace> {
  const place = openFolder(path, study, RESULTS, files);
  await runStudy({ place, pool, hasCsv: true });
  return place;
}

/** What is in place: neither half-written files nor the lock, which the end of a process gives back. */
function placedIn(path: string): Record<string, string> {
  const files = nodeFiles.existsSync(path) ? Object.entries(filesOf(path)) : [];
  return Object.fromEntries(files.filter(([name]) => !name.endsWith(".part") && name !== "lock"));
}

test("whichever file operation fails, it is told, nothing is torn, and the next start ends in the same bytes", async () => {
  const whole = join(folder.path, "whole");
  await studyIn(whole);
  const expected = placedIn(whole);
  expect(Object.keys(expected).length).toBe(8);
  let schedules = 0;
  for (const { bytesMost, code } of PASSES) {
    const counted = failingAt(-1, bytesMost);
    await studyIn(join(folder.path, "counted"), counted.files);
    nodeFiles.rmSync(join(folder.path, "counted"), { recursive: true });
    const operations = counted.count();
    let silent = 0;
    for (let n = 0; n < operations; n++, schedules++)
      if (await isSilent(failingAt(n, bytesMost, code), expected, `operation ${n}, ${bytesMost}`)) silent++;
    // Giving back the lock, twice two operations: the table is there by then.
    expect(silent).toBeLessThanOrEqual(4);
  }
  expect(schedules).toBeGreaterThan(IS_SOAK ? 10_000 : 60);
});

/** Runs a study whose files fail, then again whole; true if nothing was told, which only a finished study may do. */
async function isSilent(
  { files }: Failing,
  expected: Record<string, string>,
  schedule: string,
): Promise<boolean> {
  const path = join(folder.path, "failing");
  let isTold = false;
  await studyIn(path, files).catch(() => (isTold = true));
  const placed = placedIn(path);
  expect(expected, schedule).toMatchObject(placed);
  if (!isTold) expect(placed, schedule).toEqual(expected);
  nodeFiles.rmSync(join(path, "lock"), { force: true });
  await studyIn(path);
  expect(placedIn(path), `${schedule}, resumed`).toEqual(expected);
  nodeFiles.rmSync(path, { recursive: true });
  return !isTold;
}

test("writes that take a few bytes at a time leave the same files", async () => {
  const path = join(folder.path, "short writes");
  await studyIn(path, failingAt(-1, 97).files);
  expect(placedIn(path)).toEqual(placedIn(join(folder.path, "whole")));
});

test("every truncation of a block and every one of 1,000 flipped bits is seen, and the block is made again", async () => {
  const path = join(folder.path, "altered");
  const place = await studyIn(path);
  const [{ name }] = standingOf(place).done.values();
  const bytes = nodeFiles.readFileSync(join(path, "blocks", name));
  const judged = (altered: Uint8Array): [number, number] => {
    const files = { ...nodeFiles, readFileSync: () => altered } as unknown as StudyFiles;
    const { done, damaged } = standingOf({ ...place, files });
    return [done.size, damaged.length];
  };
  expect(judged(bytes)).toEqual([1, 0]);
  let missed = 0;
  for (let length = 0; length < bytes.length; length++)
    if (judged(bytes.subarray(0, length))[0] > 0) missed++;
  for (let i = 0; i < 1000; i++) {
    // Spread over all bytes and bits by a stride that shares no factor with their number.
    const bit = (i * 7919) % (8 * bytes.length);
    const altered = Buffer.from(bytes);
    altered[bit >> 3] ^= 1 << (bit & 7);
    if (judged(altered)[0] > 0) missed++;
  }
  expect(missed).toBe(0);
  nodeFiles.writeFileSync(join(path, "blocks", name), bytes.subarray(1));
  await studyIn(path);
  expect(placedIn(path)).toEqual(placedIn(join(folder.path, "whole")));
});

test("a run the engine refuses is a row with its error, and the other runs have results", async () => {
  const refusing = createPool({
    size: 1,
    spawn: (listeners) => {
      const { runner, terminate } = spawnHere(listeners);
      const runTask: typeof runner.runTask = (task) =>
        task.spec.replicate === 1 ? Promise.reject(new RangeError("=no such ties")) : runner.runTask(task);
      return { runner: { ...runner, runTask }, terminate };
    },
  });
  const path = join(folder.path, "refused");
  const place = openFolder(path, study, RESULTS);
  const manifest = await runStudy({ place, pool: refusing, hasCsv: true });
  refusing.close();
  expect(manifest).toMatchObject({ rows: 8, failedRows: 4 });
  const lines = nodeFiles.readFileSync(join(path, "table.csv"), "utf8").trimEnd().split("\n").slice(1);
  const failed = lines.filter((line) => line.split(",")[1] === "1");
  expect(failed.length).toBe(4);
  for (const line of failed)
    expect(line).toMatch(/^\d,1,\w+,failed,,RangeError,'=no such ties,[\d.]+,[\d.]+,,$/);
  expect(lines.filter((line) => line.split(",")[3] === "ok").length).toBe(4);
});

test("workers that break end the study with an error and leave no rows of it", async () => {
  const broken = createPool({
    size: 1,
    spawn: () => {
      throw new Error("no memory");
    },
  });
  const path = join(folder.path, "broken");
  const place = openFolder(path, study, RESULTS);
  await expect(runStudy({ place, pool: broken })).rejects.toThrow(
    "run 0 failed twice; cannot start a worker; no memory",
  );
  expect(Object.keys(placedIn(path))).toEqual(["study.json"]);
});
