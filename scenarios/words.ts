/** Lists, shares and numbers as sentences say them. */

/** How a document writes them. */
export interface NumberWords {
  /** A share as a whole percentage that never rounds to 0 or 100 what isn't. */
  readonly share: (share: number) => string;
  /** Three significant digits. */
  readonly number: (value: number) => string;
}

/** "a, b and c" */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)!}`;
}

/** A whole percentage that never rounds to 0 or 100 what isn't. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return `${(Math.ceil(share * 1000) / 10).toFixed(1)}%`;
  if (share < 1 && share > 0.99) return `${(Math.floor(share * 1000) / 10).toFixed(1)}%`;
  return `${Math.round(share * 100)}%`;
}

/** Three significant digits. */
export function digits(value: number): string {
  return String(Number(value.toPrecision(3))).replace("-", "−");
}
