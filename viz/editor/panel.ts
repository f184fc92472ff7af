/** Which panel of the plan editor is open: a step's numbers, a plan's verbs, or the kinds one may add. */
import { signal } from "@preact/signals";
import { selected, type StepPlace } from "../store/document.ts";

export type PanelState =
  /** Entered by keyboard, a step's panel takes the focus; by pointer its bar keeps it. */
  | { readonly kind: "step"; readonly isEntered: boolean }
  | { readonly kind: "plan"; readonly plan: string }
  | { readonly kind: "add"; readonly plan: string; readonly week: number };

export const panel = signal<PanelState | null>(null);

/** Asks for the focus to go to the selected bar once it is drawn. */
export const isFocusWanted = signal(false);

export function showStep(place: StepPlace, isEntered: boolean): void {
  selected.value = place;
  panel.value = { kind: "step", isEntered };
}

/** Closes the panel and, from a step's, goes back to its bar. */
export function closePanel(): void {
  if (panel.peek()?.kind === "step") isFocusWanted.value = true;
  panel.value = null;
}
