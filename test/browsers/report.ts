/** What a run says: the table of engines and scenes, every difference, every skip, and the counts. */
import type { Row } from "./checks.ts";
import { tallyOf, type Column } from "./matrix.ts";

/** Digits of a digest that the table shows. */
const DIGITS = 8;

/** The whole report; its last line counts. */
export function reportOf(rows: readonly Row[], columns: readonly Column[]): string {
  const { passed, failed, skipped } = tallyOf(columns);
  const skippedCount = Object.values(skipped).reduce((sum, count) => sum + count, 0);
  const counts = `${passed} passed, ${failed} failed`;
  return [
    tableOf(rows, columns),
    "",
    ...columns.flatMap((column) => failuresOf(rows, column)),
    ...Object.entries(skipped).map(([reason, count]) => `SKIPPED ${count}: ${reason}`),
    skippedCount === 0 ? counts : `${counts}, ${skippedCount} skipped`,
  ].join("\n");
}

/** A line a problem; one that an engine has everywhere is told once. */
function failuresOf(rows: readonly Row[], { place, checks }: Column): string[] {
  const names = new Map<string, string[]>();
  checks.forEach(({ problem }, i) => {
    if (problem !== "") names.set(problem, [...(names.get(problem) ?? []), rows[i].name]);
  });
  return [...names].map(([problem, where]) => {
    const what = where.length === 1 ? where[0] : `${where.length} of ${rows.length}`;
    return `FAILED ${place}, ${what}: ${problem}`;
  });
}

/** A line a row, a column a place; of each digest the first digits, with ≠ in front where it isn't as committed. */
function tableOf(rows: readonly Row[], columns: readonly Column[]): string {
  const lines = [
    ["", "committed", ...columns.map(({ place }) => place.split(" ")[0])],
    ["", "", ...columns.map(({ place }) => place.split(" ")[1] ?? "")],
    ["", "", ...columns.map(({ version }) => version.split(".").slice(0, 2).join("."))],
    ...rows.map(({ name, digest }, i) => [name, short(digest), ...columns.map((column) => cell(column, i))]),
    ["seconds", "", ...columns.map(({ seconds }) => seconds.toFixed(1))],
  ];
  const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => line[i].length)));
  const padded = (line: readonly string[]) => line.map((text, i) => text.padEnd(widths[i])).join("  ");
  return lines.map((line) => padded(line).trimEnd()).join("\n");
}

function cell({ checks, skipped }: Column, i: number): string {
  if (skipped !== "") return "skipped";
  const { digest, problem } = checks[i];
  return problem === "" ? short(digest) : `≠ ${short(digest)}`;
}

function short(digest: string): string {
  return digest.slice(0, DIGITS);
}
