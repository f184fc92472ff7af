/** Finds the family of a row and checks the row: passed, failed or skipped, with the reason. */
import { CLOSED } from "./closed.ts";
import type { Context, Family } from "./family.ts";
import { LATTICES } from "./lattices.ts";
import { MIXING } from "./mixing.ts";
import { REAL } from "./real.ts";
import { SkippedRow, type Row } from "./rows.ts";

export const FAMILIES: readonly Family[] = [...CLOSED, ...MIXING, ...LATTICES, ...REAL];

/** A row's family; undefined where no family has its name. */
export function familyOf({ id }: Row): Family | undefined {
  return FAMILIES.filter(({ prefix }) => id === prefix || id.startsWith(`${prefix}.`)).toSorted(
    (a, b) => b.prefix.length - a.prefix.length,
  )[0];
}

export interface Outcome {
  readonly id: string;
  readonly family: string;
  readonly state: "passed" | "failed" | "skipped";
  /** Why it failed or was skipped. */
  readonly reason: string;
  readonly figures: number;
  readonly runs: number;
  /** Largest distance from an expected figure, in tolerances. */
  readonly worst: number;
  readonly seconds: number;
}

/** Checks one row; whatever goes wrong is an outcome. */
export function checkRow(row: Row, context: Context): Outcome {
  const family = familyOf(row);
  const start = performance.now();
  const end = (
    state: Outcome["state"],
    reason: string,
    verdict = { figures: 0, runs: 0, worst: 0 },
  ): Outcome => ({
    id: row.id,
    family: family?.prefix ?? "unknown",
    state,
    reason,
    figures: verdict.figures,
    runs: verdict.runs,
    worst: verdict.worst,
    seconds: (performance.now() - start) / 1000,
  });
  if (!family) return end("failed", "unknown family");
  try {
    const verdict = family.check(row, context);
    if (verdict.figures === 0) return end("failed", "nothing to compare");
    return end(verdict.faults.length === 0 ? "passed" : "failed", verdict.faults.join("; "), verdict);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return end(error instanceof SkippedRow ? "skipped" : "failed", reason);
  }
}

/** The rows of a quick check: every exact one, and a few of each family that draws. */
export function quickRows(rows: readonly Row[]): Row[] {
  return FAMILIES.flatMap((family) => {
    const own = rows.filter((row) => familyOf(row) === family);
    const wanted = family.quickRows ?? own.length;
    return own.filter(
      (_, i) => Math.floor(((i + 1) * wanted) / own.length) > Math.floor((i * wanted) / own.length),
    );
  }).concat(rows.filter((row) => familyOf(row) === undefined));
}
