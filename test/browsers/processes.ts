/** Engines that run as a process of their own: Node with any flags, and bun. */
import { spawn, type ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { inTime, type Host, type Site } from "./host.ts";
import { askOver, type Carry } from "./task.ts";

export interface Command {
  /** The place's name. */
  readonly name: string;
  readonly program: string;
  readonly flags: readonly string[];
  readonly version: string;
  readonly weeksApart: number;
}

/** Starts a command on the script for processes; it answers line by line. */
export function startProcess({ name, program, flags, version, weeksApart }: Command, site: Site): Host {
  const child = spawn(program, [...flags, site.processScript], {
    cwd: site.folder,
    stdio: ["pipe", "pipe", "ignore"],
  });
  return {
    version,
    places: [{ name, ask: askOver(carryLines(child)), weeksApart }],
    close: () => ended(child),
  };
}

/** One task at a time: the next line is its answer. */
function carryLines(child: ChildProcess): Carry {
  const lines = createInterface({ input: child.stdout! });
  const broken = new Promise<never>((_, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => reject(new Error(`the process ended: ${signal ?? code}`)));
  });
  broken.catch(() => {}); // an end between two tasks is told by the next
  child.stdin!.on("error", () => {});
  return (text) => {
    const line = new Promise<string>((resolve) => {
      lines.once("line", resolve);
    });
    child.stdin!.write(`${text}\n`);
    return inTime(Promise.race([line, broken]), "answer");
  };
}

/** Ends a process and waits until it is gone. */
export async function ended(child: ChildProcess, kill: () => void = () => child.kill()): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise((resolve) => {
    child.once("close", resolve);
  });
  kill();
  await inTime(closed, `end of ${child.spawnfile}`);
}
