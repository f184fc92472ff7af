/** What a result file claims: read as data of others, no more believed than needed to run it again. */
import { InputError, SCHEMA_VERSION } from "../../scenarios/index.ts";
import { quoted, wholeNumber } from "./options.ts";

export interface Claim {
  readonly engine: string;
  /** SHA-256 of the document. */
  readonly document: string;
  readonly runs: number;
  /** The whole file. */
  readonly value: unknown;
}

const RUNS_MAX = 100_000;

/** The claim of a text that is a result, undefined of any other text. @throws InputError */
export function claimOf(text: string, name: string): Claim | undefined {
  const value = jsonIn(text);
  if (!isRecord(value) || !("digest" in value) || "groundwork" in value) return undefined;
  const { schemaVersion, engine, document, runs, plans } = value;
  const fault = (what: string, why: string): InputError => new InputError(`${what}; ${why} (${name})`);
  if (schemaVersion !== SCHEMA_VERSION)
    throw fault("result of another version", `not schemaVersion ${SCHEMA_VERSION}`);
  if (typeof engine !== "string" || typeof document !== "string" || !Array.isArray(plans))
    throw fault("invalid result", "engine, document or plans is missing");
  if (!/^[0-9a-f]{64}$/.test(document)) throw fault("invalid document", `no SHA-256: ${quoted(document)}`);
  return { engine, document, runs: wholeNumber("runs", 1, RUNS_MAX)(String(runs)), value };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a document's reader says what is wrong, and where
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
