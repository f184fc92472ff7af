/** What a finished study says of an output: luck first, then what drives each plan and each difference of two. */
import type { Estimate } from "../student.ts";
import { comparisonOf, differenceOf, type Comparison } from "./comparison.ts";
import type { Analysis } from "./design.ts";
import type { Layout } from "./layout.ts";
import { seedShare, type Grid } from "./seed-share.ts";

export interface Finding {
  /** Share of the variance of all runs that is due to the seed alone. */
  readonly seedShare: Estimate;
  readonly mean: number | null;
  readonly analysis: Analysis;
}

export interface PlanFinding extends Finding {
  readonly plan: string;
}

export interface PairFinding extends Finding, Comparison {
  readonly a: string;
  readonly b: string;
}

export interface OutputFindings {
  readonly output: string;
  readonly plans: readonly PlanFinding[];
  /** Every two plans, in document order; analysed is b − a. */
  readonly pairs: readonly PairFinding[];
}

/** Findings on one output. `values[plan][point · replicates + replicate]`: NaN where there is none. @throws RangeError at another number of values */
export function findingsOf(layout: Layout, output: string, values: readonly Float64Array[]): OutputFindings {
  const { planIds, experiment, replicates } = layout;
  const grids = values.map((own): Grid => {
    if (own.length !== layout.runCount)
      throw new RangeError(`invalid values; not ${layout.runCount}: ${own.length}`);
    return { points: experiment.points.length, replicates, values: own };
  });
  return {
    output,
    plans: grids.map((grid, i) => ({ plan: planIds[i], ...findingOf(layout, grid) })),
    pairs: planIds.flatMap((a, i) =>
      planIds.slice(i + 1).map((b, k) => {
        const difference = differenceOf(grids[i], grids[i + 1 + k]);
        return { a, b, ...comparisonOf(difference), ...findingOf(layout, difference) };
      }),
    ),
  };
}

/** What a grid of values says: its own luck, its mean, what drives it. */
export function findingOf(
  { experiment, study }: Pick<Layout, "experiment"> & { readonly study: Pick<Layout["study"], "seed"> },
  grid: Grid,
): Finding {
  const known = grid.values.filter((value) => !Number.isNaN(value));
  return {
    seedShare: seedShare(grid, study.seed),
    mean: known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length,
    analysis: experiment.analyse(grid.values),
  };
}
