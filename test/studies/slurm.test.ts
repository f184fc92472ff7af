/** Studies on a real Slurm of three nodes: whatever fails, the same script submitted again ends with the same bytes. */
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, type TestContext } from "vitest";
import { openFolder, runStudy } from "../../workers/studies/index.ts";
import { resultsStamp } from "../../viz/terminal/scenes.ts";
import { TERMINAL } from "../viz/terminal.kit.ts";
import { filesOf, poolHere, smallStudy, studyOf } from "./kit.ts";
import { NODES, startSlurm, until, whyNoSlurm, type NodeName, type Slurm } from "./slurm.kit.ts";

const SHARDS = 6;
const TEST_MS = 400_000;
const changes = { design: { kind: "sobol", points: 64 } };

let slurm: Slurm;
let why = "";
let expected: Record<string, string> = {};

beforeAll(async () => {
  why = existsSync(TERMINAL) ? await whyNoSlurm() : "not built";
  if (why !== "") return;
  slurm = await startSlurm();
  const at = (name: string): string => join(slurm.folder, name);
  mkdirSync(at("told"));
  writeFileSync(at("study.json"), JSON.stringify(smallStudy(changes)));
  writeFileSync(at("groundwork"), wrapper(at("told")));
  chmodSync(at("groundwork"), 0o755);
  const pool = poolHere();
  await runStudy({ place: openFolder(at("here"), studyOf(changes), resultsStamp()), pool });
  pool.close();
  expected = filesOf(at("here"));
}, TEST_MS);
afterAll(async () => slurm?.end(), TEST_MS);

/** Groundwork on a node: tells that it starts, waits while it is held, fails where it shall. */
function wrapper(told: string): string {
  return `#!/bin/sh
task="$1-\${SLURM_ARRAY_TASK_ID:-0}"
echo "$SLURMD_NODENAME" > '${told}'/started-$task
if [ -e '${told}'/fail-$task ]; then exit 7; fi
while [ -e '${told}'/hold ]; do sleep 0.2; done
exec '${process.execPath}' '${TERMINAL}' "$@"
`;
}

/** What is tried on Slurm, or skipped with the reason why there is none. */
function onSlurm(act: () => Promise<void>): (context: TestContext) => Promise<void> {
  return async (context) => {
    context.skip(why !== "", `Slurm: ${why}`);
    for (const name of readdirSync(join(slurm.folder, "told"))) rmSync(join(slurm.folder, "told", name));
    await act();
  };
}

/** Prints the script and gives it to a shell, as its user would. */
function submit(name: string): string {
  const out = join(slurm.folder, name);
  const words = ["slurm", join(slurm.folder, "study.json"), "--out", out, "--of", String(SHARDS)];
  const script = spawnSync(process.execPath, [TERMINAL, ...words], { encoding: "utf8" }).stdout;
  const env = { ...slurm.env, GROUNDWORK: join(slurm.folder, "groundwork") };
  const { status, stderr } = spawnSync("sh", [], { input: script, env, encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  return out;
}

function tell(what: string): void {
  writeFileSync(join(slurm.folder, "told", what), "");
}
function untell(what: string): void {
  rmSync(join(slurm.folder, "told", what));
}
/** The node a task was last started on. */
function nodeOf(task: string): NodeName | undefined {
  const path = join(slurm.folder, "told", `started-${task}`);
  const text = existsSync(path) ? readFileSync(path, "utf8").trim() : "";
  return NODES.find((node) => node === text);
}

function isMerged(out: string): boolean {
  return existsSync(join(out, "manifest.json"));
}

async function untilMerged(out: string): Promise<void> {
  await until("the study is merged", () => isMerged(out) && slurm.queue().length === 0);
  expect(resultsIn(out)).toEqual(expected);
}

function resultsIn(out: string): Record<string, string> {
  return Object.fromEntries(Object.entries(filesOf(out)).filter(([name]) => !name.startsWith("logs/")));
}

test(
  "an array over three nodes and its merge leave the bytes of one process",
  { timeout: TEST_MS },
  onSlurm(async () => {
    const out = submit("plain");
    await untilMerged(out);
    const used = Array.from({ length: SHARDS }, (_, task) => nodeOf(`shard-${task}`));
    expect(new Set(used)).toEqual(new Set(NODES));
  }),
);

test(
  "a failed task doesn't keep the merge from telling, and the next submission does only its part",
  { timeout: TEST_MS },
  onSlurm(async () => {
    tell("fail-shard-2");
    const out = submit("failed task");
    await until("all jobs have ended", () => nodeOf("merge-0") !== undefined && slurm.queue().length === 0);
    expect(isMerged(out)).toBe(false);
    const log = readFileSync(join(out, "logs", "merge.log"), "utf8");
    expect(log).toMatch(/^groundwork: study incomplete; \d of 6 blocks are missing\n$/);
    const before = timesOf(out);
    untell("fail-shard-2");
    submit("failed task");
    await untilMerged(out);
    expect(timesOf(out)).toMatchObject(before);
    expect(Object.keys(before).length).toBe(Object.keys(timesOf(out)).length - 1);
  }),
);

test(
  "a controller that is killed at work goes on when it is started again",
  { timeout: TEST_MS },
  onSlurm(async () => {
    tell("hold");
    const out = submit("killed controller");
    await until("three tasks run", () => [0, 1, 2].every((task) => nodeOf(`shard-${task}`) !== undefined));
    // Killed before it has noted that they run, it would start them twice and then drain the nodes for that.
    const started = Date.now();
    await until("it has noted that", () => slurm.notedAt() > started);
    await slurm.killController();
    untell("hold");
    // The tasks in hand end without a controller to tell.
    await until("their blocks are written", () => Object.keys(timesOf(out)).length >= 3);
    slurm.startController();
    await untilMerged(out);
  }),
);

test(
  "a node that dies gives its task to another one",
  { timeout: TEST_MS },
  onSlurm(async () => {
    tell("hold");
    const out = submit("killed node");
    await until("a task runs on n2", () => nodeOf("shard-1") === "n2" || tasksOn("n2").length > 0);
    const [task] = tasksOn("n2");
    await slurm.killNode("n2");
    await until("the task is queued again", () =>
      slurm.queue().some(([id, state]) => id === task && state === "PENDING"),
    );
    // Slurm lets it wait for two minutes more; an operator may not.
    if (process.env["SOAK"] !== "1") slurm.command("scontrol", "update", `JobId=${task}`, "StartTime=now");
    untell("hold");
    await untilMerged(out);
    slurm.startNode("n2");
  }),
);

/** Ids of the tasks that run on a node. */
function tasksOn(node: NodeName): string[] {
  return slurm.queue().flatMap(([id, state, at]) => (state === "RUNNING" && at === node ? [id] : []));
}

/** When each block was written. */
function timesOf(out: string): Record<string, number> {
  const blocks = join(out, "blocks");
  if (!existsSync(blocks)) return {};
  const names = readdirSync(blocks).filter((name) => name.endsWith(".parquet"));
  return Object.fromEntries(names.map((name) => [name, statSync(join(blocks, name)).mtimeMs]));
}
