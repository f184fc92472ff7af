/** Shares of variance: Saltelli's design (2010) on Sobol's sequence, and the indices of Sobol (1993) over it. */
import { makeDesign, type Design } from "./design.ts";
import { checkFactors, valuesAt, type Factor } from "./factors.ts";
import { packedRows } from "./packed.ts";
import { sobolPoints } from "./sobol.ts";
import { indicesOf, type VarianceShares } from "./variance-shares.ts";

export interface SaltelliOptions {
  /** Base points, a power of two for balance; rows are points · (factors + 2), with second order (2 · factors + 2). */
  readonly points: number;
  readonly replicates: number;
  readonly seed: string;
  /** Owen's scrambling; default true. */
  readonly isScrambled?: boolean;
  /** Also the indices of pairs. */
  readonly isSecondOrder?: boolean;
}

/** Rows A, AB₁ … AB_k (BA₁ … BA_k), B of each base point: AB_j is A with factor j from B. */
export function saltelliDesign(
  factors: readonly Factor[],
  options: SaltelliOptions,
): Design<"saltelli", VarianceShares> {
  checkFactors(factors);
  const { points, replicates, seed, isScrambled = true, isSecondOrder = false } = options;
  const size = factors.length;
  const sequence = sobolPoints({ dimensions: 2 * size, points, ...(isScrambled && { scramble: { seed } }) });
  const count = points * (2 + (isSecondOrder ? 2 : 1) * size);
  const shares = sharesOf(sequence, size, isSecondOrder);
  const names = factors.map(({ name }) => name);
  return makeDesign({
    kind: "saltelli",
    factors: names,
    replicates,
    rows: packedRows(count, size, valuesAt(factors, shares)),
    settings: JSON.stringify([seed, isScrambled, isSecondOrder]),
    analyse: (outputs) => indicesOf({ names, points, replicates, isSecondOrder, seed }, outputs),
  });
}

function* sharesOf(
  sequence: Iterable<Float64Array>,
  size: number,
  isSecondOrder: boolean,
): Generator<Float64Array> {
  for (const point of sequence) {
    const a = point.subarray(0, size);
    const b = point.subarray(size);
    yield a;
    for (let j = 0; j < size; j++) yield exchanged(a, b, j);
    if (isSecondOrder) for (let j = 0; j < size; j++) yield exchanged(b, a, j);
    yield b;
  }
}

function exchanged(base: Float64Array, other: Float64Array, j: number): Float64Array {
  const row = base.slice();
  row[j] = other[j];
  return row;
}
