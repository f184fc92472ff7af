/** The verbs of studies: what they print, how they end, and bad input in one line with exit code 2. */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { smallStudy } from "../studies/kit.ts";
import { makePlace } from "./terminal.kit.ts";

const place = makePlace();
const { groundwork } = place;
afterAll(() => place.remove());

const SALTELLI = {
  design: { kind: "saltelli", points: 8 },
  replicates: 2,
  document: { ...(smallStudy()["document"] as object), weeks: 20 },
};
place.write("study.json", JSON.stringify(smallStudy(SALTELLI)));
place.write("other.json", JSON.stringify(smallStudy({ ...SALTELLI, seed: "other" })));
const parts = (words: string): string[] => words.split(" ");

describe("a study", () => {
  test("is run, looked at, analysed, verified, damaged, mended and merged", async () => {
    const run = await groundwork(parts("study study.json --out done --csv --progress json"));
    expect(run).toMatchObject({ code: 0, stderr: expect.not.stringContaining("groundwork:") });
    expect(run.stdout).toMatch(/^Small study\n32 points × 2 replicates × 2 plans = 128 rows, 0 failed\n/);
    expect(readdirSync(join(place.folder, "done")).toSorted()).toEqual([
      "blocks",
      "manifest.json",
      "ro-crate-metadata.json",
      "study.json",
      "table.csv",
      "table.parquet",
    ]);
    expect(await groundwork(parts("status done --of 4"))).toMatchObject({
      code: 0,
      stdout: "Small study: complete\n64 of 64 runs · 2 of 2 blocks\n",
    });
    const analysed = await groundwork(parts("analyse done"));
    expect(analysed.code).toBe(0);
    expect(analysed.stdout).toMatch(/due to the seed alone: \d+% \(\d+–\d+%\)/);
    expect(analysed.stdout).toMatch(
      /Second against First\n +difference .+ · ahead in \d+% \(\d+–\d+%\) of runs/,
    );
    expect(analysed.stdout).toMatch(/factor +█ alone, ░ with others +alone +with others/);
    const json = await groundwork(parts("analyse done --outputs netValue --json"));
    expect(JSON.parse(json.stdout)).toMatchObject({
      design: "saltelli",
      outputs: [
        { output: "netValue", plans: [{ plan: "first" }, { plan: "second" }], pairs: [{ a: "first" }] },
      ],
    });
    expect(await groundwork(parts("verify done --runs 3"))).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^identical, bit for bit: 5 files, runs \d+, \d+, \d+ again; study /),
    });
    const table = readFileSync(join(place.folder, "done", "table.parquet"));
    rmSync(join(place.folder, "done", "blocks", readdirSync(join(place.folder, "done", "blocks"))[0]));
    writeFileSync(join(place.folder, "done", "table.parquet"), table.subarray(4));
    expect(await groundwork(parts("verify done"))).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(
        "missing block: 0\ndamaged file; not the bytes of the manifest: table.parquet",
      ),
    });
    expect(await groundwork(parts("analyse done"))).toMatchObject({
      code: 1,
      stderr: "groundwork: damaged file; not the bytes of the manifest: table.parquet\n",
    });
    expect(await groundwork(parts("status done --of 4"))).toMatchObject({
      code: 1,
      stdout: "Small study: not complete\n32 of 64 runs · 1 of 2 blocks\nopen shards: 1\n",
    });
    expect(await groundwork(parts("merge done"))).toMatchObject({
      code: 1,
      stderr: "groundwork: study incomplete; 1 of 2 blocks are missing\n",
    });
    expect(await groundwork(parts("shard study.json --shard 1 --of 4 --out done"))).toMatchObject({
      code: 0,
    });
    expect(await groundwork(parts("merge done --csv"))).toMatchObject({ code: 0, stdout: run.stdout });
    expect(readFileSync(join(place.folder, "done", "table.parquet")).equals(table)).toBe(true);
  });
});

describe.concurrent("refused in one line", () => {
  place.write("bad.json", JSON.stringify(smallStudy({ replicates: 0 }), undefined, 1));
  place.write(
    "late.json",
    JSON.stringify(smallStudy({ outputs: [{ take: "at", measure: "cost", week: 99 }] }), undefined, 1),
  );
  mkdirSync(join(place.folder, "empty"));

  test.each([
    ["study nowhere.json --out x", 2, 'cannot read "nowhere.json"; no such file or folder'],
    ["study study.json", 2, "required option '--out <DIR>' not specified"],
    ["study bad.json --out x", 2, "invalid replicates; not in [1, 100000]: 0 (bad.json:"],
    ["study late.json --out x", 2, "invalid outputs[0].week; not in [0, 3]: 99 (late.json:"],
    ["shard study.json --of 3 --out x", 2, "missing shard; neither --shard nor SLURM_ARRAY_TASK_ID nor JOB_"],
    ["shard study.json --shard 3 --of 3 --out x", 2, "invalid shard; not in [0, 2]: 3"],
    ["status empty", 2, 'no folder of a study; without study.json: "'],
    ["merge nowhere", 2, 'no folder of a study; without study.json: "'],
    ["study study.json --out study.json", 3, 'cannot use "study.json"; '],
  ])("%s", async (words, code, says) => {
    const ended = await groundwork(parts(words));
    expect([ended.code, ended.stdout]).toEqual([code, ""]);
    expect(ended.stderr).toMatch(/^groundwork: [^\n]+\n$/);
    expect(ended.stderr).toContain(says);
  });

  test("a folder of another study, or one in use", async () => {
    const { folder } = place;
    mkdirSync(join(folder, "taken"));
    place.write("taken/study.json", JSON.stringify(smallStudy(SALTELLI)));
    place.write("taken/lock", "elsewhere 7 1");
    expect(await groundwork(parts("study study.json --out taken"))).toMatchObject({
      code: 3,
      stderr: expect.stringContaining("folder in use; process 7 on elsewhere writes to it"),
    });
    expect(await groundwork(parts("study other.json --out taken"))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("folder of another study; its study.json differs"),
    });
  });
});
