/** Where each plan wins: two factors cut into cells, each with the share of runs one plan is ahead in. */
import { wilson } from "../wilson.ts";
import type { PairPoints } from "./pairs.ts";
import type { Strip } from "./strips.ts";

export type Verdict = "a" | "b" | "undecided" | "empty";

/** Cells row by row from the lowest y: [row · columns + column]. */
export interface PhaseMap {
  readonly columns: number;
  readonly rows: number;
  /** Marked points of the cell that have both plans' values. */
  readonly points: Uint32Array;
  /** Mean over them of the share of runs with b ahead; NaN in an empty cell. */
  readonly shares: Float64Array;
  /** Interval of 95%, which counts points, not runs: it errs on the wide side where runs of a point differ. */
  readonly lows: Float64Array;
  readonly highs: Float64Array;
  readonly verdicts: readonly Verdict[];
}

export function phaseMapOf(x: Strip, y: Strip, pair: PairPoints, marks: Uint8Array): PhaseMap {
  const [columns, rows] = [x.binCount, y.binCount];
  const points = new Uint32Array(columns * rows);
  const sums = new Float64Array(columns * rows);
  for (let point = 0; point < marks.length; point++) {
    const share = pair.shares[point];
    if (marks[point] === 0 || Number.isNaN(share)) continue;
    const cell = y.bins[point] * columns + x.bins[point];
    points[cell]++;
    sums[cell] += share;
  }
  const intervals = Array.from(points, (count, cell) =>
    count === 0 ? ([NaN, NaN] as const) : wilson(sums[cell], count),
  );
  return {
    columns,
    rows,
    points,
    shares: sums.map((sum, cell) => sum / points[cell]),
    lows: Float64Array.from(intervals, ([low]) => low),
    highs: Float64Array.from(intervals, ([, high]) => high),
    verdicts: intervals.map(verdictOf),
  };
}

function verdictOf([low, high]: readonly [number, number]): Verdict {
  if (Number.isNaN(low)) return "empty";
  if (low > 0.5) return "b";
  return high < 0.5 ? "a" : "undecided";
}

/**
 * The shares without their noise, for the line of even odds: each cell is averaged with its neighbours within two
 * cells, by points and nearness (a binomial window). NaN where there is no point that near.
 */
export function smoothShares({ columns, rows, points, shares }: PhaseMap): Float64Array {
  const smooth = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let [sum, weight] = [0, 0];
      for (let dy = -REACH; dy <= REACH; dy++) {
        for (let dx = -REACH; dx <= REACH; dx++) {
          const [r, c] = [row + dy, column + dx];
          if (r < 0 || c < 0 || r >= rows || c >= columns || points[r * columns + c] === 0) continue;
          const own = points[r * columns + c] * WINDOW[dx + REACH] * WINDOW[dy + REACH];
          sum += own * shares[r * columns + c];
          weight += own;
        }
      }
      smooth[row * columns + column] = sum / weight;
    }
  }
  return smooth;
}

const REACH = 2;
const WINDOW = [1, 4, 6, 4, 1];
