/** The verb ablations: every claim's mechanism switched off in turn. */
import { ENGINE_VERSION } from "../../engine/index.ts";
import { ablate, documentSha256, type Ablations, type Document } from "../../scenarios/index.ts";
import type { Pool } from "../../workers/index.ts";
import { ablationLines } from "./ablation-table.ts";
import { openBlock } from "./block.ts";
import { lineOf } from "./errors.ts";
import { evaluationOn, withEvaluation, type AnalysisOptions } from "./evaluation.ts";
import { formatOf } from "./format.ts";
import { outputWidth, writeOut } from "./output.ts";
import { readQuestion, type Question, type QuestionOptions } from "./question.ts";
import { notationOf } from "../words/notation.ts";
import { countText } from "../words/decimals.ts";

export interface AblationsOptions extends QuestionOptions, AnalysisOptions {
  readonly runs: number;
  readonly write?: string;
}

/** The plans are the library's, cut to the company's size; the document's own have no part in it. */
export async function ablationsVerb(name: string | undefined, options: AblationsOptions): Promise<void> {
  const question = await readQuestion(name, options);
  const block = options.write === undefined ? undefined : openBlock(options.write, "ablations");
  for (const sentence of question.organisation.report) process.stderr.write(`${lineOf(sentence)}\n`);
  const ablations = await withEvaluation(question, options, (evaluate) =>
    ablate(question, { runs: options.runs }, evaluate),
  );
  const text = ablationsText(question, ablations);
  block?.fill(text);
  const { document } = question;
  const origin = { engine: ENGINE_VERSION, document: documentSha256(document), seed: document.seed };
  await writeOut(options.json === true ? `${JSON.stringify({ ...origin, ...ablations })}\n` : text);
}

function ablationsText({ document }: Question, ablations: Ablations): string {
  const lines = [
    `${document.name}: each mechanism switched off in turn`,
    `${sizeText(document, ablations)} · seed ${document.seed}`,
    "",
    ...ablationLines(ablations, formatOf(document), outputWidth()),
    `Document ${documentSha256(document).slice(0, 16)} · engine ${ENGINE_VERSION}`,
  ];
  return `${lines.join("\n")}\n`;
}

function sizeText(document: Document, { employees, weeks, runs }: Ablations): string {
  const people = countText(employees, notationOf(document));
  return `${people} employees · ${weeks} weeks · ${runs === 1 ? "1 run" : `${runs} runs`}`;
}

/** Enough for an interval; with more, the report would wait much longer for its appendix than for its plans. */
const REPORT_RUNS = 3;

/** What the default report adds: the same table, on the first of the same runs. */
export async function ablationAppendix(
  { document, organisation }: Question,
  runs: number,
  pool: Pool,
  options: AnalysisOptions,
): Promise<string> {
  const evaluate = evaluationOn(pool, organisation.company, options);
  const found = await ablate({ document, organisation }, { runs: Math.min(REPORT_RUNS, runs) }, evaluate);
  const lines = [
    "",
    "What each mechanism is worth, switched off in turn; with more runs: groundwork ablations",
    sizeText(document, found),
    "",
    ...ablationLines(found, formatOf(document), outputWidth()),
  ];
  return `${lines.join("\n")}\n`;
}
