/** JSON text to plain values, remembering where each stands; depth, size and repeated keys are bounded first. */
import { inputError, InputError } from "./errors.ts";

const TEXT_LIMIT = 5 * 1024 * 1024;
const DEPTH_LIMIT = 12;
/** Members of one object or list; no honest document comes near. */
const MEMBERS_LIMIT = 1000;
/** Values in all: keeps the schema's own work, and so a refusal, under 50 ms. */
const VALUES_LIMIT = 50_000;

/** Longest text as it is written: the longest notes, all escaped. */
const STRING_LIMIT = 600_000;

export type Path = readonly PropertyKey[];

export interface Json {
  readonly value: unknown;
  /** Line, from 1, of the value at a path, or of its nearest ancestor that exists. */
  readonly lineOf: (path: Path) => number;
}

interface Cursor {
  readonly text: string;
  readonly name: string;
  at: number;
  values: number;
  /** Where the members of each object and list begin; only noted when an error asks. */
  readonly starts: Map<object, Map<PropertyKey, number>> | undefined;
}

/** Parses strict JSON (RFC 8259, no repeated keys). @throws InputError with the line */
export function parseJson(text: string, name: string): Json {
  if (text.length > TEXT_LIMIT) {
    throw new InputError(
      `document too long; more than ${TEXT_LIMIT} characters: ${text.length}${inFile(name)}`,
    );
  }
  const value = readText(text, name, undefined);
  let places: { value: unknown; starts: Starts } | undefined;
  const lineOf = (path: Path) => {
    if (!places) {
      const starts: Starts = new Map();
      places = { value: readText(text, name, starts), starts };
    }
    return lineAt(text, startOf(places.starts, places.value, path));
  };
  return { value, lineOf };
}

type Starts = NonNullable<Cursor["starts"]>;

function readText(text: string, name: string, starts: Starts | undefined): unknown {
  const cursor: Cursor = { text, name, at: text.startsWith("\ufeff") ? 1 : 0, values: 0, starts };
  const value = readValue(cursor, 0);
  skipSpace(cursor);
  if (cursor.at < text.length) throw malformed(cursor, "expected the end");
  return value;
}

function inFile(name: string): string {
  return name && ` (${name})`;
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset && i < text.length; i++) if (text.charCodeAt(i) === LINE_FEED) line++;
  return line;
}

const LINE_FEED = 10;

function startOf(starts: Starts, root: unknown, path: Path): number {
  let value = root;
  let start = 0;
  for (const key of path) {
    const next = starts.get(value as object)?.get(key);
    if (next === undefined) break;
    start = next;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return start;
}

function where(cursor: Cursor): string {
  const line = lineAt(cursor.text, cursor.at);
  return cursor.name ? `${cursor.name}:${line}` : `line ${line}`;
}

function malformed(cursor: Cursor, why: string): InputError {
  const { text, at } = cursor;
  if (at >= text.length) return new InputError(`malformed JSON; ${why}: end of text (${where(cursor)})`);
  return inputError("malformed JSON", why, text.slice(at, at + 20), where(cursor));
}

function skipSpace(cursor: Cursor): void {
  const { text } = cursor;
  let code = text.charCodeAt(cursor.at);
  while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) {
    code = text.charCodeAt(++cursor.at);
  }
}

function readValue(cursor: Cursor, depth: number): unknown {
  skipSpace(cursor);
  if (++cursor.values > VALUES_LIMIT) {
    throw new InputError(`document too large; more than ${VALUES_LIMIT} values (${where(cursor)})`);
  }
  const first = cursor.text[cursor.at];
  if (first === "{" || first === "[") {
    if (depth === DEPTH_LIMIT) throw malformed(cursor, `deeper than ${DEPTH_LIMIT}`);
    return first === "{" ? readObject(cursor, depth) : readList(cursor, depth);
  }
  if (first === '"') return readString(cursor);
  return readWord(cursor);
}

