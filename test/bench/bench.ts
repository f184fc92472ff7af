/** How fast and how large the model is: `npm run -s bench [-- --json] [--save] [--size N] [--rounds N] [--runs N]`. */
import { parseArgs } from "node:util";
import { pendingFile } from "../../workers/files.ts";
import { timeBatches, type BatchTiming } from "./batches.ts";
import { describeMachine, machineSlug } from "./machine.ts";
import { batchLines, csvOf, processLines, runLines, sketchLine } from "./report.ts";
import { timeRuns } from "./runs.ts";
import { timeSketches } from "./sketch.ts";

const WEEKS = 208;
/** Beyond this a size is timed once unless rounds are asked for, and not in batches. */
const LARGE = 100_000;

/** Says what is wrong with an option, and ends. */
function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        json: { type: "boolean", default: false },
        save: { type: "boolean", default: false },
        size: { type: "string", multiple: true, default: ["1000", "10000", "100000", "1000000"] },
        rounds: { type: "string" },
        runs: { type: "string", default: "16" },
        weeks: { type: "string", default: String(WEEKS) },
      },
    }).values;
  } catch (error) {
    return refuse(
      `invalid option; ${error instanceof Error ? error.message.split("\n", 1)[0] : String(error)}`,
    );
  }
}

function readCount(text: string, name: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  return refuse(`invalid ${name}; not a whole number in [${least}, ${most}]: ${text}`);
}

const values = readOptions();
const sizes = values.size.map((text) => readCount(text, "size", 1, 1_000_000));
const rounds = values.rounds === undefined ? undefined : readCount(values.rounds, "rounds", 1, 100);
const runs = readCount(values.runs, "runs", 0, 1000);
const weeks = readCount(values.weeks, "weeks", 2, 1040);

const timings = sizes.flatMap((size) => timeRuns(size, weeks, rounds ?? (size > LARGE ? 1 : 5)));
const batches: BatchTiming[] = [];
for (const size of sizes)
  if (runs > 0 && size < LARGE) batches.push(await timeBatches(size, weeks, runs, rounds ?? 5));
const sketchMs = runs > 0 ? await timeSketches(weeks, 4 * (rounds ?? 5)) : undefined;

if (values.json)
  console.log(JSON.stringify({ machine: describeMachine(), weeks, timings, batches, sketchMs }));
else {
  const lines = [...runLines(timings), "", ...processLines(timings), "", ...batchLines(batches)];
  if (sketchMs !== undefined) lines.push(sketchLine(sketchMs));
  console.log([`${describeMachine()}, ${weeks} weeks`, ...lines].join("\n"));
}
if (values.save) {
  const file = pendingFile(`docs/bench/${machineSlug()}-model.csv`);
  file.write(csvOf(timings, batches, sketchMs));
  file.commit();
}
