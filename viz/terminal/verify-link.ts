/** Verifying a link: its document run again, its digest and medians compared with those it claims. */
import { ENGINE_VERSION } from "../../engine/index.ts";
import {
  InputError,
  resolveOrganisation,
  resultDigest,
  summarize,
  type Document,
} from "../../scenarios/index.ts";
import {
  claimOfResult,
  readLink,
  verdictOnLink,
  type LinkVerdict,
  type PeopleHashes,
} from "../../scenarios/links/index.ts";
import { changeSentences, verdictSentence } from "../words/links.ts";
import { plain } from "../words/rich.ts";
import { runAgain, withPool } from "./again.ts";
import { EXIT } from "./errors.ts";
import { peopleHashes } from "./link.ts";
import { writeOut } from "./output.ts";
import { readOrganisation, type Question, type QuestionOptions } from "./question.ts";
import { notationOf } from "../words/notation.ts";

interface Options extends Pick<QuestionOptions, "roster" | "ties" | "weight" | "directed"> {
  readonly workers?: number;
  readonly json?: boolean;
  readonly progress: string;
}

/** @returns the exit code: 0 identical, 1 different */
export async function verifyLink(address: string, options: Options): Promise<number> {
  const { document, claim, people } = await readLink(address);
  if (claim === undefined)
    throw new InputError("nothing to verify; the link holds a document without a result");
  await mustBeThese(people, options);
  const imported = await readOrganisation(options);
  const organisation = resolveOrganisation(document, imported);
  const question: Question = { document, organisation, rosterName: undefined, report: [] };
  const { runs } = claim;
  const tally = await withPool(options.workers, runs, (pool) => runAgain(question, runs, pool, options));
  const verdict = verdictOnLink(document, claim, claimOfResult(summarize(tally)));
  await writeOut(
    options.json === true
      ? `${JSON.stringify({ ...verdict, engine: ENGINE_VERSION, digest: resultDigest(tally), runs })}\n`
      : textOf(verdict, document, runs),
  );
  return verdict.isIdentical ? EXIT.ok : EXIT.differs;
}

/** The link names its lists of people by their content. @throws InputError */
async function mustBeThese(people: PeopleHashes | undefined, options: Options): Promise<void> {
  const given = await peopleHashes(options);
  for (const kind of ["roster", "ties"] as const) {
    const [wanted, got] = [people?.[kind], given?.[kind]];
    if (wanted === got) continue;
    if (wanted === undefined) throw new InputError(`the link has no ${kind}; leave out --${kind}`);
    const why = got === undefined ? `missing ${kind}` : `another ${kind} than the link’s`;
    throw new InputError(`${why}; the list of SHA-256 ${wanted} goes with --${kind}`);
  }
}

function textOf(verdict: LinkVerdict, document: Document, runs: number): string {
  const names = document.plans.map(({ name }, plan) => ({ name, plan }));
  const changes = changeSentences(verdict, names, notationOf(document)).map((line) => `  ${plain(line)}`);
  return [verdictSentence(verdict, runs), ...(verdict.isIdentical ? [] : changes), ""].join("\n");
}
