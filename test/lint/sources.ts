/** The files of the project: what git tracks or would track, so that a new file is judged before it is committed. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** Every file's path from the root, in order. */
export const FILES = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
  cwd: ROOT,
  encoding: "utf8",
})
  .split("\0")
  .filter((path) => path !== "" && existsSync(join(ROOT, path)))
  .toSorted();

/** Code in the house's languages. */
export const SOURCES = FILES.filter((path) => /\.(ts|tsx|mjs|css)$/.test(path));

/** A file's text. */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}