/** Reads `item`s between brackets, separated by commas; returns when the closing bracket is read. */
function readMembers(cursor: Cursor, close: string, item: (count: number) => void): void {
  cursor.at++;
  skipSpace(cursor);
  if (cursor.text[cursor.at] === close) {
    cursor.at++;
    return;
  }
  for (let count = 0; ; count++) {
    if (count === MEMBERS_LIMIT) throw malformed(cursor, `more than ${MEMBERS_LIMIT} members in one place`);
    item(count);
    skipSpace(cursor);
    const mark = cursor.text[cursor.at];
    if (mark !== "," && mark !== close) throw malformed(cursor, `expected ',' or '${close}'`);
    cursor.at++;
    if (mark === close) return;
  }
}

function readObject(cursor: Cursor, depth: number): object {
  const object: Record<string, unknown> = {};
  const starts = startsOf(cursor, object);
  readMembers(cursor, "}", () => {
    skipSpace(cursor);
    if (cursor.text[cursor.at] !== '"') throw malformed(cursor, "expected a key in quotes");
    const start = cursor.at;
    const key = readString(cursor);
    if (Object.hasOwn(object, key)) throw inputError("repeated key", "", key, where(cursor));
    // Assigned, it would set the prototype instead of a member.
    if (key === "__proto__") throw inputError("unknown key", "", key, where(cursor));
    skipSpace(cursor);
    if (cursor.text[cursor.at] !== ":") throw malformed(cursor, "expected ':'");
    cursor.at++;
    starts?.set(key, start);
    object[key] = readValue(cursor, depth + 1);
  });
  return object;
}

function readList(cursor: Cursor, depth: number): unknown[] {
  const list: unknown[] = [];
  const starts = startsOf(cursor, list);
  readMembers(cursor, "]", (count) => {
    skipSpace(cursor);
    starts?.set(count, cursor.at);
    list.push(readValue(cursor, depth + 1));
  });
  return list;
}

function startsOf(cursor: Cursor, container: object): Map<PropertyKey, number> | undefined {
  if (!cursor.starts) return undefined;
  const starts = new Map<PropertyKey, number>();
  cursor.starts.set(container, starts);
  return starts;
}

function readString(cursor: Cursor): string {
  const { text, at } = cursor;
  let end = at + 1;
  let code = text.charCodeAt(end);
  while (code !== 0x22) {
    if (Number.isNaN(code) || code < 0x20) {
      cursor.at = end;
      throw malformed(cursor, "text that doesn't end");
    }
    end += code === 0x5c ? 2 : 1;
    if (end - at > STRING_LIMIT) throw malformed(cursor, `text longer than ${STRING_LIMIT} characters`);
    code = text.charCodeAt(end);
  }
  try {
    const value = JSON.parse(text.slice(at, end + 1)) as string;
    cursor.at = end + 1;
    return value;
  } catch {
    throw malformed(cursor, "unknown escape");
  }
}

const WORD = /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;

function readWord(cursor: Cursor): number | boolean | null {
  WORD.lastIndex = cursor.at;
  const word = WORD.exec(cursor.text)?.[0];
  if (word === undefined) throw malformed(cursor, "expected a value");
  cursor.at += word.length;
  if (word === "null") return null;
  if (word === "true" || word === "false") return word === "true";
  // Adding 0 turns −0 into 0: a sign of nothing must not change a digest.
  return Number(word) + 0;
}

/** A deep copy of own enumerable members, −0 as 0: what an inherited or hidden property says is not data. */
export function plainCopy(value: unknown, depth = 0): unknown {
  if (typeof value === "number") return value + 0;
  if (typeof value !== "object" || value === null) return value;
  if (depth === DEPTH_LIMIT) throw new InputError(`invalid document; deeper than ${DEPTH_LIMIT}: an object`);
  if (Array.isArray(value)) return value.map((item) => plainCopy(item, depth + 1));
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.some(([key]) => key === "__proto__")) throw inputError("unknown key", "", "__proto__");
  return Object.fromEntries(entries.map(([key, item]) => [key, plainCopy(item, depth + 1)]));
}
