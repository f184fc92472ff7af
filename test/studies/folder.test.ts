/** A study's folder holds the same bytes however it came about. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { run } from "../../engine/index.ts";
import { resolveOrganisation, specOf } from "../../scenarios/index.ts";
import { layoutOf, pointDocument, type Study } from "../../scenarios/studies/index.ts";
import { createNodePool } from "../../workers/node.ts";
import type { Pool } from "../../workers/index.ts";
import {
  FolderBusy,
  Incomplete,
  mergeStudy,
  openFolder,
  runShard,
  runStudy,
  verifyFiles,
  verifyRuns,
} from "../../workers/studies/index.ts";
import { lockFolder } from "../../workers/studies/lock.ts";
import { rowsOfFile } from "./duckdb.kit.ts";
import { filesOf, makeFolder, poolHere, RESULTS, studyOf } from "./kit.ts";

const folders = [makeFolder()];
const pool = poolHere();
afterAll(() => {
  pool.close();
  for (const folder of folders) folder.remove();
});

function freshPath(): string {
  folders.push(makeFolder());
  return folders.at(-1)!.path;
}

async function finished(study: Study, path = freshPath(), on: Pool = pool) {
  const place = openFolder(path, study, RESULTS);
  const manifest = await runStudy({ place, pool: on });
  return { path, place, manifest };
}

describe("a study's table", () => {
  test("has the same bytes for 1, 7 and 64 shards, for one worker and two", async () => {
    const study = studyOf({ design: { kind: "sobol", points: 96 } });
    const { path, manifest } = await finished(study);
    expect(manifest).toMatchObject({ rows: 576, failedRows: 0, points: 96, replicates: 3 });
    expect(manifest.blocks.length).toBe(9);
    const whole = filesOf(path);
    const two = createNodePool(2);
    for (const of of [1, 7, 64]) {
      const place = openFolder(freshPath(), study, RESULTS);
      // Backwards: nothing may hang on the order of shards.
      for (let shard = of - 1; shard >= 0; shard--)
        await runShard({ place, pool: of === 7 ? two : pool, shard, of });
      await mergeStudy(place);
      expect(filesOf(place.folder), `${of} shards`).toEqual(whole);
    }
    two.close();
  });

  test("is that of single runs: row k has the digest of run k", async () => {
    const study = studyOf({ design: { kind: "latin hypercube", points: 5 }, replicates: 2 });
    const { path } = await finished(study);
    const layout = layoutOf(study);
    const organisation = resolveOrganisation(study.document);
    const expected = layout.experiment.points.flatMap((_, point) =>
      [0, 1].flatMap((replicate) =>
        [0, 1].map((plan) => run(specOf(pointDocument(layout, point), organisation, plan, replicate)).digest),
      ),
    );
    expect((await query(path, "select digest from t")).flat()).toEqual(expected);
  });

  test("opens in DuckDB with every column's type, row and value", async () => {
    const study = studyOf({
      outputs: [
        "registeredShare",
        { take: "first week above", name: "never", measure: "cost", level: 1e15 },
        { take: "trace", measure: "employees", every: 2 },
      ],
    });
    const { path } = await finished(study);
    expect(await query(path, "select column_name, column_type from (describe t)")).toEqual([
      ["point", "INTEGER"],
      ["replicate", "INTEGER"],
      ["plan", "VARCHAR"],
      ["status", "VARCHAR"],
      ["digest", "VARCHAR"],
      ["errorType", "VARCHAR"],
      ["errorMessage", "VARCHAR"],
      ["attendanceFrequency", "DOUBLE"],
      ["externalProb", "DOUBLE"],
      ["registeredShare", "DOUBLE"],
      ["never", "DOUBLE"],
      ["employees@0", "DOUBLE"],
      ["employees@2", "DOUBLE"],
    ]);
    const counts = await query(
      path,
      `select plan, count(*)::int, count(never)::int, count(distinct point)::int, min("employees@2"), bool_and(status = 'ok') from t group by plan order by plan`,
    );
    expect(counts).toEqual([
      ["first", 96, 0, 32, 24, true],
      ["second", 96, 0, 32, 24, true],
    ]);
    const { points } = layoutOf(study).experiment;
    const values = await query(
      path,
      `select distinct point, "attendanceFrequency", "externalProb" from t order by point`,
    );
    expect(values).toEqual(points.map((point, i) => [i, ...point]));
  });

  test("grows without changing a row: more points, replicates and outputs", async () => {
    const before = await finished(studyOf());
    const after = await finished(
      studyOf({
        design: { kind: "sobol", points: 40 },
        replicates: 4,
        outputs: ["netValue", "registeredShare", "cost"],
      }),
    );
    const columns = `point, replicate, plan, status, digest, "attendanceFrequency", "externalProb", "registeredShare", "netValue"`;
    const old = await query(before.path, `select ${columns} from t`);
    const same = await query(
      after.path,
      `select ${columns} from t where point < 32 and replicate < 3 order by point, replicate, plan`,
    );
    expect(same).toEqual(old);
  });
});

describe("a study's folder", () => {
  test("is resumed by content: whole blocks are kept, missing and damaged ones are made again", async () => {
    const { path, place, manifest } = await finished(studyOf());
    const whole = filesOf(path);
    const [first, second] = manifest.blocks.map(({ file }) => join(path, file));
    rmSync(first);
    const bytes = readFileSync(second);
    bytes[40] ^= 1;
    writeFileSync(second, bytes);
    const told: number[][] = [];
    await runStudy({
      place,
      pool,
      onStanding: ({ missing, damaged }) => told.push([...missing], [damaged.length]),
    });
    expect(told).toEqual([[0, 1], [1]]);
    expect(filesOf(path)).toEqual(whole);
  });

  test("is not merged while a block is missing", async () => {
    const place = openFolder(freshPath(), studyOf(), RESULTS);
    await runShard({ place, pool, shard: 0, of: 3 });
    await expect(mergeStudy(place)).rejects.toThrow(Incomplete);
    await expect(mergeStudy(place)).rejects.toThrow("study incomplete; 2 of 3 blocks are missing");
  });

  test("takes no second writer, and that of a dead process is no writer", async () => {
    const study = studyOf({ replicates: 1 });
    const place = openFolder(freshPath(), study, RESULTS);
    const unlock = lockFolder(place.folder);
    await expect(runStudy({ place, pool })).rejects.toThrow(FolderBusy);
    unlock();
    await runStudy({ place, pool });
    const whole = filesOf(place.folder);
    writeFileSync(join(place.folder, "lock"), `${hostname()} 4194304 1`);
    await runStudy({ place, pool });
    expect(filesOf(place.folder)).toEqual(whole);
    writeFileSync(join(place.folder, "lock"), "elsewhere 1 1");
    await expect(runStudy({ place, pool })).rejects.toThrow("process 1 on elsewhere writes to it");
  });

  test("belongs to one study", () => {
    const { path } = folders[0];
    openFolder(path, studyOf(), RESULTS);
    expect(() => openFolder(path, studyOf({ seed: "other" }), RESULTS)).toThrow("folder of another study");
  });

  test("keeps blocks of another engine apart", async () => {
    const { path } = await finished(studyOf({ replicates: 1 }));
    const place = openFolder(path, studyOf({ replicates: 1 }), "another");
    await expect(mergeStudy(place)).rejects.toThrow(Incomplete);
  });
});

test("verify finds every file whole and every run repeated, and says which are not", async () => {
  const { path, place, manifest } = await finished(studyOf());
  expect(verifyFiles(place)).toEqual({ faults: [], files: manifest.blocks.length + 2 });
  expect(await verifyRuns(place, pool, [0, 17, 95])).toEqual([]);
  writeFileSync(join(path, "table.parquet"), "PAR1");
  rmSync(join(path, manifest.blocks[1].file));
  expect(verifyFiles(place).faults).toEqual([
    "missing block: 1",
    "damaged file; not the bytes of the manifest: table.parquet",
  ]);
  expect(readdirSync(join(path, "blocks")).length).toBe(2);
});

/** Rows of an SQL query over a folder's table. */
function query(folder: string, sql: string): Promise<unknown[][]> {
  return rowsOfFile(join(folder, "table.parquet"), sql);
}
