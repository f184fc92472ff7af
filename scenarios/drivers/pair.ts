/** The two plans whose difference is explained, and the column of it that a paired run leaves. */
import type { Intervention, MeasureName } from "../../engine/index.ts";
import { planOf } from "../resolve.ts";
import type { Setting } from "../paired.ts";

/** Places of plans in the document: b against a, or against doing nothing (null). */
export interface DriverPair {
  readonly a: number | null;
  readonly b: number;
}

export interface DriverQuestion {
  readonly pair: DriverPair;
  readonly measure: MeasureName;
  /** Paired runs, at least 1: replicates 0, 1, …. */
  readonly runs: number;
}

/** Plans a and b as the engine takes them. @throws InputError at names the company lacks */
export function plansOfPair(
  { document, organisation }: Setting,
  { a, b }: DriverPair,
): readonly [Intervention[], Intervention[]] {
  return [a === null ? [] : planOf(document, organisation, a), planOf(document, organisation, b)];
}

/** b − a by week. */
export function lessColumn(b: Float64Array, a: Float64Array): Float64Array {
  return b.map((value, week) => value - a[week]);
}
