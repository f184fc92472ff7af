/** Fits of Bass's model to a series of adoptions by least squares, with the share of variance it explains. */
import { exp } from "../engine/math.ts";
import { bassShare, type BassRates } from "./bass.ts";

export interface BassFit extends BassRates {
  /** Adopters in the end. */
  readonly marketSize: number;
  /** Share of the variance of the cumulative curve explained; any S-curve explains nearly all of it. */
  readonly levelsR2: number;
  /** Share of the variance of adoptions a period explained: the honest one. */
  readonly incrementsR2: number;
  readonly squaredError: number;
}

export interface BassFitOptions {
  /** What the squared errors are of: the cumulative curve, or adoptions a period (Srinivasan & Mason 1986). */
  readonly target: "levels" | "increments";
  /** A known market; missing = estimated too. */
  readonly marketSize?: number;
}

/** Starts: the best few of a grid in which the market is set to its best for each pair of rates. */
const INNOVATIONS = [0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3];
const IMITATIONS = [-0.01, 0.01, 0.05, 0.1, 0.2, 0.4, 0.8];
const STARTS = 4;
/** Levenberg–Marquardt: steps at most, first damping and its changes, and when it stands still. */
const STEPS_MAX = 2000;
const DAMPING_START = 1e-3;
const DAMPING_DOWN = 0.3;
const DAMPING_UP = 5;
const DAMPING_MAX = 1e16;
const STANDSTILL = 1e-14;

/** A problem: the fitted values, and their derivatives by [innovation, imitation, market]. */
interface Curve {
  readonly observed: Float64Array;
  readonly free: number;
  readonly values: (point: readonly number[]) => Float64Array;
  readonly slopes: (point: readonly number[]) => Float64Array[];
}

/**
 * Fits p, q and the market to adoptions a period (at least three, none negative, not all 0), the first period
 * ending at time 1. Least squares by Levenberg–Marquardt (Marquardt 1963) from several starts. A series that still
 * grows without bending leaves the market open: it then comes out very large.
 */
export function fitBass(adoptions: readonly number[], options: BassFitOptions): BassFit {
  const total = adoptions.reduce((sum, count) => sum + count, 0);
  if (adoptions.length < 3 || !(total > 0) || adoptions.some((count) => !(count >= 0)))
    throw new RangeError("invalid series; at least three adoptions a period, none negative, some above 0");
  const curve = curveOf(adoptions, options);
  let best: readonly number[] = [];
  let least = Infinity;
  for (const start of startsOf(curve, options.marketSize)) {
    const point = descend(curve, start);
    const error = squaredError(curve, point);
    if (error < least) {
      least = error;
      best = point;
    }
  }
  const [innovation, imitation, marketSize] = best;
  const levels = curveOf(adoptions, { target: "levels" });
  const increments = curveOf(adoptions, { target: "increments" });
  return {
    innovation,
    imitation,
    marketSize,
    levelsR2: explained(levels, best),
    incrementsR2: explained(increments, best),
    squaredError: least,
  };
}

function curveOf(adoptions: readonly number[], { target, marketSize }: BassFitOptions): Curve {
  const periods = adoptions.length;
  const isLevels = target === "levels";
  const observed = Float64Array.from(adoptions);
  if (isLevels) for (let t = 1; t < periods; t++) observed[t] += observed[t - 1];
  /** Turns F(1), F(2), … into what is fitted. */
  const asTarget = (column: Float64Array): Float64Array => {
    if (!isLevels) for (let t = periods - 1; t > 0; t--) column[t] -= column[t - 1];
    return column;
  };
  const shares = (p: number, q: number): Float64Array =>
    asTarget(observed.map((_, t) => bassShare({ innovation: p, imitation: q }, t + 1)));
  return {
    observed,
    free: marketSize === undefined ? 3 : 2,
    values: ([p, q, market]) => shares(p, q).map((share) => share * market),
    slopes: ([p, q, market]) => [
      asTarget(observed.map((_, t) => market * shareSlopes(p, q, t + 1).byInnovation)),
      asTarget(observed.map((_, t) => market * shareSlopes(p, q, t + 1).byImitation)),
      shares(p, q),
    ],
  };
}

/** Derivatives of F(t) by its coefficients. */
function shareSlopes(p: number, q: number, time: number): { byInnovation: number; byImitation: number } {
  const left = exp(-(p + q) * time);
  const below = 1 + (q / p) * left;
  const above = 1 - left;
  const common = time * left * (below + (above * q) / p);
  return {
    byInnovation: (common + (above * q * left) / (p * p)) / (below * below),
    byImitation: (common - (above * left) / p) / (below * below),
  };
}

