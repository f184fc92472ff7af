/** Where expected results come from: files with the networks and series beside them, or the committed fixture. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Context } from "./family.ts";
import { parseRows, recordOf, SkippedRow } from "./rows.ts";

/** The project's folder: the nearest above with a package.json, from the sources and from dist/ alike. */
const ROOT = rootFrom(dirname(fileURLToPath(import.meta.url)));

function rootFrom(folder: string): string {
  return existsSync(join(folder, "package.json")) ? folder : rootFrom(dirname(folder));
}

/** Beside the project where it was built; elsewhere absent. */
const SHARED = join(ROOT, "../shared");
export const DATA_FOLDER = join(SHARED, "data");
export const ACCEPTANCE = join(SHARED, "oracles/acceptance.json");
/** Exact rows and a few of those that draw, with the series of the fits: numbers only. */
export const FIXTURE = join(ROOT, "test/oracles/fixture.json");

/** The context of a file of rows; a file of series is sought beside it, then in other folders, then in the fixture. */
export function contextOf(file: string, data: string, isQuick: boolean): Context {
  const fixture = recordOf(JSON.parse(readFileSync(FIXTURE, "utf8")));
  const rows = file === FIXTURE ? JSON.stringify(fixture["rows"]) : readFileSync(file, "utf8");
  const seriesOf = (name: string): Readonly<Record<string, unknown>> => {
    const kept = recordOf(fixture["series"])[name];
    const found = [dirname(file), data, dirname(data), dirname(ACCEPTANCE)]
      .map((folder) => join(folder, name))
      .filter((path) => existsSync(path))
      .map((path) => recordOf(JSON.parse(readFileSync(path, "utf8"))));
    if (kept === undefined && found.length === 0) throw new SkippedRow(`no file of series ${name}`);
    return Object.assign({}, kept, ...found.toReversed()) as Readonly<Record<string, unknown>>;
  };
  return { rows: parseRows(rows), data, seriesOf, isQuick };
}
