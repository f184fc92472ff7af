/** Elementary effects: what one step of one factor does to the output, and the indices of Morris (1991) over them. */
import { quantile } from "../quantile.ts";
import type { Estimate } from "../student.ts";
import { designKey, wholeBelow } from "./draws.ts";

/** One step of one factor: two rows that differ in it alone. */
export interface Effect {
  readonly factor: number;
  /** Rows before and after the step up. */
  readonly lowRow: number;
  readonly highRow: number;
  /** The step in shares of the factor's range, above 0. */
  readonly step: number;
}

/** Effects by block (trajectory or star): blocks are what a bootstrap draws again. */
export interface EffectPlan {
  readonly factors: readonly string[];
  readonly blocks: readonly (readonly Effect[])[];
  /** Every effect there is: nothing was sampled, so only replicates are drawn again. */
  readonly isExhaustive: boolean;
  readonly replicates: number;
  readonly seed: string;
}

/** A factor's indices, in the output's unit over the factor's whole range, with intervals of 95%. */
export interface FactorEffects {
  readonly name: string;
  /** Effects known; those between failed runs are missing. */
  readonly effects: number;
  /** Mean effect. */
  readonly mu: Estimate;
  /** Mean size of an effect (Campolongo, Cariboni & Saltelli 2007). */
  readonly muStar: Estimate;
  /** Standard deviation of effects: above 0 by curvature or interaction. */
  readonly sigma: Estimate;
}

export interface Screening {
  readonly factors: readonly FactorEffects[];
  readonly failedRuns: number;
}

const RESAMPLES = 1000;
const LOW_SHARE = 0.025;
const HIGH_SHARE = 0.975;
const INDICES = ["mu", "muStar", "sigma"] as const;
type Indices = Readonly<Record<(typeof INDICES)[number], number>>;

/** `outputs[row · replicates + replicate]`, NaN where a run failed. */
export function screeningOf(plan: EffectPlan, outputs: Float64Array): Screening {
  const differences = differencesOf(plan, outputs);
  const blockWeights = new Float64Array(plan.blocks.length).fill(1);
  const replicateWeights = new Float64Array(plan.replicates).fill(1);
  const found = indicesOf(plan, differences, blockWeights, replicateWeights);
  const resamples = resampled(plan, differences);
  return {
    factors: plan.factors.map((name, factor) => ({
      name,
      effects: found[factor].count,
      ...(Object.fromEntries(
        INDICES.map((index) => [
          index,
          estimate(
            found[factor][index],
            resamples.map((each) => each[factor][index]),
          ),
        ]),
      ) as Record<keyof Indices, Estimate>),
    })),
    failedRuns: outputs.filter((y) => Number.isNaN(y)).length,
  };
}

/** Effects replicate by replicate: [block][effect][replicate], NaN where either run failed. */
function differencesOf({ blocks, replicates }: EffectPlan, outputs: Float64Array): Float64Array[][] {
  return blocks.map((block) =>
    block.map(({ lowRow, highRow, step }) =>
      Float64Array.from(
        { length: replicates },
        (_, i) => (outputs[highRow * replicates + i] - outputs[lowRow * replicates + i]) / step,
      ),
    ),
  );
}

/** Indices of every factor, each block and each replicate counted as often as its weight says. */
function indicesOf(
  plan: EffectPlan,
  differences: readonly (readonly Float64Array[])[],
  blockWeights: Float64Array,
  replicateWeights: Float64Array,
): (Indices & { readonly count: number })[] {
  const effects = plan.factors.map((): { value: number; weight: number }[] => []);
  for (const [b, block] of plan.blocks.entries()) {
    const weight = blockWeights[b];
    if (weight === 0) continue;
    for (const [e, { factor }] of block.entries()) {
      const value = weightedMean(differences[b][e], replicateWeights);
      if (!Number.isNaN(value)) effects[factor].push({ value, weight });
    }
  }
  return effects.map((known) => momentsOf(known, plan.isExhaustive));
}

/** NaN if all numbers of positive weight are NaN. */
function weightedMean(values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i])) continue;
    sum += weights[i] * values[i];
    total += weights[i];
  }
  return sum / total;
}

function momentsOf(
  effects: readonly { readonly value: number; readonly weight: number }[],
  isExhaustive: boolean,
): Indices & { readonly count: number } {
  const sumOf = (term: (value: number) => number): number =>
    effects.reduce((sum, { value, weight }) => sum + weight * term(value), 0);
  const count = sumOf(() => 1);
  const mu = sumOf((value) => value) / count;
  const squares = sumOf((value) => (value - mu) * (value - mu));
  const freedom = isExhaustive ? count : count - 1;
  const sigma = freedom > 0 ? Math.sqrt(squares / freedom) : NaN;
  return { mu, muStar: sumOf(Math.abs) / count, sigma, count };
}

/** Indices of resamples: blocks and replicates are drawn again, each among themselves, as replicates cross all blocks. */
function resampled(plan: EffectPlan, differences: readonly (readonly Float64Array[])[]): Indices[][] {
  const { blocks, replicates, isExhaustive, seed } = plan;
  if (isExhaustive && replicates === 1) return [];
  return Array.from({ length: RESAMPLES }, (_, i) =>
    indicesOf(
      plan,
      differences,
      isExhaustive
        ? new Float64Array(blocks.length).fill(1)
        : drawnAgain(blocks.length, seed, "resampled blocks", i),
      drawnAgain(replicates, seed, "resampled replicates", i),
    ),
  );
}

/** How often each of n is drawn in n draws with replacement. */
function drawnAgain(n: number, seed: string, purpose: string, resample: number): Float64Array {
  const key = designKey(seed, purpose, resample);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) weights[wholeBelow(n, i, key)]++;
  return weights;
}

/** Percentile interval (Efron 1979); null where nothing is known. */
function estimate(value: number, resamples: readonly number[]): Estimate {
  if (Number.isNaN(value)) return { value: null, low: null, high: null };
  const sorted = Float64Array.from(resamples.filter((each) => !Number.isNaN(each))).toSorted();
  if (sorted.length === 0) return { value, low: null, high: null };
  return { value, low: quantile(sorted, LOW_SHARE), high: quantile(sorted, HIGH_SHARE) };
}
