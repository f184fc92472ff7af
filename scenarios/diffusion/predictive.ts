/** What a fitted model would have brought, from the first period on: bands, and how much of the series it explains. */
import { runKey, STREAM, type TieSpec } from "../../engine/index.ts";
import { quantile } from "../quantile.ts";
import type { Fit } from "./estimate.ts";
import type { ContagionForm, Model, OutsideForm } from "./models.ts";
import { drawPosterior } from "./posterior.ts";
import type { Spreading } from "./spread.ts";

/** Ends of a 95% band. */
const LOW = 0.025;
const HIGH = 0.975;

/** A quantity by period: median and 95% band over draws. */
export interface Band {
  readonly low: Float64Array;
  readonly median: Float64Array;
  readonly high: Float64Array;
}

export interface Predictive {
  readonly outside: OutsideForm;
  readonly contagion: ContagionForm;
  readonly draws: number;
  readonly adoptions: Band;
  readonly cumulative: Band;
  /** Periods whose adoptions lie within their band. */
  readonly periodsInside: number;
  /** Share of the variance of the cumulative curve that the mean curve explains; any S-curve explains nearly all. */
  readonly levelsR2: number;
  /** Share of the variance of adoptions a period: the honest one. */
  readonly incrementsR2: number;
}

export interface Forecasting {
  readonly model: Model;
  readonly fit: Fit;
  readonly observed: Float64Array;
  readonly ties: TieSpec;
  /** Missing = an unknown of the model. */
  readonly people?: number;
  readonly draws: number;
  readonly seed: readonly [number, number];
}

/** Runs of the engine's registration, each as adoptions a period; on one thread or on many. */
export type Evaluate = (runs: readonly Spreading[]) => readonly Float64Array[];

/** Posterior predictive bands: unknowns drawn from what the series leaves open, each draw let spread once. */
export function predict(forecasting: Forecasting, evaluate: Evaluate): Predictive {
  const { model, fit, observed, draws, seed } = forecasting;
  const points = drawPosterior(model, fit, draws, runKey(seed, 0), STREAM.assumptions);
  const paths = evaluate(points.map((point, i) => spreadingOf(forecasting, point, i)));
  const cumulative = paths.map(summed);
  const adoptions = bandOf(paths);
  const inside = observed.filter((count, t) => adoptions.low[t] <= count && count <= adoptions.high[t]);
  return {
    outside: fit.outside,
    contagion: fit.contagion,
    draws,
    adoptions,
    cumulative: bandOf(cumulative),
    periodsInside: inside.length,
    levelsR2: explained(summed(observed), meanOf(cumulative)),
    incrementsR2: explained(observed, meanOf(paths)),
  };
}

function spreadingOf(
  { model, observed, ties, people, seed }: Forecasting,
  point: readonly number[],
  i: number,
): Spreading {
  const valueOf = (name: string): number | undefined => {
    const j = model.unknowns.findIndex((unknown) => unknown.name === name);
    return j < 0 ? undefined : model.unknowns[j].natural(point[j]);
  };
  return {
    people: people ?? Math.round(valueOf("market") ?? 0),
    ties,
    parameters: { imitationProb: valueOf("imitationProb") ?? 0 },
    outside: model.outside(point),
    periods: observed.length,
    seed,
    replicate: i + 1,
  };
}

function summed(counts: Float64Array): Float64Array {
  let sum = 0;
  return counts.map((count) => (sum += count));
}

function meanOf(paths: readonly Float64Array[]): Float64Array {
  return paths[0].map((_, t) => paths.reduce((sum, path) => sum + path[t], 0) / paths.length);
}

function bandOf(paths: readonly Float64Array[]): Band {
  const sorted = Array.from(paths[0], (_, t) => Float64Array.from(paths, (path) => path[t]).toSorted());
  const at = (share: number): Float64Array => Float64Array.from(sorted, (values) => quantile(values, share));
  return { low: at(LOW), median: at(0.5), high: at(HIGH) };
}

/** 1 − squared errors over squared deviations from the mean. */
function explained(observed: Float64Array, fitted: Float64Array): number {
  const mean = observed.reduce((sum, value) => sum + value, 0) / observed.length;
  const square = (at: (t: number) => number): number =>
    observed.reduce((sum, value, t) => sum + (value - at(t)) * (value - at(t)), 0);
  return 1 - square((t) => fitted[t]) / square(() => mean);
}
