/** A study's memory doesn't grow with its runs: a million points fit into a gigabyte, run, merged and written as CSV. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const SCRIPT = fileURLToPath(new URL("../../dist/test/studies/million.js", import.meta.url));
const [POINTS, BYTES_MOST] = process.env["SOAK"] === "1" ? [1_000_000, 1e9] : [50_000, 300e6];

test.skipIf(!existsSync(SCRIPT))(
  `${POINTS} points of one run each take at most ${BYTES_MOST / 1e6} MB`,
  { timeout: 600_000 },
  () => {
    const text = execFileSync(process.execPath, [SCRIPT, String(POINTS)], { encoding: "utf8" });
    const { rows, bytes } = JSON.parse(text) as { readonly rows: number; readonly bytes: number };
    expect(rows).toBe(2 * POINTS);
    expect(bytes).toBeLessThan(BYTES_MOST);
  },
);
