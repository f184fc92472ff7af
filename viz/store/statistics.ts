/** Statistics of runs: quantiles (type 7) by week, wins and their interval, weeks of crossing. */
import type { Spread, WeekSpread } from "../../scenarios/index.ts";
import { quantile } from "../../scenarios/quantile.ts";
import type { Bands } from "../charts/bands.ts";

/** Bands of weeks whose values over runs are in ascending order. */
export function bandsOfSorted(weeks: number, sortedAt: (week: number) => Float64Array): Bands {
  const bands = {
    p5: new Float64Array(weeks),
    p25: new Float64Array(weeks),
    p50: new Float64Array(weeks),
    p75: new Float64Array(weeks),
    p95: new Float64Array(weeks),
  };
  for (let week = 0; week < weeks; week++) {
    const sorted = sortedAt(week);
    bands.p5[week] = quantile(sorted, 0.05);
    bands.p25[week] = quantile(sorted, 0.25);
    bands.p50[week] = quantile(sorted, 0.5);
    bands.p75[week] = quantile(sorted, 0.75);
    bands.p95[week] = quantile(sorted, 0.95);
  }
  return bands;
}

/** The quantiles of bands at one week. */
export function spreadAt({ p5, p50, p95 }: Bands, week: number): Spread {
  return { p5: p5[week], p50: p50[week], p95: p95[week] };
}

export function spreadOf(values: Float64Array): Spread {
  const sorted = values.toSorted();
  return {
    p5: quantile(sorted, 0.05),
    p50: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
  };
}

/** `count` quantiles at (i + ½)/count, ascending. */
export function quantilesOf(values: Float64Array, count: number): number[] {
  const sorted = values.toSorted();
  return Array.from({ length: count }, (_, i) => quantile(sorted, (i + 0.5) / count));
}

/** Share of values above 0, ties counting half. */
export function winShare(values: Float64Array): number {
  let wins = 0;
  for (const value of values) wins += value > 0 ? 1 : value === 0 ? 0.5 : 0;
  return values.length === 0 ? 0.5 : wins / values.length;
}

const Z95 = 1.959964;

/** The interval of Wilson (1927) that holds a share of `count` trials with 95% confidence. */
export function wilsonInterval(
  share: number,
  count: number,
): { readonly low: number; readonly high: number } {
  if (count === 0) return { low: 0, high: 1 };
  const z2 = Z95 * Z95;
  const middle = (share + z2 / (2 * count)) / (1 + z2 / count);
  const half = (Z95 * Math.sqrt((share * (1 - share)) / count + z2 / (4 * count * count))) / (1 + z2 / count);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** The first week from which a series, times `sign`, stays above 0 to its end; −1 if it ends at or below. */
export function lastingWeek(column: Float64Array, sign: 1 | -1 = 1): number {
  let week = column.length;
  while (week > 0 && column[week - 1] * sign > 0) week--;
  return week === column.length ? -1 : week;
}

/** The spread of lasting weeks over series, and the share that has none. */
export function lastingWeeks(columns: readonly Float64Array[], sign: 1 | -1 = 1): WeekSpread {
  return spreadOfWeeks(Float64Array.from(columns, (column) => lastingWeek(column, sign)));
}

/** The same of weeks, −1 where there is none. */
export function spreadOfWeeks(all: Float64Array): WeekSpread {
  const weeks = all.filter((week) => week >= 0);
  const never = all.length === 0 ? 1 : 1 - weeks.length / all.length;
  if (weeks.length === 0) return { p5: null, p50: null, p95: null, never };
  return { ...spreadOf(weeks), never };
}

/** The mean and half the width of its 95% interval. */
export function meanOf(values: Float64Array): { readonly mean: number; readonly half: number } {
  let mean = 0;
  for (const value of values) mean += value / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  const count = values.length;
  return { mean, half: count < 2 ? Infinity : Z95 * Math.sqrt(squares / (count - 1) / count) };
}
