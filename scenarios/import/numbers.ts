/** A number as people and programs write it in CSV: decimal, with a point, no thousands. */
export function numberIn(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
}
