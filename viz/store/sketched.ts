/** Sketched curves: what was on the screen before, moved by what the stand-in says the change does. */
import { computed } from "@preact/signals";
import type { Bands } from "../charts/bands.ts";
import type { MeasureName } from "../../engine/index.ts";
import { changedPlans } from "./before.ts";
import { differenceGhost, ghosts, isCurrent, fans } from "./comparison.ts";
import { draftedPlans } from "./document.ts";
import { sketch, type SketchedColumns } from "./sketch.ts";
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
  return draftedPlans.value.flatMap(({ id, name }, plan) => {
    if (!ids.has(id) || fans.value.some((one) => one.plan === plan)) return [];
    const columns = now.columnsOf(id, measureName);
    if (columns === undefined) return [];
    const base = ghosts.value.find((one) => one.plan === plan)?.bands.p50;
    const values = moved(base, columns, isSigned(measureName));
    return [{ plan, name, values: measure.unit === "share" ? values.map(asShare) : values }];
  });
});

function asShare(value: number): number {
  return Math.max(0, Math.min(1, value));
}

function isSigned(measure: MeasureName): boolean {
  return measure === "netValue" || measure === "valuePerWeek" || measure === "npv";
}

/** Below this share of its highest value the stand-in is too near to nothing to be a measure of change. */
const NEAR_NOTHING = 0.05;
const GAIN_MOST = 5;

/**
 * The curve before, moved by what the change does to the stand-in: in proportion where both stand well above nothing
 * (a small firm reaches fewer colleagues, so its levels are lower, but they answer alike), by the amount elsewhere.
 */
export function moved(
  base: ArrayLike<number> | undefined,
  { now, earlier }: SketchedColumns,
  isSignedMeasure: boolean,
): Float64Array {
  if (base === undefined || earlier === undefined) return now;
  const least = NEAR_NOTHING * Math.max(0, ...now, ...earlier);
  const isByAmount = isSignedMeasure || least === 0;
  return now.map((value, week) => {
    const gain = isByAmount ? 1 : Math.min(GAIN_MOST, (base[week] + least) / (earlier[week] + least));
    return base[week] + gain * (value - earlier[week]);
  });
}

/** The sketched difference b − a; null where the real one is drawn, or nothing is known before. */
export const differenceSketch = computed<Float64Array | null>(() => {
  const past: Bands | null = differenceGhost.value;
  if (past === null || isCurrent.value || sketches.value.length === 0) return null;
  const { a, b } = pair.value;
  const [changeA, changeB] = [changeOf(a), changeOf(b)];
  if (changeA === null && changeB === null) return null;
  return Float64Array.from(
    past.p50,
    (value, week) => value + (changeB?.[week] ?? 0) - (changeA?.[week] ?? 0),
  );
});

/** How far a plan's sketch lies from its curve before. */
function changeOf(plan: number): Float64Array | null {
  const line = sketches.value.find((one) => one.plan === plan);
  const base = ghosts.value.find((one) => one.plan === plan)?.bands.p50;
  if (line === undefined || base === undefined) return null;
  return line.values.map((value, week) => value - base[week]);
}
