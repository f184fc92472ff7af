/** Student's t: the quantile behind an interval for a mean of a few replicates, and that interval. */

/** A number with an interval of 95%; null where the data can't tell. */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const HALVINGS = 60;
/** Halvings of an angle after which the series below has no further digit to give: tan(π/32)¹⁹/19 < 1e-19. */
const ANGLE_HALVINGS = 4;
const SERIES_TERMS = 10;
const LEVEL = 0.95;

/** The angle in [0, π/2) of a tangent ≥ 0: halved by square roots, then Taylor's series; no host function differs. */
function angleOf(tangent: number): number {
  let x = tangent;
  for (let i = 0; i < ANGLE_HALVINGS; i++) x /= 1 + Math.sqrt(1 + x * x);
  let sum = 0;
  for (let i = SERIES_TERMS - 1; i >= 0; i--) sum = (i % 2 === 0 ? 1 : -1) / (2 * i + 1) + x * x * sum;
  return x * sum * 2 ** ANGLE_HALVINGS;
}

/** P(|T| ≤ t) at t = √freedom·s/√(1 − s²), by the finite sums of Abramowitz & Stegun (26.7.3, 26.7.4). */
function within(sine: number, freedom: number): number {
  const cosine2 = (1 - sine) * (1 + sine);
  const cosine = Math.sqrt(cosine2);
  const isOdd = freedom % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let i = isOdd ? 3 : 2; i < freedom; i += 2) {
    term *= ((i - 1) / i) * cosine2;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angleOf(sine / cosine) + sine * sum) : sine * sum;
}

/** The t ≥ 0 with P(|T| ≤ t) = level in (0, 1), for a whole number of degrees of freedom ≥ 1. */
export function studentQuantile(level: number, freedom: number): number {
  let inside = 0;
  let outside = 1;
  for (let i = 0; i < HALVINGS; i++) {
    const sine = (inside + outside) / 2;
    if (within(sine, freedom) < level) inside = sine;
    else outside = sine;
  }
  return (Math.sqrt(freedom) * inside) / Math.sqrt((1 - inside) * (1 + inside));
}

/** Mean of independent numbers with Student's interval of 95%; without one for fewer than two. */
export function meanEstimate(values: readonly number[], mean = meanOf(values)): Estimate {
  if (values.length === 0) return { value: null, low: null, high: null };
  if (values.length === 1) return { value: mean, low: null, high: null };
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const error = Math.sqrt(squares / (values.length - 1) / values.length);
  const half = studentQuantile(LEVEL, values.length - 1) * error;
  return { value: mean, low: mean - half, high: mean + half };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
