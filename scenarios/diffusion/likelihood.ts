/** How likely a series is under the engine's registration kernel, period by period. */
import { escapeProb, type ContagionRule } from "../../engine/contagion.ts";
import { log } from "../../engine/math.ts";
import type { Exposures } from "./exposure.ts";

/** The kernel when nobody is swayed by anybody; hazards compete, as in the engine by default. */
export const NO_CONTAGION: ContagionRule = {
  imitation: 0,
  perTie: 0,
  invite: 0,
  threshold: 0,
  isCount: false,
  isLinear: false,
};

/** Probability of staying out, row by row; `outside` by period. */
function escapesOf(exposures: Exposures, rule: ContagionRule, outside: ArrayLike<number>): Float64Array {
  const { period, active, ties } = exposures;
  return active.map((count, i) => escapeProb(rule, outside[period[i]], count, ties[i], 0, 0));
}

/** Log-likelihood of who stayed and who adopted; `outside` is the spontaneous probability by period. */
export function logLikelihood(exposures: Exposures, rule: ContagionRule, outside: ArrayLike<number>): number {
  const { stayed, adopted } = exposures;
  const escapes = escapesOf(exposures, rule, outside);
  let sum = 0;
  for (let i = 0; i < escapes.length; i++) {
    if (stayed[i] > 0) sum += stayed[i] * log(escapes[i]);
    if (adopted[i] > 0) sum += adopted[i] * log(1 - escapes[i]);
  }
  return sum;
}

/**
 * By how much adoptions a period vary more than the kernel says: their squared deviations from what the kernel expects
 * of each period's people at risk, over its variances, corrected for the coefficients estimated; at least 1.
 */
export function dispersionOf(
  exposures: Exposures,
  rule: ContagionRule,
  outside: ArrayLike<number>,
  estimated: number,
): number {
  const { period, stayed, adopted } = exposures;
  const periods = outside.length;
  const surplus = new Float64Array(periods);
  let variance = 0;
  for (const [i, escape] of escapesOf(exposures, rule, outside).entries()) {
    const atRisk = stayed[i] + adopted[i];
    surplus[period[i]] += adopted[i] - atRisk * (1 - escape);
    variance += atRisk * escape * (1 - escape);
  }
  const squares = surplus.reduce((sum, value) => sum + value * value, 0);
  const freedom = Math.max(1, periods - estimated);
  return variance > 0 ? Math.max(1, (squares / variance) * (periods / freedom)) : 1;
}

/** Rows by stratum. */
export type Strata = readonly (readonly number[])[];

export function strataOf({ stratum, stratumCount }: Exposures): Strata {
  const rows: number[][] = Array.from({ length: stratumCount }, () => []);
  stratum.forEach((s, i) => rows[s].push(i));
  return rows;
}

export interface Profile {
  readonly logLikelihood: number;
  /** The best spontaneous probability of each stratum. */
  readonly outside: Float64Array;
}

/** The likelihood when every stratum's outside influence is whatever suits it best. */
export function profileLikelihood(exposures: Exposures, strata: Strata, rule: ContagionRule): Profile {
  const { active, ties } = exposures;
  // The spontaneous probability is one factor of the kernel: staying out is (1 − p) times staying out at p = 0.
  const swayed = active.map((count, i) => escapeProb(rule, 0, count, ties[i], 0, 0));
  const outside = new Float64Array(strata.length);
  let sum = 0;
  for (const [s, rows] of strata.entries()) {
    const resisted = bestResistance(exposures, swayed, rows);
    outside[s] = 1 - resisted;
    for (const i of rows) {
      const escape = resisted * swayed[i];
      if (exposures.stayed[i] > 0) sum += exposures.stayed[i] * log(escape);
      if (exposures.adopted[i] > 0) sum += exposures.adopted[i] * log(1 - escape);
    }
  }
  return { logLikelihood: sum, outside };
}

const HALVINGS = 60;

/** The factor x in [0, 1] at which Σ stayed·log x + Σ adopted·log(1 − x·swayed), concave in x, is largest. */
function bestResistance(exposures: Exposures, swayed: Float64Array, rows: readonly number[]): number {
  const { stayed, adopted } = exposures;
  const stayers = rows.reduce((sum, i) => sum + stayed[i], 0);
  const adopters = rows.filter((i) => adopted[i] > 0);
  if (adopters.length === 0) return 1;
  if (stayers === 0) return 0;
  const slope = (x: number): number =>
    adopters.reduce((sum, i) => sum - (adopted[i] * swayed[i]) / (1 - x * swayed[i]), stayers / x);
  if (slope(1) >= 0) return 1;
  let low = 0;
  let high = 1;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
