/** Finds the engines on this machine, or installs them where that is this command's business. */
import { execFile } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { NotHere } from "./host.ts";

const run = promisify(execFile);

/** The version whose bits are in the documentation; any other does as well. */
const BUN = "bun@1.4.5";
const INSTALL_MS = 300_000;

/** A Debian package that brings a program, and the names the program goes by. */
const PACKAGES = {
  chromium: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
  "firefox-esr": ["firefox-esr", "firefox"],
  "webkit2gtk-driver": ["WebKitWebDriver"],
  xvfb: ["xvfb-run"],
  xauth: ["xauth"],
} as const;
export type Package = keyof typeof PACKAGES;

/** Installs the missing engines as root on Debian; says why one may still be missing. */
export function installMissing(): Promise<string> {
  const missing = (Object.keys(PACKAGES) as Package[]).filter((name) => onPath(PACKAGES[name]) === undefined);
  return installPackages(missing);
}

/** Installs packages as root on Debian; says why one may still be missing. */
export async function installPackages(packages: readonly string[]): Promise<string> {
  if (packages.length === 0) return "";
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version"))
    return "only root on Debian installs it by itself";
  process.stderr.write(`installing ${packages.join(", ")} …\n`);
  const wait = ["-qq", "-o", "DPkg::Lock::Timeout=120"];
  const options = { timeout: INSTALL_MS, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  const install = (name: string) => ["install", "-y", "--no-install-recommends", name];
  let why = "apt-get didn't bring it";
  for (const words of [["update"], ...packages.map(install)]) {
    // One by one: what isn't to be had mustn't keep out the rest.
    await run("apt-get", [...wait, ...words], options).catch((error: unknown) => {
      why = `apt-get failed: ${firstLine(error)}`;
    });
  }
  return why;
}

/** Whether a program of this name can be started. */
export function isOnPath(program: string): boolean {
  return onPath([program]) !== undefined;
}

/** The path of a package's program; throws NotHere with the reason. */
export function programOf(name: Package, whyNotInstalled: string): string {
  const path = onPath(PACKAGES[name]);
  if (path !== undefined) return path;
  throw new NotHere(`no ${PACKAGES[name][0]} on PATH; ${whyNotInstalled}`);
}

/** WebKitGTK's own small browser, which lies in a folder of its library. */
export async function findMiniBrowser(): Promise<string> {
  const { stdout } = await run("dpkg-query", ["-S", "*/MiniBrowser"]).catch(() => ({ stdout: "" }));
  const paths = stdout.split("\n").map((line) => line.replace(/^.*: /, ""));
  const path = paths.find(isExecutable);
  if (path === undefined) throw new NotHere("no MiniBrowser in any installed package");
  return path;
}

/** The bun on PATH, or one that npm brings into `folder` without running any script of it. */
export async function findBun(folder: string): Promise<string> {
  const found = onPath(["bun"]) ?? (await firstRunning(folder));
  if (found !== undefined) return found;
  process.stderr.write(`installing ${BUN} …\n`);
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--no-package-lock"];
  try {
    mkdirSync(folder, { recursive: true });
    const npm = process.platform === "win32" ? "npm.cmd" : "npm";
    const options = { timeout: INSTALL_MS, shell: npm.endsWith(".cmd") };
    await run(npm, ["install", "--prefix", folder, ...quiet, BUN], options);
  } catch (error) {
    throw new NotHere(`npm couldn't install ${BUN}: ${firstLine(error)}`);
  }
  const path = await firstRunning(folder);
  if (path === undefined) throw new NotHere(`${BUN} has no program that runs here`);
  return path;
}

/** npm brings the program for each C library of the platform: the first that runs. */
async function firstRunning(folder: string): Promise<string | undefined> {
  const packages = join(folder, "node_modules/@oven");
  if (!existsSync(packages)) return undefined;
  const file = process.platform === "win32" ? "bun.exe" : "bun";
  for (const name of readdirSync(packages)) {
    const path = join(packages, name, "bin", file);
    if (isExecutable(path) && (await isRunning(path))) return path;
  }
  return undefined;
}

async function isRunning(path: string): Promise<boolean> {
  try {
    await run(path, ["--version"]);
    return true;
  } catch {
    return false;
  }
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return path !== "";
  } catch {
    return false;
  }
}

/** What a command said first of its failure. */
function firstLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string };
  const lines = (stderr ?? "").split("\n").filter((line) => /^E:|error/i.test(line));
  return lines[0] ?? message.split("\n", 1)[0];
}
