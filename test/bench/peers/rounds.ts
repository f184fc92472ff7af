/** Interleaved rounds: every contestant in a process of its own, its result hashed and refused if it differs. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bytesOf, makeCompany } from "./adopt/company.ts";
import type { Contestant } from "./contestants.ts";
import { now, othersBetween } from "./quiet.ts";
import { PEERS } from "./recipes.ts";

/** One process: CPU time of reading, of setting up, of each run of the tick loop; the result's hash. */
export interface Measured {
  readonly readMs: number;
  readonly setUpMs: number;
  readonly runMs: readonly number[];
  readonly peakMB: number;
  readonly hash: string;
  /** Cores that others kept busy meanwhile. */
  readonly othersCores: number;
}

export const TICKS = 150;
const WARM_UP_AGENTS = 2_000;
const SEED = [1, 2] as const;
const PROCESS_MS = 20 * 60_000;

/** The file of a company, made once. */
function companyFile(agents: number): string {
  const path = join(PEERS, `company-${agents}.bin`);
  if (existsSync(path)) return path;
  mkdirSync(PEERS, { recursive: true });
  writeFileSync(path, bytesOf(makeCompany(agents, TICKS, SEED)));
  return path;
}

/** Runs a contestant once at a size, `repeats` times within its process. */
export function measure(contestant: Contestant, agents: number, repeats: number): Measured {
  const result = join(PEERS, `result-${process.pid}.bin`);
  const [program, ...values] = contestant.command(PEERS);
  const files = [companyFile(WARM_UP_AGENTS), companyFile(agents), String(repeats), result];
  const before = now();
  const { status, stdout, stderr, error } = spawnSync(program, [...values, ...files], {
    encoding: "utf8",
    timeout: PROCESS_MS,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const othersCores = othersBetween(before, now());
  if (error || status !== 0)
    throw new Error(`${contestant.name} failed at ${agents}: ${error?.message ?? stderr.trim().slice(-300)}`);
  const hash = createHash("sha256").update(readFileSync(result)).digest("hex").slice(0, 16);
  rmSync(result);
  const times = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Omit<Measured, "hash" | "othersCores">;
  return { ...times, hash, othersCores };
}

/** How often a process runs the model at a size: short runs are repeated. */
export function repeatsOf({ isQuick }: Contestant, agents: number): number {
  if (!isQuick) return 1;
  return agents <= 10_000 ? 5 : agents <= 100_000 ? 3 : 1;
}
