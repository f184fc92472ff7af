/** The verb optimise: the best plan that a budget of runs finds, against the best of the 120 orders. */
import { availableParallelism } from "node:os";
import { ENGINE_VERSION, type Parameters } from "../../engine/index.ts";
import { checkDocument, documentSha256, InputError, type Document } from "../../scenarios/index.ts";
import { bestPlan, type BestPlan } from "../../scenarios/optimise/index.ts";
import { createNodePool } from "../../workers/node.ts";
import { lineOf } from "./errors.ts";
import { evaluationOn, type AnalysisOptions } from "./evaluation.ts";
import { readDocument, sourceName } from "./input.ts";
import { openMemory } from "./memory.ts";
import { bestPlanText } from "./optimise-report.ts";
import { openFile, writeOut } from "./output.ts";
import { quoted } from "./options.ts";
import { createProgress, progressStyle } from "./progress.ts";
import { readQuestion, type QuestionOptions } from "./question.ts";
import { remembered } from "./remembered.ts";

export interface OptimiseOptions extends QuestionOptions, AnalysisOptions {
  readonly budget: number;
  readonly spend?: number;
  readonly members?: string;
  readonly cache?: string;
  readonly out?: string;
}

export async function optimiseVerb(name: string | undefined, options: OptimiseOptions): Promise<void> {
  const question = await readQuestion(name, { ...options });
  const { document, organisation } = question;
  const members = options.members === undefined ? undefined : await readMembers(options.members, document);
  const out = options.out === undefined ? undefined : openFile(options.out);
  for (const sentence of organisation.report) process.stderr.write(`${lineOf(sentence)}\n`);
  const style = progressStyle(options.progress, options.json === true, process.stderr);
  const progress = createProgress(style, options.budget, process.stderr);
  const pool = createNodePool(options.workers ?? availableParallelism());
  try {
    const evaluate = remembered(
      evaluationOn(pool, organisation.company, { ...options, progress: "none" }),
      openMemory<string, unknown>(options.cache),
      documentSha256(document),
    );
    const found = await bestPlan(
      question,
      {
        runs: options.budget,
        seed: document.seed,
        ...(options.spend !== undefined && { spend: options.spend }),
        ...(members !== undefined && { members }),
        onRuns: (runs) => progress.update(Math.min(1, runs / options.budget), runs),
      },
      evaluate,
    );
    progress.end();
    out?.put(`${JSON.stringify(foundDocument(document, found), undefined, 2)}\n`);
    await writeOut(
      options.json === true ? jsonOf(document, found) : bestPlanText(question, found, options.spend),
    );
  } catch (error) {
    if (error instanceof RangeError) throw new InputError(error.message);
    throw error;
  } finally {
    progress.end();
    out?.drop();
    pool.close();
  }
}

/** The document with the plans found in the place of its own: it opens in Compare. */
function foundDocument(document: Document, { contenders, bestOrder }: BestPlan): Document {
  const plans = contenders.map(({ name, text, plan }, i) => ({
    id: i === contenders.length - 1 ? "best-order" : i === 0 ? "best-found" : `next-found-${i}`,
    name: i === contenders.length - 1 ? `${name}, ${bestOrder}` : name,
    notes: text,
    interventions: plan,
  }));
  const { story: _story, ...rest } = document;
  return checkDocument({ ...rest, plans });
}

/** A set of assumptions, as calibrate writes them: of the model's patterns, or of a study's posterior. */
async function readMembers(name: string, document: Document): Promise<Partial<Parameters>[]> {
  const text = await readDocument(name);
  const fail = (why: string): InputError =>
    new InputError(`invalid members; ${why}: ${quoted(sourceName(name))}`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw fail("not JSON");
  }
  const { members } = (value ?? {}) as { members?: unknown };
  if (!Array.isArray(members) || members.length === 0)
    throw fail("no list of members, as calibrate writes them");
  return members.map((member: unknown) => {
    const { assumptions } = (member ?? {}) as { assumptions?: object };
    if (assumptions === undefined || Object.values(assumptions).some((each) => typeof each !== "number"))
      throw fail("a member without assumptions that are numbers");
    // A document's own check knows every name and bound.
    const checked = checkDocument({ ...document, assumptions: { ...assumptions } }, sourceName(name));
    return checked.assumptions as Partial<Parameters>;
  });
}

function jsonOf(document: Document, found: BestPlan): string {
  const origin = { engine: ENGINE_VERSION, document: documentSha256(document), seed: document.seed };
  return `${JSON.stringify({ ...origin, ...found })}\n`;
}
