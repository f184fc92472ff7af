/** A question on the desk of the terminal: its runs in the page's own store, so that both draw the same. */
import { availableParallelism } from "node:os";
import { createNodePool } from "../../workers/node.ts";
import { InputError } from "../../scenarios/index.ts";
import { sample } from "../store/before.ts";
import { openDocument } from "../store/document.ts";
import { people } from "../store/people.ts";
import { keptOf, sampleOf, type PlanRuns } from "../store/sample.ts";
import { metricName, moveWeek } from "../store/view.ts";
import { METRICS } from "../words/metrics.ts";
import { lineOf } from "./errors.ts";
import { quoted } from "./options.ts";
import { createProgress, progressStyle } from "./progress.ts";
import { readQuestion, type Question, type QuestionOptions } from "./question.ts";
import { mustFit, tasksOf } from "./run.ts";

export interface DeskOptions extends QuestionOptions {
  readonly runs: number;
  readonly week?: number;
  readonly measure?: string;
  readonly workers?: number;
  readonly progress: string;
}

/** Reads a question, simulates it and puts it on the desk. @throws InputError */
export async function layOut(name: string | undefined, options: DeskOptions): Promise<Question> {
  const { measure, week } = options;
  const metric = METRICS.find((one) => one.name === measure);
  if (measure !== undefined && metric === undefined) {
    const known = METRICS.map((one) => one.name).join(", ");
    throw new InputError(`unknown measure; not one of ${known}: ${quoted(measure)}`);
  }
  const question = await readQuestion(name, options);
  const { document, imported, report, rosterName } = question;
  if (week !== undefined && week > document.weeks) {
    throw new InputError(`invalid week; not in [0, ${document.weeks}]: ${week}`);
  }
  for (const sentence of report) process.stderr.write(`${lineOf(sentence)}\n`);
  const runs = await simulated(question, options);
  openDocument(document);
  people.value =
    imported === undefined
      ? null
      : { key: rosterName ?? "", organisation: imported, files: [rosterName ?? ""] };
  sample.value = sampleOf(document.weeks, runs);
  if (metric !== undefined) metricName.value = metric.name;
  if (week !== undefined) moveWeek(week);
  return question;
}

/** A plan's runs each, by replicate. */
async function simulated(
  question: Question,
  { runs, workers, progress: style }: DeskOptions,
): Promise<PlanRuns[]> {
  const { plans, weeks } = question.document;
  const taskOf = tasksOf(question);
  mustFit(plans.length, weeks, runs);
  const kept = plans.map((): PlanRuns => new Map());
  const pool = createNodePool(Math.min(workers ?? availableParallelism(), runs));
  const progress = createProgress(progressStyle(style, false, process.stderr), runs, process.stderr);
  try {
    const { company } = question.organisation;
    for await (const { run, traces } of pool.run({ company, runs, taskOf, onProgress: progress.update })) {
      kept.forEach((plan, i) => plan.set(run, keptOf(traces[i])));
    }
    return kept;
  } finally {
    progress.end();
    pool.close();
  }
}
