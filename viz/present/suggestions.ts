/** What a half-written placeholder may become: names of results, then plans. */
import type { Document } from "../../scenarios/index.ts";
import { RESULT_NAMES } from "../words/placeholders.ts";

export interface Suggestion {
  /** What takes the place of the half-written. */
  readonly text: string;
  readonly meaning: string;
}

export interface Suggestions {
  /** Where the half-written begins. */
  readonly from: number;
  readonly list: readonly Suggestion[];
}

const LISTED_MOST = 8;
const HALF = /\{([A-Za-z]*)(?:(:)([A-Za-z0-9_-]*)(?:(\/)([A-Za-z0-9_-]*))?)?$/;

/** Suggestions for the text before the caret; none where no brace is open. */
export function suggestionsFor(before: string, { plans }: Pick<Document, "plans">): Suggestions {
  const half = HALF.exec(before);
  if (half === null) return { from: before.length, list: [] };
  const [, name, colon, one, slash, other] = half;
  const from = half.index;
  if (colon === undefined) {
    const list = RESULT_NAMES.filter((row) => startsWith(row.name, name));
    return { from, list: list.slice(0, LISTED_MOST).map(suggestionOf) };
  }
  const row = RESULT_NAMES.find((known) => known.name === name);
  if (row === undefined || row.need === "nothing") return { from, list: [] };
  const begun = slash === undefined ? one : other;
  const head = slash === undefined ? `{${name}:` : `{${name}:${one}/`;
  const isOpen = row.need === "pair" && slash === undefined;
  const list = plans
    .filter(({ id }) => startsWith(id, begun) && (slash === undefined || id !== one))
    .map((plan) => ({ text: `${head}${plan.id}${isOpen ? "/" : "}"}`, meaning: plan.name }));
  return { from, list: list.slice(0, LISTED_MOST) };
}

function suggestionOf({ name, meaning }: (typeof RESULT_NAMES)[number]): Suggestion {
  return { text: `{${name}}`, meaning };
}

function startsWith(whole: string, begun: string): boolean {
  return whole.toLowerCase().startsWith(begun.toLowerCase());
}
