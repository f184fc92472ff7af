/** The verb list: the library's companies and plans, every measure, every parameter and what it rests on. */
import { MEASURES, PARAMETERS } from "../../engine/index.ts";
import { EVIDENCE, evidenceOf, LIBRARY, parametersOn, type Evidence } from "../../scenarios/index.ts";
import { outputWidth, writeOut } from "./output.ts";
import { tableLines, wrapped } from "./table.ts";

const TABLES = {
  companies: () => [
    ["company", "name", "employees", "note"],
    ...LIBRARY.companies.map(({ id, name, company, note }) => [id, name, String(company.employees), note]),
  ],
  plans: () => [["plan", "name", "note"], ...LIBRARY.plans.map(({ id, name, note }) => [id, name, note])],
  measures: () => [
    ["measure", "unit", "label", "counts"],
    ...MEASURES.map(({ name, unit, label, description }) => [name, unit, label, description]),
  ],
  parameters: () => [
    ["parameter", "default", "low", "high", "unit", "grade", "evidence", "label"],
    ...PARAMETERS.map((row) => [
      row.name,
      ...[row.default, row.low, row.high].map(short),
      row.unit,
      row.grade,
      row.evidence,
      `${row.label} (${sourcesOf(row)})`,
    ]),
  ],
  evidence: () => [
    ["evidence", "grade", "parameters", "verified", "finding"],
    ...EVIDENCE.map((entry) => [
      entry.id,
      entry.grade,
      String(parametersOn(entry.id).length),
      entry.isVerified ? "yes" : "in part",
      findingOf(entry),
    ]),
  ],
} as const;

/** Who a parameter's value rests on; a parameter without evidence is said to be an assumption. */
function sourcesOf(parameter: { readonly evidence: string }): string {
  return (
    evidenceOf(parameter)
      .map(({ source }) => source)
      .join("; ") || "assumption"
  );
}

/** What was found, by whom, where, and what of it nobody has checked. */
function findingOf({ finding, source, address, unverified }: Evidence): string {
  return `${finding} ${source}: ${address}.${unverified && ` Unverified: ${unverified}.`}`;
}

/** Six digits: 1/3 is not seventeen. */
function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}

export type ListTable = keyof typeof TABLES;
export const LIST_TABLES = Object.keys(TABLES) as ListTable[];

export async function listVerb(only: ListTable | undefined): Promise<void> {
  const chosen = only === undefined ? LIST_TABLES : [only];
  const width = outputWidth();
  const blocks = chosen.map((name) => tableLines(wrapped(TABLES[name](), width)).join("\n"));
  await writeOut(`${blocks.join("\n\n")}\n`);
}
