/** Approximate Bayesian computation by sequential Monte Carlo: closer to the data from generation to generation. */
import { uniform, type Key } from "../../engine/random.ts";
import { designKey } from "../designs/draws.ts";
import { quantile } from "../quantile.ts";
import { kernelOf, type Kernel, type WeightedSample } from "./kernel.ts";

/** One run asked for: where in the unit cube of shares of the priors, and with which of the fixed lucks. */
export interface Proposal {
  readonly point: Float64Array;
  readonly luck: number;
}

export interface AbcProblem {
  readonly dimension: number;
  /** How far each run's summaries are from the data's, scaled, in the order asked; NaN where it failed. */
  readonly simulate: (proposals: readonly Proposal[]) => Promise<readonly Float64Array[]>;
  /** Points that history matching leaves; the others aren't simulated. Default all. */
  readonly isPossible?: (point: Float64Array) => boolean;
}

export interface AbcOptions {
  readonly seed: string;
  /** Points of every generation. */
  readonly particles: number;
  /** Lucks, the same for all points: run r has luck r of [0, lucks). */
  readonly lucks: number;
  /** Runs at most; a generation that they don't suffice for is dropped. */
  readonly runs: number;
  /** Ends when a smaller share of runs is accepted. */
  readonly leastAcceptance: number;
  /** Ends when this distance is reached. Default 0. */
  readonly tolerance?: number;
  readonly onGeneration?: (generation: Generation) => void;
}

export interface Generation {
  readonly tolerance: number;
  /** Share of its runs that were close enough. */
  readonly acceptance: number;
  /** Points the weights are worth (Kish). */
  readonly effectiveSize: number;
  /** Runs so far. */
  readonly runs: number;
}

export interface AbcSample extends WeightedSample {
  readonly residuals: readonly Float64Array[];
  readonly distances: Float64Array;
  readonly generations: readonly Generation[];
  /** Points drawn in the last generation within the cube, possible or not. */
  readonly drawn: number;
  /** By point: prior over proposal density, unscaled: over `drawn` they add up to the chance of such data. */
  readonly ratios: Float64Array;
}

/** Of its first draws a generation keeps this many times fewer. */
const FIRST_TIMES = 4;
/** The next tolerance is this quantile of the distances. */
const CLOSER = 0.5;
const BATCH_LEAST = 32;
/** Draws in a row that all fall outside before a kernel is given up. */
const OUTSIDE_MOST = 10_000;

interface Accepted {
  readonly point: Float64Array;
  readonly residual: Float64Array;
  readonly distance: number;
}

/**
 * Population Monte Carlo (Beaumont et al. 2009) with adaptive tolerances: each the median of the last generation's
 * distances. Everything follows from the seed, in the order asked; a run's luck is one of a fixed set, so that a run
 * asked for twice is the same run. @throws RangeError when no point of the first generation could be simulated
 */
export async function sampleAbc(problem: AbcProblem, options: AbcOptions): Promise<AbcSample> {
  let sample = await firstGeneration(problem, options);
  options.onGeneration?.(sample.generations[0]);
  for (;;) {
    const last = sample.generations[sample.generations.length - 1];
    if (last.tolerance <= (options.tolerance ?? 0) || last.acceptance < options.leastAcceptance)
      return sample;
    const next = await nextGeneration(problem, options, sample);
    if (next === undefined) return sample;
    sample = next;
    options.onGeneration?.(sample.generations[sample.generations.length - 1]);
  }
}

async function firstGeneration(problem: AbcProblem, options: AbcOptions): Promise<AbcSample> {
  const { particles, lucks, runs, seed } = options;
  const key = designKey(seed, "abc generation", 0);
  const wanted = Math.min(runs, FIRST_TIMES * particles);
  const width = problem.dimension + 1;
  const proposals: Proposal[] = [];
  let drawn = 0;
  while (proposals.length < wanted && drawn < OUTSIDE_MOST * wanted) {
    const first = drawn++ * width;
    const point = Float64Array.from({ length: problem.dimension }, (_, j) => uniform(first + j, key));
    if (problem.isPossible?.(point) === false) continue;
    proposals.push({ point, luck: Math.floor(uniform(first + width - 1, key) * lucks) });
  }
  const known = acceptedOf(proposals, await problem.simulate(proposals), Infinity);
  if (known.length === 0) throw new RangeError("nothing left; no point of the first generation has data: 0");
  const closest = known.toSorted((a, b) => a.distance - b.distance).slice(0, particles);
  const { distance } = closest[closest.length - 1];
  return sampleOf(closest, new Float64Array(closest.length).fill(1), drawn, [
    {
      tolerance: distance,
      acceptance: closest.length / proposals.length,
      effectiveSize: closest.length,
      runs: proposals.length,
    },
  ]);
}

