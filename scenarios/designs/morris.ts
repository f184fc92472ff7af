/** Designs of elementary effects: trajectories over a grid (Morris 1991), stars (Campolongo et al. 2011), the whole grid. */
import { uniform } from "../../engine/random.ts";
import { makeDesign, type Design } from "./design.ts";
import { designKey, permutation, wholeBelow } from "./draws.ts";
import { screeningOf, type Effect, type Screening } from "./elementary-effects.ts";
import { checkFactors, valueAt, type Factor } from "./factors.ts";
import { latinHypercube } from "./hypercube.ts";

export interface MorrisOptions {
  /** Trajectories or stars, 2 to 10,000. */
  readonly blocks: number;
  readonly replicates: number;
  readonly seed: string;
  /** Levels of the grid of trajectories, even, 2 to 100; default 4. */
  readonly levels?: number;
}

const BLOCKS_MAX = 10_000;
const LEVELS_MAX = 100;
const LEVELS_DEFAULT = 4;
/** Rows of a whole grid: levels to the power of factors. */
const GRID_MAX = 65_536;
/** Step of a star: half the range, so that noise is never divided by a small step and a switch always switches. */
const STAR_STEP = 0.5;

/** Rows as shares, and the effects between them, by block. */
interface Layout {
  readonly shares: readonly Float64Array[];
  readonly blocks: readonly (readonly Effect[])[];
}

/**
 * Trajectories: each starts on a grid of p levels and takes every factor one step of p/(2(p − 1)) of its range, up or
 * down, in a random order; blocks × (factors + 1) rows.
 * @throws RangeError at blocks, levels or replicates out of range
 */
export function morrisTrajectories(
  factors: readonly Factor[],
  options: MorrisOptions,
): Design<"morris trajectories", Screening> {
  checkFactors(factors);
  const levels = levelsOf(options.levels);
  const parts = blocksOf(options).map((block) => trajectory(factors.length, levels, block, options.seed));
  return designOf("morris trajectories", factors, joined(parts), { ...options, levels, isExhaustive: false });
}

/**
 * Stars: each has a centre from a Latin hypercube, and every factor in turn moves by half its range from there;
 * blocks × (factors + 1) rows. Centres in slices vary less than a bootstrap of them knows: intervals err on the wide side.
 * @throws RangeError at blocks or replicates out of range
 */
export function morrisRadial(
  factors: readonly Factor[],
  options: Omit<MorrisOptions, "levels">,
): Design<"morris radial", Screening> {
  checkFactors(factors);
  const blocks = blocksOf(options).length;
  const centres = latinHypercube(factors.length, { points: blocks, seed: options.seed });
  return designOf("morris radial", factors, joined(centres.map(star)), { ...options, isExhaustive: false });
}

/**
 * Every elementary effect of a grid of levels: levels to the power of factors rows, at most 65,536.
 * @throws RangeError at more rows, or levels or replicates out of range
 */
export function morrisWholeGrid(
  factors: readonly Factor[],
  options: Omit<MorrisOptions, "blocks">,
): Design<"morris whole grid", Screening> {
  checkFactors(factors);
  const levels = levelsOf(options.levels);
  const layout = wholeGrid(factors.length, levels);
  return designOf("morris whole grid", factors, layout, { ...options, levels, isExhaustive: true });
}

function levelsOf(levels = LEVELS_DEFAULT): number {
  if (levels % 2 !== 0 || levels < 2 || levels > LEVELS_MAX)
    throw new RangeError(`invalid levels; not an even number in [2, ${LEVELS_MAX}]: ${levels}`);
  return levels;
}

function blocksOf({ blocks }: Pick<MorrisOptions, "blocks">): number[] {
  if (!Number.isInteger(blocks) || blocks < 2 || blocks > BLOCKS_MAX)
    throw new RangeError(`invalid blocks; not a whole number in [2, ${BLOCKS_MAX}]: ${blocks}`);
  return Array.from({ length: blocks }, (_, block) => block);
}

