/** Published results through production code: `npm run -s test:oracles [-- --file F --data DIR --quick]`. */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { checkRow, FAMILIES, familyOf, quickRows, type Outcome } from "./check.ts";
import type { Context } from "./family.ts";
import type { Row } from "./rows.ts";
import { ACCEPTANCE, contextOf, DATA_FOLDER, FIXTURE } from "./source.ts";

interface Options {
  readonly file: string;
  readonly data: string;
  readonly isQuick: boolean;
}

if (isMainThread) await main().catch(giveUp);
else serve(workerData as Options);

/** A file that can't be read is a failure. */
function giveUp(error: unknown): void {
  console.log(`FAILED ${error instanceof Error ? error.message : String(error)}`);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
}

/** A thread: checks the rows whose places it is sent. */
function serve({ file, data, isQuick }: Options): void {
  const context = contextOf(file, data, isQuick);
  parentPort?.on("message", (place: number) => {
    parentPort?.postMessage(checkRow(context.rows[place], context));
  });
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      file: { type: "string" },
      data: { type: "string", default: DATA_FOLDER },
      quick: { type: "boolean", default: false },
      threads: { type: "string", default: String(availableParallelism()) },
    },
  });
  const file =
    values.file === undefined ? (existsSync(ACCEPTANCE) ? ACCEPTANCE : FIXTURE) : resolve(values.file);
  if (file === FIXTURE) console.log("SKIPPED all rows but the committed ones: no file of expected results");
  const options = { file, data: resolve(values.data), isQuick: values.quick };
  const context = contextOf(file, options.data, options.isQuick);
  const chosen = options.isQuick ? quickRows(context.rows) : context.rows;
  const start = performance.now();
  const outcomes = await checkAll(chosen, context, options, Math.max(1, Number(values.threads)));
  report(outcomes, (performance.now() - start) / 1000);
}

/** Hands out rows, long ones first, to threads; a thread that dies fails the row it had. */
async function checkAll(
  rows: readonly Row[],
  context: Context,
  options: Options,
  threads: number,
): Promise<Outcome[]> {
  const seconds = (row: Row): number => familyOf(row)?.seconds ?? 0;
  const places = new Map(context.rows.map((row, place) => [row, place]));
  const queue = rows.toSorted((a, b) => seconds(b) - seconds(a)).map((row) => places.get(row) ?? 0);
  const outcomes: Outcome[] = [];
  const work = async (): Promise<void> => {
    let worker = startThread(options);
    for (let place = queue.shift(); place !== undefined; place = queue.shift()) {
      const row = context.rows[place];
      try {
        outcomes.push(await ask(worker, place));
      } catch (error) {
        outcomes.push(died(row, error));
        worker = startThread(options);
      }
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(threads, queue.length) }, work));
  return outcomes;
}

function startThread(options: Options): Worker {
  return new Worker(fileURLToPath(import.meta.url), { workerData: options });
}

function ask(worker: Worker, place: number): Promise<Outcome> {
  return new Promise((settle, reject) => {
    worker.removeAllListeners();
    worker.once("message", settle);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a thread ended with ${code}`)));
    worker.postMessage(place);
  });
}

function died(row: Row, error: unknown): Outcome {
  const reason = error instanceof Error ? error.message : String(error);
  const family = familyOf(row)?.prefix ?? "unknown";
  return { id: row.id, family, state: "failed", reason, figures: 0, runs: 0, worst: 0, seconds: 0 };
}

/** A line a family, every failure, every reason to skip, and the sums last. */
function report(outcomes: readonly Outcome[], seconds: number): void {
  const count = (some: readonly Outcome[], state: Outcome["state"]): number =>
    some.filter((outcome) => outcome.state === state).length;
  for (const { prefix, path } of [...FAMILIES, { prefix: "unknown", path: "none" }]) {
    const own = outcomes.filter((outcome) => outcome.family === prefix);
    if (own.length === 0) continue;
    const skipped = count(own, "skipped");
    const runs = own.reduce((most, outcome) => Math.max(most, outcome.runs), 0);
    const worst = own.reduce((most, outcome) => Math.max(most, outcome.worst), 0);
    const took = own.reduce((sum, outcome) => sum + outcome.seconds, 0);
    console.log(
      [
        prefix.padEnd(18),
        `${count(own, "passed")} of ${own.length} passed`.padEnd(18),
        skipped > 0 ? `${skipped} skipped` : "",
        `${own.reduce((sum, outcome) => sum + outcome.figures, 0)} figures`.padStart(12),
        (runs > 1 ? `R ${runs}` : "").padStart(8),
        (worst > 0 ? `worst ${worst.toPrecision(2)}` : "").padStart(14),
        `${took.toFixed(1)} s`.padStart(9),
        ` ${path}`,
      ].join(" "),
    );
  }
  for (const { id, reason } of outcomes.filter(({ state }) => state === "failed"))
    console.log(`FAILED ${id}: ${reason}`);
  const reasons = outcomes.filter(({ state }) => state === "skipped").map(({ reason }) => reason);
  for (const reason of new Set(reasons))
    console.log(`SKIPPED ${reasons.filter((each) => each === reason).length}: ${reason}`);
  const failed = count(outcomes, "failed");
  const passed = count(outcomes, "passed");
  console.log(`${seconds.toFixed(0)} s`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}
