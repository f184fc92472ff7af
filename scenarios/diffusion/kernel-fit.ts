/** The registration kernel fitted to a series: every form of contagion beside every form of outside influence. */
import { fitBass, type BassFit } from "../fit.ts";
import type { TieSpec } from "../../engine/index.ts";
import { adjacencyOf, rowsOf, type Ties } from "../../engine/rows.ts";
import { estimate, testContagion, type ContagionTest, type Fit } from "./estimate.ts";
import { mixedExposures, tiedExposures } from "./exposure.ts";
import { historiesOf } from "./histories.ts";
import {
  freeModel,
  lineModel,
  thresholdModel,
  type Model,
  type OutsideForm,
  type Situation,
} from "./models.ts";
import { predict, type Evaluate, type Predictive } from "./predictive.ts";
import { adoptionsOf, type Individuals, type Series } from "./series.ts";

/**
 * What is said of contagion: **found** beside an outside influence that may change as it likes; **undecided**: only as
 * long as the outside influence is taken as constant; or **none found**.
 */
export type Verdict = "found" | "undecided" | "none";

export interface KernelFit {
  readonly adoptions: Float64Array;
  readonly firstPeriod: number;
  /** People or size of the market; missing = unknown, estimated in the fits. */
  readonly people?: number;
  /** Ties between them; missing = everybody sees everybody. */
  readonly tieCount?: number;
  readonly fits: readonly Fit[];
  readonly tests: readonly ContagionTest[];
  /** The outside influence beside which a contagion must show itself. */
  readonly decisive: OutsideForm;
  readonly verdict: Verdict;
  /** The kernel with a constant outside influence, then its rival: a trend from outside and no contagion; then both. */
  readonly predictions: readonly Predictive[];
  /** Bass's curve by least squares on adoptions a period, for comparison with published fits. */
  readonly bass: BassFit;
}

/** Undirected pairs of people. */
export interface Pairs {
  readonly source: Uint32Array;
  readonly target: Uint32Array;
}

export interface KernelFitOptions {
  readonly evaluate: Evaluate;
  /** Draws of the posterior predictive bands. */
  readonly draws: number;
  readonly seed: readonly [number, number];
}

/** Fits a checked series, in a network if ties are given; only individuals have any, of counts they are left out. */
export function fitKernel(series: Series, pairs: Pairs | undefined, options: KernelFitOptions): KernelFit {
  const adoptions = adoptionsOf(series);
  const people = series.form === "individuals" ? series.adoptedAt.length : series.market;
  const network =
    pairs && series.form === "individuals"
      ? { people: series, ties: tieRows(series.adoptedAt.length, pairs) }
      : undefined;
  const situation = situationOf(adoptions, people, network);
  const models = modelsOf(situation, network);
  const fits = fitAll(models);
  const tests = fits
    .filter(({ contagion }) => contagion === "share" || contagion === "tie")
    .map((fit) => testContagion(fit, found(fits, fit.outside, "none")));
  const decisive = network ? "period" : "trend";
  const forecast = (outside: OutsideForm, contagion: Fit["contagion"]): Predictive =>
    predict(
      {
        model: models.find((one) => one.outside === outside && one.contagion === contagion)!.model,
        fit: found(fits, outside, contagion),
        observed: adoptions,
        ties: network && pairs ? { kind: "imported", ...pairs } : COMPLETE,
        ...(people === undefined ? {} : { people }),
        draws: options.draws,
        seed: options.seed,
      },
      options.evaluate,
    );
  return {
    adoptions,
    firstPeriod: series.firstPeriod,
    ...(people === undefined ? {} : { people }),
    ...(network ? { tieCount: network.ties.neighbours.length / 2 } : {}),
    fits,
    tests,
    decisive,
    verdict: verdictOf(tests, decisive),
    predictions: [forecast("constant", "share"), forecast("trend", "none"), forecast("trend", "share")],
    bass: fitBass(Array.from(adoptions), {
      target: "increments",
      ...(people === undefined ? {} : { marketSize: people }),
    }),
  };
}

const COMPLETE: TieSpec = { kind: "complete" };

interface Network {
  readonly people: Individuals;
  readonly ties: Ties;
}

/** The engine's own rows of ties. */
export function tieRows(people: number, { source, target }: Pairs): Ties {
  return rowsOf(people, new Uint8Array(people), adjacencyOf(people, source, target), []);
}

function situationOf(
  adoptions: Float64Array,
  people: number | undefined,
  network: Network | undefined,
): Situation {
  const adopters = adoptions.reduce((sum, count) => sum + count, 0);
  const periods = adoptions.length;
  const rateIn = (market: number): number => {
    const { stayed } = mixedExposures(adoptions, market);
    return adopters / (adopters + stayed.reduce((sum, count) => sum + count, 0));
  };
  if (people === undefined)
    return {
      periods,
      exposures: (market) => mixedExposures(adoptions, market),
      adoptersOfUnknown: adopters,
      rate: rateIn(adopters * 1.2),
    };
  const exposures = network ? tiedExposures(network.people, network.ties) : mixedExposures(adoptions, people);
  return {
    periods,
    exposures: () => exposures,
    rate: rateIn(people),
  };
}

interface NamedModel {
  readonly outside: OutsideForm;
  readonly contagion: Fit["contagion"];
  readonly model: Model;
}

/** Without ties, a contagion in every period's own outside influence can't be seen, and each tie's is the share's. */
function modelsOf(situation: Situation, network: Network | undefined): NamedModel[] {
  const forms = network ? (["none", "share", "tie"] as const) : (["none", "share"] as const);
  const models: NamedModel[] = (["constant", "trend"] as const).flatMap((outside) =>
    forms.map((contagion) => ({ outside, contagion, model: lineModel(situation, outside, contagion) })),
  );
  if (!network) return models;
  const histories = historiesOf(network.people, network.ties);
  models.splice(forms.length, 0, {
    outside: "constant",
    contagion: "thresholds",
    model: thresholdModel(histories, situation),
  });
  const free: ["period" | "group", boolean][] = [["period", false]];
  if (network.people.groupNames.length > 1) free.push(["group", true]);
  for (const [outside, byGroup] of free) {
    const exposures = tiedExposures(network.people, network.ties, byGroup);
    for (const contagion of forms)
      models.push({ outside, contagion, model: freeModel(exposures, contagion) });
  }
  return models;
}

/** Thresholds average over people, so their dispersion is that of the share of ties beside them. */
function fitAll(models: readonly NamedModel[]): Fit[] {
  const fits: Fit[] = [];
  for (const { outside, contagion, model } of models) {
    const dispersion = contagion === "thresholds" ? found(fits, outside, "share").dispersion : undefined;
    fits.push(estimate(model, outside, contagion, dispersion === undefined ? {} : { dispersion }));
  }
  return fits;
}

/** The fit of two forms, which must be there. */
function found(fits: readonly Fit[], outside: OutsideForm, contagion: Fit["contagion"]): Fit {
  return fits.find((fit) => fit.outside === outside && fit.contagion === contagion)!;
}

function verdictOf(tests: readonly ContagionTest[], decisive: OutsideForm): Verdict {
  const isFound = (outside: OutsideForm): boolean =>
    tests.some((test) => test.outside === outside && test.contagion === "share" && test.isFound);
  if (isFound(decisive)) return "found";
  return isFound("constant") ? "undecided" : "none";
}
