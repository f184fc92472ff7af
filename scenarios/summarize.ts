/** From a tally to the result: quantiles by week, paired differences, overtaking and payback. */
import { ENGINE_VERSION, type MeasureName } from "../engine/index.ts";
import { documentSha256 } from "./hash.ts";
import { SCHEMA_VERSION } from "./limits.ts";
import { quantile } from "./quantile.ts";
import { replicatesOf, resultDigest, type Tally } from "./tally.ts";

/** Quantiles of one number over all runs. */
export interface Spread {
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

/** Quantiles of a week among the runs that have one (null without any), and the share of runs that never do. */
export interface WeekSpread {
  readonly p5: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
  readonly never: number;
}

/** Quantiles by week, weeks + 1 entries each. */
export interface Bands {
  readonly p5: readonly number[];
  readonly p25: readonly number[];
  readonly p50: readonly number[];
  readonly p75: readonly number[];
  readonly p95: readonly number[];
}

/** Every kept measure at the last week, the week of payback, and net value over cost. */
export type Final = { readonly [K in MeasureName]?: Spread } & {
  /** First week from which cumulative net value stays above 0. */
  readonly paybackWeek: WeekSpread;
  /** Net value over cost among the runs that cost something; null without any. */
  readonly roi: Spread | null;
};

export interface PlanResult {
  readonly id: string;
  readonly name: string;
  readonly measures: { readonly [K in MeasureName]?: Bands };
  readonly final: Final;
}

/** b − a, run by run. */
export interface Difference {
  readonly a: string;
  readonly b: string;
  readonly measure: MeasureName;
  readonly p5: readonly number[];
  readonly p50: readonly number[];
  readonly p95: readonly number[];
  /** Share of runs with b above a, ties counting half. */
  readonly probabilityBBeatsA: readonly number[];
  /** First week from which cumulative net value of b − a stays above 0; the same for every measure of a pair. */
  readonly overtakingWeek: WeekSpread;
}

/** The `--json` object. */
export interface Result {
  readonly schemaVersion: number;
  readonly engine: string;
  /** SHA-256 of the document. */
  readonly document: string;
  readonly digest: string;
  readonly weeks: number;
  readonly runs: number;
  readonly plans: readonly PlanResult[];
  readonly differences: readonly Difference[];
}

/** Exact quantiles over all runs of the tally; the order in which they arrived leaves no trace. */
export function summarize(tally: Tally): Result {
  const { document, weeks } = tally;
  if (tally.runs.size === 0) throw new RangeError("invalid tally; without runs: 0");
  const arms = document.plans.map((_, plan) =>
    replicatesOf(tally).map((replicate) => tally.runs.get(replicate)![plan].columns),
  );
  return {
    schemaVersion: SCHEMA_VERSION,
    engine: ENGINE_VERSION,
    document: documentSha256(document),
    digest: resultDigest(tally),
    weeks,
    runs: tally.runs.size,
    plans: document.plans.map(({ id, name }, plan) => planResult(id, name, tally, arms[plan])),
    differences: document.plans.flatMap((a, i) =>
      document.plans
        .slice(i + 1)
        .flatMap((b, k) => differencesOf(a.id, b.id, tally, arms[i], arms[i + 1 + k])),
    ),
  };
}

/** Kept columns of all runs of one plan, by replicate. */
type Arm = readonly Float64Array[];

function planResult(id: string, name: string, tally: Tally, arm: Arm): PlanResult {
  const measures: Partial<Record<MeasureName, Bands>> = {};
  const final: Partial<Record<MeasureName, Spread>> = {};
  for (const measure of tally.measures) {
    const start = startOf(tally, measure);
    const byWeek = quantilesByWeek(
      tally,
      [0.05, 0.25, 0.5, 0.75, 0.95],
      (run, week) => arm[run][start + week],
    );
    const [p5, p25, p50, p75, p95] = byWeek as [number[], number[], number[], number[], number[]];
    measures[measure] = { p5, p25, p50, p75, p95 };
    final[measure] = { p5: p5.at(-1)!, p50: p50.at(-1)!, p95: p95.at(-1)! };
  }
  const netValue = startOf(tally, "netValue");
  const payback = arm.map((run) => weekAboveZero(tally.weeks, (week) => run[netValue + week]));
  return { id, name, measures, final: { ...final, paybackWeek: weekSpread(payback), roi: roi(tally, arm) } };
}

function startOf(tally: Tally, measure: MeasureName): number {
  return tally.measures.indexOf(measure) * (tally.weeks + 1);
}

function differencesOf(a: string, b: string, tally: Tally, armA: Arm, armB: Arm): Difference[] {
  const netValue = startOf(tally, "netValue");
  const overtaking = armA.map((runA, run) =>
    weekAboveZero(tally.weeks, (week) => armB[run][netValue + week] - runA[netValue + week]),
  );
  const overtakingWeek = weekSpread(overtaking);
  return tally.compared.map((measure) => {
    const start = startOf(tally, measure);
    const difference = (run: number, week: number) => armB[run][start + week] - armA[run][start + week];
    const [p5, p50, p95] = quantilesByWeek(tally, [0.05, 0.5, 0.95], difference) as [
      number[],
      number[],
      number[],
    ];
    const probabilityBBeatsA = p50.map((_, week) =>
      shareAboveZero(armA.length, (run) => difference(run, week)),
    );
    return { a, b, measure, p5, p50, p95, probabilityBBeatsA, overtakingWeek };
  });
}

/** One list of weeks + 1 quantiles for each share. */
function quantilesByWeek(
  tally: Tally,
  shares: readonly number[],
  valueAt: (run: number, week: number) => number,
): number[][] {
  const values = new Float64Array(tally.runs.size);
  const lists: number[][] = shares.map(() => []);
  for (let week = 0; week <= tally.weeks; week++) {
    for (let run = 0; run < values.length; run++) values[run] = valueAt(run, week);
    values.sort();
    for (const [i, share] of shares.entries()) lists[i].push(quantile(values, share));
  }
  return lists;
}

/** Ties count half. */
function shareAboveZero(count: number, valueOf: (run: number) => number): number {
  let halves = 0;
  for (let run = 0; run < count; run++) {
    const value = valueOf(run);
    halves += value > 0 ? 2 : value === 0 ? 1 : 0;
  }
  return halves / (2 * count);
}

/** The first week from which on a series is above 0; undefined if it ends at or below it. */
function weekAboveZero(weeks: number, valueAt: (week: number) => number): number | undefined {
  let first = weeks + 1;
  while (first > 0 && valueAt(first - 1) > 0) first--;
  return first > weeks ? undefined : first;
}

function weekSpread(found: readonly (number | undefined)[]): WeekSpread {
  const sorted = Float64Array.from(found.filter((week) => week !== undefined)).toSorted();
  const never = (found.length - sorted.length) / found.length;
  return sorted.length === 0 ? { p5: null, p50: null, p95: null, never } : { ...spread(sorted), never };
}

function spread(sorted: Float64Array): Spread {
  return { p5: quantile(sorted, 0.05), p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
}

function roi(tally: Tally, arm: Arm): Spread | null {
  const [cost, netValue] = [startOf(tally, "cost") + tally.weeks, startOf(tally, "netValue") + tally.weeks];
  const ratios = arm.filter((run) => run[cost] > 0).map((run) => run[netValue] / run[cost]);
  return ratios.length === 0 ? null : spread(Float64Array.from(ratios).toSorted());
}
