/** Exact Shapley values (1953): how much of the whole each of a few items brings, over all orders of adding them. */
import { meanEstimate, type Estimate } from "../student.ts";
import { makeDesign, type Design } from "./design.ts";
import { nearest, wholesOf } from "./exact.ts";

const ITEMS_MAX = 12;

/** What each item brings: paired differences by replicate, their mean and Student's interval of 95%. */
export interface Attribution {
  readonly items: readonly (Estimate & { readonly name: string })[];
  /** With all items less without any: the values' sum. */
  readonly total: Estimate;
  /** Replicates of which no run failed; the others are left out. */
  readonly replicates: number;
  readonly failedRuns: number;
}

/**
 * All 2ᵏ combinations of k items: row r has item i (value 1) where bit i of r is set. Every combination has the same
 * replicates, so a difference is an item's doing.
 * @throws RangeError unless there are 1 to 12 items of different names
 */
export function shapleyDesign(items: readonly string[], replicates: number): Design<"shapley", Attribution> {
  const { length } = items;
  if (length < 1 || length > ITEMS_MAX)
    throw new RangeError(`invalid items; not 1 to ${ITEMS_MAX}: ${length}`);
  const twin = items.find((name, i) => items.indexOf(name) !== i);
  if (twin !== undefined) throw new RangeError(`invalid items; name given twice: "${twin}"`);
  const rows = Array.from({ length: 1 << length }, (_, row) =>
    Float64Array.from(items, (_item, i) => (row >> i) & 1),
  );
  return makeDesign({
    kind: "shapley",
    factors: items,
    replicates,
    rows,
    settings: "",
    analyse: (outputs) => attributionOf(items, outputs, replicates),
  });
}

function attributionOf(items: readonly string[], outputs: Float64Array, replicates: number): Attribution {
  const games = Array.from({ length: replicates }, (_, replicate) =>
    Array.from({ length: 1 << items.length }, (_row, row) => outputs[row * replicates + replicate]),
  ).filter((game) => !game.some(Number.isNaN));
  // One unit for all, so that means too are rounded once.
  const { wholes, exponent } = wholesOf(games.flat());
  const size = 1 << items.length;
  const shares = games.map((_, g) => shapleyNumerators(wholes.slice(g * size, (g + 1) * size)));
  const totals = games.map((_, g) => wholes[(g + 1) * size - 1] - wholes[g * size]);
  const estimate = (numerators: readonly bigint[], denominator: bigint): Estimate =>
    meanEstimate(
      numerators.map((numerator) => nearest(numerator, denominator, exponent)),
      games.length === 0
        ? NaN
        : nearest(
            numerators.reduce((sum, each) => sum + each, 0n),
            denominator * BigInt(games.length),
            exponent,
          ),
    );
  const orders = factorial(items.length);
  return {
    items: items.map((name, i) => ({
      name,
      ...estimate(
        shares.map((values) => values[i]),
        orders,
      ),
    })),
    total: estimate(totals, 1n),
    replicates: games.length,
    failedRuns: outputs.filter((y) => Number.isNaN(y)).length,
  };
}

/**
 * k!·value of each of k items, exactly, in a game given by the worth of every combination (bit i of its index = item i).
 * They add up to k!·(all − none) to the last digit.
 */
export function shapleyNumerators(worths: readonly bigint[]): bigint[] {
  const count = 31 - Math.clz32(worths.length);
  // Of k! orders, this many add an item right after a given combination of `others` further items.
  const orders = Array.from(
    { length: count },
    (_, others) => factorial(others) * factorial(count - 1 - others),
  );
  return Array.from({ length: count }, (_, i) => {
    let sum = 0n;
    for (let without = 0; without < worths.length; without++) {
      if (((without >> i) & 1) === 1) continue;
      sum += orders[membersOf(without)] * (worths[without | (1 << i)] - worths[without]);
    }
    return sum;
  });
}

function membersOf(combination: number): number {
  let members = 0;
  for (let rest = combination; rest !== 0; rest &= rest - 1) members++;
  return members;
}

function factorial(n: number): bigint {
  let product = 1n;
  for (let i = 2; i <= n; i++) product *= BigInt(i);
  return product;
}
