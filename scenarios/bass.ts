/** Closed forms of published contagion: Bass's diffusion, the final size of an epidemic, the window of cascades. */
import { exp, expm1, log } from "../engine/math.ts";

/** Coefficients of Bass's model per unit of time: p, from outside, and q, from those who have adopted. */
export interface BassRates {
  /** p > 0. */
  readonly innovation: number;
  /** q > −p; 0 or less: no contagion. */
  readonly imitation: number;
}

/** Share of the market that has adopted by a time ≥ 0 in continuous time (Bass 1969): F(0) = 0, F(∞) = 1. */
export function bassShare({ innovation, imitation }: BassRates, time: number): number {
  const hazard = (innovation + imitation) * time;
  return -expm1(-hazard) / (1 + (imitation / innovation) * exp(-hazard));
}

/** Time and share at which most adopt; at the start unless imitation exceeds innovation. */
export function bassPeak({ innovation, imitation }: BassRates): { time: number; share: number } {
  if (imitation <= innovation) return { time: 0, share: 0 };
  return {
    time: log(imitation / innovation) / (innovation + imitation),
    share: 0.5 - innovation / (2 * imitation),
  };
}

/**
 * Shares after 1, 2, … `units` units of time when adoption happens in `steps` equal steps a unit:
 * F += (p/steps + q/steps·F)(1 − F). The step is part of the model: at p .03, q .38 yearly steps give F(5) = .2729,
 * weekly ones .3300, continuous time .3312.
 */
export function bassRecursion(
  { innovation, imitation }: BassRates,
  steps: number,
  units: number,
): Float64Array {
  const shares = new Float64Array(units);
  let share = 0;
  for (let unit = 0; unit < units; unit++) {
    for (let step = 0; step < steps; step++)
      share += (innovation / steps + (imitation / steps) * share) * (1 - share);
    shares[unit] = share;
  }
  return shares;
}

/** Newton steps that are always enough; they end when the size stands still. */
const NEWTON_MAX = 200;

/**
 * Share ever infected in an epidemic under complete mixing, of a reproduction number ≥ 0 and a share of
 * seeds in [0, 1): the largest root of z = 1 − (1 − seeds)·exp(−R·z) (Kermack & McKendrick 1927).
 */
export function finalSize(reproduction: number, seedShare = 0): number {
  if (seedShare === 0 && reproduction <= 1) return 0;
  // z + (1 − seeds)·exp(−R·z) − 1 is convex and above 0 at 1, so the steps fall towards its largest root.
  let size = 1;
  for (let i = 0; i < NEWTON_MAX; i++) {
    const escaped = expm1(-reproduction * size);
    const excess = size + escaped - seedShare * (1 + escaped);
    const slope = 1 - reproduction * (1 - seedShare) * (1 + escaped);
    const next = size - excess / slope;
    if (!(next < size)) return size;
    size = next;
  }
  return size;
}

/** Halvings of an interval after which its ends are neighbouring numbers. */
const HALVINGS = 1100;

/** Where a function that is positive at one end and not at the other changes sign. */
function signChange(f: (x: number) => number, positive: number, negative: number): number {
  let inside = positive;
  let outside = negative;
  for (let i = 0; i < HALVINGS; i++) {
    const middle = inside + (outside - inside) / 2;
    if (middle === inside || middle === outside) break;
    if (f(middle) > 0) inside = middle;
    else outside = middle;
  }
  return outside;
}

/** Poisson probabilities of `count` at a mean: of that many, and of that many or fewer. */
function poisson(mean: number, count: number): { exactly: number; atMost: number } {
  let exactly = exp(-mean);
  let atMost = exactly;
  for (let i = 1; i <= count; i++) {
    exactly *= mean / i;
    atMost += exactly;
  }
  return { exactly, atMost };
}

/**
 * Mean degrees between which one seed can start a global cascade in a random network whose people all have
 * the same threshold in (0, 1]; undefined if there are none (Watts 2002). People of at most K ties are
 * tipped by a single one, K the largest number with 1/K ≥ threshold in doubles (1/5 ≥ .20 holds); cascades are
 * global while z·P(Poisson(z) ≤ K − 2) > 1, z the mean degree.
 */
export function cascadeWindow(threshold: number): { low: number; high: number } | undefined {
  let tippedDegree = 1;
  while (1 / (tippedDegree + 1) >= threshold) tippedDegree++;
  if (tippedDegree < 2) return undefined;
  const surplus = (z: number): number => z * poisson(z, tippedDegree - 2).atMost - 1;
  const slope = (z: number): number => {
    const { exactly, atMost } = poisson(z, tippedDegree - 2);
    return atMost - z * exactly;
  };
  const beyond = 4 * tippedDegree + 16;
  const peak = signChange(slope, 0, beyond);
  if (!(surplus(peak) > 0)) return undefined;
  return { low: signChange(surplus, peak, 0), high: signChange(surplus, peak, beyond) };
}
