/** What it is worth to know more: of all assumptions together (EVPI) and of each alone (EVPPI), in the output's unit. */
import type { Estimate } from "../student.ts";
import { addedSums, basisOf, heightAt, heightsOf, sumsOf } from "./curve.ts";
import { groupsOf, resampledMean } from "./groups.ts";
import { bestOnAverage, tableOf, type FactorColumn, type Payoffs, type Table } from "./payoffs.ts";

export interface InformationValue {
  /** The plan chosen without knowing more: best on average. */
  readonly chosen: string;
  /** What knowing every assumption would add; with one replicate luck counts as known, too. */
  readonly all: Estimate;
  readonly hasLuck: boolean;
  /** What knowing one assumption would add, most first. */
  readonly factors: readonly (Estimate & { readonly name: string })[];
}

/** Parts of the points; nine decide, the tenth is counted. */
const FOLDS = 10;

/**
 * Raiffa & Schlaifer's expected values of information (1961) from one sample of points (single loop, as Strong & Oakley
 * 2013). The largest of noisy means is too large on average, so whoever decides never counts: with several replicates a
 * plan is chosen by the others and counted on the one left out; along a factor it is chosen by curves fitted to nine
 * tenths of the points and counted on the last. Luck can't add to such a value; what a finer rule would add is missing.
 */
export function informationValue(
  payoffs: Payoffs,
  factors: readonly FactorColumn[],
  seed: string,
): InformationValue | undefined {
  const table = tableOf(payoffs);
  const count = table.points.length;
  if (count === 0) return undefined;
  const base = bestOnAverage(table);
  const folds = groupsOf(count, Math.min(FOLDS, count), seed, "information folds");
  return {
    chosen: table.plans[base],
    hasLuck: payoffs.replicates === 1,
    all: resampledMean(gainsOfAll(payoffs, table, base), seed, "information of all"),
    factors: factors
      .map(({ name, values }) => {
        const column = Float64Array.from(table.points, (point) => values[point]);
        const gains = gainsAlong(column, table, base, folds);
        return { name, ...resampledMean(gains, seed, `information of ${name}`) };
      })
      .toSorted((a, b) => b.value! - a.value!),
  };
}

/** By point: what the plan chosen there brings more than the base. */
function gainsOfAll({ replicates, values }: Payoffs, table: Table, base: number): Float64Array {
  return Float64Array.from(table.points, (point) => {
    const known: number[] = [];
    for (let i = point * replicates; i < (point + 1) * replicates; i++)
      if (!values.some((own) => Number.isNaN(own[i]))) known.push(i);
    if (known.length === 1) return Math.max(...values.map((own) => own[known[0]])) - values[base][known[0]];
    const sums = values.map((own) => known.reduce((sum, i) => sum + own[i], 0));
    const gain = known.reduce((sum, i) => {
      const others = sums.map((each, plan) => each - values[plan][i]);
      return sum + values[bestOf(others, base)][i] - values[base][i];
    }, 0);
    return gain / known.length;
  });
}

/** By point: what the plan chosen along a factor brings more than the base. */
function gainsAlong(column: Float64Array, { values }: Table, base: number, folds: Uint16Array): Float64Array {
  const basis = basisOf(column);
  const count = Math.min(FOLDS, column.length);
  if (basis.knots.length === 1 || count < 2) return new Float64Array(column.length);
  const leads = values.map((own) => own.map((value, i) => value - values[base][i]));
  /** [plan][fold]: heights of the curve that the other folds have. */
  const curves = leads.map((lead) => {
    const sums = sumsOf(basis, lead, folds, count);
    return sums.map((_, fold) => heightsOf(addedSums(sums, othersOf(count, fold))));
  });
  return Float64Array.from(folds, (fold, i) => {
    const expected = curves.map((ofPlan) => heightAt(basis, ofPlan[fold], i));
    return leads[bestOf(expected, base)][i];
  });
}

function othersOf(count: number, fold: number): number[] {
  return Array.from({ length: count }, (_, i) => i).filter((i) => i !== fold);
}

/** The place of the largest; the base if it is as large. */
function bestOf(values: readonly number[], base: number): number {
  let best = base;
  for (const [i, value] of values.entries()) if (value > values[best]) best = i;
  return best;
}
