/** The shelf: named documents kept in this browser, each under its own key; what can't be read is kept and said. */
import { InputError, parseDocument, type Document } from "../../scenarios/index.ts";
import { isShelfId, markOpen } from "./open-id.ts";

/** The browser's storage as the shelf needs it. */
export type Store = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** A document on the shelf, or why it can't be read. */
export type Kept =
  | { readonly id: string; readonly document: Document }
  | { readonly id: string; readonly why: string };

const PREFIX = "groundwork.document.";
const TRIAL = "groundwork.trial";
/** What may be kept of a document elsewhere in this browser. */
export type Beside = "people" | "observations";

const besideKey = (what: Beside, id: string): string => `groundwork.${what}.${id}`;

/** Every document on the shelf, by name; storage that is forbidden holds none. */
export function keptDocuments(store: Store): Kept[] {
  return idsOf(store)
    .map((id) => read(store, id))
    .filter((kept) => kept !== undefined)
    .toSorted((a, b) => compare(nameOf(a), nameOf(b)) || compare(a.id, b.id));
}

/** A document from the shelf; undefined = there is none of that id. */
export function read(store: Store, id: string): Kept | undefined {
  let text: string | null;
  try {
    text = store.getItem(PREFIX + id);
  } catch {
    return undefined;
  }
  if (text === null) return undefined;
  try {
    return { id, document: parseDocument(text) };
  } catch (error) {
    return { id, why: error instanceof InputError ? error.message : "it can't be read" };
  }
}

/** Puts a document on the shelf; the answer is why it could not, or nothing. */
export function keep(store: Store, id: string, document: Document): string {
  try {
    store.setItem(PREFIX + id, JSON.stringify(document));
    markOpen(store, id);
    return "";
  } catch (error) {
    return troubleOf(error);
  }
}

/** Why this shelf can keep nothing more, by trying; empty if it can. */
export function keepingTroubleOf(store: Store): string {
  try {
    store.setItem(TRIAL, "");
    store.removeItem(TRIAL);
    return "";
  } catch (error) {
    return troubleOf(error);
  }
}

function troubleOf(error: unknown): string {
  return error instanceof Error && error.name === "QuotaExceededError"
    ? "this browser’s storage is full"
    : "this browser keeps nothing";
}

export function discard(store: Store, id: string): void {
  attempt(() => store.removeItem(PREFIX + id));
  for (const what of ["people", "observations"] as const) noteBeside(store, id, what, false);
}

/** Whether something is kept of a document elsewhere in this browser. */
export function hasBeside(store: Store, id: string, what: Beside): boolean {
  return attempt(() => store.getItem(besideKey(what, id))) === "yes";
}

export function noteBeside(store: Store, id: string, what: Beside, has: boolean): void {
  const key = besideKey(what, id);
  attempt(() => (has ? store.setItem(key, "yes") : store.removeItem(key)));
}

export function rememberOpen(store: Store, id: string): void {
  attempt(() => markOpen(store, id));
}

/** An id that no document has, nor the one that is open and perhaps not yet kept. */
export function freeShelfId(store: Store, open?: string): string {
  const taken = new Set([...idsOf(store), open]);
  let n = 1;
  while (taken.has(`d${n}`)) n++;
  return `d${n}`;
}

/** The key a document is stored under, to tell another page's changes by. */
export function keyOf(id: string): string {
  return PREFIX + id;
}

function idsOf(store: Store): string[] {
  const keys = attempt(() => Array.from({ length: store.length }, (_, i) => store.key(i) ?? "")) ?? [];
  return keys
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length))
    .filter(isShelfId);
}

function nameOf(kept: Kept): string {
  return "document" in kept ? kept.document.name : "\uffff";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    // Storage may be forbidden: the page then lasts as long as it is open.
    return undefined;
  }
}
