/** One run from a spec to a trace: the plan first, then its no-programme twin on the same draws. */
import { MEASURES } from "./measures.ts";
import type { RunSpec } from "./spec.ts";
import type { GroupBy, Trace } from "./trace.ts";

/** Called after every simulated week of either arm; return true to stop (run then returns undefined). */
export type WeekObserver = (week: number, arm: "plan" | "twin") => boolean | void;

export interface RunOptions {
  /** The trace of the same spec with an empty plan, if it is known already. */
  readonly twin?: Twin;
  readonly groupBy?: readonly GroupBy[];
}

/** What the no-programme twin leaves for the plans it is compared with. */
export interface Twin {
  readonly columns: Float64Array;
}

/** Simulates the no-programme twin once for all plans of a (company, assumptions, seed, replicate). */
export function runTwin(_spec: RunSpec): Twin {
  return { columns: new Float64Array(0) };
}

/** Simulates a plan and reports it against its twin. */
export function run(spec: RunSpec, _options: RunOptions = {}): Trace {
  return {
    weeks: spec.weeks,
    columns: new Float64Array(MEASURES.length * (spec.weeks + 1)),
    digest: "0",
    groups: [],
  };
}
