/** Which of several causes of one week brought an event about: one pick in proportion to their hazards. */
import { log1p } from "../math.ts";
import { uniform, type Key } from "../random.ts";

/** A cause and its share of the week's chance, as a hazard −log(1 − p). */
export interface Hazard {
  readonly cause: number;
  readonly hazard: number;
}

/** The hazard of certainty: far above any other. */
const CERTAIN = 1e9;

/** −log(1 − p): hazards of causes that act side by side add up. */
export function hazardOf(p: number): number {
  return p >= 1 ? CERTAIN : -log1p(-p);
}

/** The cause on which the one draw of a person falls; 0 if no cause had any hazard. */
export function pickCause(hazards: readonly Hazard[], id: number, key: Key): number {
  let sum = 0;
  for (const { hazard } of hazards) sum += hazard;
  let left = uniform(id, key) * sum;
  let last = 0;
  for (const { cause, hazard } of hazards) {
    if (hazard === 0) continue;
    last = cause;
    left -= hazard;
    if (left < 0) return cause;
  }
  return last;
}