function startsOf(curve: Curve, marketSize: number | undefined): number[][] {
  const starts = INNOVATIONS.flatMap((p) =>
    IMITATIONS.map((q) => [p, q, marketSize ?? bestMarket(curve, p, q)]),
  );
  return starts
    .filter(([p, q]) => p + q > 0)
    .map((start) => ({ start, error: squaredError(curve, start) }))
    .filter(({ error }) => Number.isFinite(error))
    .toSorted((a, b) => a.error - b.error)
    .slice(0, STARTS)
    .map(({ start }) => start);
}

/** The market that fits best at given rates; the fit is linear in it. */
function bestMarket({ observed, values }: Curve, p: number, q: number): number {
  const shares = values([p, q, 1]);
  let product = 0;
  let square = 0;
  for (let t = 0; t < shares.length; t++) {
    product += observed[t] * shares[t];
    square += shares[t] * shares[t];
  }
  return product / square;
}

function squaredError({ observed, values }: Curve, point: readonly number[]): number {
  const [p, q, market] = point;
  if (!(p > 0 && p + q > 0 && market > 0)) return Infinity;
  const fitted = values(point);
  let sum = 0;
  for (let t = 0; t < observed.length; t++) sum += (observed[t] - fitted[t]) * (observed[t] - fitted[t]);
  return sum;
}

/** Follows the damped steepest descent until no step is left that would lower the error. */
function descend(curve: Curve, start: readonly number[]): readonly number[] {
  let point = start;
  let error = squaredError(curve, point);
  let damping = DAMPING_START;
  for (let i = 0; i < STEPS_MAX && damping < DAMPING_MAX; i++) {
    const { matrix, gradient } = normalEquations(curve, point);
    const damped = matrix.map((row, j) => row.map((value, k) => (j === k ? value * (1 + damping) : value)));
    const move = solve(damped, gradient);
    const next = point.map((value, j) => value + (move[j] ?? 0));
    const nextError = squaredError(curve, next);
    if (!(nextError <= error)) {
      damping *= DAMPING_UP;
      continue;
    }
    const isStill = next.every((value, j) => Math.abs(value - point[j]) <= STANDSTILL * Math.abs(value));
    point = next;
    error = nextError;
    if (isStill) break;
    damping *= DAMPING_DOWN;
  }
  return point;
}

/** JᵀJ and Jᵀ(observed − fitted) of the free coefficients. */
function normalEquations({ observed, free, values, slopes }: Curve, point: readonly number[]) {
  const fitted = values(point);
  const columns = slopes(point).slice(0, free);
  const dot = (a: Float64Array, b: Float64Array): number =>
    a.reduce((sum, value, t) => sum + value * b[t], 0);
  const residual = observed.map((value, t) => value - fitted[t]);
  return {
    matrix: columns.map((a) => columns.map((b) => dot(a, b))),
    gradient: columns.map((a) => dot(a, residual)),
  };
}

/** Solves a small symmetric positive definite system, scaled by its diagonal, by Cholesky's factors. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const n = right.length;
  const scale = matrix.map((row, j) => 1 / Math.sqrt(row[j]));
  const lower = matrix.map((row, j) => row.map((value, k) => value * scale[j] * scale[k]));
  for (let j = 0; j < n; j++) {
    for (let k = 0; k <= j; k++) {
      for (let i = 0; i < k; i++) lower[j][k] -= lower[j][i] * lower[k][i];
      lower[j][k] = j === k ? Math.sqrt(lower[j][j]) : lower[j][k] / lower[k][k];
    }
  }
  const x = right.map((value, j) => value * scale[j]);
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < j; k++) x[j] -= lower[j][k] * x[k];
    x[j] /= lower[j][j];
  }
  for (let j = n - 1; j >= 0; j--) {
    for (let k = j + 1; k < n; k++) x[j] -= lower[k][j] * x[k];
    x[j] /= lower[j][j];
  }
  return x.map((value, j) => value * scale[j]);
}

/** 1 − squared errors over squared deviations from the mean. */
function explained(curve: Curve, point: readonly number[]): number {
  const { observed } = curve;
  const mean = observed.reduce((sum, value) => sum + value, 0) / observed.length;
  const deviations = observed.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return 1 - squaredError(curve, point) / deviations;
}
