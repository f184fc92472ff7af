/** The one contagion kernel: spontaneous hazard, imitation, thresholds and one-shot invitations over a spell. */
import { integerPower } from "./math.ts";
import { draw, TWO32, weekKey, type Key } from "./random.ts";

/** Sub-stream from which the one uniform of a spell is drawn. */
const SPELL = 255;

/** Key of the spells of a process that begin in a week. */
export function spellKey(run: Key, stream: number, week: number): Key {
  return weekKey(run, stream, SPELL, week);
}

/**
 * A spell's margin when it begins: 1/u for the one uniform u of (id, week the spell began).
 *
 * A one-time event happens when its accumulated hazard A = Σ −log(1 − p) passes the threshold
 * E = −log u, u = (h + ½)/2³². Here the margin exp(E − A) is kept instead: each week multiplies it by
 * 1 − p, and the event happens when it falls below 1. It is the same event, without logarithms; at p = 0
 * the margin stands still, and certainty (p = 1) makes it 0.
 */
export function startMargin(id: number, key: Key): number {
  return TWO32 / (draw(id, key.k0, key.k1) + 0.5);
}

/** Lets one week pass: the margin falls by the chance of staying out; whether the event happens now. */
export function passWeek(margins: Float64Array, a: number, escape: number): boolean {
  margins[a] *= escape;
  return margins[a] < 1;
}

/** How one process spreads; probabilities per week. */
export interface ContagionRule {
  /** Adoption when all ties (or everybody, under complete mixing) are active. */
  readonly imitation: number;
  /** Adoption through each active tie on its own. */
  readonly perTie: number;
  /** Adoption through each tie that became active last week; one attempt a tie. */
  readonly invite: number;
  /** Adoption once the threshold of active ties is reached. */
  readonly threshold: number;
  /** Thresholds are counts instead of shares of ties. */
  readonly isCount: boolean;
  /** Spontaneous and imitated adoption add up, min(1, p + q·share), instead of competing. */
  readonly isLinear: boolean;
}

/**
 * Whether the active ties reach an employee's threshold; without ties a share is never reached. Thresholds are
 * stored as Float32, so the share is rounded the same way: m of k ties reach the threshold m/k exactly.
 */
export function meetsThreshold(active: number, ties: number, threshold: number, isCount: boolean): boolean {
  return isCount ? active >= threshold : ties > 0 && Math.fround(active / ties) >= threshold;
}

/**
 * Probability of staying out of it this week.
 * `spontaneous` in [0, 1]; `active` of `ties` ties are active, `fresh` of them since last week.
 */
export function escapeProb(
  rule: ContagionRule,
  spontaneous: number,
  active: number,
  ties: number,
  fresh: number,
  threshold: number,
): number {
  const share = ties > 0 ? active / ties : 0;
  let escape = rule.isLinear
    ? 1 - Math.min(1, spontaneous + rule.imitation * share)
    : (1 - spontaneous) * (1 - rule.imitation * share);
  if (rule.threshold > 0 && meetsThreshold(active, ties, threshold, rule.isCount))
    escape *= 1 - rule.threshold;
  if (rule.invite > 0 && fresh > 0) escape *= integerPower(1 - rule.invite, fresh);
  if (rule.perTie > 0 && active > 0) escape *= integerPower(1 - rule.perTie, active);
  return escape;
}
