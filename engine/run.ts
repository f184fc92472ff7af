/** One run from a spec to a trace: the plan first, then its no-programme twin on the same draws. */
import { digestColumns } from "./digest.ts";
import { columnsOf } from "./columns.ts";
import { groupTraces } from "./grouping.ts";
import { ACCOUNT_NAMES, COST_NAMES, MEASURE_INDEX, MEASURES, STATE_NAMES, VALUE_NAMES } from "./measures.ts";
import { MONEY_UNIT } from "./processes/money.ts";
import type { RunSpec } from "./spec.ts";
import { step } from "./step.ts";
import type { GroupBy, Trace } from "./trace.ts";
import { createWorld } from "./creation.ts";
import type { Witness } from "./witness.ts";
import type { World } from "./world.ts";

/** What a finished no-programme world leaves for the plans it is compared with. */
export interface Twin {
  readonly weeks: number;
  /** The twin's own measures, as in state.trace. */
  readonly measures: Float64Array;
}

export interface RunOptions {
  /** The twin of the same spec, if it is known already. */
  readonly twin?: Twin;
  readonly groupBy?: readonly GroupBy[];
  /** Makes a witness of the run, whose sight comes with the trace. */
  readonly witness?: (world: World) => Witness;
}

/** The same spec without a programme. */
export function twinSpec(spec: RunSpec): RunSpec {
  return { ...spec, plan: [] };
}

/** Simulates the no-programme twin, once for all plans of a company, assumptions, seed and replicate. */
export function runTwin(spec: RunSpec): Twin {
  const world = createWorld(twinSpec(spec));
  while (world.state.firm.week[0] < spec.weeks) step(world);
  return accountsOf(world);
}

/** Simulates a plan and reports it against its twin. */
export function run(spec: RunSpec, options: RunOptions = {}): Trace {
  const world = createWorld(spec, { groupBy: options.groupBy ?? [] });
  const witness = options.witness?.(world);
  while (world.state.firm.week[0] < spec.weeks) step(world, witness?.observe);
  const trace = traceOf(world, options.twin ?? (spec.plan.length === 0 ? accountsOf(world) : runTwin(spec)));
  return witness === undefined ? trace : { ...trace, sight: witness.sight() };
}

/** What a finished no-programme world leaves. */
export function accountsOf(world: World): Twin {
  return { weeks: world.spec.weeks, measures: world.state.trace.measures.slice() };
}

/** The measures of a finished world against its twin. */
export function traceOf(world: World, twin: Twin): Trace {
  const length = world.spec.weeks + 1;
  const own = world.state.trace.measures;
  const columns = new Float64Array(MEASURES.length * length);
  columns.set(own.subarray(0, STATE_NAMES.length * length));
  ACCOUNT_NAMES.forEach((_, i) => {
    const from = (STATE_NAMES.length + i) * length;
    for (let t = 0; t < length; t++)
      columns[from + t] = (own[from + t] - twin.measures[from + t]) / MONEY_UNIT;
  });
  addTotals(columns, length, world, twin);
  return {
    weeks: world.spec.weeks,
    columns,
    digest: digestColumns([columns, ...columnsOf(world.state)]),
    groups: groupTraces(world),
  };
}

/** Totals over the streams and items; sums of whole parts, so exact. */
function addTotals(columns: Float64Array, length: number, world: World, twin: Twin): void {
  const column = (name: keyof typeof MEASURE_INDEX): Float64Array =>
    columns.subarray(MEASURE_INDEX[name] * length, (MEASURE_INDEX[name] + 1) * length);
  const value = column("value");
  const cost = column("cost");
  for (const name of VALUE_NAMES) addTo(value, column(name));
  for (const name of COST_NAMES) addTo(cost, column(name));
  const reviews = STATE_NAMES.indexOf("projectReviewWeeks") * length;
  const { discount } = world.tables;
  let npv = 0;
  for (let t = 0; t < length; t++) {
    const valuePerWeek = t === 0 ? value[0] : value[t] - value[t - 1];
    const costPerWeek = t === 0 ? cost[0] : cost[t] - cost[t - 1];
    if (t > 0) npv += (valuePerWeek - costPerWeek) * discount[t - 1];
    column("valuePerWeek")[t] = valuePerWeek;
    column("costPerWeek")[t] = costPerWeek;
    column("netValue")[t] = value[t] - cost[t];
    column("npv")[t] = npv;
    column("frictionWeeksSaved")[t] = twin.measures[reviews + t] - world.state.trace.measures[reviews + t];
  }
}

function addTo(sum: Float64Array, part: Float64Array): void {
  for (let t = 0; t < sum.length; t++) sum[t] += part[t];
}
