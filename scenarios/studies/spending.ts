/** How wide an interval must be at each of several looks, so that all of them together cover with 95%: alpha spending. */
import { exp, normalQuantile } from "../../engine/math.ts";
import { normalTail } from "../diffusion/normal.ts";

/** The chance that any interval of a study misses. */
export const ALPHA = 0.05;
const QUANTILE = normalQuantile(1 - ALPHA / 4);
/** Simpson's nodes on the half line within a look's bounds: an error below 1e-6. */
const NODES = 33;
const HALVINGS = 30;
/** Wider than this, a bound cuts nothing off. */
export const BOUND_MOST = 8;
/** A chance that isn't worth a bound. */
const SPEND_LEAST = 1e-9;
const ROOT_2_PI = 2.5066282746310002;

/** A look that has been taken. */
export interface Look {
  /** Independent numbers seen by then. */
  readonly size: number;
  /** Its interval in standard errors, at most 8. */
  readonly bound: number;
}

/**
 * The chance of a miss that may be spent by a share of the information wanted, as O'Brien and Fleming would: little at
 * first, all at the end (Lan & DeMets 1983).
 */
export function spentBy(share: number): number {
  return share >= 1 ? ALPHA : 4 * normalTail(QUANTILE / Math.sqrt(share));
}

/**
 * The bound, in standard errors, that a mean of `size` numbers crosses with chance `spend` when it has crossed none at
 * the looks before (Armitage, McPherson & Rowe 1969); at most 8.
 */
export function boundAt(looks: readonly Look[], size: number, spend: number): number {
  if (spend < SPEND_LEAST) return BOUND_MOST;
  let low = 0;
  let high = BOUND_MOST;
  const crossing = crossingOf(looks, size);
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (crossing(middle) > spend) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Chance to cross a bound at a look and none before, as a function of the bound. */
function crossingOf(looks: readonly Look[], size: number): (bound: number) => number {
  if (looks.length === 0) return (bound) => 2 * normalTail(bound);
  const within = densityWithin(looks);
  const last = looks.at(-1)!;
  const spread = Math.sqrt(size - last.size);
  return (bound) => {
    const edge = bound * Math.sqrt(size);
    return (
      2 *
      integral(
        within,
        (u, density) => density * (normalTail((edge - u) / spread) + normalTail((edge + u) / spread)),
      )
    );
  };
}

/** The density of a sum of standard normal numbers that has crossed no bound: at nodes from 0 to the last bound. */
interface Density {
  readonly step: number;
  readonly values: Float64Array;
}

function densityWithin(looks: readonly Look[]): Density {
  let before: Density | undefined;
  for (const [k, { size, bound }] of looks.entries()) {
    const step = (bound * Math.sqrt(size)) / (NODES - 1);
    const spread = Math.sqrt(size - (k === 0 ? 0 : looks[k - 1].size));
    const from = before;
    before = {
      step,
      values: Float64Array.from({ length: NODES }, (_, i) => {
        const s = i * step;
        if (from === undefined) return normalDensity(s / spread) / spread;
        return (
          integral(
            from,
            (u, density) => density * (normalDensity((s - u) / spread) + normalDensity((s + u) / spread)),
          ) / spread
        );
      }),
    };
  }
  return before!;
}

function normalDensity(z: number): number {
  return exp((-z * z) / 2) / ROOT_2_PI;
}

/** Simpson's rule. */
function integral({ step, values }: Density, valueAt: (u: number, density: number) => number): number {
  let sum = 0;
  for (let i = 0; i < NODES; i++) {
    const weight = i === 0 || i === NODES - 1 ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * valueAt(i * step, values[i]);
  }
  return (sum * step) / 3;
}
