/** Reading what people name on the command line, within a budget of bytes. */
import { createHash } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { InputError, type Chunks } from "../../scenarios/index.ts";
import { readStudy, type Study } from "../../scenarios/studies/index.ts";
import { codeOf, InfrastructureError, reasonOf } from "./errors.ts";
import { quoted } from "./options.ts";

const MEBI = 2 ** 20;
const DOCUMENT_BYTES = 5 * MEBI;
const TABLE_BYTES = 200 * MEBI;

/** npm changes to the package's folder; a path is meant from where the user is. */
export function pathOf(name: string): string {
  const { npm_lifecycle_event, INIT_CWD } = process.env;
  return npm_lifecycle_event === "groundwork" && INIT_CWD ? resolve(INIT_CWD, name) : resolve(name);
}

/** Whether a name is that of a file or folder: it then means that, whatever else is called so. */
export function isFile(name: string): boolean {
  try {
    return statSync(pathOf(name), { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    // A link is longer than any name.
    if (codeOf(error) === "ENAMETOOLONG") return false;
    throw error;
  }
}

/** A document's text; `-` is stdin. @throws InputError */
export async function readDocument(name: string): Promise<string> {
  let text = "";
  for await (const chunk of decoded(name, DOCUMENT_BYTES)) text += chunk;
  return text;
}

/** A study, with the table of points beside it if it names one. @throws InputError */
export async function readStudyFile(name: string): Promise<Study> {
  return readStudy(await readDocument(name), sourceName(name), (file) => readTable(besideOf(name, file)));
}

/** A file that a document names, from the document's own folder. */
export function besideOf(name: string, file: string): string {
  return name === "-" ? file : join(dirname(name), file);
}

/** A roster or ties file, read while it is parsed. @throws InputError */
export function readTable(name: string): Chunks {
  return decoded(name, TABLE_BYTES);
}

export function sourceName(name: string): string {
  return name === "-" ? "stdin" : name;
}

async function* decoded(name: string, budget: number): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const source = sourceName(name);
  let bytes = 0;
  try {
    const stream: AsyncIterable<Buffer> = name === "-" ? process.stdin : createReadStream(pathOf(name));
    for await (const chunk of stream) {
      bytes += chunk.length;
      if (bytes > budget) throw new InputError(`${source} is too large; over ${budget / MEBI} MiB`);
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (error instanceof TypeError) throw new InputError(`cannot read ${quoted(source)}; not text in UTF-8`);
    const isMachine = ["EIO", "EMFILE", "ENFILE", "ENOMEM"].includes(codeOf(error));
    const line = `cannot read ${quoted(source)}; ${reasonOf(error)}`;
    throw isMachine ? new InfrastructureError(line) : new InputError(line);
  }
}

/** SHA-256 of a file's bytes. @throws InputError */
export async function sha256OfFile(name: string): Promise<string> {
  if (name === "-") throw new InputError("stdin can be read once only; name a file");
  const hash = createHash("sha256");
  await pipeline(createReadStream(pathOf(name)), hash);
  return hash.digest("hex");
}
