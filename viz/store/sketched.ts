/** Sketched curves: what was on the screen before, moved by what the stand-in says the change does. */
import { computed } from "@preact/signals";
import type { Bands } from "../charts/bands.ts";
import { changedPlans } from "./before.ts";
import { differenceGhost, ghosts, isCurrent, fans } from "./comparison.ts";
import { document, drafted } from "./document.ts";
import { sketch } from "./sketch.ts";
import { metric, pair } from "./view.ts";

/** One plan's sketched curve by week. */
export interface SketchLine {
  readonly plan: number;
  readonly name: string;
  readonly values: Float64Array;
}

/** Sketches of the chosen metric for the plans that have no real curve at the moment. */
export const sketches = computed<SketchLine[]>(() => {
  const now = sketch.value;
  if (now === null) return [];
  const { name: measureName, measure } = metric.value;
  const ids = changedPlans.value;
  return drafted.value.plans.flatMap(({ id, name }, plan) => {
    if (!ids.has(id) || fans.value.some((one) => one.plan === plan)) return [];
    const change = now.columnOf(id, measureName);
    if (change === undefined) return [];
    const base = ghosts.value.find((one) => one.plan === plan)?.bands.p50;
    const values = change.map((value, week) => value + (base?.[week] ?? 0));
    return [{ plan, name, values: measure.unit === "share" ? values.map(asShare) : values }];
  });
});

function asShare(value: number): number {
  return Math.max(0, Math.min(1, value));
}

/** The sketched difference b − a; null where the real one is drawn, or nothing is known before. */
export const differenceSketch = computed<Float64Array | null>(() => {
  const past: Bands | null = differenceGhost.value;
  const now = sketch.value;
  if (past === null || now === null || isCurrent.value) return null;
  const { a, b } = pair.value;
  const [changeA, changeB] = [a, b].map((place) => {
    const { id } = document.value.plans[place];
    return changedPlans.value.has(id) ? now.columnOf(id, metric.value.name) : undefined;
  });
  if (changeA === undefined && changeB === undefined) return null;
  return Float64Array.from(
    past.p50,
    (value, week) => value + (changeB?.[week] ?? 0) - (changeA?.[week] ?? 0),
  );
});
