/** The table's rows, a plan's run each: where it stands, what varied, its digest and outputs, or why it failed. */
import type { Trace } from "../../engine/index.ts";
import { planOf, specOf } from "../resolve.ts";
import type { Document } from "../schema.ts";
import type { Organisation } from "../organisation.ts";
import { runOf, type Layout } from "./layout.ts";
import { outputValue } from "./outputs.ts";
import type { Study } from "./study.ts";

/** What kept a run from having a result. */
export interface Failure {
  readonly type: string;
  readonly message: string;
}

export interface Row {
  readonly point: number;
  readonly replicate: number;
  readonly plan: string;
  /** Values in the order of the experiment's factors. */
  readonly factors: Float64Array;
  readonly digest: string | undefined;
  readonly failure: Failure | undefined;
  /** By output; NaN where there is none. */
  readonly outputs: Float64Array;
}

/** The document of one point: what the verb run answers with the same replicates, digest by digest. */
export function pointDocument({ study, experiment }: Layout, point: number): Document {
  return documentAt(study, experiment.factors, experiment.points[point]);
}

/** A study's question with a value for each of some assumptions. */
export function documentAt(
  { document, seed }: Study,
  factors: readonly string[],
  row: ArrayLike<number>,
): Document {
  const values = Object.fromEntries(factors.map((name, j) => [name, row[j]] as const));
  return { ...document, seed, assumptions: { ...document.assumptions, ...values } };
}

/** What workers need of a study's runs: plans are resolved once, the rest run by run. @throws InputError */
export function taskMaker(layout: Layout, organisation: Organisation) {
  const plans = layout.planIds.map((_, i) => planOf(layout.study.document, organisation, i));
  return (run: number) => {
    const { point, replicate } = runOf(layout, run);
    const document = pointDocument(layout, point);
    const { company: _company, plan: _plan, ...spec } = specOf(document, organisation, 0, replicate);
    return { spec, plans };
  };
}

type Columns = Pick<Trace, "weeks" | "columns" | "digest">;

/** The rows of a run that was simulated: one a plan; an output that isn't a number makes its row a failed one. */
export function rowsOf(layout: Layout, run: number, traces: readonly Columns[]): Row[] {
  return layout.planIds.map((plan, i) => {
    const trace = traces[i];
    const outputs = Float64Array.from(layout.outputs, (output) => outputValue(output, trace));
    const infinite = layout.outputs.find((_, j) => Math.abs(outputs[j]) === Infinity);
    const place = { ...placeOf(layout, run), plan, digest: trace.digest };
    if (infinite === undefined) return { ...place, failure: undefined, outputs };
    const failure = { type: "RangeError", message: `invalid ${infinite.name}; not finite` };
    return { ...place, failure, outputs: outputs.fill(NaN) };
  });
}

/** The rows of a run that failed. */
export function failedRows(layout: Layout, run: number, failure: Failure): Row[] {
  const outputs = new Float64Array(layout.outputs.length).fill(NaN);
  return layout.planIds.map((plan) => ({
    ...placeOf(layout, run),
    plan,
    digest: undefined,
    failure,
    outputs,
  }));
}

function placeOf(layout: Layout, run: number): Pick<Row, "point" | "replicate" | "factors"> {
  const { point, replicate } = runOf(layout, run);
  return { point, replicate, factors: layout.experiment.points[point] };
}
