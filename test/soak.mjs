/** The full counts that `npm test` samples: `npm run soak [-- FILES]`, some hours on two free cores, or only FILES. */
import { spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const FILES = [
  "test/random/",
  "test/workers/laws.test.ts",
  "test/scenarios/calibration/fitting.test.ts",
  "test/studies/precision.test.ts",
  "test/studies/faults.test.ts",
  "test/studies/kill.test.ts",
  "test/studies/memory.test.ts",
  "test/studies/slurm.test.ts",
];
const HOUR_MS = 3_600_000;

const given = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [
    "node_modules/vitest/vitest.mjs",
    "run",
    `--testTimeout=${HOUR_MS}`,
    ...(given.length > 0 ? given : FILES),
  ],
  { cwd: ROOT, stdio: "inherit", env: { ...process.env, SOAK: "1" } },
);
process.exitCode = status ?? 1;
