/** Latin hypercubes: points of which every factor takes each of n equal slices once (McKay, Beckman & Conover 1979). */
import { uniform } from "../../engine/random.ts";
import { makeDesign, type Design } from "./design.ts";
import { designKey, permutation, wholeBelow } from "./draws.ts";
import { checkFactors, valueAt, type Factor } from "./factors.ts";
import { rankCorrelations, type RankCorrelations } from "./rank-correlations.ts";
import { pairedRanks, type Correlations } from "./rank-pairing.ts";

const POINTS_MAX = 100_000;

export interface HypercubeOptions {
  /** Points, 1 to 100,000. */
  readonly points: number;
  readonly seed: string;
  /** Exchanges tried to move close points apart; 0 or missing = a plain hypercube. */
  readonly maximinExchanges?: number;
}

/** The hypercube in shares: a point of [0, 1)ᵏ for each row. @throws RangeError at a number of points out of range */
export function latinHypercube(factorCount: number, options: HypercubeOptions): Float64Array[] {
  const { points, seed, maximinExchanges = 0 } = options;
  if (!Number.isInteger(points) || points < 1 || points > POINTS_MAX)
    throw new RangeError(`invalid points; not a whole number in [1, ${POINTS_MAX}]: ${points}`);
  const rows = Array.from({ length: points }, () => new Float64Array(factorCount));
  for (let j = 0; j < factorCount; j++) {
    const slices = permutation(points, designKey(seed, "latin hypercube slices", j));
    const within = designKey(seed, "latin hypercube places", j);
    for (const [i, row] of rows.entries()) row[j] = (slices[i] + uniform(i, within)) / points;
  }
  if (points > 2) for (let i = 0; i < maximinExchanges; i++) exchange(rows, i, seed);
  return rows;
}

/**
 * Exchanges one coordinate of two points if their smallest distance from all points grows by that; other distances
 * stand, so the smallest of all never falls (the criterion of Morris & Mitchell 1995 by local steps).
 */
function exchange(rows: readonly Float64Array[], trial: number, seed: string): void {
  const key = designKey(seed, "latin hypercube exchanges", trial);
  const j = wholeBelow(rows[0].length, 0, key);
  const a = wholeBelow(rows.length, 1, key);
  const b = (a + 1 + wholeBelow(rows.length - 1, 2, key)) % rows.length;
  const before = isolation(rows, a, b);
  [rows[a][j], rows[b][j]] = [rows[b][j], rows[a][j]];
  if (isolation(rows, a, b) <= before) [rows[a][j], rows[b][j]] = [rows[b][j], rows[a][j]];
}

/** Smallest squared distance of either of two points from any third. */
function isolation(rows: readonly Float64Array[], a: number, b: number): number {
  let least = Infinity;
  for (const [i, row] of rows.entries())
    if (i !== a && i !== b) least = Math.min(least, distance2(row, rows[a]), distance2(row, rows[b]));
  return least;
}

/** Squared Euclidean distance of two points. */
export function distance2(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j] - b[j]) * (a[j] - b[j]);
  return sum;
}

/** A Latin hypercube over factors, their ranks correlated if wanted, analysed by partial rank correlations. */
export function hypercubeDesign(
  factors: readonly Factor[],
  options: HypercubeOptions & { readonly replicates: number; readonly correlations?: Correlations },
): Design<"latin hypercube", RankCorrelations> {
  checkFactors(factors);
  const { correlations } = options;
  const apart = latinHypercube(factors.length, options);
  const shares = correlations === undefined ? apart : pairedRanks(apart, correlations);
  const rows = shares.map((row) => row.map((share, j) => valueAt(factors[j], share)));
  const { replicates, seed } = options;
  const names = factors.map(({ name }) => name);
  return makeDesign({
    kind: "latin hypercube",
    factors: names,
    replicates,
    rows,
    settings: seed,
    analyse: (outputs) => rankCorrelations(names, rows, outputs),
  });
}
