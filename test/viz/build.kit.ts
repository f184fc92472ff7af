/** The page as it is shipped, built for a test. */
import { build } from "vite";

/** Of the project: npm starts every script there, compiled or not. */
const ROOT = process.cwd();

/** Vitest's own environment would leave in the page what only tests read. */
export async function buildAsShipped(folder: string): Promise<void> {
  const environment = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  try {
    await build({ root: ROOT, logLevel: "silent", build: { outDir: folder, emptyOutDir: true } });
  } finally {
    if (environment === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = environment;
  }
}
