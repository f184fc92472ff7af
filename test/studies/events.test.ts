/** Events of everybody, where a study asks for them, are those of single runs, whole, and the same bytes however they came about. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createWitness, eventAt, NO_EVENT, NOBODY, run, type Chronicle } from "../../engine/index.ts";
import { createChronicler } from "../../engine/chronicler.ts";
import {
  checkDocument,
  LIBRARY,
  libraryDocument,
  resolveOrganisation,
  specOf,
} from "../../scenarios/index.ts";
import {
  CAUSE_NAMES,
  EVENT_NAMES,
  eventsExpected,
  layoutOf,
  pointDocument,
  type Layout,
  type Study,
} from "../../scenarios/studies/index.ts";
import { createPool, spawnHere } from "../../workers/index.ts";
import {
  mergeStudy,
  openFolder,
  runShard,
  runStudy,
  standingOf,
  verifyFiles,
  verifyRuns,
  type StudyFiles,
} from "../../workers/studies/index.ts";
import * as nodeFiles from "node:fs";
import { rowsOfFile } from "./duckdb.kit.ts";
import { filesOf, makeFolder, poolHere, RESULTS, smallStudy, studyOf } from "./kit.ts";

const folder = makeFolder();
const pool = poolHere();
afterAll(() => {
  pool.close();
  folder.remove();
});
let folders = 0;

function eventStudy(changes: object = {}): Study {
  const document = { ...(smallStudy()["document"] as object), weeks: 26 };
  return studyOf({
    document,
    design: { kind: "sobol", points: 36 },
    replicates: 2,
    events: true,
    ...changes,
  });
}

async function finished(study: Study) {
  const place = openFolder(join(folder.path, String(folders++)), study, RESULTS);
  return { place, manifest: await runStudy({ place, pool }) };
}

/** What the engine's own chronicler writes of one run. */
function chronicleOf(layout: Layout, point: number, plan: number, replicate: number): Chronicle {
  const organisation = resolveOrganisation(layout.study.document);
  const spec = specOf(pointDocument(layout, point), organisation, plan, replicate);
  return run(spec, { witness: (world) => createWitness(world, createChronicler(world)) }).sight!.chronicle!;
}

function rowsOfRun(layout: Layout, point: number, plan: number, replicate: number): unknown[][] {
  const chronicle = chronicleOf(layout, point, plan, replicate);
  return Array.from({ length: chronicle.count }, (_, i) => {
    const { kind, cause, week, person, seat, other, parent, active, ties } = eventAt(chronicle, i);
    const place = [point, replicate, layout.planIds[plan], i, week];
    const descent = [other === NOBODY ? null : other, parent === NO_EVENT ? null : parent, active, ties];
    return [...place, EVENT_NAMES[kind], CAUSE_NAMES[cause], person, seat, ...descent];
  });
}

test("DuckDB reads every run's events as the engine tells them, plan by plan", async () => {
  const { place } = await finished(eventStudy({ design: { kind: "sobol", points: 8 } }));
  const file = join(place.folder, "events.parquet");
  expect(await rowsOfFile(file, "select column_name, column_type from (describe t)")).toEqual([
    ["point", "INTEGER"],
    ["replicate", "INTEGER"],
    ["plan", "VARCHAR"],
    ["event", "INTEGER"],
    ["week", "INTEGER"],
    ["kind", "VARCHAR"],
    ["cause", "VARCHAR"],
    ["person", "UINTEGER"],
    ["seat", "INTEGER"],
    ["other", "UINTEGER"],
    ["parent", "INTEGER"],
    ["active", "INTEGER"],
    ["ties", "INTEGER"],
  ]);
  const expected = place.layout.experiment.points.flatMap((_, point) =>
    [0, 1].flatMap((replicate) => [0, 1].flatMap((plan) => rowsOfRun(place.layout, point, plan, replicate))),
  );
  expect(expected.length).toBeGreaterThan(500);
  expect(await rowsOfFile(file, "from t")).toEqual(expected);
});

