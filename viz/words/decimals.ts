/** Numbers as decimals: rounded, in groups of three, with a minus as long as a plus. */

/** As many significant digits as asked for, without zeros at the end. */
export function significantText(value: number, digits: number): string {
  return withSign(value, (size) => grouped(trimmed(unfolded(size, digits))));
}

/** As many places as asked for. */
export function fixedText(value: number, places: number): string {
  return withSign(value, (size) => size.toFixed(places));
}

/** The same without zeros at the end. */
export function atMostText(value: number, places: number): string {
  return withSign(value, (size) => trimmed(size.toFixed(places)));
}

/** A count, in groups of three. */
export function countText(count: number): string {
  return withSign(count, (size) => grouped(String(size)));
}

/** What rounds to nothing has no sign. */
function withSign(value: number, write: (size: number) => string): string {
  const text = write(Math.abs(value));
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

function grouped(text: string): string {
  const [whole, ...rest] = text.split(".");
  return [whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ","), ...rest].join(".");
}
