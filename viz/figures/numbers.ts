/** The numbers behind a figure, a row a fact, unrounded: what CSV and JSON hold. */
import type { PlanBands } from "../charts/bands.ts";

export interface NumberTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

const SHARES = ["p5", "p25", "p50", "p75", "p95"] as const;

/** A row a plan and week: the five quantiles over the runs. */
export function bandNumbers(plans: readonly PlanBands[]): NumberTable {
  return {
    heads: ["plan", "week", ...SHARES],
    rows: plans.flatMap(({ name, bands }) =>
      Array.from(bands.p50, (_, week) => [name, week, ...SHARES.map((share) => bands[share][week])]),
    ),
  };
}

/** A row a plan, week and series: `of` names the series, in the order of each plan's `columns`. */
export function seriesNumbers(
  what: string,
  names: readonly string[],
  plans: readonly { readonly name: string; readonly columns: readonly ArrayLike<number>[] }[],
): NumberTable {
  return {
    heads: ["plan", "week", what, "mean"],
    rows: plans.flatMap(({ name, columns }) =>
      Array.from(columns[0] ?? [], (_, week) => week).flatMap((week) =>
        names.map((one, i) => [name, week, one, columns[i][week]]),
      ),
    ),
  };
}
