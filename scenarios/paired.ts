/** Paired runs: several plans and the twin they are compared with, under the same luck and the same assumptions. */
import { series, type Intervention, type Parameters, type RunSpec, type Trace } from "../engine/index.ts";
import type { Organisation } from "./organisation.ts";
import { parametersOf, shocksOf } from "./resolve.ts";
import type { Document } from "./schema.ts";
import { seedWords } from "./seeds.ts";

/** The company that plans are tried in: a document's, whatever plans the document has itself. */
export interface Setting {
  readonly document: Document;
  readonly organisation: Organisation;
}

/** One replicate: its world without company and plan, and the plans to run in it. */
export interface PairedTask {
  readonly spec: Omit<RunSpec, "company" | "plan">;
  readonly plans: readonly (readonly Intervention[])[];
}

/** Runs tasks of one company and keeps something of every trace: by task, then plan, both in the order given. */
export type EvaluatePlans = <Kept>(
  tasks: readonly PairedTask[],
  keep: (trace: Trace) => Kept,
) => Promise<readonly (readonly Kept[])[]>;

/** Some plans in one replicate of a setting, with some of its assumptions changed. @throws InputError */
export function pairedTask(
  { document, organisation }: Setting,
  replicate: number,
  plans: PairedTask["plans"],
  changes: Partial<Parameters> = {},
): PairedTask {
  return {
    spec: {
      parameters: { ...parametersOf(document, replicate), ...changes },
      shocks: shocksOf(document, organisation),
      weeks: document.weeks,
      seed: seedWords(document.seed),
      replicate,
    },
    plans,
  };
}

/** Some plans, with some assumptions changed. */
interface Variant extends Pick<PairedTask, "plans"> {
  readonly changes?: Partial<Parameters>;
}

/** Several tasks of one replicate, whose world is made once: hundreds are asked for while a page is looked at. */
export function pairedTasks(setting: Setting, replicate: number, variants: readonly Variant[]): PairedTask[] {
  const { spec } = pairedTask(setting, replicate, []);
  return variants.map(({ plans, changes }) => ({
    spec: changes === undefined ? spec : { ...spec, parameters: { ...spec.parameters, ...changes } },
    plans,
  }));
}

/** Plans in parts of at most so many, each a task of its own. */
export function partsOf(
  plans: readonly (readonly Intervention[])[],
  most: number,
): { readonly plans: PairedTask["plans"] }[] {
  return Array.from({ length: Math.ceil(plans.length / most) }, (_, part) => ({
    plans: plans.slice(part * most, (part + 1) * most),
  }));
}

/** Net present value at the horizon over the employees of the start, in USD. */
export function npvPerHead(trace: Trace, { organisation }: Setting): number {
  return series(trace, "npv")[trace.weeks] / organisation.company.employeeCount;
}
