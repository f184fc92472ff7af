/** Declared writes: a process changes the columns it says and no other. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { createWorld, digestByColumn, SCHEDULE, step, type RunSpec } from "../../engine/index.ts";
import { COLUMN_NAMES, type ColumnName } from "../../engine/columns.ts";
import { BUSY, EVERY_SHOCK, EVERYTHING, specOf, specs } from "./worlds.ts";

function changed(before: Record<ColumnName, string>, after: Record<ColumnName, string>): ColumnName[] {
  return COLUMN_NAMES.filter((name) => before[name] !== after[name]);
}

/** Every (process, column) pair that changed without being declared. */
function undeclared(spec: RunSpec): string[] {
  const found = new Set<string>();
  const world = createWorld(spec);
  let before = digestByColumn(world);
  while (world.state.firm.week[0] < spec.weeks) {
    step(world, (process) => {
      const after = digestByColumn(world);
      const writes: readonly string[] = process.writes;
      for (const name of changed(before, after))
        if (!writes.includes(name)) found.add(`${process.name}: ${name}`);
      before = after;
    });
    const after = digestByColumn(world);
    for (const name of changed(before, after)) if (name !== "firm.week") found.add(`step: ${name}`);
    before = after;
  }
  return [...found];
}

it("each process writes only the columns it declares", () => {
  expect(undeclared(specOf({ parameters: BUSY, plan: EVERYTHING, shocks: EVERY_SHOCK, weeks: 30 }))).toEqual(
    [],
  );
  fc.assert(
    fc.property(specs, (spec) => {
      expect(undeclared({ ...spec, weeks: 12 })).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

it("every column is declared by some process", () => {
  const declared = new Set<string>(SCHEDULE.flatMap(({ writes }) => writes));
  const unknown = [...declared].filter((name) => !COLUMN_NAMES.some((known) => known === name));
  expect(unknown.filter((name) => !name.startsWith("grouped."))).toEqual([]);
  expect(COLUMN_NAMES.filter((name) => !declared.has(name) && name !== "firm.week")).toEqual([]);
});
