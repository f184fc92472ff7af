/** What an assumption is in one replicate: its value, or a draw from its range or from what is plausible. */
import type { Parameter } from "../engine/index.ts";
import { exp, log } from "../engine/math.ts";
import { PLAUSIBLE_SHARES } from "./plausible-shares.ts";

/** A value, or the range it is drawn from. */
export type Given = number | { readonly low: number; readonly high: number };

/**
 * What the runs differ by, beside chance: nothing ("chance"), or all that is plausible of every assumption without a
 * range of its own ("plausible"); undefined = the ranges that the document gives.
 */
export type Uncertainty = "chance" | "plausible" | undefined;

/** The plausible ends around a value: the shares of its grade, within the table's bounds; undefined where it can't move. */
export function rangeOf(
  row: Parameter,
  value: Given,
): { readonly low: number; readonly high: number } | undefined {
  if (typeof value === "object")
    return value.low < value.high ? { low: value.low, high: value.high } : undefined;
  if (row.unit === "switch" || value === 0) return undefined;
  const [least, most] = PLAUSIBLE_SHARES[row.grade];
  const [low, high] = [Math.max(row.low, value * least), Math.min(row.high, value * most)];
  const ends = row.unit === "people" ? { low: Math.round(low), high: Math.round(high) } : { low, high };
  return ends.low < ends.high ? ends : undefined;
}

/** The value of a replicate whose draw is u in (0, 1). */
export function drawnValue(row: Parameter, given: Given, uncertainty: Uncertainty, u: number): number {
  if (typeof given === "object") return within(given, uncertainty === "chance" ? 0.5 : u);
  const range = uncertainty === "plausible" ? rangeOf(row, given) : undefined;
  if (range === undefined) return given;
  const value = Math.min(
    range.high,
    Math.max(range.low, exp(log(range.low) * (1 - u) + log(range.high) * u)),
  );
  return row.unit === "people" ? Math.round(value) : value;
}

/** Uniform over a range; never outside it by rounding. */
function within({ low, high }: { readonly low: number; readonly high: number }, u: number): number {
  return Math.min(high, low + (high - low) * u);
}
