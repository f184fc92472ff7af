/** What is said of a change that is not simulated yet. */
import { STAND_IN_EMPLOYEES } from "../store/sketch.ts";
import { listOf, rich, type PlanName, type Rich } from "./rich.ts";
import type { Unit } from "./units.ts";
import { countText } from "./decimals.ts";
import type { Notation } from "./notation.ts";

/** Below a sketched value: it is no result. */
export const SKETCH_NOTE = "a sketch";

/** The lines below the name of a plan that is only sketched. */
export function sketchLines(unit: Unit, value: number): string[] {
  return [`≈ ${unit.short(value)}, ${SKETCH_NOTE}`];
}

/** What is drawn while a change is under the hand or waits for its runs. */
export function changeSentence(
  sketches: readonly PlanName[],
  ghosts: readonly PlanName[],
  names: readonly PlanName[],
  notation: Notation,
): Rich {
  if (ghosts.length === 0) return [];
  const changed = ghosts.map(({ plan }) => rich`${names[plan] ?? { name: "", plan }}`);
  const grey = rich`Grey: ${listOf(changed)} before the change.`;
  if (sketches.length === 0) return grey;
  const people = countText(STAND_IN_EMPLOYEES, notation);
  return rich`${grey} Dotted: a sketch by a stand-in of ${people} employees, not a result.`;
}
