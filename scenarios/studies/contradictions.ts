/** What single fields of a study can't show: names given twice, values outside an assumption's bounds, weeks too late. */
import { MEASURES, PARAMETERS } from "../../engine/index.ts";
import { inputError } from "../errors.ts";
import type { Path } from "../json.ts";
import { pathText, type Locate } from "../locate.ts";
import type { Document } from "../schema.ts";
import { rowOf, valueFault } from "./assumptions.ts";
import { factorFaults } from "./factors.ts";
import { weeklyMeasure } from "./measures.ts";
import { measureName, outputsOf } from "./outputs.ts";
import type { Replicates, StudyFields, Wanted } from "./schema.ts";

type Add = (path: Path, why: string, value: unknown) => void;
type Whole = StudyFields & { readonly document: Document };

/** Columns of the table that are neither factors nor outputs. */
const RESERVED = ["point", "replicate", "plan", "status", "digest", "errorType", "errorMessage"];
/** Rows of the table: a plan's run each. */
const ROWS_MAX = 20_000_000;

/** One line a contradiction. */
export function contradictions(study: Whole, locate: Locate): string[] {
  const messages: string[] = [];
  const add: Add = (path, why, value) => {
    messages.push(inputError(`invalid ${pathText(path)}`, why, value, locate(path)).message);
  };
  if (study.design.kind === "table") checkTable(study, study.design.points, add);
  else checkFactors(study, add);
  checkMeasures(study, add);
  checkOutputs(study, add);
  const plan = study.observed?.plan;
  if (plan !== undefined && !study.document.plans.some(({ id }) => id === plan))
    add(["observed", "plan"], "not a plan of the document", plan);
  if (typeof study.replicates !== "number") checkWanted(study, study.replicates, add);
  return messages;
}

function checkFactors({ factors, design }: Whole, add: Add): void {
  if (factors.length === 0) add(["factors"], `none for a ${design.kind} design`, factors);
  const names = factors.map(({ name }) => name);
  for (const [i, factor] of factors.entries()) {
    if (names.indexOf(factor.name) !== i) add(["factors", i, "name"], "a factor twice", factor.name);
    for (const { path, why, value } of factorFaults(factor)) add(["factors", i, ...path], why, value);
  }
  if (design.kind === "latin hypercube") checkCorrelations(names, design.correlations ?? [], add);
}

/** Two different factors each, no two twice. */
function checkCorrelations(
  names: readonly string[],
  correlations: readonly { readonly a: string; readonly b: string }[],
  add: Add,
): void {
  const seen = new Set<string>();
  for (const [i, { a, b }] of correlations.entries()) {
    const path = ["design", "correlations", i];
    if (!names.includes(a)) add([...path, "a"], "not a factor", a);
    if (!names.includes(b)) add([...path, "b"], "not a factor", b);
    if (a === b) add([...path, "b"], "the factor itself", b);
    const pair = [a, b].toSorted().join(" ");
    if (seen.has(pair)) add(path, "a pair twice", pair);
    seen.add(pair);
  }
}

/** Every point of a table has the same columns, in the same order, and values within bounds. */
function checkTable(
  { factors }: Whole,
  points: readonly Readonly<Record<string, number | undefined>>[],
  add: Add,
): void {
  if (factors.length > 0) add(["factors"], "a table has columns of its own", factors);
  const columns = Object.keys(points[0]).join(", ");
  for (const [i, point] of points.entries()) {
    const path = ["design", "points", i];
    const own = Object.keys(point).join(", ");
    if (own !== columns) add(path, `not the columns of the first point, ${columns}`, own);
    for (const [name, value = NaN] of Object.entries(point)) {
      const why = valueFault(rowOf(name), value);
      if (why !== undefined) add([...path, name], why, value);
    }
  }
}

/** A name each that the model hasn't taken, and sums of something. */
function checkMeasures({ measures = [] }: Whole, add: Add): void {
  const taken = new Set<string>(MEASURES.map(({ name }) => name));
  for (const [i, { name, sum, over }] of measures.entries()) {
    if (taken.has(name)) add(["measures", i, "name"], "a measure's name twice", name);
    taken.add(name);
    for (const [key, weights] of Object.entries({ sum, over }))
      if (weights !== undefined && Object.values(weights).every((weight) => weight === 0))
        add(["measures", i, key], "no measure with a weight", weights);
  }
}

function checkOutputs({ outputs, measures, document }: Whole, add: Add): void {
  const taken = new Set<string>([...RESERVED, ...PARAMETERS.map(({ name }) => name)]);
  for (const [i, output] of outputs.entries()) {
    const measure = measureName(output);
    if (weeklyMeasure(measure, measures) === undefined) {
      const path = typeof output === "string" ? [] : ["measure"];
      const why = "not a measure of the study's own or of the model; `list measures` shows those";
      add(["outputs", i, ...path], why, measure);
    }
    checkWeeks(output, document.weeks, (path, why, value) => add(["outputs", i, ...path], why, value));
    for (const { name } of outputsOf({ outputs: [output], measures, document })) {
      if (taken.has(name)) add(["outputs", i], "a column's name twice", name);
      taken.add(name);
    }
  }
}

function checkWanted({ outputs, measures, document }: Whole, { output, a, b }: Wanted, add: Add): void {
  const known = outputsOf({ outputs, measures, document }).map(({ name }) => name);
  if (!known.includes(output)) add(["replicates", "output"], `not one of ${known.join(", ")}`, output);
  const plans = document.plans.map(({ id }) => id);
  for (const [key, plan] of Object.entries({ a, b }))
    if (!plans.includes(plan)) add(["replicates", key], `not one of ${plans.join(", ")}`, plan);
  if (a === b) add(["replicates", "b"], "the plan itself", b);
}

function checkWeeks(output: Whole["outputs"][number], weeks: number, add: Add): void {
  if (typeof output === "string") return;
  const given = output as { readonly week?: number; readonly from?: number; readonly to?: number };
  for (const key of ["week", "from", "to"] as const) {
    const value = given[key];
    if (value !== undefined && value > weeks) add([key], `not in [0, ${weeks}]`, value);
  }
  const { from = 0, to = weeks } = given;
  if (from > to) add(["from"], `after to (${to})`, from);
}

/** Of a study that looks for a precision, whose rows are put in order in memory. */
const LOOKED_ROWS_MAX = 2_000_000;

/** Rows a study's table has. */
export function rowsFault(points: number, replicates: Replicates, plans: number): string | undefined {
  const isFixed = typeof replicates === "number";
  const rows = points * (isFixed ? replicates : replicates.most) * plans;
  const most = isFixed ? ROWS_MAX : LOOKED_ROWS_MAX;
  return rows > most ? `invalid study; more than ${most} rows: ${rows}` : undefined;
}
