/** The verb check: whether a document can be run, and what it asks. */
import { documentSha256, InputError, shocksOf, type Document } from "../../scenarios/index.ts";
import { placeOf } from "../../scenarios/locate.ts";
import { lineOf } from "./errors.ts";
import { writeOut } from "./output.ts";
import { readQuestion, type QuestionOptions } from "./question.ts";
import { tasksOf } from "./run.ts";
import { tableLines } from "./table.ts";
import { isKnownLocale } from "../words/locales.ts";
import { countText } from "../words/decimals.ts";
import { notationOf } from "../words/notation.ts";

export async function checkVerb(name: string, options: QuestionOptions): Promise<void> {
  const question = await readQuestion(name, options);
  tasksOf(question)(0);
  const { document, organisation, report } = question;
  await mustBeTold(document);
  const shocks = shocksOf(document, organisation);
  const { locale } = document;
  if (locale !== undefined && !isKnownLocale(locale))
    process.stderr.write(
      `numbers and months are written as in English; no table for the locale: "${locale}"\n`,
    );
  for (const sentence of report) process.stderr.write(`${lineOf(sentence)}\n`);
  const rows = [
    ["plan", "name", "interventions"],
    ...document.plans.map((plan) => [plan.id, plan.name, String(plan.interventions.length)]),
  ];
  const lines = [
    `valid: ${document.name}`,
    `${countText(organisation.company.employeeCount, notationOf(document))} employees · ${document.weeks} weeks · ${shocks.length} shocks · seed ${document.seed}`,
    `sha256 ${documentSha256(document)}`,
    "",
    ...tableLines(rows),
  ];
  await writeOut(`${lines.join("\n")}\n`);
}

/** A result that a story names by a wrong word would stand in braces before the audience. @throws InputError */
async function mustBeTold(document: Document): Promise<void> {
  // A story's words know the charts' own, which no other verb here needs.
  const { storyTroubles } = await import("../words/story.ts");
  const [first, ...more] = storyTroubles(document);
  if (first === undefined) return;
  const rest = more.length === 0 ? "" : ` and ${more.length} more`;
  throw new InputError(`${first.why} (${placeOf(document, first.path)})${rest}`);
}
