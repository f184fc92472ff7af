/** Exact sums of doubles: as whole numbers over a power of two, rounded once at the end. */
import { integerPower } from "../../engine/math.ts";

const MANTISSA_BITS = 52n;
const MANTISSA = (1n << MANTISSA_BITS) - 1n;
const EXPONENT_MASK = 0x7ffn;
/** Exponent of the last bit of a double whose exponent field is 1. */
const LOWEST = -1074;
/** Bits of a quotient before it is rounded: more than a double's 53 and one to tell a tie. */
const QUOTIENT_BITS = 66;
/** Largest shift by a power of two that one product holds. */
const SHIFT_MAX = 1000;

/** Numbers whole·2^exponent, without any rounding; the numbers are finite. */
export interface Wholes {
  readonly wholes: readonly bigint[];
  readonly exponent: number;
}

/** Doubles as whole numbers of one unit, the finest any of them needs. */
export function wholesOf(values: readonly number[]): Wholes {
  const parts = values.map(partsOf);
  let exponent = 0;
  for (const part of parts) exponent = Math.min(exponent, part.exponent);
  return { wholes: parts.map((part) => part.whole << BigInt(part.exponent - exponent)), exponent };
}

/** value = whole·2^exponent; 0 has exponent 0. */
function partsOf(value: number): { whole: bigint; exponent: number } {
  if (value === 0) return { whole: 0n, exponent: 0 };
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const field = Number((bits >> MANTISSA_BITS) & EXPONENT_MASK);
  const size = (bits & MANTISSA) | (field === 0 ? 0n : 1n << MANTISSA_BITS);
  return { whole: value < 0 ? -size : size, exponent: LOWEST + Math.max(0, field - 1) };
}

/** The double nearest to numerator/denominator·2^exponent, denominator above 0 (ties to even; subnormals rounded twice). */
export function nearest(numerator: bigint, denominator: bigint, exponent: number): number {
  if (numerator === 0n) return 0;
  const size = numerator < 0n ? -numerator : numerator;
  const shift = QUOTIENT_BITS - bitsOf(size) + bitsOf(denominator);
  const top = size << BigInt(Math.max(0, shift));
  const bottom = denominator << BigInt(Math.max(0, -shift));
  const quotient = top / bottom;
  // A rest too small to show still tells above from at a tie.
  const sticky = quotient * bottom === top ? 0n : 1n;
  const value = timesPowerOfTwo(Number(quotient | sticky), exponent - shift);
  return numerator < 0n ? -value : value;
}

function bitsOf(size: bigint): number {
  return size.toString(2).length;
}

function timesPowerOfTwo(value: number, exponent: number): number {
  const part = Math.max(-SHIFT_MAX, Math.min(SHIFT_MAX, exponent));
  const scaled = part < 0 ? value / integerPower(2, -part) : value * integerPower(2, part);
  return part === exponent ? scaled : timesPowerOfTwo(scaled, exponent - part);
}
