/** Documents of older versions become documents of this one, step by step; there is only version 1 yet. */
import { inputError, InputError } from "./errors.ts";
import type { Path } from "./json.ts";
import { SCHEMA_VERSION } from "./limits.ts";

type Fields = Readonly<Record<string, unknown>>;

/** From version n to n + 1. */
const STEPS: ReadonlyMap<number, (document: Fields) => Fields> = new Map();

/** Brings a document of any known version to the newest. @throws InputError for an unknown version */
export function migrate(value: unknown, where: (path: Path) => string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw inputError("invalid document", "not an object", value, where([]));
  }
  let document = value as Fields;
  let version = document["groundwork"];
  if (version === undefined) {
    const place = where([]);
    throw new InputError(`missing groundwork, the version of the document${place && ` (${place})`}`);
  }
  for (let step = STEPS.get(version as number); step; step = STEPS.get(version as number)) {
    document = step(document);
    version = document["groundwork"];
  }
  if (version !== SCHEMA_VERSION) {
    throw inputError("unknown groundwork version", `not ${SCHEMA_VERSION}`, version, where(["groundwork"]));
  }
  return document;
}
