/** What all runs of a document have left so far, kept by replicate, whatever order they arrive in. */
import { MEASURES, MEASURE_INDEX, type MeasureName, type Trace } from "../engine/index.ts";
import { planSha, sha256Of } from "./hash.ts";
import type { Document } from "./schema.ts";

/** What a tally needs of a trace. */
export type RunColumns = Pick<Trace, "weeks" | "columns" | "digest">;

/** One run: its digest and the measures kept, measure-major. */
export interface KeptRun {
  readonly digest: string;
  readonly columns: Float64Array;
}

export interface Tally {
  readonly document: Document;
  readonly planCount: number;
  readonly weeks: number;
  /** Measures kept, in table order: those asked for, and the money that payback and overtaking need. */
  readonly measures: readonly MeasureName[];
  /** Measures whose difference between plans is reported. */
  readonly compared: readonly MeasureName[];
  /** By replicate: a kept run per plan, in document order. */
  readonly runs: Map<number, readonly KeptRun[]>;
}

/** Measures compared when none are asked for: those of the page's chooser, and the money behind them. */
export const DIFFERENCE_MEASURES: readonly MeasureName[] = [
  "registeredShare",
  "weeklyActiveShare",
  "monthlyActiveShare",
  "shallowShare",
  "deepShare",
  "practicesInUse",
  "engagement",
  "sponsorSupport",
  "frictionWeeksSaved",
  "valuePerWeek",
  "value",
  "cost",
  "netValue",
  "npv",
];

const MONEY: readonly MeasureName[] = ["value", "cost", "netValue", "npv"];

/** An empty tally. Without `measures` it keeps all and compares `DIFFERENCE_MEASURES`; with them, those and the money. */
export function createTally(
  document: Document,
  planCount = document.plans.length,
  weeks = document.weeks,
  measures?: readonly MeasureName[],
): Tally {
  if (planCount !== document.plans.length) {
    throw new RangeError(`invalid planCount; not ${document.plans.length}: ${planCount}`);
  }
  const kept = new Set(measures ? [...measures, ...MONEY] : MEASURES.map((row) => row.name));
  const compared = new Set(measures ?? DIFFERENCE_MEASURES);
  const inOrder = MEASURES.map((row) => row.name);
  return {
    document,
    planCount,
    weeks,
    measures: inOrder.filter((name) => kept.has(name)),
    compared: inOrder.filter((name) => compared.has(name)),
    runs: new Map(),
  };
}

/**
 * Adds the runs of all plans of one replicate, in document order; columns are copied.
 * @throws Error if a run is not of this tally, has a number that is not finite, or contradicts one added before
 */
export function addReplicate(tally: Tally, replicate: number, traces: readonly RunColumns[]): void {
  if (!Number.isInteger(replicate) || replicate < 0) {
    throw new RangeError(`invalid replicate; not a whole number from 0: ${replicate}`);
  }
  if (traces.length !== tally.planCount) {
    throw new RangeError(`invalid traces; not one per plan (${tally.planCount}): ${traces.length}`);
  }
  const known = tally.runs.get(replicate);
  const differs = known?.findIndex((run, plan) => run.digest !== traces[plan].digest) ?? -1;
  if (differs !== -1) {
    const digests = `${known![differs].digest}, ${traces[differs].digest}`;
    throw new Error(`replicate ${replicate} run twice with different results: ${digests}`);
  }
  if (known) return;
  tally.runs.set(
    replicate,
    traces.map((trace) => ({ digest: trace.digest, columns: keptColumns(tally, trace) })),
  );
}

function keptColumns(tally: Tally, trace: RunColumns): Float64Array {
  const length = tally.weeks + 1;
  if (trace.weeks !== tally.weeks || trace.columns.length !== MEASURES.length * length) {
    throw new RangeError(
      `invalid trace; not of ${tally.weeks} weeks and ${MEASURES.length} measures: ${trace.weeks}`,
    );
  }
  const columns = new Float64Array(tally.measures.length * length);
  for (const [i, name] of tally.measures.entries()) {
    const start = MEASURE_INDEX[name] * length;
    const values = trace.columns.subarray(start, start + length);
    const week = values.findIndex((value) => !Number.isFinite(value));
    if (week !== -1) throw new RangeError(`invalid ${name} in week ${week}; not finite: ${values[week]}`);
    columns.set(values, i * length);
  }
  return columns;
}

/** Replicates so far, ascending. */
export function replicatesOf(tally: Tally): number[] {
  return [...tally.runs.keys()].toSorted((a, b) => a - b);
}

/** The digest of a result: see digestOfRuns. */
export function resultDigest(tally: Tally): string {
  return digestOfRuns(
    tally.document,
    replicatesOf(tally),
    (plan, replicate) => tally.runs.get(replicate)![plan].digest,
  );
}

/** SHA-256 over the runs' digests, sorted by what the plans do, then by replicate: names and orders are outside it. */
export function digestOfRuns(
  { plans }: Pick<Document, "plans">,
  replicates: readonly number[],
  digestAt: (plan: number, replicate: number) => string,
): string {
  const byContent = plans
    .map((plan, index) => ({ index, sha: planSha(plan) }))
    .toSorted((a, b) => (a.sha < b.sha ? -1 : a.sha > b.sha ? 1 : a.index - b.index));
  const digests = byContent.flatMap(({ index }) => replicates.map((replicate) => digestAt(index, replicate)));
  return sha256Of(digests.join("\n"));
}
