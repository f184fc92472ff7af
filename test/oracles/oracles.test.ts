/** The committed rows: every exact one and a few of those that draw, each through production code. */
import { describe, expect, test } from "vitest";
import { checkRow, FAMILIES, familyOf } from "./check.ts";
import { contextOf, DATA_FOLDER, FIXTURE } from "./source.ts";

/** Many times what the longest row takes, for machines with other things to do. */
const PATIENCE_MS = 300_000;

const context = contextOf(FIXTURE, DATA_FOLDER, true);

for (const family of FAMILIES) {
  describe(`${family.prefix} through ${family.path}`, () => {
    for (const row of context.rows.filter((each) => familyOf(each) === family)) {
      test(`passes ${row.id}`, { timeout: PATIENCE_MS }, ({ skip }) => {
        const { state, reason } = checkRow(row, context);
        if (state === "skipped") {
          console.log(`SKIPPED ${row.id}: ${reason}`);
          skip(reason);
        }
        expect(reason).toBe("");
        expect(state).toBe("passed");
      });
    }
  });
}

test("no committed row is of an unknown family", () => {
  expect(context.rows.filter((row) => familyOf(row) === undefined)).toEqual([]);
});
