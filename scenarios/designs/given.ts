/** Points without a structure of their own: a table, a full factorial, Sobol's sequence; analysed by rank correlations. */
import { makeDesign, type Design } from "./design.ts";
import { checkFactors, grid, valueAt, valuesAt, type Factor } from "./factors.ts";
import { packedRows } from "./packed.ts";
import { rankCorrelations, type RankCorrelations } from "./rank-correlations.ts";
import { sobolPoints } from "./sobol.ts";

const ROWS_MAX = 1_000_000;
const LEVELS_DEFAULT = 2;

interface Given<Kind extends string> {
  readonly kind: Kind;
  readonly names: readonly string[];
  readonly rows: readonly Float64Array[];
  readonly replicates: number;
}

function givenDesign<Kind extends string>({
  kind,
  names,
  rows,
  replicates,
}: Given<Kind>): Design<Kind, RankCorrelations> {
  return makeDesign({
    kind,
    factors: names,
    replicates,
    rows,
    settings: "",
    analyse: (outputs) => rankCorrelations(names, rows, outputs),
  });
}

/** Rows as given, a value by factor each. @throws RangeError without rows, or at a row of another length */
export function tableDesign(
  names: readonly string[],
  rows: readonly Float64Array[],
  replicates: number,
): Design<"table", RankCorrelations> {
  if (rows.length === 0) throw new RangeError("invalid table; without rows: 0");
  const odd = rows.find((row) => row.length !== names.length);
  if (odd !== undefined) throw new RangeError(`invalid row; not ${names.length} values: ${odd.length}`);
  return givenDesign({ kind: "table", names, rows, replicates });
}

/**
 * Every combination: all values of a list, and of other factors `levels` equal shares from 0 to 1 (a normal one's ends
 * are where it is cut); the first factor changes fastest.
 * @throws RangeError at more than 1,000,000 rows, or fewer than 2 levels
 */
export function factorialDesign(
  factors: readonly Factor[],
  { levels = LEVELS_DEFAULT, replicates }: { readonly levels?: number; readonly replicates: number },
): Design<"factorial", RankCorrelations> {
  checkFactors(factors);
  const values = factors.map((factor) =>
    "values" in factor ? factor.values : grid(0, 1, levels).map((share) => valueAt(factor, share)),
  );
  const count = values.reduce((product, { length }) => product * length, 1);
  if (count > ROWS_MAX) throw new RangeError(`invalid factorial; more than ${ROWS_MAX} rows: ${count}`);
  const rows = packedRows(count, factors.length, combinations(values, count));
  return givenDesign({ kind: "factorial", names: factors.map(({ name }) => name), rows, replicates });
}

function* combinations(values: readonly (readonly number[])[], count: number): Generator<number[]> {
  for (let row = 0; row < count; row++) {
    let rest = row;
    yield values.map((list) => {
      const value = list[rest % list.length];
      rest = Math.floor(rest / list.length);
      return value;
    });
  }
}

export interface SobolDesignOptions {
  readonly points: number;
  readonly replicates: number;
  readonly seed: string;
  readonly skip?: number;
  /** Owen's scrambling; default true. */
  readonly isScrambled?: boolean;
}

/** Points of Sobol's sequence: more of them leave those before as they are. @throws RangeError at points out of range */
export function sobolDesign(
  factors: readonly Factor[],
  { points, replicates, seed, skip = 0, isScrambled = true }: SobolDesignOptions,
): Design<"sobol", RankCorrelations> {
  checkFactors(factors);
  const shares = sobolPoints({
    dimensions: factors.length,
    points,
    skip,
    ...(isScrambled && { scramble: { seed } }),
  });
  const rows = packedRows(points, factors.length, valuesAt(factors, shares));
  return givenDesign({ kind: "sobol", names: factors.map(({ name }) => name), rows, replicates });
}
