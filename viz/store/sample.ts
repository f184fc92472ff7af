/** What the page keeps of runs: for each plan and replicate the measures it may draw. */
import { MEASURES, series, type MeasureName, type Trace } from "../../engine/index.ts";
import { DECIDING, MEAN_MEASURES, METRICS, TOLD_MEASURES } from "../words/metrics.ts";

/** Measures whose every run counts. */
const EXACT: readonly MeasureName[] = [DECIDING, ...METRICS.map((metric) => metric.name), ...TOLD_MEASURES];
/** All others, at half the memory: seven digits are more than are shown. Those whose means are shown come first. */
const COARSE: readonly MeasureName[] = [
  ...new Set([...MEAN_MEASURES, ...MEASURES.map(({ name }) => name)]),
].filter((name) => !EXACT.includes(name));
const MEAN_COUNT = COARSE.filter((name) => MEAN_MEASURES.includes(name)).length;

const EXACT_INDEX = new Map(EXACT.map((name, i) => [name, i]));
const COARSE_INDEX = new Map(COARSE.map((name, i) => [name, i]));

/** One run: its kept series, measure-major, and the digest of all it was. */
export interface KeptRun {
  readonly digest: string;
  readonly exact: Float64Array;
  readonly coarse: Float32Array;
}

/** One plan's runs by replicate. */
export type PlanRuns = Map<number, KeptRun>;

/** Runs of several plans on the same draws, at one moment. */
export interface Sample {
  readonly weeks: number;
  readonly plans: readonly PlanRuns[];
  /** Replicates that every plan has, ascending. */
  readonly replicates: readonly number[];
}

export const emptySample: Sample = { weeks: 0, plans: [], replicates: [] };

/** The kept part of a trace, copied. */
export function keptOf(trace: Pick<Trace, "weeks" | "columns" | "digest">): KeptRun {
  const length = trace.weeks + 1;
  const exact = new Float64Array(EXACT.length * length);
  const coarse = new Float32Array(COARSE.length * length);
  EXACT.forEach((name, i) => exact.set(series(trace, name), i * length));
  COARSE.forEach((name, i) => coarse.set(series(trace, name), i * length));
  return { digest: trace.digest, exact, coarse };
}

export function sampleOf(weeks: number, plans: readonly PlanRuns[]): Sample {
  const first = [...(plans[0]?.keys() ?? [])];
  const replicates = first.filter((replicate) => plans.every((runs) => runs.has(replicate)));
  return { weeks, plans, replicates: replicates.toSorted((a, b) => a - b) };
}

/** One measure of a run, at weeks 0 … weeks. */
export function exactColumn({ exact, coarse }: KeptRun, measure: MeasureName): Float64Array {
  const length = exact.length / EXACT.length;
  const place = EXACT_INDEX.get(measure);
  if (place !== undefined) return exact.subarray(place * length, (place + 1) * length);
  const start = COARSE_INDEX.get(measure)! * length;
  return Float64Array.from(coarse.subarray(start, start + length));
}

/** One measure of one plan in the sample's i-th run, at weeks 0 … weeks. */
export function columnOf(sample: Sample, plan: number, measure: MeasureName, i: number): Float64Array {
  return exactColumn(runOf(sample, plan, i), measure);
}

/** One measure of one plan, a series a run, in the sample's order. */
export function columnsOf(sample: Sample, plan: number, measure: MeasureName): Float64Array[] {
  return sample.replicates.map((_, i) => columnOf(sample, plan, measure, i));
}

/** b − a in the sample's i-th run: shared luck cancels out. */
export function differenceColumn(
  sample: Sample,
  { a, b }: { readonly a: number; readonly b: number },
  measure: MeasureName,
  i: number,
): Float64Array {
  const other = columnOf(sample, a, measure, i);
  return columnOf(sample, b, measure, i).map((value, week) => value - other[week]);
}

/** b − a at one week, a value a run. */
export function differencesAt(
  sample: Sample,
  { a, b }: { readonly a: number; readonly b: number },
  measure: MeasureName,
  week: number,
): Float64Array {
  return Float64Array.from(
    sample.replicates,
    (_, i) => columnOf(sample, b, measure, i)[week] - columnOf(sample, a, measure, i)[week],
  );
}

/** Adds the runs from … to − 1 of a plan to sums of its series that are shown as means. */
export function addMeans(sums: Float64Array, sample: Sample, plan: number, from: number, to: number): void {
  for (let n = from; n < to; n++) {
    const { coarse } = runOf(sample, plan, n);
    for (let i = 0; i < sums.length; i++) sums[i] += coarse[i];
  }
}

export function meansLength(weeks: number): number {
  return MEAN_COUNT * (weeks + 1);
}

/** The mean series of one of MEAN_MEASURES, from the sums over the sample's runs. */
export function meanColumn(
  sums: Float64Array,
  { weeks, replicates }: Sample,
  measure: MeasureName,
): Float64Array {
  const start = COARSE_INDEX.get(measure)! * (weeks + 1);
  return sums.slice(start, start + weeks + 1).map((sum) => sum / replicates.length);
}

function runOf(sample: Sample, plan: number, i: number): KeptRun {
  return sample.plans[plan].get(sample.replicates[i])!;
}
