/** Runs the golden scenes, the engine's mathematics and every chart in every JavaScript engine: `npm run -s test:browsers`. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { GoldenFile } from "../golden/digests.ts";
import { CHARTS } from "../viz/cases/cases.ts";
import { answerFor } from "./answer.ts";
import { rowsOf } from "./checks.ts";
import { enginesOf } from "./engines.ts";
import { columnsOf, tallyOf, type Column } from "./matrix.ts";
import { reportOf } from "./report.ts";
import { SCENES } from "./scenes.ts";
import { openSite } from "./site.ts";
import { remembered } from "./task.ts";

const root = process.cwd();
const held = JSON.parse(readFileSync(join(root, "test/golden/digests.json"), "utf8")) as GoldenFile;
const rows = rowsOf(held, goldenCharts());
const answer = answerFor(SCENES);
const reference = remembered((kind, task) => Promise.resolve(answer(kind, task)));

/** The committed texts of the charts. */
function goldenCharts(): Record<string, string> {
  const textOf = (name: string): string => readFileSync(join(root, `test/viz/golden/${name}.svg`), "utf8");
  return Object.fromEntries(Object.keys(CHARTS).map((name) => [name, textOf(name)]));
}

process.once("SIGINT", () => process.exit(130)).once("SIGTERM", () => process.exit(143));
const site = await openSite(root);
process.once("exit", () => site.close());
const columns = await columnsOf({ rows, reference, site }, enginesOf(root), tell);
site.close();

console.log(`\n${reportOf(rows, columns)}`);
const tally = tallyOf(columns);
const path = process.env["TALLY"];
if (path !== undefined) writeFileSync(path, JSON.stringify(tally));
process.exitCode = tally.failed > 0 ? 1 : 0;

function tell({ place, version, checks, seconds, skipped }: Column): void {
  const equal = checks.filter(({ problem }) => problem === "").length;
  const outcome = skipped === "" ? `${equal} of ${checks.length} equal` : `SKIPPED, ${skipped}`;
  console.log(`${[place, version].join(" ").trim()}: ${outcome}, ${seconds.toFixed(1)} s`);
}
