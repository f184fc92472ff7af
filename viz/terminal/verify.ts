/** The verb verify: runs again what has been run before, and says whether every bit is the same. */
import { existsSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { ENGINE_VERSION } from "../../engine/index.ts";
import { documentSha256, InputError, resultDigest, summarize } from "../../scenarios/index.ts";
import { isLink } from "../../scenarios/links/index.ts";
import type { Pool } from "../../workers/index.ts";
import { isStudyFolder } from "../../workers/studies/index.ts";
import { EXIT, lineOf } from "./errors.ts";
import { isFile, pathOf, readTable, sourceName } from "./input.ts";
import { figureMismatch, mismatchText, rowMismatch, tallyMismatch, type Mismatch } from "./mismatch.ts";
import { quoted } from "./options.ts";
import { writeOut } from "./output.ts";
import { readQuestion, type Question, type QuestionOptions } from "./question.ts";
import { runAgain, withPool } from "./again.ts";
import { claimOf, type Claim } from "./claim.ts";
import { SCENES, sceneQuestion, type Scene } from "./scenes.ts";
import { verifyStudy } from "./verify-study.ts";

export const VERIFY_RUNS_DEFAULT = 4;

export interface VerifyOptions extends Pick<QuestionOptions, "roster" | "ties" | "weight" | "directed"> {
  /** The result's document, if it isn't document.json beside it. */
  readonly document?: string;
  readonly runs: number;
  readonly workers?: number;
  readonly json?: boolean;
  readonly progress: string;
}

/** The `--json` object. */
interface Verdict {
  readonly identical: boolean;
  /** What was run again, in words. */
  readonly what: string;
  readonly engine: string;
  /** SHA-256 over the digests of all runs; of scenes there is none. */
  readonly digest: string | null;
  /** Where they first differ, the run first, then the week. */
  readonly differences: readonly Mismatch[];
}

/** @returns the exit code: 0 identical, 1 different */
export async function verifyVerb(name: string | undefined, options: VerifyOptions): Promise<number> {
  if (name !== undefined && isLink(name) && !isFile(name))
    return (await import("./verify-link.ts")).verifyLink(name, options);
  if (name !== undefined && isStudyFolder(pathOf(name))) return verifyStudy(name, options);
  const verdict = await verdictOn(name, options);
  await writeOut(options.json === true ? `${JSON.stringify(verdict)}\n` : textOf(verdict));
  return verdict.identical ? EXIT.ok : EXIT.differs;
}

async function verdictOn(name: string | undefined, options: VerifyOptions): Promise<Verdict> {
  if (name === undefined) return verifyScenes(options);
  const file = isFolder(name) ? join(name, "result.json") : name;
  const claim = file === "-" ? undefined : claimOf(await textIn(file), sourceName(file));
  return claim === undefined ? verifyDocument(name, options) : verifyResult(file, claim, options);
}

/** The library's companies against the digests written down in golden.ts. */
async function verifyScenes({ workers }: VerifyOptions): Promise<Verdict> {
  const found = await withPool(workers, SCENES.length, (pool) =>
    Promise.all(SCENES.map((scene) => sceneMismatch(scene, pool))),
  );
  const what = `${SCENES.length} companies of the library with ${SCENES[0].plans.length} plans each`;
  return verdictOf(what, null, [found.find((mismatch) => mismatch !== undefined)]);
}

async function sceneMismatch(scene: Scene, pool: Pool): Promise<Mismatch | undefined> {
  const tally = await runAgain(sceneQuestion(scene), 1, pool, { progress: "none" });
  const digests = tally.runs.get(0)!.map(({ digest }) => digest);
  const plan = digests.findIndex((digest, i) => digest !== scene.digests[i]);
  if (plan === -1) return undefined;
  const [before, now] = [scene.digests[plan], digests[plan]];
  return { company: scene.company, plan: scene.plans[plan], measure: "digest", before, now };
}

/** A document twice, with different numbers of workers. */
async function verifyDocument(name: string, options: VerifyOptions): Promise<Verdict> {
  const question = await readQuestion(name, options);
  tell(question);
  const { runs } = options;
  const workers = Math.max(2, options.workers ?? availableParallelism());
  const again = (pool: Pool) => runAgain(question, runs, pool, options);
  const first = await withPool(1, 1, again);
  const second = await withPool(workers, workers, again);
  const what = `${countText(question, runs)}, with 1 worker and with ${workers}`;
  return verdictOf(what, resultDigest(first), [tallyMismatch(first, second)]);
}

/** A result against what its document gives now. @throws InputError if the document is another one */
async function verifyResult(file: string, claim: Claim, options: VerifyOptions): Promise<Verdict> {
  const name = options.document ?? documentBeside(file);
  const question = await readQuestion(name, options);
  const sha = documentSha256(question.document);
  if (sha !== claim.document)
    throw new InputError(
      `not the document of this result; SHA-256 ${sha}, not ${claim.document}: ${quoted(name)}`,
    );
  tell(question);
  if (claim.engine !== ENGINE_VERSION)
    process.stderr.write(`${lineOf(`the result is of engine ${claim.engine}, this is ${ENGINE_VERSION}`)}\n`);
  const tally = await withPool(options.workers, claim.runs, (pool) =>
    runAgain(question, claim.runs, pool, options),
  );
  const rows = join(dirname(file), "runs.csv");
  const row = existsSync(pathOf(rows)) ? rowMismatch(tally, await textIn(rows)) : undefined;
  const figure = figureMismatch(claim.value, summarize(tally));
  return verdictOf(countText(question, claim.runs), resultDigest(tally), [row, figure]);
}

function documentBeside(file: string): string {
  const name = join(dirname(file), "document.json");
  if (existsSync(pathOf(name))) return name;
  throw new InputError(`missing document; no document.json beside ${quoted(file)}, and no --document`);
}

function verdictOf(what: string, digest: string | null, found: readonly (Mismatch | undefined)[]): Verdict {
  const differences = found.filter((mismatch) => mismatch !== undefined);
  return { identical: differences.length === 0, what, engine: ENGINE_VERSION, digest, differences };
}

function textOf({ identical, what, digest, differences }: Verdict): string {
  const ending = digest === null ? `engine ${ENGINE_VERSION}` : `digest ${digest.slice(0, 16)}`;
  if (identical) return `identical, bit for bit: ${what}; ${ending}\n`;
  return [`different: ${what}; ${ending}`, ...differences.map(mismatchText), ""].join("\n");
}

function countText({ document: { plans } }: Question, runs: number): string {
  return `${runs} ${runs === 1 ? "run" : "runs"} of ${plans.length} ${plans.length === 1 ? "plan" : "plans"}`;
}

function tell({ report }: Question): void {
  for (const sentence of report) process.stderr.write(`${lineOf(sentence)}\n`);
}

function isFolder(name: string): boolean {
  return statSync(pathOf(name), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

async function textIn(name: string): Promise<string> {
  let text = "";
  for await (const chunk of readTable(name)) text += chunk;
  return text;
}
