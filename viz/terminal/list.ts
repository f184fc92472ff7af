/** The verb list: the library's companies and plans, every measure and every parameter. */
import { MEASURES, PARAMETERS } from "../../engine/index.ts";
import { LIBRARY } from "../../scenarios/index.ts";
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
      row.label,
    ]),
  ],
} as const;

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
