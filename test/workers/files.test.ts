/** Files that are whole or absent, whatever file operation fails. */
import * as nodeFiles from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { pendingFile, type FileSystem } from "../../workers/files.ts";

let folder = "";
beforeEach(() => (folder = nodeFiles.mkdtempSync(join(tmpdir(), "groundwork-"))));
afterEach(() => nodeFiles.rmSync(folder, { recursive: true, force: true }));

const OPERATIONS = ["mkdirSync", "openSync", "writeSync", "fsyncSync", "closeSync", "renameSync"] as const;

/** The real file system, whose n-th operation fails; writes are short. */
function failingAt(n: number): { files: FileSystem; count: () => number } {
  let count = 0;
  const fake: Record<string, unknown> = { ...nodeFiles };
  for (const name of OPERATIONS) {
    const real = nodeFiles[name] as (...values: unknown[]) => unknown;
    fake[name] = (...values: unknown[]) => {
      if (count++ === n) throw Object.assign(new Error("disk"), { code: "EIO" });
      if (name === "writeSync") values[3] = Math.min(7, values[3] as number);
      return real(...values);
    };
  }
  return { files: fake as unknown as FileSystem, count: () => count };
}

const TEXT = "plan,replicate\nfirst,0 — über\n".repeat(3);

function writeTwice(path: string, files?: FileSystem): void {
  const file = pendingFile(path, files);
  file.write(TEXT);
  file.write(TEXT);
  file.commit();
}

describe("a pending file", () => {
  test("appears with its whole content when it is committed, and not before", () => {
    const path = join(folder, "new", "runs.csv");
    const file = pendingFile(path);
    file.write(TEXT);
    expect(nodeFiles.existsSync(path)).toBe(false);
    file.commit();
    file.drop();
    expect(nodeFiles.readFileSync(path, "utf8")).toBe(TEXT);
    expect(nodeFiles.readdirSync(join(folder, "new"))).toEqual(["runs.csv"]);
  });

  test("leaves nothing when it is dropped", () => {
    const file = pendingFile(join(folder, "runs.csv"));
    file.write(TEXT);
    file.drop();
    expect(nodeFiles.readdirSync(folder)).toEqual([]);
  });

  test("is old or new but never torn, and never silent, whichever operation fails", () => {
    const path = join(folder, "runs.csv");
    const { files, count } = failingAt(-1);
    writeTwice(path, files);
    expect(nodeFiles.readFileSync(path, "utf8")).toBe(TEXT + TEXT);
    const operations = count();
    expect(operations).toBeGreaterThan(20);
    for (let n = 0; n < operations; n++) {
      nodeFiles.writeFileSync(path, "old");
      expect(() => writeTwice(path, failingAt(n).files), `operation ${n}`).toThrow("disk");
      expect(["old", TEXT + TEXT]).toContain(nodeFiles.readFileSync(path, "utf8"));
      expect(nodeFiles.readdirSync(folder)).toEqual(["runs.csv"]);
    }
  });
});
