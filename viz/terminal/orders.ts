/** The verb orders: the same five interventions in every order, ranked by present value on the same replicates. */
import { ENGINE_VERSION } from "../../engine/index.ts";
import { documentSha256, orderLeague, type League } from "../../scenarios/index.ts";
import { openBlock } from "./block.ts";
import { lineOf } from "./errors.ts";
import { withEvaluation, type AnalysisOptions } from "./evaluation.ts";
import { leagueText } from "./league.ts";
import { writeOut } from "./output.ts";
import { readQuestion, type QuestionOptions } from "./question.ts";

export interface OrdersOptions extends QuestionOptions, AnalysisOptions {
  readonly runs: number;
  readonly top: number;
  readonly equalBudget?: boolean;
  readonly write?: string;
}

/** The plans of the document have no part in it: every order is the same five interventions. */
export async function ordersVerb(name: string | undefined, options: OrdersOptions): Promise<void> {
  const question = await readQuestion(name, { ...options });
  const { document } = question;
  const isEqualBudget = options.equalBudget === true;
  const block =
    options.write === undefined
      ? undefined
      : openBlock(options.write, isEqualBudget ? "orders, equal budget" : "orders");
  for (const sentence of question.organisation.report) process.stderr.write(`${lineOf(sentence)}\n`);
  const league = await withEvaluation(question, options, (evaluate) =>
    orderLeague(question, { runs: options.runs, isEqualBudget }, evaluate),
  );
  const text = leagueText(question, league, options.top);
  block?.fill(text);
  await writeOut(options.json === true ? jsonOf(document, league) : text);
}

function jsonOf(document: Parameters<typeof documentSha256>[0], league: League): string {
  const origin = { engine: ENGINE_VERSION, document: documentSha256(document), seed: document.seed };
  return `${JSON.stringify({ ...origin, ...league })}\n`;
}
