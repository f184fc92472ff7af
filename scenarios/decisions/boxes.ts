/** Boxes over factors: their ends, the points in them, and how well they tell the points asked about from others. */
import { exp, log, log1p } from "../../engine/math.ts";
import { logFactorial } from "../diffusion/normal.ts";
import type { FactorColumn } from "./payoffs.ts";

/** Ends included; without a restriction those of all points. */
export interface Box {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** The points of a search: factors, and by point whether it is asked about (1) or not (0). */
export interface Cases {
  readonly factors: readonly FactorColumn[];
  readonly isCase: Uint8Array;
}

export interface BoxCount {
  readonly points: number;
  readonly cases: number;
}

export function wholeBox({ factors }: Cases): Box {
  return {
    low: factors.map(({ values }) => values.reduce((least, x) => Math.min(least, x), Infinity)),
    high: factors.map(({ values }) => values.reduce((most, x) => Math.max(most, x), -Infinity)),
  };
}

/** Factors whose range a box cuts. */
export function restrictedFactors(box: Box, whole: Box): number[] {
  return Array.from(box.low.keys()).filter((j) => box.low[j] > whole.low[j] || box.high[j] < whole.high[j]);
}

/** A box without its restriction of one factor. */
export function released(box: Box, whole: Box, factor: number): Box {
  return {
    low: box.low.with(factor, whole.low[factor]),
    high: box.high.with(factor, whole.high[factor]),
  };
}

/** Points within a box, ascending; only factors named are looked at. */
export function pointsIn({ factors, isCase }: Cases, box: Box, named: readonly number[]): Uint32Array {
  let inside = Uint32Array.from(isCase.keys());
  for (const j of named) {
    const { values } = factors[j];
    inside = inside.filter((i) => values[i] >= box.low[j] && values[i] <= box.high[j]);
  }
  return inside;
}

export function countOf({ isCase }: Cases, points: Uint32Array): BoxCount {
  let cases = 0;
  for (const i of points) cases += isCase[i];
  return { points: points.length, cases };
}

/**
 * Quasi-p of a restriction (Bryant & Lempert 2010): the chance that as many cases fall into the box as do if the points
 * of the same box without this restriction were cases by lot, at their share.
 */
export function quasiP(inside: BoxCount, without: BoxCount): number {
  return binomialTail(inside.points, without.cases / without.points, inside.cases);
}

/** P(X ≥ k) of a binomial count. */
export function binomialTail(n: number, prob: number, k: number): number {
  if (k <= 0 || prob >= 1) return 1;
  if (prob <= 0 || k > n) return 0;
  const mode = Math.floor((n + 1) * prob);
  // The smaller tail is summed, so that small chances keep their digits.
  if (k <= mode) return 1 - lowerTail(n, prob, k - 1);
  let term = density(n, prob, k);
  let sum = term;
  for (let i = k + 1; i <= n && term > sum * 1e-17; i++)
    sum += term *= (((n - i + 1) / i) * prob) / (1 - prob);
  return Math.min(1, sum);
}

/** P(X ≤ k). */
function lowerTail(n: number, prob: number, k: number): number {
  let term = density(n, prob, k);
  let sum = term;
  for (let i = k; i >= 1 && term > sum * 1e-17; i--) sum += term *= ((i / (n - i + 1)) * (1 - prob)) / prob;
  return sum;
}

function density(n: number, prob: number, k: number): number {
  const choices = logFactorial(n) - logFactorial(k) - logFactorial(n - k);
  return exp(choices + k * log(prob) + (n - k) * log1p(-prob));
}
