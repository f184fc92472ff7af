/** Screening with few rows: Plackett and Burman's designs (1946), folded over so that pairs don't bias main effects. */
import { meanEstimate, type Estimate } from "../student.ts";
import { makeDesign, type Design } from "./design.ts";
import { checkFactors, valueAt, type Factor } from "./factors.ts";

export interface PlackettBurmanOptions {
  readonly replicates: number;
  /** Every row again with all signs changed (Box & Wilson 1951); default true. */
  readonly isFolded?: boolean;
}

/** A factor's main effect: the mean at its high end less that at its low end, half the other factors high in both. */
export interface MainEffects {
  readonly factors: readonly (Estimate & { readonly name: string })[];
  /** Replicates of which no run failed; the others are left out. */
  readonly replicates: number;
  readonly failedRuns: number;
}

const FACTORS_MAX = 100;

/**
 * Rows of ends: a share of 0 or 1 of each factor; intervals are Student's, over replicates.
 * @throws RangeError at more than 100 factors
 */
export function plackettBurmanDesign(
  factors: readonly Factor[],
  { replicates, isFolded = true }: PlackettBurmanOptions,
): Design<"plackett burman", MainEffects> {
  checkFactors(factors);
  if (factors.length > FACTORS_MAX)
    throw new RangeError(`invalid factors; more than ${FACTORS_MAX}: ${factors.length}`);
  const half = plackettBurmanSigns(factors.length);
  const signs = isFolded ? [...half, ...half.map((row) => row.map((sign) => -sign))] : half;
  const names = factors.map(({ name }) => name);
  return makeDesign({
    kind: "plackett burman",
    factors: names,
    replicates,
    rows: signs.map((row) => Float64Array.from(row, (sign, j) => valueAt(factors[j], sign > 0 ? 1 : 0))),
    settings: JSON.stringify([isFolded, factors]),
    analyse: (outputs) => mainEffects(names, signs, outputs, replicates),
  });
}

/** Rows of −1 and 1 for k factors: every column has as many of each, every two columns all four pairs equally often. */
export function plackettBurmanSigns(factorCount: number): number[][] {
  let size = 4;
  let matrix = hadamard(size);
  while (size < factorCount + 1 || matrix === undefined) matrix = hadamard((size += 4));
  // The first column is all ones: it stands for the mean.
  return matrix.map((row) => row.slice(1, factorCount + 1));
}

/** Hadamard's matrix of an order, its first column ones: Paley's (1933) where the order less 1 is a prime, or Sylvester's doubling. */
function hadamard(order: number): number[][] | undefined {
  if (order === 1) return [[1]];
  if (order === 2) return doubled([[1]]);
  if (order % 4 !== 0) return undefined;
  if (isPrime(order - 1)) return paley(order - 1);
  const half = hadamard(order / 2);
  return half && doubled(half);
}

function doubled(matrix: readonly (readonly number[])[]): number[][] {
  return [
    ...matrix.map((row) => [...row, ...row]),
    ...matrix.map((row) => [...row, ...row.map((sign) => -sign)]),
  ];
}

/** Of a prime q of the form 4m − 1: squares modulo q give 1, the others −1. */
function paley(q: number): number[][] {
  const squares = new Set(Array.from({ length: q - 1 }, (_, i) => ((i + 1) * (i + 1)) % q));
  const rows = Array.from({ length: q }, (_, i) => [
    1,
    ...Array.from({ length: q }, (_column, j) => (i === j ? -1 : squares.has((j - i + q) % q) ? 1 : -1)),
  ]);
  return [new Array<number>(q + 1).fill(1), ...rows];
}

function isPrime(n: number): boolean {
  for (let i = 2; i * i <= n; i++) if (n % i === 0) return false;
  return n > 1;
}

function mainEffects(
  names: readonly string[],
  signs: readonly (readonly number[])[],
  outputs: Float64Array,
  replicates: number,
): MainEffects {
  const whole = Array.from({ length: replicates }, (_, replicate) =>
    signs.map((_row, row) => outputs[row * replicates + replicate]),
  ).filter((values) => !values.some(Number.isNaN));
  return {
    factors: names.map((name, j) => ({
      name,
      ...meanEstimate(
        whole.map(
          (values) => values.reduce((sum, y, row) => sum + signs[row][j] * y, 0) / (signs.length / 2),
        ),
      ),
    })),
    replicates: whole.length,
    failedRuns: outputs.filter((y) => Number.isNaN(y)).length,
  };
}
