/** A summary of runs: all that Compare shows of them, a hundredth of their size. */
import type { MeasureName } from "../../engine/index.ts";
import type { WeekSpread } from "../../scenarios/index.ts";
import type { Bands } from "../charts/bands.ts";
import { DOTS } from "../charts/dots.ts";
import { DECIDING, MEAN_MEASURES, METRICS } from "../words/metrics.ts";
import { createBands } from "./running.ts";
import {
  addMeans,
  columnOf,
  columnsOf,
  differenceColumn,
  meanColumn,
  meansLength,
  type Sample,
} from "./sample.ts";
import { lastingWeeks, quantilesOf } from "./statistics.ts";

/** One plan's runs. */
export interface PlanSummary {
  /** The digest of each run, by replicate. */
  readonly digests: readonly string[];
  readonly payback: WeekSpread;
  /** Of every metric, by week. */
  readonly bands: Readonly<Record<string, Bands>>;
  /** Mean series of states, value and cost. */
  readonly means: Readonly<Record<string, ArrayLike<number>>>;
}

/** One measure's difference b − a, by week. */
export interface DifferenceSummary {
  readonly bands: Bands;
  /** Runs with b above a, and below. */
  readonly above: ArrayLike<number>;
  readonly below: ArrayLike<number>;
  /** When b, and when a, gets ahead for good. */
  readonly ahead: { readonly b: WeekSpread; readonly a: WeekSpread };
}

/** Two plans by their places, a before b. */
export interface PairSummary {
  readonly a: number;
  readonly b: number;
  /** Of every metric, and of what decides. */
  readonly measures: Readonly<Record<string, DifferenceSummary>>;
  /** Quantiles of the deciding difference at (i + ½)/DOTS: week-major, DOTS a week. */
  readonly dots: ArrayLike<number>;
}

export interface Summary {
  readonly weeks: number;
  readonly runs: number;
  readonly plans: readonly PlanSummary[];
  readonly pairs: readonly PairSummary[];
}

const METRIC_NAMES = METRICS.map(({ name }) => name);

/** Of a sample with the replicates 0 … runs − 1. */
export function summaryOf(sample: Sample): Summary {
  const places = sample.plans.map((_, place) => place);
  return {
    weeks: sample.weeks,
    runs: sample.replicates.length,
    plans: places.map((plan) => planSummary(sample, plan)),
    pairs: places.flatMap((a) => places.slice(a + 1).map((b) => pairSummary(sample, a, b))),
  };
}

function recordOf<T>(names: readonly MeasureName[], make: (name: MeasureName) => T): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, make(name)]));
}

function planSummary(sample: Sample, plan: number): PlanSummary {
  const sums = new Float64Array(meansLength(sample.weeks));
  addMeans(sums, sample, plan, 0, sample.replicates.length);
  return {
    digests: sample.replicates.map((replicate) => sample.plans[plan].get(replicate)!.digest),
    payback: lastingWeeks(columnsOf(sample, plan, "netValue")),
    bands: recordOf(METRIC_NAMES, (name) =>
      createBands()([], sample.replicates, (i) => columnOf(sample, plan, name, i)),
    ),
    means: recordOf(MEAN_MEASURES, (name) => meanColumn(sums, sample, name)),
  };
}

function pairSummary(sample: Sample, a: number, b: number): PairSummary {
  const measures = recordOf([...METRIC_NAMES, DECIDING], (name) => differenceSummary(sample, a, b, name));
  const deciding = sample.replicates.map((_, i) => differenceColumn(sample, { a, b }, DECIDING, i));
  const weeks = Array.from({ length: sample.weeks + 1 }, (_, week) =>
    quantilesOf(
      Float64Array.from(deciding, (column) => column[week]),
      DOTS,
    ),
  );
  return { a, b, measures, dots: weeks.flat() };
}

function differenceSummary(sample: Sample, a: number, b: number, name: MeasureName): DifferenceSummary {
  const columns = sample.replicates.map((_, i) => differenceColumn(sample, { a, b }, name, i));
  const countOf = (isCounted: (value: number) => boolean): number[] =>
    Array.from(columns[0], (_, week) => columns.filter((column) => isCounted(column[week])).length);
  return {
    bands: createBands()([], sample.replicates, (i) => columns[i]),
    above: countOf((value) => value > 0),
    below: countOf((value) => value < 0),
    ahead: { b: lastingWeeks(columns, 1), a: lastingWeeks(columns, -1) },
  };
}

/** The difference the other way round. */
export function reversed({ bands, above, below, ahead }: DifferenceSummary): DifferenceSummary {
  const mirrored = (values: ArrayLike<number>): Float64Array =>
    Float64Array.from(values, (value) => 0 - value);
  const { p5, p25, p50, p75, p95 } = bands;
  return {
    bands: {
      p5: mirrored(p95),
      p25: mirrored(p75),
      p50: mirrored(p50),
      p75: mirrored(p25),
      p95: mirrored(p5),
    },
    above: below,
    below: above,
    ahead: { b: ahead.a, a: ahead.b },
  };
}
