/** The standard normal distribution's tail, and the logarithm of factorials. */
import { exp, log } from "../../engine/math.ts";

/** Terms of the series near 0 and of the continued fraction beyond; each reaches full precision there. */
const SERIES_TERMS = 100;
const FRACTION_TERMS = 120;
const FAR = 2.5;
const TAU = 6.283185307179586;

/** P(X > z). Near 0 by its Taylor series, beyond by Laplace's continued fraction (Abramowitz & Stegun 26.2.10, .14). */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  if (z === Infinity) return 0;
  const density = exp((-z * z) / 2) / Math.sqrt(TAU);
  if (z < FAR) {
    let term = z;
    let sum = z;
    for (let k = 1; k < SERIES_TERMS; k++) {
      term *= (z * z) / (2 * k + 1);
      // Terms fall from the fourth on: one that adds nothing is followed by none that does.
      if (k > 3 && sum + term === sum) break;
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let below = z;
  for (let k = FRACTION_TERMS; k >= 1; k--) below = z + k / below;
  return density / below;
}

/** ln x! for a real x ≥ 0, by Stirling's series above 20. */
export function logFactorial(x: number): number {
  let shift = 0;
  let n = x + 1;
  for (; n < 20; n++) shift += log(n);
  const inverse = 1 / n;
  const series = inverse * (1 / 12 - inverse * inverse * (1 / 360 - (inverse * inverse) / 1260));
  return (n - 0.5) * log(n) - n + log(TAU) / 2 + series - shift;
}
