/** The pages of docs/ that are written from the engine's tables. */
import { MEASURES, PARAMETERS, type Parameter } from "../../engine/index.ts";

const MADE = "*Written by `npm run docs` from the engine's own tables; a test fails when it has drifted.*";

const PARAMETERS_HEAD = `# Parameters

${MADE}

Every number the model assumes, by theme. A document may replace a value, or give a range to draw from, within the bounds;
a switch is 0 or 1. Evidence: ids of the register. Grades: **A** experiment or meta-analysis, **B** measured in firms,
**C** survey or benchmark, **D** assumption.
`;

const MEASURES_HEAD = `# Measures

${MADE}

Every weekly output, in the order of a run's columns: week 0 is the start, then one value a week. Shares are of the present
employees unless said. A measure *against the twin* is the plan's account minus that of the same company, with the same
luck and no programme; money is to date.
`;

interface Row {
  readonly theme: string;
}

/** A page's content by its path from the root. */
export function pages(): Map<string, string> {
  return new Map([
    ["docs/parameters.md", parametersPage()],
    ["docs/measures.md", measuresPage()],
  ]);
}

function parametersPage(): string {
  return page(
    PARAMETERS_HEAD,
    PARAMETERS,
    ["parameter", "meaning", "unit", "default", "bounds", "evidence", "grade"],
    (row) => [
      `\`${row.name}\``,
      row.label,
      row.unit,
      shown(row.default),
      bounds(row),
      row.evidence.replaceAll(" ", ", "),
      row.grade,
    ],
  );
}

function measuresPage(): string {
  return page(MEASURES_HEAD, MEASURES, ["measure", "label", "unit", "counts", "against the twin"], (row) => [
    `\`${row.name}\``,
    row.label,
    row.unit,
    row.description,
    row.isAgainstTwin ? "yes" : "",
  ]);
}

/** A head, then a table a theme, in the order of the rows. */
function page<R extends Row>(
  head: string,
  rows: readonly R[],
  columns: readonly string[],
  cells: (row: R) => readonly string[],
): string {
  const themes = [...new Set(rows.map((row) => row.theme))].map((theme) => {
    const lines = [
      columns,
      columns.map(() => "---"),
      ...rows.filter((row) => row.theme === theme).map(cells),
    ];
    return `## ${theme[0].toUpperCase()}${theme.slice(1)}\n\n${lines.map(tableLine).join("\n")}\n`;
  });
  return [head, ...themes].join("\n");
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function bounds({ unit, low, high }: Parameter): string {
  return unit === "switch" ? "0 or 1" : `${shown(low)} … ${shown(high)}`;
}

/** A number as people write it: at most six significant digits, thousands apart. */
function shown(value: number): string {
  const text = String(Number(value.toPrecision(6)));
  return text.includes("e") ? text : text.replace(/\B(?=(\d{3})+$)/g, ",");
}
