/** A whole decision on one output: which plan, how robust, when it is wrong, and what it is worth to know more. */
import { comparisonOf, type Comparison } from "../studies/comparison.ts";
import { breakEven, type BreakEven } from "./break-even.ts";
import { informationValue, type InformationValue } from "./information.ts";
import { bestOnAverage, leadOf, tableOf, type FactorColumn, type Payoffs, type Table } from "./payoffs.ts";
import { discover, type Discovery } from "./prim.ts";
import { robustnessOf, type Robustness } from "./robustness.ts";

export interface DecisionOptions {
  /** What a plan has to bring to do, in the output's unit. */
  readonly threshold: number;
  /** Of the luck in drawing points again. */
  readonly seed: string;
}

/** The chosen plan against another. */
export interface Rivalry {
  readonly rival: string;
  /** Chosen less rival, run by run: a is the rival, b the chosen plan. */
  readonly comparison: Comparison;
  /** By factor that varies: where the mean lead over the rival turns. */
  readonly breakEvens: readonly BreakEven[];
  /** Where the rival brings more. */
  readonly losses: Discovery;
}

export interface Decision {
  readonly threshold: number;
  /** Points that can be judged, and those that can't, since no replicate of them has runs of all plans. */
  readonly points: number;
  readonly failedPoints: number;
  /** Best on average. */
  readonly chosen: string;
  readonly robustness: readonly Robustness[];
  readonly rivals: readonly Rivalry[];
  /** By plan: where it brings less than the threshold. */
  readonly failures: readonly { readonly plan: string; readonly where: Discovery }[];
  readonly information: InformationValue;
}

/** Undefined without a point at which all plans have runs. @throws RangeError at columns of wrong lengths */
export function decide(
  payoffs: Payoffs,
  factors: readonly FactorColumn[],
  { threshold, seed }: DecisionOptions,
): Decision | undefined {
  const wrong = factors.find(({ values }) => values.length !== payoffs.points);
  if (wrong)
    throw new RangeError(
      `invalid factor "${wrong.name}"; not ${payoffs.points} values: ${wrong.values.length}`,
    );
  const table = tableOf(payoffs);
  const information = informationValue(payoffs, factors, seed);
  if (information === undefined) return undefined;
  const columns = factors.map(({ name, values }) => ({
    name,
    values: Float64Array.from(table.points, (point) => values[point]),
  }));
  const chosen = bestOnAverage(table);
  return {
    threshold,
    points: table.points.length,
    failedPoints: payoffs.points - table.points.length,
    chosen: payoffs.plans[chosen],
    robustness: robustnessOf(table, threshold),
    rivals: payoffs.plans.flatMap((_, plan) =>
      plan === chosen ? [] : [rivalryOf(payoffs, table, columns, chosen, plan, seed)],
    ),
    failures: payoffs.plans.map((plan, i) => ({
      plan,
      where: discover({ factors: columns, isCase: casesOf(table.values[i], threshold) }, seed),
    })),
    information,
  };
}

function rivalryOf(
  { plans, points, replicates, values }: Payoffs,
  table: Table,
  columns: readonly FactorColumn[],
  chosen: number,
  rival: number,
  seed: string,
): Rivalry {
  const leads = leadOf(table, rival, chosen);
  const runs = values[chosen].map((value, i) => value - values[rival][i]);
  return {
    rival: plans[rival],
    comparison: comparisonOf({ points, replicates, values: runs }),
    breakEvens: columns
      .map((column) => breakEven(column.name, column.values, leads, seed))
      .filter((each) => each !== undefined),
    losses: discover({ factors: columns, isCase: casesOf(leads, 0) }, seed),
  };
}

/** Points below a value. */
function casesOf(values: Float64Array, least: number): Uint8Array {
  return Uint8Array.from(values, (value) => (value < least ? 1 : 0));
}