/** Share of a level: exactly 0 at the first and 1 at the last. */
function shareOf(level: number, levels: number): number {
  return level / (levels - 1);
}

/** A block's rows from its own first row on. */
interface Block {
  readonly shares: readonly Float64Array[];
  readonly effects: readonly Effect[];
}

function trajectory(factorCount: number, levels: number, block: number, seed: string): Block {
  const half = levels / 2;
  const key = designKey(seed, "morris levels", block);
  const order = permutation(factorCount, designKey(seed, "morris orders", block));
  const low = Array.from({ length: factorCount }, (_, j) => wholeBelow(half, j, key));
  const isUp = low.map((_, j) => uniform(factorCount + j, key) < 0.5);
  const point = Float64Array.from(low, (level, j) => shareOf(isUp[j] ? level : level + half, levels));
  const shares = [point.slice()];
  const effects: Effect[] = [];
  for (const factor of order) {
    point[factor] = shareOf(isUp[factor] ? low[factor] + half : low[factor], levels);
    const [lowRow, highRow] = isUp[factor]
      ? [shares.length - 1, shares.length]
      : [shares.length, shares.length - 1];
    effects.push({ factor, lowRow, highRow, step: half / (levels - 1) });
    shares.push(point.slice());
  }
  return { shares, effects };
}

function star(centre: Float64Array): Block {
  const isUp = Array.from(centre, (share) => share < STAR_STEP);
  const ends = isUp.map((up, factor) => centre.with(factor, centre[factor] + (up ? STAR_STEP : -STAR_STEP)));
  const effects = isUp.map((up, factor) => ({
    factor,
    lowRow: up ? 0 : factor + 1,
    highRow: up ? factor + 1 : 0,
    step: STAR_STEP,
  }));
  return { shares: [centre, ...ends], effects };
}

/** Blocks one after the other. */
function joined(parts: readonly Block[]): Layout {
  const shares: Float64Array[] = [];
  const blocks = parts.map((part) => {
    const first = shares.length;
    shares.push(...part.shares);
    return part.effects.map((effect) => ({
      ...effect,
      lowRow: first + effect.lowRow,
      highRow: first + effect.highRow,
    }));
  });
  return { shares, blocks };
}

/** Row number = levels as digits, the first factor's lowest. */
function wholeGrid(factorCount: number, levels: number): Layout {
  const half = levels / 2;
  let rows = 1;
  for (let j = 0; j < factorCount; j++) rows *= levels;
  if (rows > GRID_MAX) throw new RangeError(`invalid grid; more than ${GRID_MAX} rows: ${rows}`);
  const shares = Array.from({ length: rows }, () => new Float64Array(factorCount));
  const effects: Effect[] = [];
  for (const [row, point] of shares.entries()) {
    for (let factor = 0, place = 1; factor < factorCount; factor++, place *= levels) {
      const level = Math.floor(row / place) % levels;
      point[factor] = shareOf(level, levels);
      if (level < half)
        effects.push({ factor, lowRow: row, highRow: row + half * place, step: half / (levels - 1) });
    }
  }
  return { shares, blocks: [effects] };
}

interface Settings {
  readonly replicates: number;
  readonly seed: string;
  readonly isExhaustive: boolean;
  readonly levels?: number;
}

function designOf<Kind extends string>(
  kind: Kind,
  factors: readonly Factor[],
  { shares, blocks }: Layout,
  { replicates, seed, isExhaustive, levels }: Settings,
): Design<Kind, Screening> {
  const names = factors.map(({ name }) => name);
  const plan = { factors: names, blocks, isExhaustive, replicates, seed };
  return makeDesign({
    kind,
    factors: names,
    replicates,
    rows: shares.map((row) => row.map((share, j) => valueAt(factors[j], share))),
    settings: JSON.stringify([seed, levels ?? null, factors]),
    analyse: (outputs) => screeningOf(plan, outputs),
  });
}
