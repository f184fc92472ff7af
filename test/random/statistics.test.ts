/** The scores tell good draws from poor ones: each is tried on what it should notice. */
import { describe, expect, it } from "vitest";
import { draw } from "../../engine/random.ts";
import {
  chiSquareScore,
  collisions,
  equalSpacings,
  evenness,
  pairScores,
  poissonScore,
  serialScore,
  shareScore,
} from "./statistics.ts";

const COUNT = 65_536;
const good = Uint32Array.from({ length: COUNT }, (_, a) => draw(a, 0x1234, 0x5678));
/** One multiplication of a counter: its top bits walk, its low bits count. */
const poor = Uint32Array.from({ length: COUNT }, (_, a) => Math.imul(a, 0x21f0aaad) >>> 0);
const whole = (word: number): number => word;

function bytesOf(words: Uint32Array, shift: number): Float64Array {
  const counts = new Float64Array(256);
  for (const word of words) counts[(word >>> shift) & 255]++;
  return counts;
}

describe("a score", () => {
  it("of chi-square is that of the normal distribution", () => {
    // Upper 2.5% points of chi-square with 10, 100 and 255 degrees of freedom.
    for (const [point, freedom] of [
      [20.4832, 10],
      [129.5612, 100],
      [301.125, 255],
    ])
      expect(chiSquareScore(point, freedom)).toBeCloseTo(1.96, 1);
    expect(shareScore(60, 100, 0.5)).toBeCloseTo(2, 12);
    expect(poissonScore(100, 100)).toBeCloseTo(0, 1);
    expect(poissonScore(120, 100)).toBeCloseTo(1.9, 1);
  });

  it("is small for good draws and large for poor ones", () => {
    expect(Math.abs(evenness(bytesOf(good, 24)))).toBeLessThan(5);
    expect(Math.abs(evenness(bytesOf(poor, 0)))).toBeGreaterThan(5);
    const bySerial = [1, 2, 3, 4, 5, 6, 7, 8].map((lag) => Math.abs(serialScore(poor, lag, whole)));
    expect(Math.max(...bySerial)).toBeGreaterThan(20);
    expect(Math.abs(serialScore(good, 1, whole))).toBeLessThan(5);
  });

  it("of pairs sees one pair of equals among many", () => {
    const sequences = Array.from({ length: 20 }, (_, k) => good.subarray(k * 1000, (k + 1) * 1000));
    expect(pairScores(sequences).largest).toBeLessThan(5);
    const twins = pairScores([...sequences, sequences[7]]);
    expect(twins.largest).toBeGreaterThan(25);
    expect(twins.together).toBeGreaterThan(5);
  });

  it("of birthdays counts equals and equal gaps", () => {
    expect(collisions(Uint32Array.of(5, 3, 5, 9, 3, 3))).toBe(3);
    expect(equalSpacings(Uint32Array.of(10, 20, 31, 41, 50))).toBe(1);
    expect(equalSpacings(poor.subarray(0, 4096))).toBeGreaterThan(1000);
  });
});
