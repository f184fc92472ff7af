/** How the tests run: every `*.test.ts` of test/, from the sources, with counts for test/run.mjs. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    // What a browser's page is waited for at most, twice over where the machine does much else (test/viz/chromium.ts).
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 60_000 } },
    // Only waits that ran out are tried again; test/tally.mjs names them, so that none is hidden.
    retry: { count: 1, condition: /^Waiting |timed out|timeout|exceeded|Protocol error|detached/i },
    reporters: ["default", "./test/tally.mjs"],
    coverage: {
      provider: "v8",
      include: ["engine/**/*.ts"],
      reporter: ["text", "html"],
      thresholds: { lines: 90 },
    },
  },
});
