/** A reporter for vitest that leaves in the file TALLY names the counts, what failed and why, what passed only when tried again, and every skip with its reason. */
import { writeFileSync } from "node:fs";

/** What vitest writes into `TALLY`: {passed, failed, failures: [title], again: [title], skipped: {reason: count}}. */
export default class Tally {
  onTestRunEnd(modules, unhandledErrors) {
    const file = process.env["TALLY"];
    if (file === undefined) return;
    const tally = { passed: 0, failed: 0, failures: [], again: [], skipped: {} };
    unhandledErrors.forEach((error) => fail(tally, `unhandled error: ${error.message}`));
    for (const module of modules) {
      const path = module.relativeModuleId;
      if (module.errors().length > 0) fail(tally, path);
      for (const suite of module.children.allSuites())
        suite.errors().forEach(() => fail(tally, `${path}: ${suite.fullName}`));
      for (const test of module.children.allTests()) count(tally, path, test);
    }
    writeFileSync(file, JSON.stringify(tally));
  }
}

function fail(tally, title) {
  tally.failed++;
  tally.failures.push(title);
}

function count(tally, path, test) {
  const result = test.result();
  const title = `${path}: ${test.fullName}`;
  if (result.state === "passed") {
    tally.passed++;
    if (test.diagnostic()?.flaky) tally.again.push(title);
  } else if (result.state === "failed") {
    fail(tally, `${title}: ${result.errors[0]?.message.split("\n")[0]}`);
  } else {
    const reason = result.note ?? test.fullName;
    tally.skipped[reason] = (tally.skipped[reason] ?? 0) + 1;
  }
}