/** Undefined if the runs that are left don't suffice. */
async function nextGeneration(
  problem: AbcProblem,
  options: AbcOptions,
  sample: AbcSample,
): Promise<AbcSample | undefined> {
  const { particles, seed, tolerance: wanted = 0 } = options;
  const last = sample.generations[sample.generations.length - 1];
  const tolerance = Math.max(wanted, quantile(sample.distances.toSorted(), CLOSER));
  // Equal distances can't be told apart any further.
  if (!(tolerance < last.tolerance)) return undefined;
  const kernel = kernelOf(sample);
  const source = proposalSource(problem, kernel, options, sample.generations.length, seed);
  const accepted: Accepted[] = [];
  let asked = 0;
  while (accepted.length < particles) {
    const left = options.runs - last.runs - asked;
    const rate = asked === 0 ? last.acceptance * CLOSER : Math.max(1, accepted.length) / asked;
    const size = Math.max(BATCH_LEAST, Math.ceil((particles - accepted.length) / rate));
    if (left <= 0) return undefined;
    const proposals = source.take(Math.min(left, size));
    if (proposals.length === 0) return undefined;
    accepted.push(...acceptedOf(proposals, await problem.simulate(proposals), tolerance));
    asked += proposals.length;
  }
  // Those beyond what was wanted are as good as the others.
  const inside = source.insideShare();
  const ratios = Float64Array.from(accepted, ({ point }) => inside / kernel.density(point));
  const generation = {
    tolerance,
    acceptance: accepted.length / asked,
    effectiveSize: effectiveSize(ratios),
    runs: last.runs + asked,
  };
  return sampleOf(accepted, ratios, source.drawn(), [...sample.generations, generation]);
}

/** Moved points within the cube that history matching leaves, in a fixed order. */
function proposalSource(
  { dimension, isPossible }: AbcProblem,
  kernel: Kernel,
  { lucks }: AbcOptions,
  generation: number,
  seed: string,
) {
  const key: Key = designKey(seed, "abc generation", generation);
  const width = dimension + 2;
  let tried = 0;
  let inside = 0;
  const take = (count: number): Proposal[] => {
    const proposals: Proposal[] = [];
    for (let fruitless = 0; proposals.length < count && fruitless < OUTSIDE_MOST; fruitless++) {
      const first = tried++ * width;
      const point = kernel.move(key, first);
      if (point.some((share) => !(share > 0 && share < 1))) continue;
      inside++;
      if (isPossible?.(point) === false) continue;
      fruitless = 0;
      proposals.push({ point, luck: Math.floor(uniform(first + width - 1, key) * lucks) });
    }
    return proposals;
  };
  return { take, drawn: () => inside, insideShare: () => inside / tried };
}

function acceptedOf(
  proposals: readonly Proposal[],
  residuals: readonly Float64Array[],
  tolerance: number,
): Accepted[] {
  return proposals.flatMap(({ point }, i) => {
    const distance = Math.sqrt(residuals[i].reduce((sum, r) => sum + r * r, 0));
    return distance <= tolerance && distance < Infinity ? [{ point, residual: residuals[i], distance }] : [];
  });
}

function sampleOf(
  accepted: readonly Accepted[],
  ratios: Float64Array,
  drawn: number,
  generations: readonly Generation[],
): AbcSample {
  const total = ratios.reduce((sum, ratio) => sum + ratio, 0);
  return {
    points: accepted.map(({ point }) => point),
    weights: ratios.map((ratio) => ratio / total),
    residuals: accepted.map(({ residual }) => residual),
    distances: Float64Array.from(accepted, ({ distance }) => distance),
    generations,
    drawn,
    ratios,
  };
}

function effectiveSize(weights: Float64Array): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  return (sum * sum) / squares;
}

/**
 * The chance, over the prior, of data as near as a tolerance, from the last generation's weights; tolerances below the
 * generation's own only. Its ratio for two models is Bayes's factor of what the summaries know.
 */
export function evidenceAt({ ratios, distances, drawn }: AbcSample, tolerance: number): number {
  return ratios.reduce((sum, ratio, i) => sum + (distances[i] <= tolerance ? ratio : 0), 0) / drawn;
}
