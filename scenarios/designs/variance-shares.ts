/** Sobol's indices from the outputs of Saltelli's rows, with intervals by drawing base points again. */
import { quantile } from "../quantile.ts";
import type { Estimate } from "../student.ts";
import { designKey, wholeBelow } from "./draws.ts";

export interface SaltelliLayout {
  readonly names: readonly string[];
  readonly points: number;
  readonly replicates: number;
  readonly isSecondOrder: boolean;
  readonly seed: string;
}

export interface FactorShares {
  readonly name: string;
  /** Share of variance that goes if this factor alone is fixed. */
  readonly first: Estimate;
  /** Share that stays if all others are fixed. */
  readonly total: Estimate;
}

export interface PairShares {
  readonly names: readonly [string, string];
  /** Share that only both together make. */
  readonly second: Estimate;
}

export interface VarianceShares {
  readonly factors: readonly FactorShares[];
  /** Empty without second order. */
  readonly pairs: readonly PairShares[];
  /** Mean and variance of the output over all base points. */
  readonly mean: number;
  readonly variance: number;
  /** Base points left out because a run of theirs failed. */
  readonly failedPoints: number;
}

/** Outputs of one base point, standardised: A, AB₁ …, BA₁ …, B. */
type Block = Float64Array;

interface Shares {
  readonly first: number[];
  readonly total: number[];
  readonly second: number[];
}

const RESAMPLES = 500;
/** Variance of standardised outputs below which they are equal but for rounding. */
const ROUNDING = 1e-12;
const LOW_SHARE = 0.025;
const HIGH_SHARE = 0.975;

/** `outputs[row · replicates + replicate]`: the mean of a row's replicates is analysed. */
export function indicesOf(layout: SaltelliLayout, outputs: Float64Array): VarianceShares {
  const all = blocksOf(layout, outputs);
  const blocks = all.filter((block) => !block.some((y) => Number.isNaN(y)));
  const { mean, variance } = momentsOf(blocks);
  if (variance > 0) standardise(blocks);
  const order = Uint32Array.from(blocks.keys());
  const found = sharesOf(layout, blocks, order);
  const resamples = variance > 0 && blocks.length > 1 ? resampled(layout, blocks) : [];
  const estimateOf = (pick: (shares: Shares) => number): Estimate =>
    estimate(pick(found), resamples.map(pick));
  return {
    factors: layout.names.map((name, j) => ({
      name,
      first: estimateOf(({ first }) => first[j]),
      total: estimateOf(({ total }) => total[j]),
    })),
    pairs: pairsOf(layout).map(([i, j], k) => ({
      names: [layout.names[i], layout.names[j]],
      second: estimateOf(({ second }) => second[k]),
    })),
    mean,
    variance,
    failedPoints: all.length - blocks.length,
  };
}

function blocksOf(
  { names, points, replicates, isSecondOrder }: SaltelliLayout,
  outputs: Float64Array,
): Block[] {
  const size = names.length * (isSecondOrder ? 2 : 1) + 2;
  return Array.from({ length: points }, (_, point) =>
    Float64Array.from({ length: size }, (_row, row) => {
      const start = (point * size + row) * replicates;
      let sum = 0;
      for (let r = 0; r < replicates; r++) sum += outputs[start + r];
      return sum / replicates;
    }),
  );
}

/** Over A and B, which are independent of each other. */
function momentsOf(blocks: readonly Block[]): { mean: number; variance: number } {
  const values = blocks.flatMap((block) => [block[0], block[block.length - 1]]);
  const mean = values.reduce((sum, y) => sum + y, 0) / values.length;
  const variance = values.reduce((sum, y) => sum + (y - mean) ** 2, 0) / values.length;
  return { mean, variance };
}

/** Takes the mean of all outputs away, so that it can't drown the shares, and scales them. */
function standardise(blocks: readonly Block[]): void {
  let sum = 0;
  let count = 0;
  for (const block of blocks) {
    for (const y of block) sum += y;
    count += block.length;
  }
  const mean = sum / count;
  let squares = 0;
  for (const block of blocks) for (const y of block) squares += (y - mean) ** 2;
  const sd = Math.sqrt(squares / count);
  for (const block of blocks) for (let i = 0; i < block.length; i++) block[i] = (block[i] - mean) / sd;
}

/** First: mean of B·(AB − A); total: half the mean of (A − AB)²; both over the variance (Saltelli et al. 2010). */
function sharesOf(layout: SaltelliLayout, blocks: readonly Block[], chosen: Uint32Array): Shares {
  const size = layout.names.length;
  const first = new Array<number>(size).fill(0);
  const total = new Array<number>(size).fill(0);
  const pairs = pairsOf(layout);
  const both = new Array<number>(pairs.length).fill(0);
  let sum = 0;
  let squares = 0;
  for (const place of chosen) {
    const block = blocks[place];
    const a = block[0];
    const b = block[block.length - 1];
    sum += a + b;
    squares += a * a + b * b;
    for (let j = 0; j < size; j++) {
      first[j] += b * (block[1 + j] - a);
      total[j] += (a - block[1 + j]) ** 2 / 2;
    }
    pairs.forEach(([i, j], k) => (both[k] += block[1 + size + i] * block[1 + j] - a * b));
  }
  const n = chosen.length;
  const mean = sum / (2 * n);
  const variance = squares / (2 * n) - mean * mean;
  const share = (value: number): number => (variance > ROUNDING ? value / n / variance : NaN);
  const firsts = first.map(share);
  return {
    first: firsts,
    total: total.map(share),
    second: both.map((value, k) => share(value) - firsts[pairs[k][0]] - firsts[pairs[k][1]]),
  };
}

function pairsOf({ names, isSecondOrder }: SaltelliLayout): [number, number][] {
  if (!isSecondOrder) return [];
  return names.flatMap((_, i) => names.slice(i + 1).map((_name, k): [number, number] => [i, i + 1 + k]));
}

function resampled(layout: SaltelliLayout, blocks: readonly Block[]): Shares[] {
  return Array.from({ length: RESAMPLES }, (_, resample) => {
    const key = designKey(layout.seed, "saltelli resamples", resample);
    return sharesOf(
      layout,
      blocks,
      Uint32Array.from(blocks, (_block, i) => wholeBelow(blocks.length, i, key)),
    );
  });
}

function estimate(value: number, resamples: readonly number[]): Estimate {
  if (!Number.isFinite(value)) return { value: null, low: null, high: null };
  const sorted = Float64Array.from(resamples.filter(Number.isFinite)).toSorted();
  if (sorted.length === 0) return { value, low: null, high: null };
  return { value, low: quantile(sorted, LOW_SHARE), high: quantile(sorted, HIGH_SHARE) };
}
