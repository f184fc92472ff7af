/** Which panel of the plan editor is open: a step's numbers, a plan's verbs, or the kinds one may add. */
import { signal } from "@preact/signals";
import { selected, type StepPlace } from "../store/document.ts";

export type PanelState =
  /** Entered by keyboard, a step's panel takes the focus; by pointer its bar keeps it. */
  | { readonly kind: "step"; readonly isEntered: boolean }
  | { readonly kind: "plan"; readonly plan: string }
  | { readonly kind: "add"; readonly plan: string; readonly week: number };

export const panel = signal<PanelState | null>(null);

/** Asks for the focus to go to the selected bar, or to the verbs of a plan, once they are drawn. */
export const focusWanted = signal<"bar" | { readonly plan: string } | null>(null);

export function showStep(place: StepPlace, isEntered: boolean): void {
  selected.value = place;
  panel.value = { kind: "step", isEntered };
}

/** Closes the panel and goes back to the bar or the plan it was about. */
export function closePanel(): void {
  const open = panel.peek();
  if (open === null) return;
  const isOfBar = open.kind === "step" || (open.kind === "add" && selected.peek()?.plan === open.plan);
  focusWanted.value = isOfBar ? "bar" : { plan: open.plan };
  panel.value = null;
}
