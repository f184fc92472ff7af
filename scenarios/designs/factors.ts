/** What varies in a study: a factor's range or list of values, and the value at a share of it. */
import { exp, log, normalQuantile } from "../../engine/math.ts";
import { normalTail } from "../diffusion/normal.ts";

/** A range, both ends included. */
export interface RangeFactor {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  /** Equal steps, or equal ratios where low is above 0; default linear. */
  readonly scale?: "linear" | "log";
}

/** A list of values, each with an equal share: switches, sizes, counts. */
export interface ValuesFactor {
  readonly name: string;
  readonly values: readonly number[];
}

/** A triangle over [low, high] with its top at the mode. */
export interface TriangularFactor {
  readonly name: string;
  readonly low: number;
  readonly mode: number;
  readonly high: number;
}

/** A normal distribution cut to [low, high], its mean inside. */
export interface NormalFactor {
  readonly name: string;
  readonly mean: number;
  readonly sd: number;
  readonly low: number;
  readonly high: number;
}

export type Factor = RangeFactor | ValuesFactor | TriangularFactor | NormalFactor;

/** @throws RangeError without factors, at a name given twice, a range that isn't one, a list without values */
export function checkFactors(factors: readonly Factor[]): void {
  if (factors.length === 0) throw new RangeError("invalid factors; none given: 0");
  const names = new Set<string>();
  for (const factor of factors) {
    if (names.has(factor.name)) throw new RangeError(`invalid factors; name given twice: "${factor.name}"`);
    names.add(factor.name);
    checkFactor(factor);
  }
}

function checkFactor(factor: Factor): void {
  const what = `invalid factor "${factor.name}"`;
  if ("values" in factor) {
    if (factor.values.length === 0) throw new RangeError(`${what}; without values: 0`);
    const bad = factor.values.find((value) => !Number.isFinite(value));
    if (bad !== undefined) throw new RangeError(`${what}; not a finite number: ${bad}`);
    return;
  }
  for (const end of [factor.low, factor.high])
    if (!Number.isFinite(end)) throw new RangeError(`${what}; not a finite number: ${end}`);
  if (factor.low > factor.high)
    throw new RangeError(`${what}; low above high: ${factor.low} > ${factor.high}`);
  if ("scale" in factor && factor.scale === "log" && factor.low <= 0)
    throw new RangeError(`${what}; a log scale needs low above 0: ${factor.low}`);
  if ("mode" in factor && !(factor.mode >= factor.low && factor.mode <= factor.high))
    throw new RangeError(`${what}; mode not in [${factor.low}, ${factor.high}]: ${factor.mode}`);
  if ("sd" in factor && !(factor.mean >= factor.low && factor.mean <= factor.high))
    throw new RangeError(`${what}; mean not in [${factor.low}, ${factor.high}]: ${factor.mean}`);
  if ("sd" in factor && !(factor.sd > 0)) throw new RangeError(`${what}; sd not above 0: ${factor.sd}`);
}

/** The value at a share in [0, 1] of the factor, its quantile: exactly low at 0 and high at 1, never outside. */
export function valueAt(factor: Factor, share: number): number {
  if ("values" in factor) {
    const { values } = factor;
    return values[Math.min(values.length - 1, Math.floor(share * values.length))];
  }
  const { low, high } = factor;
  if (share <= 0) return low;
  if (share >= 1) return high;
  return Math.min(high, Math.max(low, quantileOf(factor, share)));
}

/** Rows of shares as rows of values. */
export function* valuesAt(
  factors: readonly Factor[],
  shares: Iterable<Float64Array>,
): Generator<Float64Array> {
  for (const row of shares) yield row.map((share, j) => valueAt(factors[j], share));
}

function quantileOf(factor: Exclude<Factor, ValuesFactor>, share: number): number {
  const { low, high } = factor;
  if ("mode" in factor) return triangularQuantile(factor, share);
  if ("sd" in factor) return normalQuantileWithin(factor, share);
  if (factor.scale === "log") return exp(log(low) * (1 - share) + log(high) * share);
  return low * (1 - share) + high * share;
}

function triangularQuantile({ low, mode, high }: TriangularFactor, share: number): number {
  const width = high - low;
  const below = mode - low;
  if (share * width < below) return low + Math.sqrt(share * width * below);
  return high - Math.sqrt((1 - share) * width * (high - mode));
}

/** Between the tails that are cut off. */
function normalQuantileWithin({ mean, sd, low, high }: NormalFactor, share: number): number {
  const below = normalTail((mean - low) / sd) * (1 - share) + normalTail((mean - high) / sd) * share;
  return mean + sd * normalQuantile(below);
}

/** `count` ≥ 2 equally spaced numbers from exactly low to exactly high: grid(0, 10, 3) is 0, 5, 10. */
export function grid(low: number, high: number, count: number): number[] {
  if (!Number.isInteger(count) || count < 2)
    throw new RangeError(`invalid grid; not a whole number of 2 or more points: ${count}`);
  return Array.from({ length: count }, (_, i) => valueAt({ name: "grid", low, high }, i / (count - 1)));
}
