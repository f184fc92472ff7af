/** The verb calibrate with a study: assumptions fitted to one's own weeks, for people, as JSON, as a document. */
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import {
  documentSha256,
  importObserved,
  InputError,
  resolveOrganisation,
  type ObservedSeries,
} from "../../scenarios/index.ts";
import {
  calibratedDocument,
  calibrateTo,
  posteriorMembers,
  type OwnCalibration,
} from "../../scenarios/calibration/index.ts";
import { designFactors, parseStudy, type Study } from "../../scenarios/studies/index.ts";
import { createNodePool } from "../../workers/node.ts";
import { ownText } from "./calibrate-report.ts";
import { evaluationOn, type AnalysisOptions } from "./evaluation.ts";
import { lineOf } from "./errors.ts";
import { readDocument, readTable, sourceName } from "./input.ts";
import { openMemory } from "./memory.ts";
import { quoted } from "./options.ts";
import { openFile, writeOut } from "./output.ts";
import { remembered } from "./remembered.ts";
import { resultsStamp } from "./scenes.ts";

export interface OwnVerbOptions extends AnalysisOptions {
  readonly data?: string;
  readonly runs: number;
  readonly particles: number;
  readonly draws: number;
  readonly out?: string;
  readonly cache?: string;
}

/** Lucks of a fit: so many that none is met twice but by chance. */
const LUCKS = 100_000;
/** Ends a fit when fewer runs are near enough. */
const LEAST_ACCEPTANCE = 0.05;
/** Pilot runs: a share of all, enough for a quadratic surface. */
const PILOT_SHARE = 0.1;

export async function ownVerb(name: string, options: OwnVerbOptions): Promise<void> {
  const study = parseStudy(await readDocument(name), sourceName(name));
  const factors = designFactors(study);
  const pilots = pilotsFor(factors.length, options.runs);
  const observed = await readObserved(name, study, options.data);
  const { document } = study;
  const organisation = resolveOrganisation(document);
  const out = options.out === undefined ? undefined : openFile(options.out);
  const plan = Math.max(
    0,
    document.plans.findIndex(({ id }) => id === study.observed?.plan),
  );
  const memory = openMemory<string, unknown>(options.cache);
  const pool = createNodePool(options.workers ?? availableParallelism());
  try {
    const question = { document: { ...document, seed: study.seed }, organisation };
    const evaluate = remembered(
      evaluationOn(pool, organisation.company, options),
      memory,
      documentSha256(question.document),
    );
    const found = await calibrateTo(
      question,
      factors,
      { plan, series: observed },
      {
        seed: study.seed,
        particles: options.particles,
        lucks: LUCKS,
        runs: options.runs,
        pilots,
        draws: options.draws,
        leastAcceptance: LEAST_ACCEPTANCE,
        onMatched: (left) => tell(`history matching leaves ${(100 * left).toFixed(1)}% of the ranges`),
        onGeneration: ({ tolerance, acceptance, effectiveSize, runs }) =>
          tell(
            `within ${tolerance.toPrecision(3)} of the data · ${Math.round(100 * acceptance)}% of runs · worth ` +
              `${Math.round(effectiveSize)} points · ${runs + pilots} of at most ${options.runs} runs`,
          ),
        onPart: (part) => part !== "fit" && tell(part),
      },
      evaluate,
    );
    out?.put(`${JSON.stringify(calibratedDocument(document, found), undefined, 2)}\n`);
    await writeOut(options.json === true ? `${jsonOf(study, found)}\n` : ownText(study, found));
  } catch (error) {
    if (error instanceof RangeError) throw new InputError(error.message);
    throw error;
  } finally {
    out?.drop();
    pool.close();
  }
}

function tell(line: string): void {
  process.stderr.write(`${lineOf(line)}\n`);
}

/** @throws InputError at runs that don't suffice */
function pilotsFor(factors: number, runs: number): number {
  if (factors === 0) throw new InputError("invalid study; no factors to calibrate: 0");
  const terms = ((factors + 1) * (factors + 2)) / 2;
  const least = Math.max(100, 4 * terms);
  if (runs < 4 * least)
    throw new InputError(`too few runs; fewer than ${4 * least} for ${factors} factors: ${runs}`);
  return Math.max(least, Math.floor(runs * PILOT_SHARE));
}

async function readObserved(
  name: string,
  { observed, document }: Study,
  given: string | undefined,
): Promise<ObservedSeries[]> {
  const file = given ?? (observed && name !== "-" ? join(dirname(name), observed.file) : observed?.file);
  if (file === undefined)
    throw new InputError(`missing observed, the data to calibrate to; neither in the study nor by --data`);
  const { employeeCount } = resolveOrganisation(document).company;
  const found = await importObserved(readTable(file), {
    name: sourceName(file),
    ...(observed?.columns !== undefined && { columns: observed.columns }),
    ...(observed?.people === true && { employees: employeeCount }),
  });
  const late = found.find(({ weeks }) => weeks[weeks.length - 1] > document.weeks);
  if (late)
    throw new InputError(
      `invalid week; after the document's last, ${document.weeks}: ${late.weeks.at(-1)} (${quoted(file)})`,
    );
  return found;
}

/** Members are equally likely; `optimise --members` takes them. */
const MEMBERS = 64;

function jsonOf(study: Study, found: OwnCalibration): string {
  const { factors, fitted, values, bands, contagion } = found;
  const { posterior, sample, spaceLeft } = fitted;
  return JSON.stringify(
    {
      study: study.name,
      results: resultsStamp(),
      spaceLeft,
      generations: sample.generations,
      factors,
      contagion,
      bands,
      members: posteriorMembers(found, MEMBERS),
      posterior: { weights: posterior.weights, values },
    },
    (_key, value: unknown) => (ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value),
  );
}
