/** A study's table by two versions of the engine: which outputs are the same, plan by plan and difference by difference. */
import { InputError } from "../errors.ts";
import { differenceOf } from "./comparison.ts";
import { equivalenceOf, type Equivalence } from "./equivalence.ts";
import type { Layout } from "./layout.ts";
import type { Grid } from "./seed-share.ts";

export interface VersionFinding extends Equivalence {
  readonly output: string;
  /** The plan, or the plan that another is taken from. */
  readonly plan: string;
  /** The plan whose values are taken off; undefined of a plan by itself. */
  readonly less: string | undefined;
}

/** What two layouts have in common. */
export interface Common {
  readonly outputs: readonly string[];
  readonly plans: readonly string[];
  /** Replicates that both have. */
  readonly replicates: number;
}

/** @throws InputError at layouts of other points, or without a plan or an output in common */
export function commonOf(before: Layout, after: Layout): Common {
  const [old, now] = [before.experiment, after.experiment];
  const isSame =
    old.factors.join() === now.factors.join() &&
    old.points.length === now.points.length &&
    old.points.every((point, i) => point.every((value, j) => value === now.points[i][j]));
  if (!isSame)
    throw new InputError("folders of different points; only runs of the same points can be compared");
  const names = new Set(after.outputs.map(({ name }) => name));
  const outputs = before.outputs.map(({ name }) => name).filter((name) => names.has(name));
  const plans = before.planIds.filter((id) => after.planIds.includes(id));
  if (outputs.length === 0 || plans.length === 0)
    throw new InputError(`folders without ${outputs.length === 0 ? "an output" : "a plan"} in common`);
  return { outputs, plans, replicates: Math.min(before.replicates, after.replicates) };
}

/**
 * Findings on one output. `values[plan][point · replicates + replicate]` of each version, its own plans and replicates.
 * The margin is a share of the spread of the runs before.
 */
export function versionFindings(
  { plans, replicates }: Common,
  output: string,
  [before, after]: readonly (readonly [Layout, readonly Float64Array[]])[],
  marginShare: number,
): VersionFinding[] {
  const gridOf = ([layout, values]: readonly [Layout, readonly Float64Array[]], plan: string): Grid =>
    cutGrid(layout, values[layout.planIds.indexOf(plan)], replicates);
  const found = (plan: string, less: string | undefined): VersionFinding => {
    const [old, now] = [before, after].map((side) => {
      const own = gridOf(side, plan);
      return less === undefined ? own : differenceOf(gridOf(side, less), own);
    });
    return { output, plan, less, ...equivalenceOf(old, now, marginShare) };
  };
  return [
    ...plans.map((plan) => found(plan, undefined)),
    ...plans.flatMap((less, i) => plans.slice(i + 1).map((plan) => found(plan, less))),
  ];
}

/** The first replicates of every point. */
function cutGrid(layout: Layout, values: Float64Array, replicates: number): Grid {
  const points = layout.experiment.points.length;
  const cut = Float64Array.from({ length: points * replicates }, (_, i) => {
    const point = Math.floor(i / replicates);
    return values[point * layout.replicates + (i % replicates)];
  });
  return { points, replicates, values: cut };
}
