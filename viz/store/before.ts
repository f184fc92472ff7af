/** What was on the screen before a change: kept as a grey ghost until the changed plans are simulated. */
import { computed, signal } from "@preact/signals";
import type { Document } from "../../scenarios/index.ts";
import { document, drafted, isDrafting } from "./document.ts";
import { planKey, worldKey } from "./keys.ts";
import { viewOf, type View } from "./shipped.ts";
import { metricName } from "./view.ts";
import { emptySample, type Sample } from "./sample.ts";

/** Runs, and the document they are of. */
export interface Painted {
  readonly sample: Sample;
  readonly document: Document;
}

/** The runs of the document on the screen, and no other's. */
export const sample = signal<Sample>(emptySample);
/** The last runs painted of an earlier document; null once the present one is simulated. */
export const before = signal<Painted | null>(null);

/** What came with the page and is of the settled document; the same as long as that is. */
export const viewNow = computed<View | null>(() => viewOf(document.value));

/** What came with the page, where it knows the chosen measure and more runs of the settled document than were made here. */
export const shown = computed<View | null>(() => {
  const view = viewNow.value;
  if (view === null || !view.isWhole || view.runs <= sample.value.replicates.length) return null;
  return view.planAt(0)?.bands[metricName.value] === undefined ? null : view;
});

const paintedLast = computed<Painted | null>(() => {
  const isPainted = sample.value.replicates.length > 0 || shown.value !== null;
  return isDrafting.value && isPainted ? { sample: sample.value, document: document.value } : before.value;
});
const isReferenceComparable = computed(
  () => paintedLast.value !== null && isComparable(paintedLast.value.document, drafted.value),
);

/** What a change is seen against: under the hand the settled document, after it what was painted last. */
export const reference = computed<Painted | null>(() =>
  isReferenceComparable.value ? paintedLast.value : null,
);

/** Whether curves of one document mean something beside another's: the same firm, the same horizon. */
export function isComparable(a: Document, b: Document): boolean {
  return a.weeks === b.weeks && a.company.library === b.company.library;
}

/** As a text: what is drawn of the past stays as it is while the hand changes the same plans further. */
const changedIds = computed<string>(() => {
  const against = reference.value;
  return JSON.stringify(against === null ? [] : [...changesBetween(against.document, drafted.value)]);
});

/** Ids of the plans that do something else than in the reference, or in another world. */
export const changedPlans = computed<ReadonlySet<string>>(
  () => new Set(JSON.parse(changedIds.value) as string[]),
);

export function changesBetween(a: Document, b: Document): ReadonlySet<string> {
  const isSameWorld = worldKey(a) === worldKey(b);
  const keys = new Map(a.plans.map((plan) => [plan.id, planKey(plan)]));
  const changed = b.plans.filter((plan) => !isSameWorld || keys.get(plan.id) !== planKey(plan));
  return new Set(changed.map((plan) => plan.id));
}
