/** Sobol's sequence: points that fill a cube evenly (Sobol 1967), raw or scrambled by Owen's nested permutations (1995). */
import { draw, type Key } from "../../engine/random.ts";
import { designKey } from "./draws.ts";
import { DIRECTIONS } from "./joe-kuo.ts";

const BITS = 32;
const TWO32 = 2 ** BITS;
/** Dimensions there are direction numbers for. */
const DIMENSIONS_MAX = DIRECTIONS.length + 1;

export interface SobolOptions {
  /** 1 to 384. */
  readonly dimensions: number;
  /** Points, and the place of the first of them in the sequence; together at most 2³². */
  readonly points: number;
  readonly skip?: number;
  /** Missing = the raw sequence. */
  readonly scramble?: { readonly seed: string };
}

/** Points in [0, 1)ᵏ, row by row. @throws RangeError at dimensions or points out of range */
export function* sobolPoints({
  dimensions,
  points,
  skip = 0,
  scramble,
}: SobolOptions): Generator<Float64Array> {
  check("dimensions", dimensions, 1, DIMENSIONS_MAX);
  check("points", points, 0, TWO32 - skip);
  const numbers = Array.from({ length: dimensions }, (_, j) => directionNumbers(j));
  const keys = scramble && numbers.map((_, j) => designKey(scramble.seed, "sobol scrambling", j));
  const state = numbers.map((directions) => stateAt(directions, skip));
  for (let i = 0; i < points; i++) {
    yield Float64Array.from(state, (x, j) => (keys ? scrambled(x, keys[j]) : x >>> 0) / TWO32);
    const bit = trailingOnes(skip + i);
    if (bit < BITS) for (let j = 0; j < dimensions; j++) state[j] ^= numbers[j][bit];
  }
}

function check(name: string, value: number, low: number, high: number): void {
  if (!Number.isInteger(value) || value < low || value > high)
    throw new RangeError(`invalid ${name}; not a whole number in [${low}, ${high}]: ${value}`);
}

/** v₁ … v₃₂ of a dimension, each as the 32 bits after the point (Bratley & Fox 1988). */
function directionNumbers(dimension: number): Int32Array {
  const v = new Int32Array(BITS);
  if (dimension === 0) return v.map((_, k) => 1 << (BITS - 1 - k));
  const { polynomial, first } = DIRECTIONS[dimension - 1];
  const degree = first.length;
  for (let k = 0; k < BITS; k++) {
    if (k < degree) {
      v[k] = first[k] << (BITS - 1 - k);
      continue;
    }
    v[k] = v[k - degree] ^ (v[k - degree] >>> degree);
    for (let i = 1; i < degree; i++) if ((polynomial >> (degree - i)) & 1) v[k] ^= v[k - i];
  }
  return v;
}

/** The n-th point's bits, by the Gray code of n (Antonov & Saleev 1979). */
function stateAt(directions: Int32Array, n: number): number {
  const gray = (n ^ (n >>> 1)) >>> 0;
  let x = 0;
  for (let k = 0; k < BITS; k++) if ((gray >>> k) & 1) x ^= directions[k];
  return x;
}

/** Ones at the low end of n: the bit of the Gray code that changes next. */
function trailingOnes(n: number): number {
  const low = (~n & (n + 1)) >>> 0;
  return low === 0 ? BITS : BITS - 1 - Math.clz32(low);
}

/** Every bit is flipped or not by a draw keyed with all bits above it: one tree of permutations a dimension. */
function scrambled(x: number, { k0, k1 }: Key): number {
  let result = 0;
  for (let bit = 0; bit < BITS; bit++) {
    const above = bit === 0 ? 0 : x >>> (BITS - bit);
    // The depth goes into the key, so that equal prefixes at different depths have draws of their own.
    const flip = draw(above, k0 ^ Math.imul(bit + 1, 0x9e3779b1), k1) >>> 31;
    result |= (((x >>> (BITS - 1 - bit)) & 1) ^ flip) << (BITS - 1 - bit);
  }
  return result >>> 0;
}
