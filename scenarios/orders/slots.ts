/** The five interventions whose order is asked about: what each slot does, and what every order is given. */
import type { Action } from "../../engine/index.ts";
import { expertsFor } from "../sizing.ts";

/** Weeks from one slot to the next; the first is week 0. */
export const SLOT_WEEKS = 26;

/** What an order does in a week, to everybody. */
export type OrderStep = Action & { readonly week: number };

interface Slot {
  readonly name: string;
  /** What it does in a company of so many employees. */
  readonly actions: (employees: number) => readonly Action[];
}

/** By letter; nothing in a slot depends on its place or on what was there before. */
export const SLOTS = {
  C: { name: "communities", actions: () => [{ kind: "communities" }] },
  K: { name: "council", actions: () => [{ kind: "council" }] },
  E: { name: "center", actions: (employees) => [{ kind: "center", experts: expertsFor(employees) }] },
  T: { name: "tribe", actions: () => [{ kind: "tribe", ratio: 50, roleClarity: 0.8 }] },
  P: {
    name: "platform",
    actions: () => [{ kind: "platform" }, { kind: "campaign", weeks: 12, intensity: 1 }],
  },
} as const satisfies Readonly<Record<string, Slot>>;

export type Letter = keyof typeof SLOTS;

/**
 * What no order has to earn: both media are measured. From the second slot on, since measuring starts the clock of
 * sponsors' reports: from week 0 on it would ask a platform under review what it has brought.
 */
export const GIVEN: readonly OrderStep[] = [{ week: SLOT_WEEKS, kind: "measure", what: "both" }];
