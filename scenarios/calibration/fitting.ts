/** Fitting priors to data that a simulator makes: history matching on pilot runs, then ABC-SMC in what is left. */
import { latinHypercube } from "../designs/hypercube.ts";
import { sampleAbc, type AbcOptions, type AbcProblem, type AbcSample, type Proposal } from "./abc.ts";
import { adjusted } from "./adjust.ts";
import { fitEmulator } from "./emulator.ts";
import { CUTOFF } from "./implausibility.ts";
import type { WeightedSample } from "./kernel.ts";
import { stretchesOf, summaryOf, type Pilot, type Summary } from "./summary.ts";

export interface Simulator {
  /** Parameters that are looked for. */
  readonly dimension: number;
  /** Series one after another for each run, in the order asked; NaN where a run failed. */
  readonly simulate: (runs: readonly Proposal[]) => Promise<readonly Float64Array[]>;
  /** Lengths of the series. */
  readonly lengths: readonly number[];
}

export interface FittingOptions extends Omit<AbcOptions, "tolerance"> {
  /** Pilot runs, one a point of a Latin hypercube over the priors; part of `runs`. */
  readonly pilots: number;
  /** Share of the priors' space that history matching leaves, by the pilots. */
  readonly onMatched?: (spaceLeft: number) => void;
}

export interface Fitted {
  /** Adjusted to the data, in shares of the priors. */
  readonly posterior: WeightedSample;
  readonly sample: AbcSample;
  readonly summary: Summary;
  readonly spaceLeft: number;
}

/** Points by which the space left is measured. */
const MEASURING_POINTS = 4000;

/** @throws RangeError at too few pilots for a quadratic surface, or when nothing is left */
export async function fitTo(
  observed: Float64Array,
  simulator: Simulator,
  options: FittingOptions,
): Promise<Fitted> {
  const { seed, lucks } = options;
  const points = latinHypercube(simulator.dimension, { points: options.pilots, seed: `pilots of ${seed}` });
  const data = await simulator.simulate(points.map((point, i) => ({ point, luck: i % lucks })));
  const pilots = points.map((point, i) => ({ point, data: data[i] }));
  const summary = summaryOf(pilots, stretchesOf(simulator.lengths));
  const isPossible = matcherOf(pilots, summary, observed);
  const measured = latinHypercube(simulator.dimension, { points: MEASURING_POINTS, seed });
  const spaceLeft = measured.filter(isPossible).length / MEASURING_POINTS;
  options.onMatched?.(spaceLeft);
  const problem = problemOf(simulator, summary, observed, isPossible);
  const sample = await sampleAbc(problem, { ...options, runs: options.runs - options.pilots });
  return { posterior: adjusted(sample), sample, summary, spaceLeft };
}

/** Distances in the summaries' own units. */
export function problemOf(
  { dimension, simulate }: Simulator,
  summary: Summary,
  observed: Float64Array,
  isPossible?: (point: Float64Array) => boolean,
): AbcProblem {
  const aim = summary.of(observed);
  return {
    dimension,
    simulate: async (proposals) => {
      const series = await simulate(proposals);
      return series.map((own) => summary.of(own).map((value, j) => value - aim[j]));
    },
    ...(isPossible !== undefined && { isPossible }),
  };
}

/**
 * History matching (Craig et al. 1997): a point is ruled out where an emulator of a summary, its error and the runs'
 * luck included, is more than three standard deviations from the data's.
 */
function matcherOf(
  pilots: readonly Pilot[],
  summary: Summary,
  observed: Float64Array,
): (point: Float64Array) => boolean {
  const known = pilots.filter(({ data }) => data.every(Number.isFinite));
  const summaries = known.map(({ data }) => summary.of(data));
  const aim = summary.of(observed);
  const emulators = Array.from(aim, (_, j) =>
    fitEmulator(
      known.map(({ point }) => point),
      summaries.map((own) => own[j]),
    ),
  );
  return (point) =>
    emulators.every(({ predict, spread }, j) => Math.abs(predict(point) - aim[j]) <= CUTOFF * spread);
}
