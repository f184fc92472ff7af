/** The verb present: a document as one file that presents it, anywhere, without a network. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  InputError,
  pseudonymous,
  resolveOrganisation,
  summarize,
  type ImportedOrganisation,
} from "../../scenarios/index.ts";
import { claimOfResult } from "../../scenarios/links/index.ts";
import { standaloneFile, TEMPLATE_NAME } from "../standalone/file.ts";
import { pseudonymsText } from "../words/pseudonyms.ts";
import { runAgain, withPool } from "./again.ts";
import { InfrastructureError, lineOf } from "./errors.ts";
import { quoted } from "./options.ts";
import { openFile, writeOut } from "./output.ts";
import { readQuestion, type Question, type QuestionOptions } from "./question.ts";
import { notationOf } from "../words/notation.ts";

export interface PresentOptions extends QuestionOptions {
  readonly runs: number;
  readonly out: string;
  readonly workers?: number;
  readonly progress: string;
  readonly pseudonyms?: boolean;
}

const ROOT = new URL("../../../", import.meta.url);
const TEMPLATE = new URL(`../../page/${TEMPLATE_NAME}`, import.meta.url);

export async function presentVerb(name: string | undefined, options: PresentOptions): Promise<void> {
  const { out, runs, workers, roster } = options;
  if (!out.toLowerCase().endsWith(".html")) {
    throw new InputError(`invalid out; not a file that ends in .html: ${quoted(out)}`);
  }
  const { pseudonyms = false } = options;
  if (roster !== undefined && !pseudonyms)
    throw new InputError(
      "lists of people stay where they are; with --pseudonyms they go along without names",
    );
  if (roster === undefined && pseudonyms) throw new InputError("pseudonyms without a roster");
  const { question, people } = namelessly(await readQuestion(name, options));
  for (const sentence of question.report) process.stderr.write(`${lineOf(sentence)}\n`);
  const { document } = question;
  const file = openFile(out);
  try {
    const tally = await withPool(workers, runs, (pool) => runAgain(question, runs, pool, options));
    const claim = claimOfResult(summarize(tally));
    file.put(await standaloneFile(template(), { document, claim }, people));
    await writeOut(`${document.name}: opens by itself, offline; ${runs} runs a plan to prove\n`);
  } finally {
    file.drop();
  }
}

/** Imported people and their question under pseudonyms, which is then asked; any other as it is. */
function namelessly(question: Question): { question: Question; people?: ImportedOrganisation } {
  const { imported } = question;
  if (imported === undefined) return { question };
  const { document, people } = pseudonymous(question.document, imported);
  const organisation = resolveOrganisation(document, people);
  const report = [pseudonymsText(people.roster.ids.length, people.ties !== undefined, notationOf(document))];
  return { question: { document, organisation, imported: people, rosterName: undefined, report }, people };
}

/** Part of the page, which is built now if it never was. */
function template(): string {
  if (!existsSync(TEMPLATE)) {
    try {
      execFileSync(process.execPath, [".ci/ready.mjs", "page"], {
        cwd: fileURLToPath(ROOT),
        stdio: "ignore",
      });
    } catch {
      throw new InfrastructureError("the page can't be built; npm run build says why");
    }
  }
  return readFileSync(TEMPLATE, "utf8");
}
