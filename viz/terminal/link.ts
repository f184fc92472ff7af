/** The verb link: a document and the digest of its result as an address. */
import { InputError, summarize } from "../../scenarios/index.ts";
import {
  claimOfResult,
  LINK_LENGTH_MOST,
  writeLink,
  type PeopleHashes,
} from "../../scenarios/links/index.ts";
import { lineOf } from "./errors.ts";
import { sha256OfFile } from "./input.ts";
import { quoted } from "./options.ts";
import { writeOut } from "./output.ts";
import { readQuestion, type QuestionOptions } from "./question.ts";
import { runAgain, withPool } from "./again.ts";

export interface LinkOptions extends QuestionOptions {
  readonly runs: number;
  /** Where the page is. */
  readonly at: string;
  readonly workers?: number;
  readonly progress: string;
}

export async function linkVerb(name: string | undefined, options: LinkOptions): Promise<void> {
  const { at, runs, workers } = options;
  if (!isAddress(at)) throw new InputError(`invalid at; not an address without #: ${quoted(at)}`);
  const question = await readQuestion(name, options);
  for (const sentence of question.report) process.stderr.write(`${lineOf(sentence)}\n`);
  const people = await peopleHashes(options);
  const tally = await withPool(workers, runs, (pool) => runAgain(question, runs, pool, options));
  const claim = claimOfResult(summarize(tally));
  const { document } = question;
  const fragment = await writeLink({ document, claim, ...(people === undefined ? {} : { people }) });
  const address = `${at}#${fragment}`;
  if (address.length > LINK_LENGTH_MOST) {
    const why = `more than ${LINK_LENGTH_MOST} characters, give the document as a file`;
    throw new InputError(`link too long; ${why}: ${address.length}`);
  }
  await writeOut(`${address}\n`);
}

/** What a link says of the lists an organisation comes from. @throws InputError */
export async function peopleHashes({
  roster,
  ties,
}: Pick<QuestionOptions, "roster" | "ties">): Promise<PeopleHashes | undefined> {
  if (roster === undefined) return undefined;
  return {
    roster: await sha256OfFile(roster),
    ...(ties === undefined ? {} : { ties: await sha256OfFile(ties) }),
  };
}

function isAddress(text: string): boolean {
  return /^(https?|file):\/\/[^\s#]*$/.test(text);
}
