/** The sketch: a stand-in's answer to what the hand does; never shown for a real run. */
import { signal } from "@preact/signals";
import type { MeasureName } from "../../engine/index.ts";

/** A measure of a plan in the stand-in, by week: means over its paired runs, scaled to the firm. */
export interface SketchedColumns {
  readonly now: Float64Array;
  /** Before the change; missing for a plan that was not there. */
  readonly earlier?: Float64Array;
}

export interface Sketch {
  /** By plan id. */
  readonly columnsOf: (plan: string, measure: MeasureName) => SketchedColumns | undefined;
}

/** Employees of the stand-in for a larger firm. */
export const STAND_IN_EMPLOYEES = 1000;

export const sketch = signal<Sketch | null>(null);
