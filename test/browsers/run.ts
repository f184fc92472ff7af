/** Runs the golden scenes and the engine's mathematics in every JavaScript engine: `npm run -s test:browsers`. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { GoldenFile } from "../golden/digests.ts";
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
const rows = rowsOf(held);
const answer = answerFor(SCENES);
const reference = remembered((kind, task) => Promise.resolve(answer(kind, task)));

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
