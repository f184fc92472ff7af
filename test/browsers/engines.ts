/** The engines that must give the same bits, in the order of the table. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Host, Site } from "./host.ts";
import { startProcess } from "./processes.ts";
import { findBun, findMiniBrowser, installMissing, programOf, type Package } from "./programs.ts";
import { startChromium, startFirefox } from "./puppets.ts";
import { startWebKit } from "./webkit.ts";

export interface Engine {
  /** The places it brings, in the order of its host's. */
  readonly places: readonly string[];
  /** Rejects with NotHere if there is none on this machine. */
  readonly start: (site: Site) => Promise<Host>;
}

/** An interpreter takes a minute more for the digests of every week, and V8 is compared every week thrice anyway. */
const SLOW_WEEKS_APART = 26;

/** The engines; `root` is the project's folder. What is missing is installed at once. */
export function enginesOf(root: string): Engine[] {
  const installed = installMissing(); // goes on beside the engines that are there
  const find = async (name: Package) => programOf(name, await installed);
  const inBoth = (name: string) => [`${name} page`, `${name} worker`];
  return [
    node([], 1),
    node(["--jitless"], SLOW_WEEKS_APART),
    node(["--no-opt"], SLOW_WEEKS_APART),
    {
      places: ["bun"],
      start: async (site) => {
        const program = await findBun(join(root, "test/browsers/artifacts/bun"));
        const version = execFileSync(program, ["--version"], { encoding: "utf8" }).trim();
        return startProcess({ name: "bun", program, flags: [], version, weeksApart: 1 }, site);
      },
    },
    { places: inBoth("chromium"), start: async (site) => startChromium(await find("chromium"), site) },
    { places: inBoth("firefox"), start: async (site) => startFirefox(await find("firefox-esr"), site) },
    {
      places: inBoth("webkit"),
      start: async (site) => {
        const driver = await find("webkit2gtk-driver");
        await find("xauth"); // xvfb-run calls it
        return startWebKit(
          { xvfbRun: await find("xvfb"), driver, miniBrowser: await findMiniBrowser() },
          site,
        );
      },
    },
  ];
}

function node(flags: readonly string[], weeksApart: number): Engine {
  const name = ["node", ...flags].join(" ");
  const command = { name, program: process.execPath, flags, version: process.versions.node, weeksApart };
  return { places: [name], start: (site) => Promise.resolve(startProcess(command, site)) };
}
