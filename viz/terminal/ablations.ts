/** The verb ablations: every claim's mechanism switched off in turn. */
import { ENGINE_VERSION } from "../../engine/index.ts";
import {
  ablate,
  checkDocument,
  documentSha256,
  resolveOrganisation,
  type Ablations,
  type Setting,
} from "../../scenarios/index.ts";
import type { Pool } from "../../workers/index.ts";
import { ablationLines } from "./ablation-table.ts";
import { openBlock } from "./block.ts";
import { lineOf } from "./errors.ts";
import { evaluationOn, withEvaluation, type AnalysisOptions } from "./evaluation.ts";
import { formatOf } from "./format.ts";
import { outputWidth, writeOut } from "./output.ts";
import { readQuestion, type Question, type QuestionOptions } from "./question.ts";

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

function sizeText({ locale }: Setting["document"], { employees, weeks, runs }: Ablations): string {
  const people = new Intl.NumberFormat(locale ?? "en").format(employees);
  return `${people} employees · ${weeks} weeks · ${runs === 1 ? "1 run" : `${runs} runs`}`;
}

/** The compact form: a smaller company, so that the report takes little longer, and few runs. */
const COMPACT = { employees: 2000, runs: 4 } as const;

/** What the default report adds: the same table, on the question's company or a smaller one like it. */
export async function compactAblations(
  question: Question,
  runs: number,
  pool: Pool,
  options: AnalysisOptions,
): Promise<string> {
  const setting = smallerSetting(question);
  const evaluate = evaluationOn(pool, setting.organisation.company, options);
  const ablations = await ablate(setting, { runs: Math.min(COMPACT.runs, runs) }, evaluate);
  const lines = [
    "",
    "What each mechanism is worth, switched off in turn; with more people and runs: groundwork ablations",
    sizeText(setting.document, ablations),
    "",
    ...ablationLines(ablations, formatOf(setting.document), outputWidth()),
  ];
  return `${lines.join("\n")}\n`;
}

/** People from a file stay as they are. */
function smallerSetting({ document, organisation }: Question): Setting {
  const { employeeCount, roster } = organisation.company;
  if (roster !== undefined || employeeCount <= COMPACT.employees) return { document, organisation };
  const company = { ...document.company, employees: COMPACT.employees };
  const smaller = checkDocument({ ...document, company });
  return { document: smaller, organisation: resolveOrganisation(smaller) };
}
