/** Trials of recovery: series of known coefficients from the engine, fitted, and whether the 95% intervals cover them. */
import type { Parameters } from "../../engine/index.ts";
import { estimate, testContagion, type Fit } from "../../scenarios/diffusion/estimate.ts";
import { mixedExposures, tiedExposures } from "../../scenarios/diffusion/exposure.ts";
import { historiesOf } from "../../scenarios/diffusion/histories.ts";
import { tieRows } from "../../scenarios/diffusion/kernel-fit.ts";
import {
  freeModel,
  lineModel,
  thresholdModel,
  type ContagionForm,
  type OutsideForm,
  type Situation,
  type UnknownName,
} from "../../scenarios/diffusion/models.ts";
import { spreadCounts } from "../../scenarios/diffusion/spread.ts";
import { seedWords } from "../../scenarios/seeds.ts";
import { makeSeries } from "./worlds.ts";

type Truth = Partial<Readonly<Record<UnknownName, number>>>;

/** What is made, and which of its coefficients are asked for beside which outside influence. */
export interface Setting {
  readonly name: string;
  readonly people: number;
  readonly periods: number;
  /** Missing = everybody sees everybody, and the series is of counts. */
  readonly meanDegree?: number;
  readonly parameters: Partial<Parameters>;
  /** From outside, first and last period; missing = externalProb throughout. */
  readonly outside?: readonly [first: number, last: number];
  readonly isMarketUnknown?: boolean;
  readonly fits: readonly {
    readonly outside: OutsideForm;
    readonly contagion: ContagionForm;
    readonly truth: Truth;
  }[];
}

const QUARTER_SEEN = {
  externalProb: 0.02,
  registrationThresholdProb: 0.3,
  thresholdMean: 0.25,
  thresholdSd: 0.12,
};

export const SETTINGS: readonly Setting[] = [
  {
    name: "share of ties",
    people: 300,
    periods: 25,
    meanDegree: 6,
    parameters: { externalProb: 0.01, imitationProb: 0.2 },
    fits: [
      { outside: "constant", contagion: "share", truth: { externalProb: 0.01, imitationProb: 0.2 } },
      { outside: "period", contagion: "share", truth: { imitationProb: 0.2 } },
    ],
  },
  {
    name: "tie by tie",
    people: 300,
    periods: 25,
    meanDegree: 6,
    parameters: { externalProb: 0.01, tieProb: 0.04 },
    fits: [
      { outside: "constant", contagion: "tie", truth: { externalProb: 0.01, tieProb: 0.04 } },
      { outside: "period", contagion: "tie", truth: { tieProb: 0.04 } },
    ],
  },
  {
    name: "thresholds",
    people: 600,
    periods: 25,
    meanDegree: 8,
    parameters: QUARTER_SEEN,
    fits: [{ outside: "constant", contagion: "thresholds", truth: QUARTER_SEEN }],
  },
  {
    name: "no contagion",
    people: 300,
    periods: 25,
    meanDegree: 6,
    parameters: { externalProb: 0.05 },
    fits: [
      { outside: "constant", contagion: "share", truth: { externalProb: 0.05, imitationProb: 0 } },
      { outside: "period", contagion: "share", truth: { imitationProb: 0 } },
    ],
  },
  {
    name: "no contagion, a growing outside influence",
    people: 300,
    periods: 25,
    meanDegree: 6,
    parameters: {},
    outside: [0.005, 0.25],
    fits: [
      { outside: "constant", contagion: "share", truth: {} },
      { outside: "period", contagion: "share", truth: { imitationProb: 0 } },
    ],
  },
  {
    name: "counts, market known",
    people: 1000,
    periods: 25,
    parameters: { externalProb: 0.01, imitationProb: 0.35 },
    fits: [{ outside: "constant", contagion: "share", truth: { externalProb: 0.01, imitationProb: 0.35 } }],
  },
  {
    name: "counts, market unknown",
    people: 1000,
    periods: 25,
    parameters: { externalProb: 0.01, imitationProb: 0.35 },
    isMarketUnknown: true,
    fits: [
      {
        outside: "constant",
        contagion: "share",
        truth: { externalProb: 0.01, imitationProb: 0.35, market: 1000 },
      },
    ],
  },
];

