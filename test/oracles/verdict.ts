/** Figures held against what was expected: each is inside its tolerance or named. */

export interface Verdict {
  /** Empty = passed. */
  readonly faults: readonly string[];
  /** Compared figures. */
  readonly figures: number;
  /** Simulated runs of the largest sample; 0 without a simulation, 1 where one run decides. */
  readonly runs: number;
  /** The largest distance from an expected figure, in tolerances. */
  readonly worst: number;
}

export interface Judge {
  /** Whether |actual − expected| ≤ tolerance. */
  near(figure: string, actual: number, expected: number, tolerance: number): void;
  /** Whether |actual/expected − 1| ≤ tolerance. */
  nearRatio(figure: string, actual: number, expected: number, tolerance: number): void;
  equal(figure: string, actual: number | string, expected: number | string): void;
  /** A share that must be above a bound. */
  above(figure: string, actual: number, bound: number): void;
  verdict(runs: number): Verdict;
}

export function makeJudge(): Judge {
  const faults: string[] = [];
  let figures = 0;
  let worst = 0;
  const count = (isGood: boolean, text: string): void => {
    figures++;
    if (!isGood) faults.push(text);
  };
  const near = (figure: string, actual: number, expected: number, tolerance: number): void => {
    const distance = Math.abs(actual - expected);
    if (tolerance > 0 && distance / tolerance > worst) worst = distance / tolerance;
    count(distance <= tolerance, `${figure}: ${actual} instead of ${expected} ± ${tolerance}`);
  };
  return {
    near,
    nearRatio: (figure, actual, expected, tolerance) =>
      near(figure, actual, expected, tolerance * Math.abs(expected)),
    equal: (figure, actual, expected) =>
      count(actual === expected, `${figure}: ${actual} instead of ${expected}`),
    above: (figure, actual, bound) => count(actual > bound, `${figure}: ${actual}, not above ${bound}`),
    verdict: (runs) => ({ faults, figures, runs, worst }),
  };
}
