/** A study's table opens in pyarrow with its types, rows, values and notes. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openFolder, runStudy } from "../../workers/studies/index.ts";
import { rowsOfFile } from "./duckdb.kit.ts";
import { longerStudy, makeFolder, poolHere, RESULTS } from "./kit.ts";

const folder = makeFolder();
const pool = poolHere();
afterAll(() => {
  pool.close();
  folder.remove();
});

/** Prints what pyarrow reads as one JSON object. */
const READ = `
import json, sys, pyarrow.parquet as pq
t = pq.read_table(sys.argv[1])
notes = {k.decode(): v.decode() for k, v in pq.read_metadata(sys.argv[1]).metadata.items()}
print(json.dumps({"types": [[f.name, str(f.type)] for f in t.schema], "rows": t.to_pylist(), "notes": notes}))
`;
const INSTALL_MS = 300_000;

interface Read {
  readonly types: readonly (readonly [string, string])[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly notes: Readonly<Record<string, string>>;
}

/** A Python that has pyarrow, in an environment of the test's own; undefined where it can't be had. */
function pythonWithPyarrow(): string | undefined {
  const environment = join(folder.path, "environment");
  const python = join(environment, "bin", "python");
  const options = { stdio: "ignore", timeout: INSTALL_MS } as const;
  try {
    execFileSync("python3", ["-m", "venv", environment], options);
    execFileSync(python, ["-m", "pip", "install", "-q", "--disable-pip-version-check", "pyarrow"], options);
    return python;
  } catch {
    return undefined;
  }
}

test("pyarrow reads what was written", { timeout: 2 * INSTALL_MS }, async (context) => {
  const python = pythonWithPyarrow();
  context.skip(python === undefined, "pyarrow: no python3 with venv, or pip couldn't install it");
  const place = openFolder(join(folder.path, "study"), longerStudy({ replicates: 2, events: true }), RESULTS);
  await runStudy({ place, pool, hasCsv: true });
  const table = join(place.folder, "table.parquet");
  const read = JSON.parse(execFileSync(python!, ["-c", READ, table], { encoding: "utf8" })) as Read;
  expect(read.types).toEqual([
    ["point", "int32"],
    ["replicate", "int32"],
    ["plan", "string"],
    ["status", "string"],
    ["digest", "string"],
    ["errorType", "string"],
    ["errorMessage", "string"],
    ["attendanceFrequency", "double"],
    ["externalProb", "double"],
    ["registeredShare", "double"],
    ["netValue", "double"],
  ]);
  expect(read.notes).toMatchObject({ "groundwork.study": place.layout.sha, "groundwork.results": RESULTS });
  const [head, ...lines] = readFileSync(join(place.folder, "table.csv"), "utf8").trimEnd().split("\n");
  const names = head.split(",");
  const rows = read.rows.map((row) => names.map((name) => String(row[name] ?? "")).join(","));
  expect(rows).toEqual(lines);
  const events = join(place.folder, "events.parquet");
  const happened = JSON.parse(execFileSync(python!, ["-c", READ, events], { encoding: "utf8" })) as Read;
  expect(happened.types.map(([name, type]) => `${name} ${type}`)).toEqual([
    "point int32",
    "replicate int32",
    "plan string",
    "event int32",
    "week int32",
    "kind string",
    "cause string",
    "person uint32",
    "seat int32",
    "other uint32",
    "parent int32",
    "active int32",
    "ties int32",
  ]);
  expect(happened.notes).toMatchObject({
    "groundwork.study": place.layout.sha,
    "groundwork.results": RESULTS,
  });
  const kept = await rowsOfFile(events, "from t");
  expect(kept.length).toBeGreaterThan(100);
  expect(happened.rows.map((row) => Object.values(row))).toEqual(kept);
});
