/** The smallest parts of the document schema: bounded numbers, clean text, names and lists, each with its reason. */
import * as z from "zod/mini";
import { NAME_LENGTH } from "./limits.ts";

// The page's content security policy forbids compiling code.
z.config({ jitless: true });

/** A number in [low, high]. */
export function number(low: number, high: number) {
  const error = `not in [${low}, ${high}]`;
  return z.number({ error: notANumber }).check(z.minimum(low, { error }), z.maximum(high, { error }));
}

/** A number in (0, high]. */
export function positive(high: number) {
  const error = `not in (0, ${high}]`;
  return z.number({ error: notANumber }).check(z.gt(0, { error }), z.maximum(high, { error }));
}

/** A whole number in [low, high]. */
export function whole(low: number, high: number) {
  const error = `not in [${low}, ${high}]`;
  const notWhole = "not a whole number";
  return z
    .number({ error: notANumber })
    .check(z.minimum(low, { error }), z.maximum(high, { error }), z.multipleOf(1, { error: notWhole }));
}

function notANumber(): string {
  return "not a finite number";
}

/** One of some words. */
export function choice<const T extends readonly string[]>(values: T) {
  return z.enum(values, { error: `not one of ${values.join(", ")}` });
}

/** Text of one line without control characters, 1 … `longest` characters. */
export function text(longest: number) {
  const error = `not text of 1 to ${longest} characters`;
  return z
    .string({ error: "not text" })
    .check(
      z.minLength(1, { error }),
      z.maxLength(longest, { error, abort: true }),
      z.regex(ONE_CLEAN_LINE, { error: "has control characters" }),
    );
}

/** Text that may run over several lines. */
export function longText(longest: number) {
  return z
    .string({ error: "not text" })
    .check(
      z.maxLength(longest, { error: `longer than ${longest} characters`, abort: true }),
      z.regex(CLEAN_LINES, { error: "has control characters" }),
    );
}

// Cc control, Cs lone surrogates, and the marks that turn the direction of the text around them.
const ONE_CLEAN_LINE = /^[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u;
const CLEAN_LINES = /^(?:[^\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]|[\n\t])*$/u;

/** An identifier, safe as the name of a file and in a list with commas. */
export const id = z
  .string({ error: "not text" })
  .check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, { error: "not 1 to 64 letters, digits, - or _" }));

export const name = text(NAME_LENGTH);

/** A language and where it is spoken (BCP 47). */
export const languageTag = z
  .string({ error: "not text" })
  .check(z.refine(isLocale, { error: "not a language tag such as en-GB" }));

function isLocale(tag: string): boolean {
  try {
    return tag.length <= 35 && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** One or more names, none twice. */
export function names(most: number) {
  return z.array(name, { error: "not a list" }).check(
    z.minLength(1, { error: "an empty list" }),
    z.maxLength(most, { error: `more than ${most} names` }),
    z.refine((list) => new Set(list).size === list.length, { error: "a name twice" }),
  );
}
