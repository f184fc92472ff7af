/** The page as it is shipped, for a test: what npm test has built, or built anew where something has changed since. */
import { execFile } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

/** Of the project: npm starts every script there, compiled or not. */
const ROOT = process.cwd();

/** Puts it into a folder. Vitest's own environment would leave in the page what only tests read. */
export async function buildAsShipped(folder: string): Promise<void> {
  const { NODE_ENV: _, ...env } = process.env;
  await promisify(execFile)(process.execPath, [join(ROOT, ".ci/ready.mjs"), "page"], { cwd: ROOT, env });
  cpSync(join(ROOT, "dist/page"), folder, { recursive: true });
}
