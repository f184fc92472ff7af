/** Versions of a plan: their interventions as texts in canonical order, and the week from which two of them differ. */
import { canonicalOrder, canonicalText, type Intervention } from "../engine/index.ts";

export interface Version {
  /** Week and text of each intervention. */
  readonly weeks: readonly number[];
  readonly texts: readonly string[];
}

export function versionOf(plan: readonly Intervention[]): Version {
  const items = canonicalOrder(plan);
  return { weeks: items.map(({ week }) => week), texts: items.map(canonicalText) };
}

/** The first week with an intervention that only one of two versions has; Infinity if they are equal. */
export function firstDifference(a: Version, b: Version): number {
  if (a === b) return Infinity;
  let i = 0;
  while (i < a.texts.length && a.texts[i] === b.texts[i]) i++;
  return Math.min(a.weeks[i] ?? Infinity, b.weeks[i] ?? Infinity);
}
