/** CSV by RFC 4180 in pieces of any size: quoted fields, a byte-order mark, and commas, semicolons or tabs. */
import { inputError, InputError } from "../errors.ts";

// csv-parse is the oracle in the tests; its browser build carries 215 kB of Node's streams and needs Node's types.

/** Longest record; an unclosed quote ends here instead of at the end of 200 MiB. */
const RECORD_LIMIT = 100_000;
const TOTAL_LIMIT = 200 * 1024 * 1024;

/** Decoded text in pieces of any size, such as a file's stream or a list with one string. */
export type Chunks = AsyncIterable<string> | Iterable<string>;

/** Receives the fields of a record and the line it starts on, from 1. */
export type OnRecord = (fields: string[], line: number) => void;

export function placeInFile(name: string, line: number): string {
  return name ? `${name}:${line}` : `line ${line}`;
}

/** Reads all records, blank lines left out. @throws InputError with the line */
export async function readCsv(chunks: Chunks, name: string, onRecord: OnRecord): Promise<void> {
  const state = { name, rest: "", line: 1, total: 0, delimiter: "" };
  for await (const chunk of typeof chunks === "string" ? [chunks] : chunks) {
    state.rest += state.total === 0 && chunk.startsWith("\ufeff") ? chunk.slice(1) : chunk;
    state.total += chunk.length;
    if (state.total > TOTAL_LIMIT) {
      throw new InputError(
        `file too long; more than ${TOTAL_LIMIT} characters (${placeInFile(name, state.line)})`,
      );
    }
    takeRecords(state, onRecord);
  }
  if (state.rest !== "") {
    state.rest += "\n";
    takeRecords(state, onRecord);
    if (state.rest !== "") throw malformed(state, UNCLOSED, state.rest);
  }
}

interface State {
  readonly name: string;
  /** Text not yet understood; begins at the start of a record. */
  rest: string;
  line: number;
  total: number;
  delimiter: string;
}

function malformed(state: State, why: string, value: string): InputError {
  return inputError("malformed CSV", why, value.slice(0, 40), placeInFile(state.name, state.line));
}

function takeRecords(state: State, onRecord: OnRecord): void {
  const text = state.rest;
  let start = 0;
  let newline = text.indexOf("\n");
  while (newline !== -1) {
    if (state.delimiter === "") state.delimiter = delimiterOf(text.slice(start, newline));
    const end = text.charCodeAt(newline - 1) === CARRIAGE_RETURN && newline > start ? newline - 1 : newline;
    const line = text.slice(start, end);
    if (line.length > RECORD_LIMIT) break;
    let lineCount = 1;
    if (!line.includes('"')) {
      if (line.includes("\r")) throw malformed(state, "a carriage return inside a line", line);
      if (line !== "") onRecord(line.split(state.delimiter), state.line);
    } else {
      const record = takeQuoted(state, text, start);
      if (!record) break;
      onRecord(record.fields, state.line);
      newline = record.newline;
      lineCount = record.lineCount;
    }
    state.line += lineCount;
    start = newline + 1;
    newline = text.indexOf("\n", start);
  }
  state.rest = text.slice(start);
  if (state.rest.length > RECORD_LIMIT) {
    const why = state.rest.includes('"') ? UNCLOSED : `a record of more than ${RECORD_LIMIT} characters`;
    throw malformed(state, why, state.rest);
  }
}

const CARRIAGE_RETURN = 13;
const UNCLOSED = "a quote that isn't closed";

/** The separator that is most frequent outside quotes in the first line. */
function delimiterOf(line: string): string {
  const bare = line.replaceAll(/"(?:[^"]|"")*"/g, "");
  const counts = [",", ";", "\t"].map((mark) => ({ mark, count: bare.split(mark).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}

/** A record with quotes; undefined if its end has not arrived yet. */
function takeQuoted(state: State, text: string, start: number) {
  const fields: string[] = [];
  let at = start;
  let lineCount = 1;
  for (;;) {
    if (text[at] !== '"') {
      const end = fieldEnd(text, at, state.delimiter);
      if (end === -1) return undefined;
      const field = text.slice(at, end);
      if (/["\r]/.test(field))
        throw malformed(state, "a quote or return inside a field without quotes", field);
      fields.push(field);
      at = end;
    } else {
      const end = quoteEnd(text, at);
      if (end === -1) return undefined;
      const field = text.slice(at + 1, end).replaceAll('""', '"');
      lineCount += field.split("\n").length - 1;
      fields.push(field);
      at = end + 1;
    }
    if (text[at] === "\r" && text[at + 1] === "\n") at++;
    if (text[at] === "\n") return { fields, newline: at, lineCount };
    if (text[at] !== state.delimiter)
      throw malformed(state, "text after a closing quote", text.slice(start, at + 20));
    at++;
  }
}

/** The closing quote of the field that opens at `at`; −1 if the text ends before it is certain. */
function quoteEnd(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return end === -1 || end + 1 === text.length || (text[end + 1] === "\r" && end + 2 === text.length)
    ? -1
    : end;
}

/** The end of the field without quotes at `at`; −1 if its line has not arrived yet. */
function fieldEnd(text: string, at: number, delimiter: string): number {
  const newline = text.indexOf("\n", at);
  if (newline === -1) return -1;
  const line = text.slice(at, text[newline - 1] === "\r" ? newline - 1 : newline);
  const mark = line.indexOf(delimiter);
  return at + (mark === -1 ? line.length : mark);
}
