/** What a series of adoptions is: counts a period, or the period in which each person adopted. */

/** Nobody's period: not adopted by the end of the series. */
export const NEVER = -1;

/** Counts a period of an unnamed crowd. */
export interface Counts {
  readonly form: "counts";
  /** The first period's number in the file; they follow one by one. */
  readonly firstPeriod: number;
  readonly adoptions: Float64Array;
  /** How many could adopt in all; missing = unknown. */
  readonly market?: number;
}

/** People, and when each adopted. */
export interface Individuals {
  readonly form: "individuals";
  readonly firstPeriod: number;
  readonly periods: number;
  readonly ids: readonly string[];
  /** Period from 0, or NEVER. */
  readonly adoptedAt: Int32Array;
  /** Group of each person, 0 … groupNames.length − 1; empty without groups. */
  readonly group: Uint16Array;
  readonly groupNames: readonly string[];
}

export type Series = Counts | Individuals;

/** Adoptions a period. */
export function adoptionsOf(series: Series): Float64Array {
  if (series.form === "counts") return series.adoptions;
  return countPeriods(series.adoptedAt, series.periods);
}

/** How many adopted in each period. */
export function countPeriods(adoptedAt: Int32Array, periods: number): Float64Array {
  const counts = new Float64Array(periods);
  for (const t of adoptedAt) if (t !== NEVER) counts[t]++;
  return counts;
}
