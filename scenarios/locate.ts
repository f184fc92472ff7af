/** Where a part of a document stands, for errors found long after its text was read. */
import { InputError } from "./errors.ts";
import type { Path } from "./json.ts";
import type { Document } from "./schema.ts";

export type Locate = (path: Path) => string;

// A document changed or copied since is a new object: its parts are named by their path alone.
const LOCATORS = new WeakMap<Document, Locate>();

/** Remembers where the parts of a document came from. */
export function rememberPlaces(document: Document, locate: Locate): void {
  LOCATORS.set(document, locate);
}

/** `plan.json:12`, or the path in words if the text is not known. */
export function placeOf(document: Document, path: Path): string {
  return LOCATORS.get(document)?.(path) || pathText(path);
}

/** `plans[0].interventions[2].week` */
export function pathText(path: Path): string {
  return path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}

/** The value at a path, undefined where it ends early. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === "object" && at !== null && Object.hasOwn(at, key)
        ? (at as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}

/** One error of many: the first, and how many more there are. */
export function firstOf(messages: readonly string[], limit: number): InputError {
  const more = messages.length - 1;
  const count = messages.length >= limit ? `at least ${more}` : more;
  return new InputError(more === 0 ? messages[0] : `${messages[0]} and ${count} more`);
}
