/** What tests of decisions share: payoff tables by hand, and columns of keyed draws. */
import { runKey, uniform } from "../../../engine/index.ts";
import { normalQuantile } from "../../../engine/math.ts";
import type { FactorColumn, Payoffs } from "../../../scenarios/decisions/index.ts";

/** A table with a row a plan and a column a point, one replicate. */
export function payoffsOf(rows: Readonly<Record<string, readonly number[]>>): Payoffs {
  const values = Object.values(rows).map((row) => Float64Array.from(row));
  return { plans: Object.keys(rows), points: values[0].length, replicates: 1, values };
}

/** Uniform numbers on (0, 1), a column of its own for each number. */
export function uniforms(count: number, column: number): Float64Array {
  const key = runKey([column, 11], 0);
  return Float64Array.from({ length: count }, (_, i) => uniform(i, key));
}

export function normals(count: number, column: number): Float64Array {
  return uniforms(count, column).map(normalQuantile);
}

export function columnsOf(columns: Readonly<Record<string, Float64Array>>): FactorColumn[] {
  return Object.entries(columns).map(([name, values]) => ({ name, values }));
}
