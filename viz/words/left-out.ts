/** What a document loses to a shorter horizon, in words. */
import type { Document } from "../../scenarios/index.ts";
import { listOf, plain, rich } from "./rich.ts";

type Dated = Pick<Document, "plans" | "shocks" | "goals" | "chartNotes">;

// What is counted, and its names for one and for many.
const COUNTED: readonly (readonly [count: (one: Dated) => number, one: string, many: string])[] = [
  [({ plans }) => plans.reduce((sum, plan) => sum + plan.interventions.length, 0), "step", "steps"],
  [({ shocks }) => shocks.length, "shock", "shocks"],
  [({ goals = [] }) => goals.length, "goal", "goals"],
  [({ chartNotes = [] }) => chartNotes.length, "note", "notes"],
];

/** "Beyond the horizon, and left out: 8 steps, one goal and 2 notes."; empty if nothing is. */
export function leftOutText(before: Dated, after: Dated): string {
  const counts = COUNTED.map(([count, one, many]) => ({ lost: count(before) - count(after), one, many }));
  const parts = counts
    .filter(({ lost }) => lost > 0)
    .map(({ lost, one, many }) => rich`${lost === 1 ? `one ${one}` : `${lost} ${many}`}`);
  if (parts.length === 0) return "";
  return `Beyond the horizon, and left out: ${plain(listOf(parts))}. Undo brings back what was there.`;
}
