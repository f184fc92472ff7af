/** The one error of outside data: a single line that says what, why, value and where. */

/** Refused input; its message is one line, e.g. `invalid weeks; not in [1, 1040]: 0 (plan.json:12)`. */
export class InputError extends Error {
  override readonly name = "InputError";
}

const SHOWN_LENGTH = 60;

/** A value as it is shown in an error: short, on one line. */
export function shown(value: unknown): string {
  if (value === undefined) return "missing";
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "an object";
  const text = typeof value === "string" ? JSON.stringify(value.slice(0, SHOWN_LENGTH)) : String(value);
  const safe = text.replaceAll(/[^\P{C}]/gu, "�");
  return (typeof value === "string" && value.length > SHOWN_LENGTH) || safe.length > 2 * SHOWN_LENGTH
    ? `${safe.slice(0, SHOWN_LENGTH)}…`
    : safe;
}

/** `what; why: value (where)`, parts without content left out. */
export function inputError(what: string, why: string, value: unknown, where = ""): InputError {
  return new InputError(`${what}${why && `; ${why}`}: ${shown(value)}${where && ` (${where})`}`);
}
