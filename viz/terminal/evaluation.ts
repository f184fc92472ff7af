/** Paired tasks on the pool: what the analyses ask for, simulated with progress and kept in their order. */
import { availableParallelism } from "node:os";
import type { EvaluatePlans } from "../../scenarios/index.ts";
import { createNodePool } from "../../workers/node.ts";
import type { Pool } from "../../workers/index.ts";
import { createProgress, progressStyle } from "./progress.ts";
import type { Question } from "./question.ts";

/** How an analysis is run and told. */
export interface AnalysisOptions {
  readonly workers?: number;
  readonly json?: boolean;
  readonly progress: string;
}

/** Gives an analysis a pool for one organisation, and ends the pool whatever happens. */
export async function withEvaluation<T>(
  { organisation }: Pick<Question, "organisation">,
  options: AnalysisOptions,
  analyse: (evaluate: EvaluatePlans) => Promise<T>,
): Promise<T> {
  const pool = createNodePool(options.workers ?? availableParallelism());
  try {
    return await analyse(evaluationOn(pool, organisation.company, options));
  } finally {
    pool.close();
  }
}

/** Evaluates tasks on a pool; progress counts plans' runs, not tasks. */
export function evaluationOn(
  pool: Pool,
  company: Question["organisation"]["company"],
  options: AnalysisOptions,
): EvaluatePlans {
  const style = progressStyle(options.progress, options.json === true, process.stderr);
  return async (tasks, keep) => {
    const planRuns = tasks.reduce((sum, { plans }) => sum + plans.length, 0);
    const progress = createProgress(style, planRuns, process.stderr);
    const onProgress = (share: number, done: number): void =>
      progress.update(share, Math.floor((planRuns * done) / tasks.length));
    const results = [];
    try {
      const runs = pool.run({ company, runs: tasks.length, taskOf: (i) => tasks[i], onProgress });
      for await (const { traces } of runs) results.push(traces.map(keep));
      return results;
    } finally {
      progress.end();
    }
  };
}
