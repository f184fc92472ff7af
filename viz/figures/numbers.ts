/** The numbers behind a figure, a row a fact, unrounded: what CSV and JSON hold. */
import type { MeasureUnit } from "../../engine/index.ts";
import { extentOf, type PlanBands } from "../charts/bands.ts";

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

/** How a spreadsheet's program writes the values of an axis. */
export function formatCode(unit: MeasureUnit, plans: readonly PlanBands[]): string {
  const [low, high] = extentOf(plans.map(({ bands }) => bands));
  const most = Math.max(Math.abs(low), Math.abs(high));
  if (unit === "share") return most < 0.1 ? "0.0%" : "0%";
  if (unit === "index") return "0.00";
  if (most >= 2e6) return '#,##0.0,,"m"';
  return most >= 2e4 ? '#,##0,"k"' : "#,##0.##";
}
