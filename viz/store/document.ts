/** The document: one signal with its history; a drag drafts its change and settles it as one step. */
import { batch, computed, signal } from "@preact/signals";
import { defaultDocument, type Document, type Plan } from "../../scenarios/index.ts";
import { advance, back, forth, historyOf } from "./history.ts";
import type { Observed } from "./observation.ts";
import { inOrder, placeAfterOrder } from "./steps.ts";

/** A step of a plan: the plan's id, the step's place in its list. */
export interface StepPlace {
  readonly plan: string;
  readonly step: number;
}

/** A document with the step that was selected in it, so that undoing finds the reader where the change was made, and what was seen of it. */
interface Moment {
  readonly document: Document;
  readonly selected: StepPlace | null;
  readonly observed: readonly Observed[];
}

const NOTHING_SEEN: readonly Observed[] = [];
const history = signal(
  historyOf<Moment>({ document: defaultDocument(), selected: null, observed: NOTHING_SEEN }),
);

/** The document as it is settled: what is simulated and saved. */
export const document = computed<Document>(() => history.value.present.document);
/** What was seen of it, a series a measure; it is no part of the document, but undone with it. */
export const observed = computed(() => history.value.present.observed);
/** What a drag makes of it until it is let go. */
export const draft = signal<Document | null>(null);
/** The document under the hand: the draft, if there is one. */
export const drafted = computed<Document>(() => draft.value ?? document.value);
const draftedNames = computed(() =>
  JSON.stringify(drafted.value.plans.map(({ id, name }) => ({ id, name }))),
);
/** Its plans' ids and names, the same list while only their steps change. */
export const draftedPlans = computed(() => JSON.parse(draftedNames.value) as Pick<Plan, "id" | "name">[]);
export const isDrafting = computed(() => draft.value !== null);
/** The step whose numbers are shown. */
export const selected = signal<StepPlace | null>(null);
/** Why the last change was refused; empty if it was not. */
export const refusal = signal("");

export const canUndo = computed(() => history.value.past.length > 0);
export const canRedo = computed(() => history.value.future.length > 0);

/** Settles the draft as one step; true if it changed anything. */
export function settle(): boolean {
  const next = draft.peek();
  if (next === null) return false;
  const ordered = inOrder(next);
  const isChanged = JSON.stringify(ordered) !== JSON.stringify(document.peek());
  batch(() => {
    draft.value = null;
    if (!isChanged) return;
    const before = { ...history.value.present, selected: selected.value };
    selected.value = followed(selected.value, next);
    history.value = advance(
      { ...history.value, present: before },
      { document: ordered, selected: selected.value, observed: before.observed },
    );
  });
  return isChanged;
}

/** What was seen, as one step. */
export function settleObserved(next: readonly Observed[]): void {
  const { present } = history.peek();
  history.value = advance(
    { ...history.peek(), present: { ...present, selected: selected.peek() } },
    { document: present.document, selected: selected.peek(), observed: next },
  );
}

/** The same, as what the present step has always been. */
export function replaceObserved(next: readonly Observed[]): void {
  const { present } = history.peek();
  history.value = { ...history.peek(), present: { ...present, observed: next } };
}

/** Puts what a document was left with where nothing was laid since it was opened. */
export function restoreObserved(found: readonly Observed[]): void {
  const { past, present, future } = history.peek();
  const restored = (moment: Moment): Moment => ({ ...moment, observed: found });
  if (![...past, present, ...future].every((moment) => moment.observed === NOTHING_SEEN)) return;
  history.value = { past: past.map(restored), present: restored(present), future: future.map(restored) };
}

/** Forgets the draft. */
export function withdraw(): void {
  batch(() => {
    draft.value = null;
    refusal.value = "";
  });
}

/** One step back; while something is drafted that is what is given up. */
export function undo(): void {
  if (draft.value !== null) return withdraw();
  goTo(back({ ...history.value, present: { ...history.value.present, selected: selected.value } }));
}

export function redo(): void {
  goTo(forth({ ...history.value, present: { ...history.value.present, selected: selected.value } }));
}

/** Puts another document on the desk, with a history of its own. */
export function openDocument(opened: Document): void {
  goTo(historyOf<Moment>({ document: opened, selected: null, observed: NOTHING_SEEN }));
}

function goTo(next: typeof history.value): void {
  batch(() => {
    withdraw();
    history.value = next;
    selected.value = next.present.selected;
  });
}

/** The selected step's place once the steps are in order. */
function followed(place: StepPlace | null, next: Document): StepPlace | null {
  const plan = next.plans.find(({ id }) => id === place?.plan);
  if (place === null || plan === undefined || plan.interventions[place.step] === undefined) return null;
  return { plan: place.plan, step: placeAfterOrder(plan, place.step) };
}
