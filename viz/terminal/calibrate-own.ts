/** The verb calibrate with a study: assumptions fitted to one's own weeks, for people, as JSON, as a document. */
import { availableParallelism } from "node:os";
import { documentSha256, InputError, type ObservedSeries } from "../../scenarios/index.ts";
import {
  calibratedDocument,
  calibrateStudy,
  observedWeeks,
  ownSetting,
  pilotsFor,
  posteriorMembers,
  type OwnCalibration,
  type OwnWish,
} from "../../scenarios/calibration/index.ts";
import type { Study } from "../../scenarios/studies/index.ts";
import { createNodePool } from "../../workers/node.ts";
import { ownText } from "./calibrate-report.ts";
import { evaluationOn, type AnalysisOptions } from "./evaluation.ts";
import { lineOf } from "./errors.ts";
import { besideOf, readStudyFile, readTable, sourceName } from "./input.ts";
import { openMemory } from "./memory.ts";
import { openFile, writeOut } from "./output.ts";
import { remembered } from "./remembered.ts";
import { resultsStamp } from "./scenes.ts";

export interface OwnVerbOptions extends AnalysisOptions, OwnWish {
  readonly data?: string;
  readonly out?: string;
  readonly cache?: string;
}

export async function ownVerb(name: string, options: OwnVerbOptions): Promise<void> {
  const study = await readStudyFile(name);
  const pilots = pilotsFor(study.factors.length, options.runs);
  const observed = await readObserved(name, study, options.data);
  const { document, organisation } = ownSetting(study);
  const out = options.out === undefined ? undefined : openFile(options.out);
  const memory = openMemory<string, unknown>(options.cache);
  const pool = createNodePool(options.workers ?? availableParallelism());
  try {
    const evaluate = evaluationOn(pool, organisation.company, options);
    const { runs, particles, draws } = options;
    const found = await calibrateStudy(
      study,
      observed,
      { runs, particles, draws },
      {
        onMatched: (left) => tell(`history matching leaves ${(100 * left).toFixed(1)}% of the ranges`),
        onGeneration: (generation) =>
          tell(
            `within ${generation.tolerance.toPrecision(3)} of the data · ` +
              `${Math.round(100 * generation.acceptance)}% of runs · worth ` +
              `${Math.round(generation.effectiveSize)} points · ${generation.runs + pilots} of at most ${runs} runs`,
          ),
        onPart: (part) => part !== "fit" && tell(part),
      },
      remembered(evaluate, memory, documentSha256(document)),
    );
    out?.put(`${JSON.stringify(calibratedDocument(study.document, found), undefined, 2)}\n`);
    await writeOut(options.json === true ? `${jsonOf(study, found)}\n` : ownText(study, found));
  } finally {
    out?.drop();
    pool.close();
  }
}

function tell(line: string): void {
  process.stderr.write(`${lineOf(line)}\n`);
}

async function readObserved(
  name: string,
  study: Study,
  given: string | undefined,
): Promise<ObservedSeries[]> {
  const { observed } = study;
  const file = given ?? (observed && besideOf(name, observed.file));
  if (file === undefined)
    throw new InputError(`missing observed, the data to calibrate to; neither in the study nor by --data`);
  return observedWeeks(study, readTable(file), sourceName(file));
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
