/** Models of others, fetched into a folder that git ignores and run beside the engine. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { NetworkCase, VirusCase } from "./cases.ts";

/** What is installed, exactly. */
export const PEERS = {
  ndlib: "6.0.1",
  mesa: "3.3.1",
  networkx: "3.6.1",
  numpy: "2.4.6",
  six: "1.17.0",
} as const;

const ROOT = new URL("../../../", import.meta.url);
const ENVIRONMENT = new URL(".peers/docking/", ROOT);
const PYTHON = fileURLToPath(new URL("bin/python", ENVIRONMENT));
/** Longest time for one peer's runs, in milliseconds. */
const PATIENCE = 3_600_000;

/** Makes a Python environment of its own and installs the peers; needs Python 3.11 and a package index. */
export function installPeers(): void {
  if (!existsSync(PYTHON)) call("python3", ["-m", "venv", fileURLToPath(ENVIRONMENT)]);
  const packages = Object.entries(PEERS).map(([name, version]) => `${name}==${version}`);
  call(PYTHON, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...packages]);
}

interface Random {
  readonly runs: number;
  readonly seed: number;
}

/** NDlib's results, case by case: histories for thresholds, samples for all else. */
export function askNdlib<R>(cases: readonly (NetworkCase & Partial<Random>)[]): R[] {
  return JSON.parse(call(PYTHON, [script("ndlib_peer.py")], JSON.stringify(cases))) as R[];
}

/** Final sizes of Mesa's virus on a network, case by case. */
export function askMesa(cases: readonly (VirusCase & Random)[]): number[][] {
  return JSON.parse(call(PYTHON, [script("mesa_peer.py")], JSON.stringify(cases))) as number[][];
}

function script(name: string): string {
  return fileURLToPath(new URL(`test/docking/${name}`, ROOT));
}

function call(command: string, words: readonly string[], input = ""): string {
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    timeout: PATIENCE,
  });
  // A peer that dies early breaks the pipe: its own last words say more.
  if (status !== 0)
    throw new Error(`${command} failed; ${stderr?.trim().split("\n").at(-1) || error?.message}`);
  return stdout;
}
