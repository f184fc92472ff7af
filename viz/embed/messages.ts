/** What a page that frames this one may ask, and from whom it is heard: its parent, from an origin on the site's list. */
import * as z from "zod/mini";
import { checkDocument, InputError, type Document } from "../../scenarios/index.ts";

/** The site's configuration of embedding: a file beside the page, which only its owner writes. */
const configuration = z.strictObject({ origins: z.array(z.string()).check(z.maxLength(100)) });

const message = z.strictObject({
  groundwork: z.enum(["get", "set"]),
  /** Given back with the answer. */
  id: z.exactOptional(z.union([z.string().check(z.maxLength(100)), z.number()])),
  document: z.exactOptional(z.unknown()),
});

export interface Embedded {
  readonly document: () => Document;
  readonly results: () => unknown;
  readonly put: (document: Document) => void;
}

export interface Answer {
  readonly groundwork: "answer" | "refusal";
  readonly id?: string | number;
  readonly document?: Document;
  readonly results?: unknown;
  readonly why?: string;
}

/** Origins that may ask; a configuration that can't be read allows none. */
export function originsOf(value: unknown): readonly string[] {
  const parsed = configuration.safeParse(value);
  if (!parsed.success) return [];
  // "*" and "null" are no origins of anybody.
  return parsed.data.origins.filter((origin) => URL.canParse(origin) && new URL(origin).origin === origin);
}

/** The answer to a message; undefined = it wasn't meant for us, and nothing is said. */
export function answerTo(data: unknown, embedded: Embedded): Answer | undefined {
  const parsed = message.safeParse(data);
  if (!parsed.success) return undefined;
  const { groundwork: verb, id, document } = parsed.data;
  const known = id === undefined ? {} : { id };
  if (verb === "get") {
    return { groundwork: "answer", ...known, document: embedded.document(), results: embedded.results() };
  }
  try {
    const put = checkDocument(document);
    embedded.put(put);
    return { groundwork: "answer", ...known, document: put };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { groundwork: "refusal", ...known, why: error.message };
  }
}
