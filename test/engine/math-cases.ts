/** The engine's mathematics as cases: bounds, arguments worth hashing, and the committed hash of a million values. */
import { exp, expm1, exponentialQuantile, log, log1p, logistic, normalQuantile } from "../../engine/math.ts";
import { draw, TWO32 } from "../../engine/random.ts";

export interface MathCase {
  readonly name: string;
  readonly call: (x: number) => number;
  /** Allowed error in units of the last place. */
  readonly ulps: number;
  /** A uniform draw spread over the arguments worth hashing. */
  readonly argument: (u: number) => number;
  /** Hash of the bits of the values at HASHED_COUNT arguments; it may only change with a reason. */
  readonly hash: string;
}

export const HASHED_COUNT = 1_000_000;

export const MATH_CASES: readonly MathCase[] = [
  { name: "exp", call: exp, ulps: 1, argument: (u) => 1500 * u - 760, hash: "4135d69bd77865e5" },
  { name: "log", call: log, ulps: 1, argument: (u) => 4 * u, hash: "0ae095c7d46bc9d7" },
  { name: "expm1", call: expm1, ulps: 1, argument: (u) => 120 * u - 60, hash: "64873e543bcb7347" },
  { name: "log1p", call: log1p, ulps: 1, argument: (u) => 8 * u - 0.999, hash: "16b551678af799af" },
  { name: "logistic", call: logistic, ulps: 1, argument: (u) => 100 * u - 50, hash: "6102b06ef72e877a" },
  { name: "normalQuantile", call: normalQuantile, ulps: 10, argument: (u) => u, hash: "36f1dc9cbfded205" },
  {
    name: "exponentialQuantile",
    call: exponentialQuantile,
    ulps: 1,
    argument: (u) => u,
    hash: "925dd5a8d25533b9",
  },
];

/** The i-th hashed argument of a case. */
export function argumentAt({ argument }: MathCase, i: number): number {
  return argument((draw(i, 1, 2) + 0.5) / TWO32);
}

const double = new DataView(new ArrayBuffer(8));

/** Two chained FNV-1a hashes over the high and low words of `count` values; the second takes in the first. */
export function mathHash(row: MathCase, count: number): string {
  let h0 = 0x811c9dc5;
  let h1 = 0x050c5d1f;
  for (let i = 0; i < count; i++) {
    double.setFloat64(0, row.call(argumentAt(row, i)));
    h0 = Math.imul(h0 ^ double.getUint32(0), 0x01000193);
    h1 = Math.imul(h1 ^ double.getUint32(4) ^ (h0 >>> 15), 0x01000193);
  }
  return [h0, h1].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}
