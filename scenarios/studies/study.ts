/** A study: a scenario document, what varies in it, by which design, how often, and what is kept of every run. */
import canonicalize from "canonicalize";
import { checkLocated } from "../document.ts";
import { inputError, InputError } from "../errors.ts";
import { sha256Of } from "../hash.ts";
import { issueMessages } from "../issues.ts";
import { parseJson, plainCopy } from "../json.ts";
import { firstOf, type Locate } from "../locate.ts";
import type { Document } from "../schema.ts";
import { contradictions } from "./contradictions.ts";
import { STUDY_VERSION, studySchema, type StudyFields } from "./schema.ts";

export interface Study extends StudyFields {
  /** The question asked at every point; its own seed gives way to the study's. */
  readonly document: Document;
}

const ISSUES_SHOWN = 20;
/** Reads a study from JSON text; `name` is the file's name in errors. @throws InputError */
export function parseStudy(text: string, name = ""): Study {
  return studyIn(text, name, (value) => value);
}

/** Reads a study from JSON text of which something is put in from elsewhere first. @throws InputError */
export function studyIn(
  text: string,
  name: string,
  completed: (value: Readonly<Record<string, unknown>>) => unknown,
): Study {
  const json = parseJson(text, name);
  return check(completed(json.value as Readonly<Record<string, unknown>>), (path) => {
    const line = json.lineOf(path);
    return name ? `${name}:${line}` : `line ${line}`;
  });
}

/** Checks a plain value as a study. @throws InputError */
export function checkStudy(value: unknown, name = ""): Study {
  return check(plainCopy(value), () => name);
}

/** SHA-256 of the whole study, names and notes included. */
export function studySha256(study: Study): string {
  return sha256Of(canonicalize(study)!);
}

function check(value: unknown, locate: Locate): Study {
  const { document: question, ...fields } = fieldsOf(value, locate);
  const parsed = studySchema.safeParse(fields);
  if (!parsed.success)
    throw firstOf(issueMessages(parsed.error.issues.slice(0, ISSUES_SHOWN), value, locate), ISSUES_SHOWN);
  const document = checkLocated(question, (path) => locate(["document", ...path]));
  const study = { ...parsed.data, document };
  const messages = contradictions(study, locate);
  if (messages.length > 0) throw firstOf(messages, messages.length + 1);
  return study;
}

function fieldsOf(value: unknown, locate: Locate): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw inputError("invalid study", "not an object", value, locate([]));
  const fields = value as Readonly<Record<string, unknown>>;
  const place = locate([]) && ` (${locate([])})`;
  if (fields["study"] === undefined) throw new InputError(`missing study, the version of the study${place}`);
  if (fields["study"] !== STUDY_VERSION)
    throw inputError("unknown study version", `not ${STUDY_VERSION}`, fields["study"], locate(["study"]));
  if (fields["document"] === undefined) throw new InputError(`missing document${place}`);
  return fields;
}
