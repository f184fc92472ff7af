/** What can be fitted: an outside influence, a form of contagion, and the unknowns the two have together. */
import type { ContagionRule } from "../../engine/contagion.ts";
import { exp, expm1, log, log1p } from "../../engine/math.ts";
import type { Exposures } from "./exposure.ts";
import { thresholdLikelihood, type Histories } from "./histories.ts";
import { dispersionOf, logLikelihood, NO_CONTAGION, profileLikelihood, strataOf } from "./likelihood.ts";
import type { Coordinate } from "./maximum.ts";
import { logFactorial } from "./normal.ts";

/** How the influence from outside goes: the same, up or down, free in every period, free in every group's. */
export type OutsideForm = "constant" | "trend" | "period" | "group";
/** Through what others sway: the share of ties, each tie, a threshold on the share. */
export type ContagionForm = "none" | "share" | "tie" | "thresholds";

export type UnknownName =
  | "externalProb"
  | "externalProbAtEnd"
  | "imitationProb"
  | "tieProb"
  | "registrationThresholdProb"
  | "thresholdMean"
  | "thresholdSd"
  | "market";

/** A coefficient to be estimated, on a scale that suits the search. */
export interface Unknown extends Coordinate {
  readonly name: UnknownName;
  /** What the coordinate means; ascending. */
  readonly natural: (x: number) => number;
  /** Logarithm of the prior's density on the search's scale: flat for a probability, for the logarithm of a market. */
  readonly logPrior?: (x: number) => number;
}

export interface Model {
  readonly unknowns: readonly Unknown[];
  readonly logLikelihood: (point: readonly number[]) => number;
  readonly dispersion: (point: readonly number[]) => number;
  /** Spontaneous probability by period or, in every group's, by group and period. */
  readonly outside: (point: readonly number[]) => Float64Array;
  /** Coefficients that are estimated, those of the outside influence among them. */
  readonly coefficientCount: number;
}

/** What a model is of: a known situation, or one for each size of an unknown market. */
export interface Situation {
  readonly periods: number;
  /** People at risk, of a market of a size where it is unknown. */
  readonly exposures: (market: number) => Exposures;
  /** Adopters, when the market's size is to be estimated. */
  readonly adoptersOfUnknown?: number;
  /** Share of those at risk who adopt in a period, for a start. */
  readonly rate: number;
}

const same = (x: number): number => x;
/** A probability from the logarithm of its hazard. */
const hazardProb = (x: number): number => -expm1(-exp(x));
const HAZARD = { step: 0.5, low: -25, high: 3, natural: hazardProb, logPrior: (x: number) => x - exp(x) };
const SHARE = { low: 0, high: 1, natural: same };
/** An unknown market is at most this many times the adopters: beyond, the series says nothing of it. */
export const MARKET_MOST = 10_000;

const UNKNOWNS: Readonly<Record<ContagionForm, readonly Unknown[]>> = {
  none: [],
  share: [{ ...SHARE, name: "imitationProb", start: 0.05, step: 0.05 }],
  tie: [{ ...SHARE, name: "tieProb", start: 0.01, step: 0.01 }],
  thresholds: [
    { ...SHARE, name: "registrationThresholdProb", start: 0.2, step: 0.15 },
    { name: "thresholdMean", start: 0.25, step: 0.15, low: 0, high: 1, natural: same },
    { name: "thresholdSd", start: log(0.12), step: 0.7, low: log(0.005), high: log(0.5), natural: exp },
  ],
};

function ruleOf(form: ContagionForm, point: readonly number[]): ContagionRule {
  if (form === "share") return { ...NO_CONTAGION, imitation: point[0] };
  if (form === "tie") return { ...NO_CONTAGION, perTie: point[0] };
  if (form === "thresholds") return { ...NO_CONTAGION, threshold: point[0] };
  return NO_CONTAGION;
}

/** The model of an outside influence that follows a line; on the scale of log hazards. */
export function lineModel(
  situation: Situation,
  outsideForm: "constant" | "trend",
  form: Exclude<ContagionForm, "thresholds">,
): Model {
  const { periods, adoptersOfUnknown } = situation;
  const swayed = UNKNOWNS[form];
  const start = log(-log1p(-Math.min(0.99, situation.rate)));
  const pulled: Unknown[] = [{ ...HAZARD, name: "externalProb", start }];
  if (outsideForm === "trend") pulled.push({ ...HAZARD, name: "externalProbAtEnd", start });
  const sized = adoptersOfUnknown === undefined ? [] : [marketUnknown(adoptersOfUnknown)];
  const lineEnd = swayed.length + pulled.length;
  const outside = (point: readonly number[]): Float64Array => {
    const first = point[swayed.length];
    const last = point[lineEnd - 1];
    return Float64Array.from({ length: periods }, (_, t) =>
      hazardProb(first + ((last - first) * t) / Math.max(1, periods - 1)),
    );
  };
  const marketOf = (point: readonly number[]): number => exp(point[lineEnd]);
  const unknowns = [...swayed, ...pulled, ...sized];
  return {
    unknowns,
    coefficientCount: unknowns.length,
    outside,
    logLikelihood: (point) => {
      const exposures = situation.exposures(marketOf(point));
      const value = logLikelihood(exposures, ruleOf(form, point), outside(point));
      return adoptersOfUnknown === undefined ? value : value + waysToDraw(marketOf(point), adoptersOfUnknown);
    },
    dispersion: (point) =>
      dispersionOf(
        situation.exposures(marketOf(point)),
        ruleOf(form, point),
        outside(point),
        unknowns.length,
      ),
  };
}

function marketUnknown(adopters: number): Unknown {
  const low = log(adopters);
  return {
    name: "market",
    start: low + 0.2,
    step: 0.2,
    low,
    high: low + log(MARKET_MOST),
    natural: exp,
  };
}

/** ln of the ways in which the adopters can be drawn from a market; what doesn't depend on its size is left out. */
function waysToDraw(market: number, adopters: number): number {
  return logFactorial(market) - logFactorial(Math.max(0, market - adopters));
}

/** The model whose outside influence is free in every stratum of the exposures. */
export function freeModel(exposures: Exposures, form: Exclude<ContagionForm, "thresholds">): Model {
  const strata = strataOf(exposures);
  const unknowns = UNKNOWNS[form];
  return {
    unknowns,
    coefficientCount: unknowns.length + strata.filter((rows) => rows.length > 0).length,
    outside: (point) => profileLikelihood(exposures, strata, ruleOf(form, point)).outside,
    logLikelihood: (point) => profileLikelihood(exposures, strata, ruleOf(form, point)).logLikelihood,
    dispersion: () => 1,
  };
}

/** The model of a constant outside influence and thresholds on the share of ties. */
export function thresholdModel(histories: Histories, { periods, rate }: Situation): Model {
  const unknowns: Unknown[] = [
    ...UNKNOWNS.thresholds,
    { ...HAZARD, name: "externalProb", start: log(-log1p(-Math.min(0.99, rate))) - 0.7 },
  ];
  return {
    unknowns,
    coefficientCount: unknowns.length,
    outside: ([, , , x]) => new Float64Array(periods).fill(hazardProb(x)),
    logLikelihood: ([threshold, mean, sd, x]) =>
      thresholdLikelihood(histories, ruleOf("thresholds", [threshold]), hazardProb(x), {
        mean,
        sd: exp(sd),
      }),
    dispersion: () => 1,
  };
}
