/** Implausibility: how far a measurement lies from a pattern's target, 3 at the target's edge (Craig et al. 1997). */
import { PATTERNS, type Pattern } from "../patterns/table.ts";

/** What counts as ruled out. */
export const CUTOFF = 3;
/** An open target ends at its bound; this share of the bound further in it is as plausible as can be. */
const OPEN_SHARE = 0.5;

/** Middle of a target and the distance from it that is one step of implausibility. */
export function scaleOf({ low, high }: Pattern): { middle: number; step: number } {
  if (!Number.isFinite(low)) return { middle: high - depth(high), step: depth(high) / CUTOFF };
  if (!Number.isFinite(high)) return { middle: low + depth(low), step: depth(low) / CUTOFF };
  return { middle: (low + high) / 2, step: (high - low) / 2 / CUTOFF };
}

function depth(bound: number): number {
  return OPEN_SHARE * Math.abs(bound);
}

/** Distance of a measurement from a target in its steps, `spread` the standard deviation of what isn't known of it. */
export function implausibility(pattern: Pattern, value: number, spread = 0): number {
  const { middle, step } = scaleOf(pattern);
  if (!Number.isFinite(value)) return Infinity;
  const isDeepInside =
    (!Number.isFinite(pattern.low) && value < middle) || (!Number.isFinite(pattern.high) && value > middle);
  return isDeepInside ? 0 : Math.abs(value - middle) / Math.sqrt(step * step + spread * spread);
}

/** The worst pattern of a set of measurements. */
export function worstPattern(measured: Readonly<Record<string, number>>): {
  id: string;
  implausibility: number;
} {
  let worst = { id: "", implausibility: -1 };
  for (const pattern of PATTERNS) {
    const value = implausibility(pattern, measured[pattern.measure]);
    if (value > worst.implausibility) worst = { id: pattern.id, implausibility: value };
  }
  return worst;
}
