/** A reporter for vitest that leaves the counts, what failed and every skip with its reason in the file TALLY names. */
import { writeFileSync } from "node:fs";

/** What vitest writes into `TALLY`: {passed, failed, failures: [title], skipped: {reason: count}}. */
export default class Tally {
  onTestRunEnd(modules, unhandledErrors) {
    const file = process.env["TALLY"];
    if (file === undefined) return;
    const tally = { passed: 0, failed: 0, failures: [], skipped: {} };
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
  if (result.state === "passed") tally.passed++;
  else if (result.state === "failed") fail(tally, `${path}: ${test.fullName}`);
  else {
    const reason = result.note ?? test.fullName;
    tally.skipped[reason] = (tally.skipped[reason] ?? 0) + 1;
  }
}
