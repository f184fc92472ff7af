/** How a number runs along one factor: a curve of straight pieces by least squares, fitted to any groups of points. */
import { quantile } from "../quantile.ts";

/** Where a factor's points lie between knots; the knots are quantiles, or all its values where these are few. */
export interface Basis {
  readonly knots: Float64Array;
  /** By point: the knot at or below it, and how far it is on the way to the next one. */
  readonly below: Uint8Array;
  readonly beyond: Float64Array;
}

/** Sums from which a curve is fitted: they add up over groups of points. */
export interface Sums {
  /** Diagonal, and the diagonal above it, of the sums of products. */
  readonly squares: Float64Array;
  readonly products: Float64Array;
  readonly right: Float64Array;
}

const KNOTS_MOST = 7;
/** Points a knot: fewer follow luck. */
const KNOT_POINTS = 25;
/** Keeps a knot near which there is no point in the middle of its neighbours, in points. */
const RIDGE = 1e-6;

/** @throws RangeError without points */
export function basisOf(column: Float64Array): Basis {
  if (column.length === 0) throw new RangeError("invalid factor; without points: 0");
  const knots = knotsOf(column.toSorted());
  const below = new Uint8Array(column.length);
  const beyond = new Float64Array(column.length);
  for (const [i, x] of column.entries()) {
    let k = 0;
    while (k < knots.length - 2 && x >= knots[k + 1]) k++;
    below[i] = k;
    beyond[i] = knots.length === 1 ? 0 : (x - knots[k]) / (knots[k + 1] - knots[k]);
  }
  return { knots, below, beyond };
}

function knotsOf(sorted: Float64Array): Float64Array {
  const most = Math.min(KNOTS_MOST, Math.max(2, 1 + Math.floor(sorted.length / KNOT_POINTS)));
  const values = distinct(sorted, KNOTS_MOST);
  if (values !== undefined) return values;
  const knots = Float64Array.from({ length: most }, (_, k) => quantile(sorted, k / (most - 1)));
  return knots.filter((knot, k) => k === 0 || knot > knots[k - 1]);
}

/** The values of a sorted column if they are at most so many. */
function distinct(sorted: Float64Array, most: number): Float64Array | undefined {
  const values = [sorted[0]];
  for (const value of sorted) {
    if (value > values[values.length - 1]) values.push(value);
    if (values.length > most) return undefined;
  }
  return Float64Array.from(values);
}

/** The sums of each group of points: `groups[i]` in [0, count). */
export function sumsOf({ knots, below, beyond }: Basis, y: Float64Array, groups: Uint16Array, count: number) {
  const sums = Array.from({ length: count }, () => emptySums(knots.length));
  for (let i = 0; i < y.length; i++) {
    const { squares, products, right } = sums[groups[i]];
    const k = below[i];
    const share = beyond[i];
    squares[k] += (1 - share) * (1 - share);
    right[k] += (1 - share) * y[i];
    if (share === 0) continue;
    products[k] += share * (1 - share);
    squares[k + 1] += share * share;
    right[k + 1] += share * y[i];
  }
  return sums;
}

function emptySums(length: number): Sums {
  return {
    squares: new Float64Array(length),
    products: new Float64Array(length),
    right: new Float64Array(length),
  };
}

/** Sums of several groups together, a group as often as it is named. */
export function addedSums(sums: readonly Sums[], groups: Iterable<number>): Sums {
  const added = emptySums(sums[0].right.length);
  for (const group of groups)
    for (const key of ["squares", "products", "right"] as const)
      for (let k = 0; k < added[key].length; k++) added[key][k] += sums[group][key][k];
  return added;
}

/** The curve's heights at the knots (Thomas's elimination). */
export function heightsOf({ squares, products, right }: Sums): Float64Array {
  const count = right.length;
  const diagonal = squares.slice();
  const above = products.slice();
  const heights = right.slice();
  // A little stiffness between neighbours, so that a knot without points has a height, too.
  for (let k = 0; k + 1 < count; k++) {
    diagonal[k] += RIDGE;
    diagonal[k + 1] += RIDGE;
    above[k] -= RIDGE;
  }
  for (let k = 1; k < count; k++) {
    const factor = above[k - 1] / diagonal[k - 1];
    diagonal[k] -= factor * above[k - 1];
    heights[k] -= factor * heights[k - 1];
  }
  for (let k = count - 1; k >= 0; k--)
    heights[k] = (heights[k] - (k + 1 < count ? above[k] * heights[k + 1] : 0)) / diagonal[k];
  return heights;
}

/** The curve at a point of the basis. */
export function heightAt({ below, beyond }: Basis, heights: Float64Array, i: number): number {
  const k = below[i];
  return beyond[i] === 0 ? heights[k] : heights[k] * (1 - beyond[i]) + heights[k + 1] * beyond[i];
}
