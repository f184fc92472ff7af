/** The verb run: simulates a document's plans and says how they compare. */
import { MEASURES } from "../../engine/index.ts";
import {
  addReplicate,
  createTally,
  InputError,
  planOf,
  specOf,
  summarize,
  type Tally,
} from "../../scenarios/index.ts";
import { availableParallelism, totalmem } from "node:os";
import { createNodePool } from "../../workers/node.ts";
import type { Pool, Task } from "../../workers/index.ts";
import { ablationAppendix } from "./ablations.ts";
import { lineOf } from "./errors.ts";
import { openFolder, writeOut, type ResultFolder } from "./output.ts";
import { createProgress, progressStyle, type Progress } from "./progress.ts";
import { readQuestion, type Question, type QuestionOptions } from "./question.ts";
import { resultText } from "./report.ts";

export const RUNS_MAX = 100_000;
export const RUNS_DEFAULT = 32;
export const WORKERS_MAX = 256;

export interface RunVerbOptions extends QuestionOptions {
  readonly runs: number;
  readonly workers?: number;
  readonly out?: string;
  readonly json?: boolean;
  readonly progress: string;
}

export async function runVerb(name: string | undefined, options: RunVerbOptions): Promise<void> {
  const question = await readQuestion(name, options);
  const { document, report } = question;
  const taskOf = tasksOf(question);
  mustFit(document.plans.length, document.weeks, options.runs);
  for (const sentence of report) process.stderr.write(`${lineOf(sentence)}\n`);
  const ids = document.plans.map((plan) => plan.id);
  const folder = options.out === undefined ? undefined : openFolder(options.out, ids);
  process.once("exit", () => folder?.drop());
  const pool = createNodePool(Math.min(options.workers ?? availableParallelism(), options.runs));
  const style = progressStyle(options.progress, options.json === true, process.stderr);
  const progress = createProgress(style, options.runs, process.stderr);
  try {
    const tally = createTally(document);
    await simulate({ pool, question, taskOf, runs: options.runs, tally, folder, progress });
    progress.end();
    const result = summarize(tally);
    folder?.commit(document, result);
    await writeOut(options.json === true ? `${JSON.stringify(result)}\n` : resultText(question, result));
    if (isDefaultReport(name, options))
      await writeOut(await ablationAppendix(question, options.runs, pool, options));
  } finally {
    progress.end();
    pool.close();
    folder?.drop();
  }
}

/** The question one starts with is also told what it hangs on; who asks one of their own, asks that too. */
function isDefaultReport(name: string | undefined, { plans, roster, json }: RunVerbOptions): boolean {
  return name === undefined && plans === undefined && roster === undefined && json !== true;
}

interface Simulation {
  readonly pool: Pool;
  readonly question: Question;
  readonly taskOf: (run: number) => Task;
  readonly runs: number;
  readonly tally: Tally;
  readonly folder: ResultFolder | undefined;
  readonly progress: Progress;
}

export async function simulate({
  pool,
  question,
  taskOf,
  runs,
  tally,
  folder,
  progress,
}: Simulation): Promise<void> {
  const { company } = question.organisation;
  for await (const { run, traces } of pool.run({ company, runs, taskOf, onProgress: progress.update })) {
    addReplicate(tally, run, traces);
    folder?.addRun(run, traces);
  }
}

/** Replicate by replicate what a worker is to do; names that nobody has are found here, before anything runs. */
export function tasksOf({ document, organisation }: Question): (run: number) => Task {
  const plans = document.plans.map((_, i) => planOf(document, organisation, i));
  return (run) => {
    const { company: _company, plan: _plan, ...spec } = specOf(document, organisation, 0, run);
    return { spec, plans };
  };
}

/** A result keeps every run's weekly measures until the end. @throws InputError */
export function mustFit(planCount: number, weeks: number, runs: number): void {
  const bytesPerRun = planCount * MEASURES.length * (weeks + 1) * 8;
  const most = Math.floor((totalmem() * 0.6) / bytesPerRun);
  if (runs > most) {
    throw new InputError(
      `runs that do not fit into memory; at most ${most} with ${planCount} plans: ${runs}`,
    );
  }
}