test("a study's rows are the same with events and without", async () => {
  const told = await finished(eventStudy());
  const without = await finished(eventStudy({ events: false }));
  const values = `select * from t order by point, replicate, plan`;
  const [a, b] = await Promise.all(
    [told, without].map(({ place }) => rowsOfFile(join(place.folder, "table.parquet"), values)),
  );
  expect(a).toEqual(b);
  expect(without.manifest).not.toHaveProperty("events");
  expect(Object.keys(filesOf(without.place.folder)).some((name) => name.includes("events"))).toBe(false);
});

test.each([
  ["fixed replicates", {}],
  [
    "replicates until a difference is known",
    {
      design: { kind: "sobol", points: 3 },
      replicates: { output: "netValue", a: "first", b: "second", halfWidth: 1, most: 64 },
    },
  ],
])("1, 7 and 64 shards leave the same event bytes: %s", { timeout: 60_000 }, async (_, changes) => {
  const study = eventStudy(changes);
  const { place: whole } = await finished(study);
  const expected = filesOf(whole.folder);
  expect(expected).toHaveProperty(["events.parquet"]);
  for (const of of [1, 7, 64]) {
    const place = openFolder(join(folder.path, String(folders++)), study, RESULTS);
    // A study that looks again takes as many rounds as looks.
    for (let isMerged = false; !isMerged;) {
      for (let shard = of - 1; shard >= 0; shard--) await runShard({ place, pool, shard, of });
      isMerged = await mergeStudy(place).then(
        () => true,
        () => false,
      );
    }
    expect(filesOf(place.folder), `${of} shards`).toEqual(expected);
  }
});

test("a block without its events, or with damaged ones, is made again", async () => {
  const { place, manifest } = await finished(eventStudy());
  const whole = filesOf(place.folder);
  expect(manifest.eventBlocks?.length).toBe(manifest.blocks.length);
  const [first, second] = manifest.eventBlocks!.map(({ file }) => join(place.folder, file));
  rmSync(first);
  const bytes = readFileSync(second);
  bytes[bytes.length >> 1] ^= 4;
  writeFileSync(second, bytes);
  const { missing, damaged } = standingOf(place);
  expect([missing, damaged.length]).toEqual([[0, 1], 1]);
  expect(verifyFiles(place).faults).toEqual([
    expect.stringMatching(/^damaged block; not the bytes of its name: 00001-.*\.events\.parquet$/),
    "missing block: 0",
    "missing block: 1",
  ]);
  await runStudy({ place, pool });
  expect(filesOf(place.folder)).toEqual(whole);
});

test("every truncation of an event file and every one of 1,000 flipped bits is seen", async () => {
  const { place } = await finished(eventStudy({ design: { kind: "sobol", points: 2 }, replicates: 1 }));
  const [{ name }] = standingOf(place).events.values();
  const bytes = readFileSync(join(place.folder, "blocks", name));
  const seen = (altered: Uint8Array): boolean => {
    let at = 0;
    const readSync = (_: number, into: Uint8Array): number => {
      const part = altered.subarray(at, at + into.length);
      into.set(part);
      at += part.length;
      return part.length;
    };
    const { events, damaged } = standingOf({ ...place, files: { ...nodeFiles, readSync } as StudyFiles });
    return events.size === 0 && damaged.length === 1;
  };
  expect(seen(bytes)).toBe(false);
  let missed = 0;
  for (let length = 0; length < bytes.length; length++) if (!seen(bytes.subarray(0, length))) missed++;
  for (let i = 0; i < 1000; i++) {
    const bit = (i * 7919) % (8 * bytes.length);
    const altered = Buffer.from(bytes);
    altered[bit >> 3] ^= 1 << (bit & 7);
    if (!seen(altered)) missed++;
  }
  expect(missed).toBe(0);
});

