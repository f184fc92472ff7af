/** Every plan of a question run again, into a tally to compare with another. */
import { availableParallelism } from "node:os";
import { createTally, type Tally } from "../../scenarios/index.ts";
import type { Pool } from "../../workers/index.ts";
import { createNodePool } from "../../workers/node.ts";
import { createProgress, progressStyle } from "./progress.ts";
import type { Question } from "./question.ts";
import { mustFit, simulate, tasksOf } from "./run.ts";

export interface AgainOptions {
  readonly progress: string;
  readonly json?: boolean;
}

/** Runs every plan of a question; the pool may be busy with others. */
export async function runAgain(
  question: Question,
  runs: number,
  pool: Pool,
  { progress: style, json }: AgainOptions,
): Promise<Tally> {
  const { document } = question;
  const taskOf = tasksOf(question);
  mustFit(document.plans.length, document.weeks, runs);
  const asked = progressStyle(style, json === true, process.stderr);
  const progress = createProgress(asked, runs, process.stderr);
  const tally = createTally(document);
  try {
    await simulate({ pool, question, taskOf, runs, tally, folder: undefined, progress });
  } finally {
    progress.end();
  }
  return tally;
}

/** A pool of all cores unless told otherwise, no larger than there is work for. */
export async function withPool<R>(
  workers: number | undefined,
  most: number,
  action: (pool: Pool) => Promise<R>,
): Promise<R> {
  const pool = createNodePool(Math.min(workers ?? availableParallelism(), most));
  try {
    return await action(pool);
  } finally {
    pool.close();
  }
}
