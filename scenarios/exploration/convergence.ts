/** How an estimate settles as points are added in the order of the design: mean and interval at a few counts. */
import { studentQuantile } from "../student.ts";

export interface Settling {
  /** Points taken so far. */
  readonly count: number;
  readonly mean: number;
  /** Student's interval of 95% over points; equal to the mean of a single one. */
  readonly low: number;
  readonly high: number;
}

const STEPS = 40;
const LEVEL = 0.95;

/** The mean of marked points' values after more and more of them; NaN values are left out. */
export function settlingOf(values: Float64Array, marks: Uint8Array): Settling[] {
  let known = 0;
  for (let point = 0; point < values.length; point++)
    if (marks[point] === 1 && !Number.isNaN(values[point])) known++;
  const found: Settling[] = [];
  let [count, mean, squares, step] = [0, 0, 0, 1];
  for (let point = 0; point < values.length; point++) {
    const value = values[point];
    if (marks[point] === 0 || Number.isNaN(value)) continue;
    count++;
    // Welford's recurrence (1962): no sum of squares to lose digits in.
    const change = value - mean;
    mean += change / count;
    squares += change * (value - mean);
    if (count < Math.ceil((step * known) / STEPS)) continue;
    while (count >= Math.ceil((step * known) / STEPS)) step++;
    found.push(settled(count, mean, squares));
  }
  return found;
}

function settled(count: number, mean: number, squares: number): Settling {
  if (count < 2) return { count, mean, low: mean, high: mean };
  const half =
    studentQuantile(LEVEL, Math.min(count - 1, FREEDOM_MOST)) * Math.sqrt(squares / (count - 1) / count);
  return { count, mean, low: mean - half, high: mean + half };
}

/** Beyond it Student's t is the normal's to three digits, and its finite sum grows long. */
const FREEDOM_MOST = 999;
