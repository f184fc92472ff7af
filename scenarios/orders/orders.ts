/** All 120 orders of the five interventions, and the plan that each of them is. */
import type { Action } from "../../engine/index.ts";
import { GIVEN, SLOT_WEEKS, SLOTS, type Letter, type OrderStep } from "./slots.ts";

/** The letters of the slots in the order of their weeks, such as "CKETP". */
export type Order = string;

/** The order that the source recommends: communities, council, center, tribe, platform. */
export const SOURCE_ORDER: Order = "CKETP";

/** Every order once, by the letters' places in the table of slots. */
export const ORDERS: readonly Order[] = permutations(Object.keys(SLOTS));

function permutations(letters: readonly string[]): string[] {
  if (letters.length === 0) return [""];
  return letters.flatMap((first) =>
    permutations(letters.filter((letter) => letter !== first)).map((rest) => first + rest),
  );
}

/** The plan of an order within a horizon: slots that would begin at or after it are left out. */
export function planOfOrder(order: Order, employees: number, weeks: number): OrderStep[] {
  const dated = [...order].flatMap((letter, place) => {
    const actions: readonly Action[] = SLOTS[letter as Letter].actions(employees);
    return actions.map((action): OrderStep => ({ ...action, week: place * SLOT_WEEKS }));
  });
  return [...GIVEN, ...dated].filter(({ week }) => week < weeks);
}

/** Slots of an order that begin within a horizon, 1 to 5. */
export function slotsWithin(weeks: number): number {
  return Math.min(SOURCE_ORDER.length, Math.ceil(weeks / SLOT_WEEKS));
}
