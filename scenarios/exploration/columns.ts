/** A table's columns by name, from any kind of file, checked to be a study's: points × replicates × plans in order. */
import { PARAMETERS } from "../../engine/index.ts";
import { inputError, InputError } from "../errors.ts";
import type { Study } from "../studies/study.ts";
import { logFactors, type StudyTable } from "./table.ts";

/** A file's columns; each is read when it is asked for. */
export interface Columns {
  readonly names: readonly string[];
  readonly rowCount: number;
  /** Values row by row: numbers, text, or null where there is none. */
  readonly read: (name: string) => Promise<ArrayLike<unknown>>;
}

/** What stands before factors and outputs in every table of a study. */
const PLACES = ["point", "replicate", "plan"] as const;
const REST = ["status", "digest", "errorType", "errorMessage"];
const ASSUMPTIONS: ReadonlySet<string> = new Set(PARAMETERS.map(({ name }) => name));

/** The table that columns hold. @throws InputError at columns that aren't a study's table */
export async function tableIn(columns: Columns, study: Study | null, file: string): Promise<StudyTable> {
  const missing = PLACES.find((name) => !columns.names.includes(name));
  if (missing !== undefined) throw new InputError(`missing column ${missing}; not a study's table: ${file}`);
  if (columns.rowCount === 0) throw new InputError(`empty table; without a row: ${file}`);
  const { plans, replicates } = await arrangementOf(columns, study, file);
  const pointRows = plans.length * replicates;
  const pointCount = columns.rowCount / pointRows;
  if (!Number.isInteger(pointCount))
    throw inputError("invalid table", "its last point is not complete", columns.rowCount, file);
  const own = columns.names.filter((name) => !isPlace(name) && !REST.includes(name));
  const outputs = own.filter((each) => !ASSUMPTIONS.has(each));
  if (outputs.length === 0) throw new InputError(`missing outputs; no column beside assumptions: ${file}`);
  const logs = logFactors(study);
  const factors = [];
  for (const name of own.filter((each) => ASSUMPTIONS.has(each))) {
    const cells = await columns.read(name);
    const values = new Float64Array(pointCount);
    for (let point = 0; point < pointCount; point++) values[point] = numberOf(cells[point * pointRows]);
    factors.push({ name, isLog: logs.has(name), values });
  }
  return { name: study?.name ?? file, study, pointCount, replicates, plans, factors, outputs };
}

type Arrangement = Pick<StudyTable, "plans" | "replicates">;

/** How rows follow each other: as the study says, else as its columns do. @throws InputError at rows out of order */
async function arrangementOf(columns: Columns, study: Study | null, file: string): Promise<Arrangement> {
  const points = await columns.read("point");
  if (study !== null) {
    const plans = study.document.plans.map(({ id, name }) => ({ id, name }));
    const replicates =
      typeof study.replicates === "number"
        ? study.replicates
        : replicatesOf(await columns.read("replicate"), plans.length);
    mustRise(points, plans.length * replicates, file);
    return { plans, replicates };
  }
  const plans = await columns.read("plan");
  const repeated = await columns.read("replicate");
  const ids = planIdsOf(plans);
  const replicates = replicatesOf(repeated, ids.length);
  mustRise(points, ids.length * replicates, file);
  for (let row = 0; row < columns.rowCount; row++) {
    const isRight =
      plans[row] === ids[row % ids.length] && repeated[row] === Math.floor(row / ids.length) % replicates;
    if (!isRight) throw disorder(row, file);
  }
  return { plans: ids.map((id) => ({ id, name: id })), replicates };
}

/** Points must follow each other, all with as many rows. @throws InputError with the first row that doesn't */
function mustRise(points: ArrayLike<unknown>, pointRows: number, file: string): void {
  const first = Number(points[0]);
  for (let row = 0; row < points.length; row++)
    if (points[row] !== first + Math.floor(row / pointRows)) throw disorder(row, file);
}

function disorder(row: number, file: string): InputError {
  return inputError("invalid table", "rows not in order of point, replicate and plan", row + 1, file);
}

/** An output of a table: `values[plan][run]`, NaN where there is none. */
export async function outputIn(
  columns: Columns,
  { plans, pointCount, replicates }: StudyTable,
  name: string,
): Promise<Float64Array[]> {
  const cells = await columns.read(name);
  const count = plans.length;
  return plans.map((_, plan) => {
    const values = new Float64Array(pointCount * replicates);
    for (let run = 0; run < values.length; run++) values[run] = numberOf(cells[run * count + plan]);
    return values;
  });
}

function isPlace(name: string): boolean {
  return PLACES.some((each) => each === name);
}

function numberOf(cell: unknown): number {
  return typeof cell === "number" ? cell : NaN;
}

/** The plans of the first run: the table repeats them. */
function planIdsOf(plans: ArrayLike<unknown>): string[] {
  const ids: string[] = [];
  for (let row = 0; row < plans.length && !ids.includes(String(plans[row])); row++)
    ids.push(String(plans[row]));
  return ids;
}

/** How long the replicates rise from the first row on. */
function replicatesOf(replicates: ArrayLike<unknown>, planCount: number): number {
  let count = 1;
  while (Number(replicates[count * planCount]) === count) count++;
  return count;
}
