/** A study calibrated to observed weeks: the same fit of the same weeks, whoever runs it and wherever they come from. */
import { InputError } from "../errors.ts";
import { importObserved, type Chunks, type ObservedSeries } from "../import/index.ts";
import { resolveOrganisation } from "../organisation.ts";
import type { EvaluatePlans, Setting } from "../paired.ts";
import { designFactors } from "../studies/factors.ts";
import type { Study } from "../studies/study.ts";
import { calibrateTo, type OwnCalibration, type OwnOptions } from "./own-data.ts";
import type { OwnWish } from "./own-wish.ts";

/** Lucks of a fit: so many that none is met twice but by chance. */
const LUCKS = 100_000;
/** Ends a fit when fewer runs are near enough. */
const LEAST_ACCEPTANCE = 0.05;
/** Pilot runs: a share of all, enough for a quadratic surface. */
const PILOT_SHARE = 0.1;

/** The company whose runs are compared with the data. @throws InputError */
export function ownSetting({ document, seed }: Study): Setting {
  return { document: { ...document, seed }, organisation: resolveOrganisation(document) };
}

/** @throws InputError at too few runs, names the company lacks, or when nothing is left */
export async function calibrateStudy(
  study: Study,
  series: readonly ObservedSeries[],
  wish: OwnWish,
  told: Pick<OwnOptions, "onMatched" | "onGeneration" | "onPart">,
  evaluate: EvaluatePlans,
): Promise<OwnCalibration> {
  const factors = designFactors(study);
  const options = {
    ...told,
    ...wish,
    pilots: pilotsFor(factors.length, wish.runs),
    seed: study.seed,
    lucks: LUCKS,
    leastAcceptance: LEAST_ACCEPTANCE,
  };
  const plan = study.document.plans.findIndex(({ id }) => id === study.observed?.plan);
  try {
    return await calibrateTo(
      ownSetting(study),
      factors,
      { plan: Math.max(0, plan), series },
      options,
      evaluate,
    );
  } catch (error) {
    if (error instanceof RangeError) throw new InputError(error.message);
    throw error;
  }
}

/** Pilot runs for so many factors. @throws InputError at runs that don't suffice */
export function pilotsFor(factors: number, runs: number): number {
  if (factors === 0) throw new InputError("invalid study; no factors to calibrate: 0");
  const terms = ((factors + 1) * (factors + 2)) / 2;
  const least = Math.max(100, 4 * terms);
  if (runs < 4 * least)
    throw new InputError(`too few runs; fewer than ${4 * least} for ${factors} factors: ${runs}`);
  return Math.max(least, Math.floor(runs * PILOT_SHARE));
}

/** The weeks that a study's CSV holds. @throws InputError with the line */
export async function observedWeeks(
  { observed, document }: Study,
  chunks: Chunks,
  name: string,
): Promise<ObservedSeries[]> {
  const people = observed?.people ?? false;
  const employees = people === true ? resolveOrganisation(document).company.employeeCount : people;
  const found = await importObserved(chunks, {
    name,
    ...(observed?.columns !== undefined && { columns: observed.columns }),
    ...(document.start !== undefined && { start: document.start }),
    ...(employees !== false && { employees }),
  });
  const last = Math.max(...found.map(({ weeks }) => weeks.at(-1)!));
  if (last > document.weeks)
    throw new InputError(
      `invalid week; after the document's last, ${document.weeks}: ${last} (${JSON.stringify(name)})`,
    );
  return found;
}
