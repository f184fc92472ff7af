/** Runs every check one after another and ends with `N passed, N failed`, skips told above it. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const FOLDER = mkdtempSync(join(tmpdir(), "groundwork-test-"));

/** The quick ones first. A runner without a tally counts as one check. */
const CHECKS = [
  { name: "build", command: [".ci/ready.mjs", "page"], onFailure: ["node_modules/typescript/bin/tsc", "-b"] },
  { name: "format", command: ["node_modules/oxfmt/bin/oxfmt", "--check", "."] },
  { name: "lint", command: ["node_modules/oxlint/bin/oxlint"] },
  { name: "dead code", command: ["node_modules/knip/bin/knip.js", "--no-progress"] },
  { name: "tests", command: ["node_modules/vitest/vitest.mjs", "run"], hasTally: true },
  { name: "engines", command: ["dist/test/browsers/run.js"], hasTally: true },
];

/** Runs a Node script from the root with live output; resolves to its exit code. */
function runNode(command, environment) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command, {
      cwd: ROOT,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...environment },
    });
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/** What a runner wrote of its tests; a runner that failed without saying why is one failure. */
function tallyOf(path, code) {
  let tally = { passed: 0, failed: 0, failures: [], skipped: {} };
  try {
    tally = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    // it ended before it could write
  }
  if (tally.failed === 0 && (code !== 0 || tally.passed === 0)) tally.failed = 1;
  return tally;
}

async function runCheck({ name, command, onFailure, hasTally }) {
  console.log(`\n── ${name}`);
  const path = join(FOLDER, "tally.json");
  rmSync(path, { force: true });
  const code = await runNode(command, hasTally === true ? { TALLY: path } : {});
  if (code !== 0 && onFailure !== undefined) await runNode(onFailure, {});
  if (hasTally === true) return tallyOf(path, code);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, failures: [], skipped: {} };
}

const total = { passed: 0, failed: 0 };
const failedChecks = [];
const failures = [];
const again = [];
const skipped = [];
for (const check of CHECKS) {
  const start = Date.now();
  const tally = await runCheck(check);
  total.passed += tally.passed;
  total.failed += tally.failed;
  if (tally.failed > 0) failedChecks.push(`${check.name} (${tally.failed})`);
  failures.push(...(tally.failures ?? []));
  again.push(...(tally.again ?? []));
  skipped.push(...Object.entries(tally.skipped));
  console.log(
    `── ${check.name}: ${tally.passed} passed, ${tally.failed} failed, ${((Date.now() - start) / 1000).toFixed(1)} s`,
  );
}
rmSync(FOLDER, { recursive: true, force: true });
console.log("");
if (failedChecks.length > 0) console.log(`FAILED: ${failedChecks.join(", ")}`);
for (const title of again) console.log(`PASSED ONLY WHEN TRIED AGAIN ${title}`);
for (const title of failures) console.log(`FAILED ${title}`);
for (const [reason, count] of skipped) console.log(`SKIPPED ${count}: ${reason}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
