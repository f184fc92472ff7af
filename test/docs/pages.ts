/** The pages of docs/ that are written from tables: parameters, measures, schedule and state, evidence. */
import { readFileSync } from "node:fs";
import { COLUMNS } from "../../engine/columns.ts";
import { MEASURES, PARAMETERS, SCHEDULE, type Parameter } from "../../engine/index.ts";
import { EVIDENCE, evidenceOf, parametersOn, type Evidence } from "../../scenarios/index.ts";
import { figurePages } from "./figures.ts";
import { tableOf } from "./table.ts";

const MADE = "*Written by `npm run docs` from the code's own tables; a test fails when it has drifted.*";

const PARAMETERS_HEAD = `# Parameters

${MADE}

Every number the model assumes, by theme. A document may replace a value, or give a range to draw from, within the bounds;
a switch is 0 or 1. Evidence: entries of the [register](evidence.md). Grades: **A** experiment or meta-analysis, **B** measured in
firms, **C** survey or benchmark, **D** assumption. A row of grade D that names evidence assumes its number: the entry says no
more than that there is such an effect.

${tally()}
`;

const EVIDENCE_HEAD = `# Evidence

${MADE}

What is known about how companies take up social ways of working, in our words, with the numbers, who says so and where it was read.
Grades: **A** controlled or natural experiment, or meta-analysis; **B** measured in one or many firms; **C** survey, own account,
consultant's benchmark; **D** supplier's claim or assumption. A **model** or a **theory** has measured nobody: a parameter that rests
on nothing else is an assumption. *Used by*: the parameters that name the entry ([parameters.md](parameters.md)), then patterns the
model must show (S1, S2, …) and other uses.

Most money figures of networks and communities are firms' own accounts, and Gallup's are correlations. Looked for and not found: a public
adoption curve of a company's network, BlueIQ's page of results, Forrester's study of Yammer, how long communities live, Bass's model fitted
within a firm, prices of 2012. *Unverified* marks what was not seen in a source.
`;

const SCHEDULE_HEAD = `# Schedule and state

${MADE}

What happens in a week, in this order, and every column of state that outlives a week with the processes that may write it; a law
fails when another does. [ODD.md](ODD.md) says how. A width such as f32 is the type a number is kept in; weeks of the last quarter
are kept as bits.
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
    ["docs/schedule.md", schedulePage()],
    ["docs/evidence.md", evidencePage()],
    ...figurePages(),
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
      evidenceOf(row)
        .map(({ id }) => `[${id}](evidence.md#${id.toLowerCase()})`)
        .join(", "),
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

function schedulePage(): string {
  const week = tableOf(
    ["", "process", "what it does", "columns it writes"],
    SCHEDULE.map(({ name, writes }, i) => [
      String(i + 1),
      `\`${name}\``,
      captionOf(`engine/processes/${name}.ts`),
      String(writes.length),
    ]),
  );
  const groups = Object.entries(COLUMNS).map(([group, columns]) => {
    const rows = Object.entries(columns).map(([name, width]) => [
      `\`${name}\``,
      width,
      writersOf(`${group}.${name}`),
    ]);
    return `### ${capital(group)}\n\n${tableOf(["column", "width", "written by"], rows)}`;
  });
  return [SCHEDULE_HEAD, `## A week\n\n${week}`, "## State\n", ...groups].join("\n");
}

/** The sentence a file begins with; read from the root, where pages are written too. */
function captionOf(path: string): string {
  const [first] = readFileSync(path, "utf8").split("\n", 1);
  return first.slice("/** ".length, -" */".length);
}

/** Names of the processes that may write a column; the clock is the step's own. */
function writersOf(column: string): string {
  const names = SCHEDULE.filter(({ writes }) => (writes as readonly string[]).includes(column));
  return names.map(({ name }) => name).join(", ") || "the step itself";
}

function evidencePage(): string {
  const rows = EVIDENCE.map((entry) => ({ ...entry, theme: entry.topic }));
  return page(EVIDENCE_HEAD, rows, ["id", "grade", "finding", "source", "used by"], (entry) => [
    `<a id="${entry.id.toLowerCase()}"></a>${entry.id}`,
    entry.grade,
    `${entry.finding}${entry.unverified && ` *Unverified: ${entry.unverified}.*`}`,
    `${entry.source}: ${entry.address}`,
    usesOf(entry),
  ]);
}

function usesOf({ id, use }: Evidence): string {
  return [...parametersOn(id).map((name) => `\`${name}\``), ...(use === "" ? [] : [use])].join(", ");
}

/** How many parameters have which grade. */
function tally(): string {
  const counts = (["A", "B", "C", "D"] as const).map(
    (grade) => `${PARAMETERS.filter((row) => row.grade === grade).length} ${grade}`,
  );
  const bare = PARAMETERS.filter(({ evidence }) => evidence === "").length;
  return `${PARAMETERS.length} parameters: ${counts.join(", ")}; ${bare} name no evidence at all.`;
}

/** A head, then a table a theme, in the order of the rows. */
function page<R extends Row>(
  head: string,
  rows: readonly R[],
  columns: readonly string[],
  cells: (row: R) => readonly string[],
): string {
  const themes = [...new Set(rows.map((row) => row.theme))].map((theme) => {
    const lines = rows.filter((row) => row.theme === theme).map(cells);
    return `## ${capital(theme)}\n\n${tableOf(columns, lines)}`;
  });
  return [head, ...themes].join("\n");
}

function capital(text: string): string {
  return `${text[0].toUpperCase()}${text.slice(1)}`;
}

function bounds({ unit, low, high }: Parameter): string {
  return unit === "switch" ? "0 or 1" : `${shown(low)} … ${shown(high)}`;
}

/** A number as people write it: at most six significant digits, thousands apart. */
function shown(value: number): string {
  const text = String(Number(value.toPrecision(6)));
  return text.includes("e") ? text : text.replace(/\B(?=(\d{3})+$)/g, ",");
}