test("verify hashes the events and simulates them again, and says what differs", async () => {
  const { place, manifest } = await finished(eventStudy());
  expect(verifyFiles(place)).toEqual({ faults: [], files: 2 * manifest.blocks.length + 3 });
  expect(await verifyRuns(place, pool, [0, 35, 71])).toEqual([]);
  writeFileSync(join(place.folder, "events.parquet"), "PAR1");
  expect(verifyFiles(place).faults).toEqual(["damaged file; not the bytes of the manifest: events.parquet"]);
  // Another engine's events under the name of this one's blocks.
  const other = createPool({
    size: 1,
    spawn: (listeners) => {
      const { runner, terminate } = spawnHere(listeners);
      const runTask: typeof runner.runTask = async (task) => {
        const traces = await runner.runTask(task);
        traces[1].sight!.chronicle!.week[2]++;
        return traces;
      };
      return { runner: { ...runner, runTask }, terminate };
    },
  });
  const [fault, ...more] = await verifyRuns(place, other, [3]);
  other.close();
  expect(more).toEqual([]);
  expect(fault).toMatch(
    /^first difference of events: 1 1 second 2 4 joined .* before, 1 1 second 2 5 joined .* now$/,
  );
});

test("a run that failed has a row and no events", async () => {
  const refusing = createPool({
    size: 1,
    spawn: (listeners) => {
      const { runner, terminate } = spawnHere(listeners);
      const runTask: typeof runner.runTask = (task) =>
        task.spec.replicate === 1 ? Promise.reject(new RangeError("no such ties")) : runner.runTask(task);
      return { runner: { ...runner, runTask }, terminate };
    },
  });
  const study = eventStudy({ design: { kind: "sobol", points: 2 } });
  const place = openFolder(join(folder.path, String(folders++)), study, RESULTS);
  expect(await runStudy({ place, pool: refusing })).toMatchObject({ rows: 8, failedRows: 4 });
  refusing.close();
  const runs = await rowsOfFile(
    join(place.folder, "events.parquet"),
    "select distinct point, replicate from t order by all",
  );
  expect(runs).toEqual([
    [0, 0],
    [1, 0],
  ]);
});

test("more events than a disk or memory should take are refused before anything is simulated", () => {
  const sized = (employees: number, points: number): Study => {
    const document = { ...(smallStudy()["document"] as object), company: { employees }, weeks: 208 };
    return eventStudy({ document, design: { kind: "sobol", points }, replicates: 1 });
  };
  expect(() => layoutOf(sized(1000, 24_000))).not.toThrow();
  expect(() => layoutOf(sized(1000, 25_000))).toThrow(
    "invalid events; more than 10,000,000,000 weeks of people, some 12 GB of events: 10,400,000,000",
  );
  expect(() => layoutOf(sized(300_000, 1))).toThrow(
    "invalid events; more than 100,000,000 weeks of people in a run, whose events are in memory: 124,800,000",
  );
});

test(
  "the estimate of events covers what every plan of the library makes of a company",
  { timeout: 60_000 },
  () => {
    for (const { id } of LIBRARY.plans) {
      const [document, study] = libraryStudy(id);
      const expected = eventsExpected(study, 1)!.events;
      const spec = specOf(document, resolveOrganisation(document), 0, 0);
      const { sight } = run(spec, { witness: (world) => createWitness(world, createChronicler(world)) });
      expect(sight!.chronicle!.count, id).toBeLessThan(expected);
      expect(sight!.chronicle!.count, id).toBeGreaterThan(expected / 20);
    }
  },
);

function libraryStudy(plan: string) {
  const fields = {
    ...libraryDocument("dispersed-firm", [plan]),
    company: { library: "dispersed-firm", employees: 300 },
  };
  const document = checkDocument(fields);
  return [document, eventStudy({ document })] as const;
}
