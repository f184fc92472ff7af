/** A model's estimates with intervals, and tests of one model against another. */
import { maximise, profileInterval, type Maximum } from "./maximum.ts";
import type { ContagionForm, Model, OutsideForm, UnknownName } from "./models.ts";
import { normalTail } from "./normal.ts";

/** Half of it is the fall of the log-likelihood at the ends of a 95% interval: the .95 quantile of χ² with 1 degree. */
const CHI_SQUARE_95 = 3.841458820694124;

export interface Estimate {
  readonly name: UnknownName;
  readonly value: number;
  /** Ends of the 95% interval. */
  readonly low: number;
  readonly high: number;
  /** The interval is all that was searched: the series says nothing of it. */
  readonly isOpen: boolean;
}

export interface Fit {
  readonly outside: OutsideForm;
  readonly contagion: ContagionForm;
  readonly estimates: readonly Estimate[];
  /** Spontaneous probability by period (in every group's: by group and period). */
  readonly outsideProbs: Float64Array;
  readonly logLikelihood: number;
  readonly coefficientCount: number;
  /** 2 × (coefficients − log-likelihood): smaller is better (Akaike 1974). */
  readonly aic: number;
  /** Factor by which adoptions a period vary more than the model says; intervals are as much wider. */
  readonly dispersion: number;
  /** Where the maximum lies, on the model's own scales. */
  readonly maximum: Maximum;
}

/**
 * Maximum likelihood with 95% intervals from the profile likelihood, widened by the dispersion (as in a quasi-likelihood,
 * Wedderburn 1974). `only` names the unknowns whose intervals are wanted; of the others low = high = value.
 */
export function estimate(
  model: Model,
  outside: OutsideForm,
  contagion: ContagionForm,
  options: { readonly dispersion?: number; readonly only?: readonly UnknownName[] } = {},
): Fit {
  const { unknowns } = model;
  const maximum = maximise(model.logLikelihood, unknowns);
  const dispersion = options.dispersion ?? model.dispersion(maximum.point);
  const drop = (CHI_SQUARE_95 * dispersion) / 2;
  const estimates = unknowns.map((unknown, j): Estimate => {
    const { name, natural } = unknown;
    const value = natural(maximum.point[j]);
    if (options.only && !options.only.includes(name))
      return { name, value, low: value, high: value, isOpen: false };
    const { low, high } = profileInterval(model.logLikelihood, unknowns, maximum, j, drop);
    const isOpen = low <= unknown.low && high >= unknown.high;
    return { name, value, low: natural(low), high: natural(high), isOpen };
  });
  return {
    outside,
    contagion,
    estimates,
    outsideProbs: model.outside(maximum.point),
    logLikelihood: maximum.value,
    coefficientCount: model.coefficientCount,
    aic: 2 * (model.coefficientCount - maximum.value),
    dispersion,
    maximum,
  };
}

/** Whether a contagion is there, beside the same outside influence. */
export interface ContagionTest {
  readonly outside: OutsideForm;
  readonly contagion: ContagionForm;
  /** Twice the gain in log-likelihood over its dispersion. */
  readonly likelihoodRatio: number;
  /** Chance of such a gain without contagion; the coefficient can't be below 0, so half of χ²'s (Self & Liang 1987). */
  readonly prob: number;
  /** The 95% interval of the one coefficient lies above 0. */
  readonly isFound: boolean;
}

/** Tests a contagion of one coefficient against none. */
export function testContagion(fit: Fit, without: Fit): ContagionTest {
  const gain = Math.max(0, 2 * (fit.logLikelihood - without.logLikelihood));
  const likelihoodRatio = gain / fit.dispersion;
  return {
    outside: fit.outside,
    contagion: fit.contagion,
    likelihoodRatio,
    prob: normalTail(Math.sqrt(likelihoodRatio)),
    isFound: likelihoodRatio > CHI_SQUARE_95,
  };
}
