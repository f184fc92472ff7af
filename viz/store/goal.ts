/** The goal on the curve that is looked at: the document's, or where a hand holds it. */
import { computed, signal } from "@preact/signals";
import type { MeasureName } from "../../engine/index.ts";
import type { Goal } from "../../scenarios/index.ts";
import { document } from "./document.ts";
import type { Command } from "./step-commands.ts";
import { metric } from "./view.ts";

/** A goal under the hand, until it is let go. */
export const heldGoal = signal<Goal | null>(null);

/** The goal of the chosen measure; null = none. */
export const goal = computed<Goal | null>(() => {
  const { name } = metric.value;
  if (heldGoal.value?.measure === name) return heldGoal.value;
  return settledGoal(name) ?? null;
});

function settledGoal(name: MeasureName): Goal | undefined {
  return document.value.goals?.find(({ measure }) => measure === name);
}

/** Values the axis reaches for: under a hand it stays where it was. */
export const goalValues = computed<readonly number[]>(() => {
  const settled = settledGoal(metric.value.name);
  return [settled, goal.value].flatMap((one) => (one ? [one.value] : []));
});

/** Puts a goal in place of its measure's. */
export function setGoal(wanted: Goal): Command {
  return (one) => ({ ...one, goals: [...others(one.goals, wanted.measure), wanted] });
}

export function removeGoal(measure: MeasureName): Command {
  return ({ goals, ...one }) => {
    const left = others(goals, measure);
    return left.length === 0 ? one : { ...one, goals: left };
  };
}

function others(goals: readonly Goal[] = [], measure: MeasureName): Goal[] {
  return goals.filter((one) => one.measure !== measure);
}
