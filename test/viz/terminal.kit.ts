/** The command line as a child process, in a folder of its own. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const TERMINAL = fileURLToPath(new URL("../../dist/viz/terminal.js", import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Place {
  readonly folder: string;
  readonly write: (name: string, content: string | Uint8Array) => void;
  readonly start: (words: readonly string[]) => ChildProcess;
  readonly groundwork: (words: readonly string[], stdin?: string | Uint8Array) => Promise<Ended>;
  readonly remove: () => void;
}

export function makePlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), "groundwork-"));
  const start = (words: readonly string[]): ChildProcess =>
    spawn(process.execPath, [TERMINAL, ...words], { cwd: folder, stdio: "pipe" });
  return {
    folder,
    start,
    write: (name, content) => writeFileSync(join(folder, name), content),
    groundwork: (words, stdin = "") => {
      const child = start(words);
      // A command that does not read its stdin may be gone before it is written.
      child.stdin!.on("error", () => {});
      child.stdin!.end(stdin);
      return ended(child);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export function ended(child: ChildProcess): Promise<Ended> {
  const parts = { stdout: "", stderr: "" };
  child.stdout!.setEncoding("utf8").on("data", (text: string) => (parts.stdout += text));
  child.stderr!.setEncoding("utf8").on("data", (text: string) => (parts.stderr += text));
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, ...parts })));
}

/** A small question: two plans, 60 employees, 40 weeks. */
export function smallDocument(changes: object = {}): Record<string, unknown> {
  return {
    groundwork: 1,
    name: "Small question",
    company: { employees: 60 },
    plans: [
      { id: "first", name: "First", interventions: [{ week: 0, kind: "platform", fast: true }] },
      { id: "second", name: "Second", interventions: [{ week: 0, kind: "communities", count: 2 }] },
    ],
    seed: "test",
    weeks: 40,
    ...changes,
  };
}

export const ROSTER = `id,department\n${Array.from({ length: 30 }, (_, i) => `${i + 1},${"ABC"[i % 3]}`).join("\n")}\n`;
export const TIES = `source,target,strength\n${Array.from({ length: 29 }, (_, i) => `${i + 1},${i + 2},${i + 1}`).join("\n")}\n`;
