/** What common random numbers are worth: the variance of a difference with shared luck against that without. */
import { draw } from "../../engine/random.ts";

/** Two arms' results by replicate; entries of one replicate share their luck. */
export interface Pairing {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

export interface Worth {
  readonly meanDifference: number;
  readonly sdDifference: number;
  /** (Var a + Var b)/Var(b − a): independent runs needed for the precision of one pair. Infinity if all differ equally. */
  readonly ratio: number;
  /** The ratio if both arms went up and down together as far as their spreads allow; no pairing can be better. */
  readonly ceiling: number;
  readonly correlation: number;
  /** Middle 90% of the ratio over resampled replicates. */
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 2000;

export function worthOf({ a, b }: Pairing): Worth {
  const all = a.map((_, i) => i);
  const difference = b.map((y, i) => y - a[i]);
  const [varianceA, varianceB] = [variance(a), variance(b)];
  const gap = Math.sqrt(varianceA) - Math.sqrt(varianceB);
  const ratios = Array.from({ length: RESAMPLES }, (_, sample) =>
    ratioOf(
      a,
      b,
      all.map((i) => draw(i, sample, 0x9e3779b9) % all.length),
    ),
  ).toSorted((x, y) => x - y);
  return {
    meanDifference: mean(difference),
    sdDifference: Math.sqrt(variance(difference)),
    ratio: ratioOf(a, b, all),
    ceiling: (varianceA + varianceB) / (gap * gap),
    correlation: (varianceA + varianceB - variance(difference)) / (2 * Math.sqrt(varianceA * varianceB)),
    low: ratios[RESAMPLES * 0.05],
    high: ratios[RESAMPLES * 0.95 - 1],
  };
}

function ratioOf(a: readonly number[], b: readonly number[], chosen: readonly number[]): number {
  const [x, y] = [chosen.map((i) => a[i]), chosen.map((i) => b[i])];
  const paired = variance(y.map((value, i) => value - x[i]));
  return paired === 0 ? Infinity : (variance(x) + variance(y)) / paired;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function variance(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
}
