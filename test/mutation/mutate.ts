/** Runs laws, exact cases and goldens against wrong engines: `npm run mutations`; all of them must be killed. */
import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { MUTATIONS, type Mutation } from "./mutations.ts";

const ROOT = resolve(".");
/** Exact cases and laws come first; goldens would notice any change and are asked only about survivors. */
const TESTS = ["test/laws", "test/engine"];
const GOLDENS = ["test/golden"];
const COPIED = ["engine", "test/laws", "test/engine", "test/golden", "tsconfig.base.json", "package.json"];
const CONFIG = `export default {
  test: { include: ["test/**/*.test.ts"], exclude: ["**/math.test.ts", "**/structure.test.ts"], testTimeout: 60000, bail: 1 },
};\n`;
/** Tests that take longer are stopped: a mutation is killed by a failed test, never by a slow machine. */
const PATIENCE_MS = 900_000;

type Verdict = "killed" | "by golden" | "SURVIVED" | "undecided" | "stale";

interface Outcome {
  readonly verdict: Verdict;
  /** The first test that failed. */
  readonly by: string;
}

interface Report {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** A folder with its own engine and the tests, for one worker. */
function makeHouse(parent: string, worker: number): string {
  const house = join(parent, `house-${worker}`);
  mkdirSync(join(house, "test"), { recursive: true });
  for (const path of COPIED) cpSync(join(ROOT, path), join(house, path), { recursive: true });
  rmSync(join(house, "engine", "tsconfig.json"));
  symlinkSync(join(ROOT, "node_modules"), join(house, "node_modules"), "junction");
  writeFileSync(join(house, "vitest.config.mjs"), CONFIG);
  return house;
}

function runTests(house: string, folders: readonly string[]): Promise<Outcome> {
  const report = join(house, "report.json");
  rmSync(report, { force: true });
  const options = ["--reporter=json", `--outputFile=${report}`, "--maxWorkers=1"];
  const vitest = join("node_modules", "vitest", "vitest.mjs");
  return new Promise((settle) => {
    const child = spawn(process.execPath, [vitest, "run", ...folders, ...options], {
      cwd: house,
      stdio: "ignore",
    });
    const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
    child.on("close", (code) => {
      clearTimeout(timer);
      if (code === 0) settle({ verdict: "SURVIVED", by: "" });
      else settle(firstFailure(report));
    });
  });
}

/** The first failed test of a report; without one nobody knows. */
function firstFailure(path: string): Outcome {
  try {
    const { testResults } = JSON.parse(readFileSync(path, "utf8")) as Report;
    const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
    const failed = tests.find(({ status }) => status === "failed");
    if (failed) return { verdict: "killed", by: failed.fullName };
    return { verdict: "undecided", by: testResults.map(({ message }) => message).join(" ") };
  } catch {
    return { verdict: "undecided", by: "no report" };
  }
}

/** The mutated text, or nothing if the place isn't there exactly once any more. */
function mutated(text: string, { from, to }: Mutation): string | undefined {
  const parts = text.split(from);
  return parts.length === 2 ? parts.join(to) : undefined;
}

async function judge(house: string, mutation: Mutation): Promise<Outcome> {
  const path = join(house, "engine", mutation.file);
  const text = readFileSync(path, "utf8");
  const wrong = mutated(text, mutation);
  if (wrong === undefined) return { verdict: "stale", by: "" };
  writeFileSync(path, wrong);
  try {
    const outcome = await runTests(house, TESTS);
    if (outcome.verdict !== "SURVIVED") return outcome;
    const golden = await runTests(house, GOLDENS);
    return golden.verdict === "killed" ? { ...golden, verdict: "by golden" } : golden;
  } finally {
    writeFileSync(path, text);
  }
}

/** Judges mutations from a queue until it is empty. */
async function work(
  parent: string,
  worker: number,
  queue: Mutation[],
  counts: Map<Verdict, number>,
): Promise<void> {
  const house = makeHouse(parent, worker);
  if (worker === 0) {
    const sound = await runTests(house, [...TESTS, ...GOLDENS]);
    if (sound.verdict !== "SURVIVED") throw new Error(`the unchanged engine fails: ${sound.by}`);
  }
  for (let mutation = queue.shift(); mutation; mutation = queue.shift()) {
    const { verdict, by } = await judge(house, mutation);
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
    console.log(`${verdict.padEnd(9)} ${mutation.submodel.padEnd(14)} ${mutation.from}  →  ${mutation.to}`);
    console.log(`          ${by}`);
  }
}

/** All mutations, or those of files whose name contains the argument. */
async function main(): Promise<void> {
  const wanted = process.argv[2] ?? "";
  const queue = MUTATIONS.filter(({ file }) => file.includes(wanted));
  const total = queue.length;
  const parent = mkdtempSync(join(tmpdir(), "groundwork-mutations-"));
  const counts = new Map<Verdict, number>();
  try {
    const workers = Array.from({ length: availableParallelism() }, (_, worker) => worker);
    await Promise.all(workers.map((worker) => work(parent, worker, queue, counts)));
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
  console.log([...counts].map(([verdict, count]) => `${count} ${verdict}`).join(", "));
  process.exitCode = counts.get("killed") === total ? 0 : 1;
}

await main();
