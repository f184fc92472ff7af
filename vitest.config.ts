/** How the tests run: every `*.test.ts` of test/, from the sources, with counts for test/run.mjs. */
import { readdirSync, readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

/** A test that looks at a clock or into a browser has the machine to itself; the others share it. */
const ALONE = /performance\.now|Date\.now|cpuUsage|heapUsed|test\/bench|findChromium|BROWSERS|findPrograms/;

const files = readdirSync("test", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.test\.tsx?$/.test(file))
  .map((file) => `test/${file.replaceAll("\\", "/")}`);
const alone = files.filter((file) => ALONE.test(readFileSync(file, "utf8")));
const together = files.filter((file) => !alone.includes(file));

export default defineConfig({
  test: {
    // What a browser's page is waited for at most, twice over where the machine does much else (test/viz/chromium.ts).
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
    // Only waits that ran out are tried again; test/tally.mjs names them, so that none is hidden.
    retry: { count: 1, condition: /^Waiting |timed out|timeout|exceeded|Protocol error|detached/i },
    projects: [
      {
        extends: true,
        test: {
          name: "together",
          include: together,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      { extends: true, test: { name: "alone", include: alone, maxWorkers: 1, sequence: { groupOrder: 1 } } },
    ],
    reporters: ["default", "./test/tally.mjs"],
    coverage: {
      provider: "v8",
      include: ["engine/**/*.ts"],
      reporter: ["text", "html"],
      thresholds: { lines: 90 },
    },
  },
});
