/** The precision a study asks for, held against the values it has by now. */
import type { Layout } from "./layout.ts";
import { precisionOf, type Looked } from "./precision.ts";

/** How precise a study's wanted difference is: the looks so far, and whether its aim is reached. */
export interface Reached extends Looked {
  readonly output: string;
  readonly a: string;
  readonly b: string;
  /** Half the width that is wanted. */
  readonly wanted: number;
  readonly isReached: boolean;
}

/**
 * The looks at b − a, the mean over points for each replicate, since all points share a replicate's luck; undefined
 * where replicates are fixed. `values[plan][point · replicates + replicate]` of the wanted output, NaN where there is
 * none: a replicate with a failed run is left out.
 */
export function reachedOf(layout: Layout, values: readonly Float64Array[]): Reached | undefined {
  const { study, planIds, replicates, lookStep } = layout;
  if (typeof study.replicates === "number" || lookStep === undefined) return undefined;
  const { output, a, b, halfWidth, most } = study.replicates;
  const [from, to] = [a, b].map((plan) => values[planIds.indexOf(plan)]);
  const points = layout.experiment.points.length;
  const differences = Float64Array.from({ length: replicates }, (_, replicate) => {
    let sum = 0;
    for (let i = replicate; i < points * replicates; i += replicates) sum += to[i] - from[i];
    return sum / points;
  });
  const looked = precisionOf(differences, { halfWidth, most, step: lookStep });
  const isReached = looked.next === undefined && looked.halfWidth !== null && looked.halfWidth <= halfWidth;
  return { output, a, b, wanted: halfWidth, ...looked, isReached };
}
