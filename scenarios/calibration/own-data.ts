/** Calibration to one's own data: which assumptions within their ranges make such weeks, and whether contagion is needed. */
import { series, type Parameters, type Trace } from "../../engine/index.ts";
import { uniform } from "../../engine/random.ts";
import { valueAt, type Factor } from "../designs/index.ts";
import { designKey } from "../designs/draws.ts";
import type { ObservedSeries } from "../import/observed.ts";
import { pairedTask, type EvaluatePlans, type Setting } from "../paired.ts";
import { planOf, shocksOf } from "../resolve.ts";
import { evidenceAt, sampleAbc, type Proposal } from "./abc.ts";
import { weightedQuantile } from "./adjust.ts";
import { fitTo, problemOf, type Fitted, type FittingOptions, type Simulator } from "./fitting.ts";
import { asksContagion, IMITATION } from "./own-wish.ts";
import { cumulative, placeOf, type WeightedSample } from "./kernel.ts";

export interface OwnData {
  /** Index of the document's plan that the company followed. */
  readonly plan: number;
  readonly series: readonly ObservedSeries[];
}

export interface OwnOptions extends FittingOptions {
  /** Runs of the posterior for the bands. */
  readonly draws: number;
  /** Told before each part of the work. */
  readonly onPart?: (part: "fit" | "without contagion" | "bands") => void;
}

/** Median and the middle 90%. */
export interface Posterior90 {
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
}

export interface Band {
  readonly observed: ObservedSeries;
  /** By observed week. */
  readonly p5: Float64Array;
  readonly p50: Float64Array;
  readonly p95: Float64Array;
  /** Observed weeks within the middle 90%. */
  readonly inside: number;
}

export interface Contagion {
  /** Odds of the model with imitation against the one without, both as likely before. */
  readonly odds: number;
  readonly verdict: "found" | "none" | "undecided";
}

export interface OwnCalibration {
  readonly factors: readonly (Posterior90 & { readonly name: string; readonly before: Posterior90 })[];
  readonly fitted: Fitted;
  /** Values by point, in the factors' order. */
  readonly values: readonly Float64Array[];
  readonly bands: readonly Band[];
  /** Null where imitation isn't among the factors. */
  readonly contagion: Contagion | null;
}

/** Odds from which one of two models is told (Jeffreys's "strong"). */
const STRONG = 10;

/** @throws InputError at names the company lacks, RangeError when nothing is left */
export async function calibrateTo(
  setting: Setting,
  factors: readonly Factor[],
  data: OwnData,
  options: OwnOptions,
  evaluate: EvaluatePlans,
): Promise<OwnCalibration> {
  const observed = Float64Array.from(data.series.flatMap(({ values }) => Array.from(values)));
  const simulator = simulatorOf(setting, factors, data, evaluate);
  options.onPart?.("fit");
  const fitted = await fitTo(observed, simulator, options);
  const contagion = await contagionOf(setting, factors, data, observed, fitted, options, evaluate);
  options.onPart?.("bands");
  const bands = await bandsOf(simulator, data, fitted.posterior, options);
  const { posterior } = fitted;
  return {
    fitted,
    values: posterior.points.map((point) => point.map((share, j) => valueAt(factors[j], share))),
    factors: factors.map((factor, j) => {
      const at = (share: number): number =>
        valueAt(
          factor,
          weightedQuantile(
            posterior.points.map((point) => point[j]),
            posterior.weights,
            share,
          ),
        );
      return {
        name: factor.name,
        ...spread(at),
        before: spread((share) => valueAt(factor, share)),
      };
    }),
    bands,
    contagion,
  };
}

function spread(at: (share: number) => number): Posterior90 {
  return { p5: at(0.05), p50: at(0.5), p95: at(0.95) };
}

/** The company's observed weeks under given shares of the factors. @throws InputError */
export function simulatorOf(
  setting: Setting,
  factors: readonly Factor[],
  { plan, series: seen }: OwnData,
  evaluate: EvaluatePlans,
  fixed: Partial<Parameters> = {},
): Simulator {
  const plans = [planOf(setting.document, setting.organisation, plan)];
  const weeks = Math.max(...seen.map((own) => own.weeks[own.weeks.length - 1]));
  const cut = { ...setting, document: { ...setting.document, weeks } };
  // Shocks beyond the horizon are read too, so that a name the company lacks is told at once.
  shocksOf(setting.document, setting.organisation);
  // Plain numbers, so that what is kept of a run can be written down.
  const keep = (trace: Trace): number[] =>
    seen.flatMap((own) => {
      const values = series(trace, own.measure);
      return own.weeks.map((week) => values[week]);
    });
  return {
    dimension: factors.length,
    lengths: seen.map((own) => own.weeks.length),
    simulate: async (runs) => {
      const tasks = runs.map(({ point, luck }: Proposal) => {
        const values = Object.fromEntries(
          factors.map((factor, j) => [factor.name, valueAt(factor, point[j])]),
        );
        return pairedTask(cut, luck, plans, { ...values, ...fixed });
      });
      return (await evaluate(tasks, keep)).map(([kept]) => Float64Array.from(kept));
    },
  };
}

/** Fits the same data without imitation, by the same summaries as near to the data, and compares the chances of them. */
async function contagionOf(
  setting: Setting,
  factors: readonly Factor[],
  data: OwnData,
  observed: Float64Array,
  { sample, summary }: Fitted,
  options: OwnOptions,
  evaluate: EvaluatePlans,
): Promise<Contagion | null> {
  if (!asksContagion(factors)) return null;
  const others = factors.filter(({ name }) => name !== IMITATION);
  options.onPart?.("without contagion");
  const without = simulatorOf(setting, others, data, evaluate, { [IMITATION]: 0 });
  const { tolerance } = sample.generations[sample.generations.length - 1];
  const { onGeneration: _told, ...quiet } = options;
  const rival = await sampleAbc(problemOf(without, summary, observed), {
    ...quiet,
    seed: `${options.seed} without contagion`,
    tolerance,
  });
  const odds = evidenceAt(sample, tolerance) / evidenceAt(rival, tolerance);
  const verdict = odds >= STRONG ? "found" : odds <= 1 / STRONG ? "none" : "undecided";
  return { odds, verdict };
}

/** Runs of points drawn from the posterior, each with luck that the fit hasn't seen. */
async function bandsOf(
  simulator: Simulator,
  { series: seen }: OwnData,
  posterior: WeightedSample,
  { draws, lucks, seed }: OwnOptions,
): Promise<Band[]> {
  const ends = cumulative(posterior.weights);
  const shift = uniform(0, designKey(seed, "posterior draws", 0));
  const runs = Array.from({ length: draws }, (_, i) => ({
    point: posterior.points[placeOf(ends, (i + shift) / draws)],
    luck: lucks + i,
  }));
  const simulated = (await simulator.simulate(runs)).filter((own) => own.every(Number.isFinite));
  let start = 0;
  return seen.map((observed) => {
    const first = start;
    start += observed.weeks.length;
    const even = new Float64Array(simulated.length).fill(1);
    const at = (share: number): Float64Array =>
      Float64Array.from(observed.weeks, (_, k) =>
        weightedQuantile(
          simulated.map((own) => own[first + k]),
          even,
          share,
        ),
      );
    const [p5, p50, p95] = [0.05, 0.5, 0.95].map(at);
    const inside = observed.values.filter((value, k) => value >= p5[k] && value <= p95[k]).length;
    return { observed, p5, p50, p95, inside };
  });
}
