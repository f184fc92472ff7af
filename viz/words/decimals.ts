/** Numbers as decimals: rounded, in groups of three, with a minus as long as a plus, in a document's signs. */
import { writtenText, type Notation } from "./notation.ts";

/** As many significant digits as asked for, without zeros at the end. */
export function significantText(value: number, digits: number, notation: Notation): string {
  return withSign(value, notation, (size) => trimmed(unfolded(size, digits)));
}

/** As many places as asked for. */
export function fixedText(value: number, places: number, notation: Notation): string {
  return withSign(value, notation, (size) => size.toFixed(places));
}

/** The same without zeros at the end. */
export function atMostText(value: number, places: number, notation: Notation): string {
  return withSign(value, notation, (size) => trimmed(size.toFixed(places)));
}

export function countText(count: number, notation: Notation): string {
  return withSign(count, notation, String);
}

/** What rounds to nothing has no sign. */
function withSign(value: number, notation: Notation, write: (size: number) => string): string {
  const text = writtenText(write(Math.abs(value)), notation);
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** Without powers of ten. */
function unfolded(size: number, count: number): string {
  const [coefficient, power] = size.toExponential(count - 1).split("e");
  const digits = coefficient.replace(".", "");
  const exponent = Number(power);
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, "0");
  const rest = digits.slice(exponent + 1);
  return rest === "" ? whole : `${whole}.${rest}`;
}

function trimmed(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
