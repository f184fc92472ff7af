/** Where one plan beats another over two factors: the share of runs by cell, with a band where they can't be told apart. */
import { wilson } from "../wilson.ts";
import type { Estimate } from "../student.ts";

/** Cells of a factor: equal steps or ratios between its ends, or one a value where there are few. */
export interface WinAxis {
  /** Ascending, one more than cells. */
  readonly edges: Float64Array;
  /** The values where there is one a cell. */
  readonly values: Float64Array | undefined;
}

export interface WinCell {
  readonly points: number;
  /** Share of the points' runs in which b is ahead, ties half; its interval counts points, not runs. */
  readonly probabilityBBeatsA: Estimate;
  readonly verdict: "a" | "b" | "undecided" | "empty";
}

export interface WinMap {
  readonly x: WinAxis;
  readonly y: WinAxis;
  /** Row by row from the least y: [row · columns + column]. */
  readonly cells: readonly WinCell[];
}

/** Cells of a column of values. @throws RangeError without values, or at a log scale at or below 0 */
export function winAxis(column: Float64Array, cells: number, isLog = false): WinAxis {
  if (column.length === 0) throw new RangeError("invalid factor; without points: 0");
  const values = Float64Array.from(new Set(column)).toSorted();
  if (values.length <= Math.max(2, cells / 2)) {
    const inner = Array.from(values.subarray(1), (value, i) => (values[i] + value) / 2);
    return { edges: Float64Array.from([values[0], ...inner, values[values.length - 1]]), values };
  }
  const [low, high] = [values[0], values[values.length - 1]];
  if (isLog && !(low > 0)) throw new RangeError(`invalid factor; a log scale needs values above 0: ${low}`);
  const ratio = high / low;
  const at = (share: number): number => (isLog ? low * power(ratio, share) : low + (high - low) * share);
  return {
    edges: Float64Array.from({ length: cells + 1 }, (_, i) => (i === cells ? high : at(i / cells))),
    values: undefined,
  };
}

/** base^share for share in [0, 1] by repeated square roots, which no host computes differently. */
function power(base: number, share: number): number {
  let result = 1;
  let root = base;
  let rest = share;
  for (let i = 0; i < 52 && rest > 0; i++) {
    root = Math.sqrt(root);
    rest *= 2;
    if (rest < 1) continue;
    result *= root;
    rest -= 1;
  }
  return result;
}

/** The cell of a value. */
export function cellOf({ edges }: WinAxis, value: number): number {
  let cell = 0;
  while (cell < edges.length - 2 && value >= edges[cell + 1]) cell++;
  return cell;
}

/** `leads[point · replicates + replicate]`: b − a, NaN where either has no run. */
export function winMap(
  x: { readonly column: Float64Array; readonly axis: WinAxis },
  y: { readonly column: Float64Array; readonly axis: WinAxis },
  leads: Float64Array,
  replicates: number,
): WinMap {
  const columns = x.axis.edges.length - 1;
  const rows = y.axis.edges.length - 1;
  const points = new Float64Array(columns * rows);
  const shares = new Float64Array(columns * rows);
  for (let point = 0; point < x.column.length; point++) {
    const share = shareAbove(leads, point * replicates, (point + 1) * replicates);
    if (Number.isNaN(share)) continue;
    const cell = cellOf(y.axis, y.column[point]) * columns + cellOf(x.axis, x.column[point]);
    points[cell]++;
    shares[cell] += share;
  }
  return {
    x: x.axis,
    y: y.axis,
    cells: Array.from(points, (count, cell) => winCell(count, shares[cell])),
  };
}

/** NaN without a run. */
function shareAbove(leads: Float64Array, first: number, end: number): number {
  let wins = 0;
  let runs = 0;
  for (let i = first; i < end; i++) {
    if (Number.isNaN(leads[i])) continue;
    wins += leads[i] > 0 ? 1 : leads[i] === 0 ? 0.5 : 0;
    runs++;
  }
  return wins / runs;
}

function winCell(points: number, wins: number): WinCell {
  if (points === 0)
    return { points, probabilityBBeatsA: { value: null, low: null, high: null }, verdict: "empty" };
  const [low, high] = wilson(wins, points);
  const verdict = low > 0.5 ? "b" : high < 0.5 ? "a" : "undecided";
  return { points, probabilityBBeatsA: { value: wins / points, low, high }, verdict };
}