/** A coefficient over all trials of a setting. */
export interface Recovery {
  readonly setting: string;
  readonly outside: OutsideForm;
  readonly contagion: ContagionForm;
  readonly name: UnknownName;
  readonly truth: number;
  readonly trials: number;
  readonly covered: number;
  readonly meanEstimate: number;
}

/** How often a contagion is found. */
export interface Finding {
  readonly setting: string;
  readonly outside: OutsideForm;
  readonly trials: number;
  readonly found: number;
}

/** Runs the trials of a setting; the same number gives the same trials. */
export function recover(
  setting: Setting,
  trials: number,
): { recoveries: readonly Recovery[]; findings: readonly Finding[] } {
  const all = Array.from({ length: trials }, (_, i) => tryOnce(setting, i));
  const recoveries = setting.fits.flatMap(({ outside, contagion, truth }, f) =>
    (Object.entries(truth) as [UnknownName, number][]).map(([name, value]) => {
      const estimates = all.map((fits) => fits[f].fit.estimates.find((each) => each.name === name)!);
      const covered = estimates.filter(({ low, high }) => low <= value && value <= high).length;
      const meanEstimate = estimates.reduce((sum, each) => sum + each.value, 0) / trials;
      return { setting: setting.name, outside, contagion, name, truth: value, trials, covered, meanEstimate };
    }),
  );
  const findings = setting.fits
    .map(({ outside, contagion }, f) => ({ outside, contagion, f }))
    .filter(({ contagion }) => contagion === "share" || contagion === "tie")
    .map(({ outside, f }) => ({
      setting: setting.name,
      outside,
      trials,
      found: all.filter((fits) => fits[f].isFound).length,
    }));
  return { recoveries, findings };
}

interface Trial {
  readonly fit: Fit;
  readonly isFound: boolean;
}

function tryOnce(setting: Setting, i: number): Trial[] {
  const made = setting.meanDegree === undefined ? crowdOf(setting, i) : networkOf(setting, i);
  return setting.fits.map(({ outside, contagion, truth }) => {
    const modelOf = (form: Exclude<ContagionForm, "thresholds">) =>
      outside === "period"
        ? freeModel(made.situation.exposures(0), form)
        : lineModel(made.situation, outside === "trend" ? "trend" : "constant", form);
    const only = Object.keys(truth) as UnknownName[];
    if (contagion === "thresholds")
      return { fit: estimate(made.thresholds!(), outside, contagion, { only }), isFound: false };
    const fit = estimate(modelOf(contagion), outside, contagion, { only });
    const without = estimate(modelOf("none"), outside, "none", { only: [] });
    return { fit, isFound: testContagion(fit, without).isFound };
  });
}

/** Probability from outside, period by period. */
function lineOf([first, last]: readonly [number, number], periods: number): number[] {
  return Array.from({ length: periods }, (_, t) => first + ((last - first) * t) / (periods - 1));
}

function networkOf({ name, people, periods, meanDegree = 0, parameters, outside }: Setting, i: number) {
  const made = makeSeries({
    seed: `${name} ${i}`,
    people,
    meanDegree,
    periods,
    parameters,
    ...(outside ? { outside: lineOf(outside, periods) } : {}),
  });
  const ties = tieRows(people, made.pairs);
  const exposures = tiedExposures(made.people, ties);
  const situation: Situation = { periods, exposures: () => exposures, rate: 0.05 };
  return { situation, thresholds: () => thresholdModel(historiesOf(made.people, ties), situation) };
}

function crowdOf({ name, people, periods, parameters, isMarketUnknown = false }: Setting, i: number) {
  const adoptions = spreadCounts({
    people,
    ties: { kind: "complete" },
    parameters,
    periods,
    seed: seedWords(name),
    replicate: i,
  });
  const adopters = adoptions.reduce((sum, count) => sum + count, 0);
  const situation: Situation = {
    periods,
    exposures: (market) => mixedExposures(adoptions, isMarketUnknown ? market : people),
    rate: 0.05,
    ...(isMarketUnknown ? { adoptersOfUnknown: adopters } : {}),
  };
  return { situation, thresholds: undefined };
}
