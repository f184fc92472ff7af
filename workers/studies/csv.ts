/** The table as CSV (RFC 4180): text that a spreadsheet would take for a formula is kept from it, numbers are untouched. */
import type { Cell, Column } from "./columns.ts";

const FORMULA = /^[=+\-@\t\r]/;
const QUOTED = /[",\r\n]/;

export function csvHeader(columns: readonly Pick<Column, "name">[]): string {
  return `${columns.map(({ name }) => cellText(name)).join(",")}\n`;
}

/** Lines of values by column. */
export function csvRows(values: readonly (readonly Cell[])[]): string {
  return (values[0] ?? [])
    .map((_, i) => `${values.map((column) => cellText(column[i])).join(",")}\n`)
    .join("");
}

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
