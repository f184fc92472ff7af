/** Brings a clone to a runnable state: installs and builds what is missing or out of date, silently on stdout. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { withLock } from "./lock.mjs";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const ROOMS = ["engine", "scenarios", "workers", "viz", "test"];
const SHARED_INPUTS = ["package-lock.json", "tsconfig.json", "tsconfig.base.json"];

/** What is made, from what, and how; a step's stamp lies in the folder it makes and dies with it. */
const STEPS = {
  install: {
    label: "installing",
    stamp: "node_modules/.groundwork-stamp",
    inputs: () => ["package-lock.json"],
    isMade: () => true,
    isMadeUnstamped: isInstalledByHand,
    make: install,
  },
  build: {
    label: "building",
    stamp: "dist/.groundwork-stamp",
    inputs: () => [...SHARED_INPUTS, ...ROOMS.flatMap((room) => filesUnder(room, /\.(tsx?|json)$/))],
    isMade: () => expectedOutputs().every((path) => existsSync(join(ROOT, path))),
    make: build,
  },
  page: {
    label: "building the page",
    stamp: "dist/page/.groundwork-stamp",
    inputs: () => [
      ...[...SHARED_INPUTS, "vite.config.ts", "index.html"].filter((path) => existsSync(join(ROOT, path))),
      ...ROOMS.filter((room) => room !== "test").flatMap((room) => filesUnder(room, /./)),
    ],
    isMade: () => existsSync(join(ROOT, "dist/page/index.html")),
    make: () => node("node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"),
  },
};

/** Paths of a folder's files, relative to the root, in a fixed order. */
function filesUnder(folder, pattern) {
  const start = join(ROOT, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === "artifacts" ? [] : filesUnder(path, pattern);
      return pattern.test(entry.name) ? [path] : [];
    });
}

/** Sizes and times of the inputs: equal to the stamp's means unchanged, different means look at the contents. */
function looks(paths) {
  return paths.map((path) => {
    const { size, mtimeMs } = statSync(join(ROOT, path));
    return `${path} ${size} ${mtimeMs}`;
  });
}

function contentHash(paths) {
  const hash = createHash("sha256");
  for (const path of paths) {
    const content = readFileSync(join(ROOT, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

function stampOf(paths) {
  return { content: contentHash(paths), looks: looks(paths) };
}

function writeStamp(step, stamp) {
  writeFileSync(join(ROOT, step.stamp), JSON.stringify(stamp));
}

function readStamp(step) {
  try {
    return JSON.parse(readFileSync(join(ROOT, step.stamp), "utf8"));
  } catch {
    return undefined; // none yet, or cut short: make it again
  }
}

function isCurrent(step) {
  if (!step.isMade()) return false;
  const paths = step.inputs();
  const stamp = readStamp(step);
  if (stamp === undefined && !step.isMadeUnstamped?.()) return false;
  if (stamp !== undefined && JSON.stringify(stamp.looks) === JSON.stringify(looks(paths))) return true;
  const now = stampOf(paths);
  const isSame = stamp?.content === now.content || step.isMadeUnstamped?.() === true;
  if (isSame) writeStamp(step, now);
  return isSame;
}

/** Whether `npm install` has already brought in all that the lock names (its own record says so). */
function isInstalledByHand() {
  try {
    const wanted = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")).packages;
    const present = JSON.parse(readFileSync(join(ROOT, "node_modules/.package-lock.json"), "utf8")).packages;
    return Object.entries(wanted).every(([path, { version, optional, devOptional }]) =>
      path === "" || present[path] === undefined
        ? path === "" || optional === true || devOptional === true
        : present[path].version === version,
    );
  } catch {
    return false;
  }
}

/** The lock's versions, the lock left as it is. `npm ci` would be stricter, but refuses where a registry lacks a tool's
 * binaries for other platforms. */
function install() {
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  return spawned(npm, ["install", "--no-save", "--no-audit", "--no-fund"]);
}

function expectedOutputs() {
  return ROOMS.flatMap((room) => filesUnder(room, /(?<!\.d)\.tsx?$/)).map(
    (path) => `dist/${path.replace(/tsx?$/, "js")}`,
  );
}

/** Compiles; outputs that lost their source go, and if one is missing the compiler's memory goes too. */
async function build() {
  const expected = new Set(expectedOutputs());
  for (const room of ROOMS) {
    for (const path of filesUnder(`dist/${room}`, /\.(js|d\.ts)(\.map)?$/)) {
      if (!expected.has(path.replace(/\.(js|d\.ts)(\.map)?$/, ".js"))) rmSync(join(ROOT, path));
    }
  }
  if (!STEPS.build.isMade()) {
    for (const room of ROOMS) rmSync(join(ROOT, `dist/${room}/.tsbuildinfo`), { force: true });
  }
  await node("node_modules/typescript/bin/tsc", "-b", "--pretty", "false");
}

function node(script, ...args) {
  return spawned(process.execPath, [join(ROOT, script), ...args]);
}

/** The first line that names an error and says more than npm's code, with the number of the others. */
function firstError(output) {
  const lines = output
    .split("\n")
    .filter((line) => /\berror\b/i.test(line) && !/^(\s|npm error code)/.test(line));
  if (lines.length === 0) return output.trim().split("\n", 1)[0] || undefined;
  return lines.length === 1 ? lines[0] : `${lines[0]} (and ${lines.length - 1} more)`;
}

/** Runs a command; a failure's message is its first error. */
function spawned(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, shell: command.endsWith(".cmd") });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) return resolve();
      reject(new Error(firstError(output) ?? `ended by ${signal ?? code}`));
    });
  });
}

async function ready(names) {
  const isReady = () => names.every((name) => isCurrent(STEPS[name]));
  if (isReady()) return;
  mkdirSync(join(ROOT, "dist"), { recursive: true });
  await withLock(join(ROOT, "dist/.lock"), async () => {
    for (const name of names) {
      const step = STEPS[name];
      if (isCurrent(step)) continue;
      process.stderr.write(`${step.label} …\n`);
      const stamp = stampOf(step.inputs()); // before making: an edit meanwhile must not count as built
      try {
        await step.make();
        if (!step.isMade()) throw new Error(`nothing came to ${dirname(step.stamp)}/`);
        writeStamp(step, stamp);
      } catch (error) {
        throw new Error(`${step.label} failed: ${error.message}`, { cause: error });
      }
    }
  });
}

try {
  await ready(process.argv.includes("page") ? ["install", "build", "page"] : ["install", "build"]);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 3;
}
