/** How busy the machine is with other things: cores that neither this process nor its children keep busy. */
import { existsSync, readFileSync } from "node:fs";

/** The kernel counts hundredths of a second. */
const JIFFIES_PER_SECOND = 100;
const WINDOW_MS = 1000;
/** Cores of others below which a machine counts as quiet. */
const QUIET_CORES = 0.1;

export interface Moment {
  readonly ms: number;
  /** Busy time of all cores, and that of this process and its ended children; in seconds. */
  readonly busy: number;
  readonly own: number;
}

/** Now; without busy times where the kernel doesn't tell. */
export function now(): Moment {
  const ms = performance.now();
  if (!existsSync("/proc/stat")) return { ms, busy: Number.NaN, own: Number.NaN };
  const [, ...all] = readFileSync("/proc/stat", "utf8").split("\n")[0].split(/\s+/).map(Number);
  const [user, nice, system, , , irq, softIrq, steal] = all;
  const fields = readFileSync("/proc/self/stat", "utf8").split(") ")[1].split(" ").map(Number);
  const own = fields.slice(11, 15).reduce((sum, jiffies) => sum + jiffies, 0);
  const busy = user + nice + system + irq + softIrq + steal;
  return { ms, busy: busy / JIFFIES_PER_SECOND, own: own / JIFFIES_PER_SECOND };
}

/** Cores that others kept busy between two moments; NaN where unknown. */
export function othersBetween(before: Moment, after: Moment): number {
  const seconds = (after.ms - before.ms) / 1000;
  return Math.max(0, (after.busy - before.busy - (after.own - before.own)) / seconds);
}

/** Waits until the machine was quiet for a second, at most so long. */
export function waitForQuiet(patienceSeconds: number): void {
  const end = performance.now() + 1000 * patienceSeconds;
  while (performance.now() < end) {
    const before = now();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WINDOW_MS);
    const others = othersBetween(before, now());
    if (!(others >= QUIET_CORES)) return;
  }
}
