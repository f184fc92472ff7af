/** A reporter for vitest that leaves the counts, and every skip with its reason, in the file TALLY names. */
import { writeFileSync } from "node:fs";

/** What vitest writes into `TALLY`: {passed, failed, skipped: {reason: count}}. */
export default class Tally {
  onTestRunEnd(modules, unhandledErrors) {
    const path = process.env["TALLY"];
    if (path === undefined) return;
    const tally = { passed: 0, failed: unhandledErrors.length, skipped: {} };
    for (const module of modules) {
      const isBroken = module.errors().length > 0;
      if (isBroken) tally.failed++;
      for (const suite of module.children.allSuites()) tally.failed += suite.errors().length;
      for (const test of module.children.allTests()) count(tally, test.fullName, test.result());
    }
    writeFileSync(path, JSON.stringify(tally));
  }
}

function count(tally, title, result) {
  if (result.state === "passed") tally.passed++;
  else if (result.state === "failed") tally.failed++;
  else {
    const reason = result.note ?? title;
    tally.skipped[reason] = (tally.skipped[reason] ?? 0) + 1;
  }
}
