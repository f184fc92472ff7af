/** What a decision is made on: one output of every plan at every point, more being better, as columns of numbers. */

export interface Payoffs {
  /** Ids of the plans. */
  readonly plans: readonly string[];
  readonly points: number;
  readonly replicates: number;
  /** By plan: [point · replicates + replicate]; NaN where there is no run. Replicate r has the same luck in all plans. */
  readonly values: readonly Float64Array[];
}

/** What varied from point to point, a number a point. */
export interface FactorColumn {
  readonly name: string;
  readonly values: Float64Array;
}

/** The points that can be judged, and what the plans bring there. */
export interface Table {
  readonly plans: readonly string[];
  /** Points at which a replicate has runs of all plans, ascending. */
  readonly points: Uint32Array;
  /** By plan, then point: the mean over the replicates that have runs of all plans. */
  readonly values: readonly Float64Array[];
}

/** @throws RangeError without a plan, or at columns that aren't points × replicates long */
export function tableOf({ plans, points, replicates, values }: Payoffs): Table {
  if (plans.length === 0 || values.length !== plans.length)
    throw new RangeError(
      `invalid payoffs; not one column for each of ${plans.length} plans: ${values.length}`,
    );
  const wrong = values.find(({ length }) => length !== points * replicates);
  if (wrong) throw new RangeError(`invalid payoffs; not ${points * replicates} values: ${wrong.length}`);
  const sums = plans.map(() => new Float64Array(points));
  const counts = new Uint32Array(points);
  for (let point = 0; point < points; point++)
    for (let i = point * replicates; i < (point + 1) * replicates; i++) {
      if (values.some((own) => Number.isNaN(own[i]))) continue;
      counts[point]++;
      for (const [plan, own] of values.entries()) sums[plan][point] += own[i];
    }
  const known = Uint32Array.from(counts.keys()).filter((point) => counts[point] > 0);
  return {
    plans,
    points: known,
    values: sums.map((own) => Float64Array.from(known, (point) => own[point] / counts[point])),
  };
}

/** The plan that brings most on average, the first of equal ones. */
export function bestOnAverage({ values }: Pick<Table, "values">): number {
  const means = values.map(meanOf);
  return means.indexOf(Math.max(...means));
}

/** NaN without numbers. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}

/** b − a by point. */
export function leadOf({ values }: Pick<Table, "values">, a: number, b: number): Float64Array {
  return values[b].map((value, i) => value - values[a][i]);
}
