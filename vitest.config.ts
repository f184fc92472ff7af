/** How the tests run: every `*.test.ts` of test/, from the sources, with counts for test/run.mjs. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    testTimeout: 60_000,
    hookTimeout: 120_000, // a browser's cold start
    reporters: ["default", "./test/tally.mjs"],
    coverage: {
      provider: "v8",
      include: ["engine/**/*.ts"],
      reporter: ["text", "html"],
      thresholds: { lines: 90 },
    },
  },
});
