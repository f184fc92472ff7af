/** Whether two samples come from one distribution: the test of Kolmogorov and Smirnov, by formula and by shuffling. */
import { draw } from "../../engine/random.ts";

export interface Agreement {
  /** Largest distance of the two empirical distribution functions. */
  readonly distance: number;
  /** Chance of such a distance by the limit distribution; too large where values repeat. */
  readonly limitProb: number;
  /** The same by shuffling who belongs to which sample: right for repeated values, at least 1/(shuffles + 1). */
  readonly shuffledProb: number;
}

const SHUFFLES = 4999;

export function agreement(a: readonly number[], b: readonly number[]): Agreement {
  const pooled = [...a.map((value) => ({ value, isA: 1 })), ...b.map((value) => ({ value, isA: 0 }))];
  const sorted = pooled.toSorted((x, y) => x.value - y.value);
  const isLast = Uint8Array.from(sorted, ({ value }, i) => (value === sorted[i + 1]?.value ? 0 : 1));
  const isA = Uint8Array.from(sorted, (item) => item.isA);
  const distance = distanceOf(isA, isLast, a.length);
  return {
    distance,
    limitProb: limitProb(distance, a.length, b.length),
    shuffledProb: shuffledProb(isA, isLast, a.length, distance),
  };
}

/** Over the pooled values in order: whose each is, and whether it is the last of its equals. */
function distanceOf(isA: Uint8Array, isLast: Uint8Array, sizeA: number): number {
  const sizeB = isA.length - sizeA;
  let [ofA, ofB, largest] = [0, 0, 0];
  for (let i = 0; i < isA.length; i++) {
    if (isA[i] === 1) ofA++;
    else ofB++;
    if (isLast[i] === 1) largest = Math.max(largest, Math.abs(ofA / sizeA - ofB / sizeB));
  }
  return largest;
}

/** Kolmogorov's limit with Stephens' correction for finite samples. */
function limitProb(distance: number, sizeA: number, sizeB: number): number {
  const root = Math.sqrt((sizeA * sizeB) / (sizeA + sizeB));
  const x = (root + 0.12 + 0.11 / root) * distance;
  if (x < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= 100; k++) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x);
  return Math.min(1, Math.max(0, sum));
}

function shuffledProb(isA: Uint8Array, isLast: Uint8Array, sizeA: number, distance: number): number {
  const shuffled = isA.slice();
  let asFar = 1;
  for (let shuffle = 1; shuffle <= SHUFFLES; shuffle++) {
    for (let i = shuffled.length - 1; i > 0; i--) {
      const k = draw(i, shuffle, 0x2545f491) % (i + 1);
      [shuffled[i], shuffled[k]] = [shuffled[k], shuffled[i]];
    }
    // Sums of fractions may differ in their last bit.
    if (distanceOf(shuffled, isLast, sizeA) >= distance - 1e-12) asFar++;
  }
  return asFar / (SHUFFLES + 1);
}
