/** A laboratory: the default company under one set of assumptions and one seed, run under plans and conditions. */
import {
  createWorld,
  parametersWith,
  runTwin,
  series,
  step,
  traceOf,
  type Intervention,
  type MeasureName,
  type Parameters,
  type RunSpec,
  type Trace,
  type Twin,
  type World,
} from "../../engine/index.ts";
import { interventionsOf } from "./plans.ts";

/** What one measurement of all patterns is made from. */
export interface Trial {
  /** Changes of the defaults. */
  readonly assumptions: Partial<Parameters>;
  /** Employees of the synthetic company. */
  readonly employees: number;
  readonly seed: readonly [number, number];
  readonly replicate: number;
}

/** What is changed for one run: assumptions, horizon, and somebody who looks on after every week. */
export interface Condition {
  readonly assumptions?: Partial<Parameters>;
  readonly weeks?: number;
  readonly onWeek?: (world: World, week: number) => void;
}

export interface Laboratory {
  readonly trial: Trial;
  readonly parameters: Parameters;
  /** A plan against its twin under the same condition. */
  readonly run: (plan: readonly Intervention[], condition?: Condition) => Trace;
  /** A library plan against its twin under the default condition, simulated once. */
  readonly runLibrary: (id: string) => Trace;
  /** A plan without its twin: measures of state only. */
  readonly watch: (plan: readonly Intervention[], condition?: Condition) => World;
}

const WEEKS = 208;
/** The second-largest role sells. */
export const SALES_ROLE = 1;

export function openLaboratory(trial: Trial): Laboratory {
  const twins = new Map<string, Twin>();
  const traces = new Map<string, Trace>();

  function specOf(plan: readonly Intervention[], { assumptions, weeks }: Condition): RunSpec {
    return {
      company: { employeeCount: trial.employees, ties: { kind: "synthetic" }, salesLikeRole: SALES_ROLE },
      parameters: parametersWith({ ...trial.assumptions, ...assumptions }),
      plan,
      shocks: [],
      weeks: weeks ?? WEEKS,
      seed: trial.seed,
      replicate: trial.replicate,
    };
  }

  function twinOf(spec: RunSpec, condition: Condition): Twin {
    const key = JSON.stringify([condition.assumptions ?? {}, spec.weeks]);
    const twin = twins.get(key) ?? runTwin(spec);
    twins.set(key, twin);
    return twin;
  }

  function watch(plan: readonly Intervention[], condition: Condition = {}): World {
    const world = createWorld(specOf(plan, condition));
    for (let week = 0; week < world.spec.weeks; week++) {
      step(world);
      condition.onWeek?.(world, week);
    }
    return world;
  }

  function run(plan: readonly Intervention[], condition: Condition = {}): Trace {
    const world = watch(plan, condition);
    return traceOf(world, twinOf(world.spec, condition));
  }

  function runLibrary(id: string): Trace {
    const trace = traces.get(id) ?? run(interventionsOf(id));
    traces.set(id, trace);
    return trace;
  }

  return { trial, parameters: parametersWith(trial.assumptions), run, runLibrary, watch };
}

/** Mean of a measure over the weeks `from` to `to`, both included. */
export function meanOver(trace: Trace, measure: MeasureName, from: number, to: number): number {
  let sum = 0;
  for (let week = from; week <= to; week++) sum += series(trace, measure)[week];
  return sum / (to - from + 1);
}

/** What a measure to date gained over the weeks `from` to `to`, both included. */
export function gainOver(trace: Trace, measure: MeasureName, from: number, to: number): number {
  const values = series(trace, measure);
  return values[to] - values[from - 1];
}

/** Weeks of the third and the fourth year. */
export const YEAR_3 = [105, 156] as const;
export const YEAR_4 = [157, 208] as const;
