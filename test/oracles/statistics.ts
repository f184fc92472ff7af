/** Samples of simulated runs: means with their errors, and the chi-square test. */

export interface Sample {
  readonly count: number;
  readonly mean: number;
  readonly variance: number;
  /**
   * Standard error of the mean; at least one unit in all runs together, 1/count: runs that all came out alike
   * can't tell a mean more finely (the expected results state it so for frequencies of 0).
   */
  readonly error: number;
}

/** Summary of a sample of at least two values; `unit` is the smallest difference between two values. */
export function sampleOf(values: ArrayLike<number>, unit: number): Sample {
  const count = values.length;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += values[i];
  const mean = sum / count;
  let squares = 0;
  for (let i = 0; i < count; i++) squares += (values[i] - mean) * (values[i] - mean);
  const variance = squares / (count - 1);
  return { count, mean, variance, error: Math.max(Math.sqrt(variance / count), unit / count) };
}

/** Cells with fewer expected cases are counted together with their neighbours. */
const CELL_MIN = 5;

/**
 * Probability of counts at least as far from a distribution as these by chance alone (Pearson's chi-square,
 * neighbouring cells pooled until each expects 5 cases); 0 if something happened that can't.
 */
export function chiSquareProb(counts: readonly number[], probabilities: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (counts.some((count, i) => count > 0 && !(probabilities[i] > 0))) return 0;
  const cells: { observed: number; expected: number }[] = [];
  let open = { observed: 0, expected: 0 };
  probabilities.forEach((probability, i) => {
    open = { observed: open.observed + counts[i], expected: open.expected + total * probability };
    if (open.expected < CELL_MIN) return;
    cells.push(open);
    open = { observed: 0, expected: 0 };
  });
  const last = cells.pop() ?? { observed: 0, expected: 0 };
  cells.push({ observed: last.observed + open.observed, expected: last.expected + open.expected });
  const distance = cells.reduce(
    (sum, { observed, expected }) => sum + ((observed - expected) * (observed - expected)) / expected,
    0,
  );
  return cells.length < 2 ? 1 : upperGamma((cells.length - 1) / 2, distance / 2);
}

/** Regularised upper incomplete gamma function of a multiple of ½, by its recurrence from ½ or 1. */
function upperGamma(shape: number, x: number): number {
  const isWhole = Number.isInteger(shape);
  let value = isWhole ? Math.exp(-x) : errorComplement(Math.sqrt(x));
  let term = isWhole ? Math.exp(-x) : Math.exp(-x) * Math.sqrt(x / Math.PI) * 2;
  for (let at = isWhole ? 1 : 0.5; at < shape; at++) {
    if (isWhole) term *= x / at;
    else if (at > 0.5) term *= x / at;
    value += term;
  }
  return value;
}

/** erfc for x ≥ 0: its series up to 2.5, beyond that its continued fraction. */
function errorComplement(x: number): number {
  if (x < 2.5) {
    let term = x;
    let sum = x;
    for (let n = 1; n < 60; n++) {
      term *= (-x * x) / n;
      sum += term / (2 * n + 1);
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * sum;
  }
  let fraction = x;
  for (let n = 80; n > 0; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
}
