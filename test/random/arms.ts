/** The arms whose differences are measured: the library's plans on the global bank, with some assumptions changed. */
import {
  createWorld,
  series,
  step,
  traceOf,
  twinSpec,
  type MeasureName,
  type Parameters,
} from "../../engine/index.ts";
import {
  checkDocument,
  libraryDocument,
  planOf,
  resolveOrganisation,
  specOf,
  type Document,
  type Organisation,
} from "../../scenarios/index.ts";
import type { Pool } from "../../workers/index.ts";

export interface Question {
  readonly document: Document;
  readonly organisation: Organisation;
}

/** What is compared of a run: its last week. */
export const COMPARED = ["npv", "deepShare"] as const satisfies readonly MeasureName[];
/** By plan, then by compared measure, then by replicate. */
export type Finals = readonly (readonly (readonly number[])[])[];

export function questionOf(planIds: readonly string[], employees: number, weeks: number): Question {
  const base = libraryDocument("global-bank", planIds);
  const plans = base.plans.map((plan) => ({
    ...plan,
    interventions: plan.interventions.filter(({ week }) => week < weeks),
  }));
  const document = checkDocument({ ...base, plans, weeks, company: { ...base.company, employees } });
  return { document, organisation: resolveOrganisation(document) };
}

/** Runs every plan of a question with some assumptions changed. */
export async function finalsOf(
  pool: Pool,
  { document, organisation }: Question,
  changes: Partial<Parameters>,
  runs: number,
): Promise<Finals> {
  const plans = document.plans.map((_, i) => planOf(document, organisation, i));
  const finals = plans.map(() => COMPARED.map((): number[] => []));
  const taskOf = (run: number) => {
    const { company: _company, plan: _plan, ...spec } = specOf(document, organisation, 0, run);
    return { spec: { ...spec, parameters: { ...spec.parameters, ...changes } }, plans };
  };
  for await (const { traces } of pool.run({ company: organisation.company, runs, taskOf }))
    for (const [i, trace] of traces.entries())
      for (const [m, name] of COMPARED.entries()) finals[i][m].push(series(trace, name)[trace.weeks]);
  return finals;
}

/** What the company earns without a programme, discounted, by replicate: what every NPV is set against. */
export function twinEarnings({ document, organisation }: Question, runs: number): number[] {
  return Array.from({ length: runs }, (_, run) => {
    const world = createWorld(twinSpec(specOf(document, organisation, 0, run)));
    while (world.state.firm.week[0] < document.weeks) step(world);
    const nothing = { weeks: document.weeks, measures: new Float64Array(world.state.trace.measures.length) };
    return series(traceOf(world, nothing), "npv")[document.weeks];
  });
}
