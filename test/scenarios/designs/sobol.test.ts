/** Sobol's sequence: the published points, balance, scrambling, and places far out. */
import { describe, expect, it } from "vitest";
import { sha256Of } from "../../../scenarios/hash.ts";
import { sobolPoints } from "../../../scenarios/designs/index.ts";

const TWO32 = 2 ** 32;
const rows = (options: Parameters<typeof sobolPoints>[0]): Float64Array[] => [...sobolPoints(options)];

describe("the raw sequence", () => {
  it("begins with the points Joe and Kuo publish", () => {
    expect(rows({ dimensions: 3, points: 10 }).map((row) => [...row])).toEqual([
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
      [0.1875, 0.3125, 0.9375],
      [0.6875, 0.8125, 0.4375],
    ]);
  });

  it("is SciPy's in 100 dimensions by 4,096 points", () => {
    // SHA-256 of SciPy 1.17's qmc.Sobol(100, scramble=False, bits=32).random(4096), as 32-bit numbers in lines.
    const text = rows({ dimensions: 100, points: 4096 })
      .map((row) => Array.from(row, (x) => x * TWO32).join(" "))
      .join("\n");
    expect(sha256Of(text)).toBe("05ef827bb04d498079f2420f7c70032029b424f3ee8765a5ffeb6a92fcf54bad");
  });

  it("goes on rightly beyond 2²⁰ points: a later start gives the same points", () => {
    const skip = 2 ** 20 - 3;
    const far = rows({ dimensions: 5, points: 8, skip });
    far
      .slice(1)
      .forEach((row, i) =>
        expect([...row]).toEqual([...rows({ dimensions: 5, points: 1, skip: skip + 1 + i })[0]]),
      );
    // The points 2²⁰ … 2²¹ − 1 fill every 2²¹th of the first axis that the first 2²⁰ left out.
    const seen = new Set<number>();
    for (const [x] of sobolPoints({ dimensions: 1, points: 2 ** 20, skip: 2 ** 20 })) seen.add(x * 2 ** 21);
    expect(seen.size).toBe(2 ** 20);
    for (const place of seen) if (place % 2 !== 1) expect.fail(`place ${place} is an old one`);
  });

  it("ends at 2³² points and at its last dimension", () => {
    expect(rows({ dimensions: 2, points: 2, skip: TWO32 - 2 })).toHaveLength(2);
    expect(() => rows({ dimensions: 2, points: 3, skip: TWO32 - 2 })).toThrow("invalid points");
    expect(() => rows({ dimensions: 385, points: 1 })).toThrow(
      "invalid dimensions; not a whole number in [1, 384]: 385",
    );
  });
});

describe.each([undefined, { seed: "a" }, { seed: "b" }])("the sequence scrambled by %o", (scramble) => {
  const points = rows({ dimensions: 384, points: 256, ...(scramble && { scramble }) });

  it("puts one of 256 points into each 256th of every dimension", () => {
    for (let j = 0; j < 384; j++)
      expect(new Set(points.map((row) => Math.floor(row[j] * 256))).size, `dimension ${j}`).toBe(256);
  });

  it("puts one of 256 points into each 16th by 16th of the first two dimensions", () => {
    const cells = points.map((row) => Math.floor(row[0] * 16) * 16 + Math.floor(row[1] * 16));
    expect(new Set(cells).size).toBe(256);
  });

  it("means one half everywhere", () => {
    for (let j = 0; j < 384; j++) {
      const mean = points.reduce((sum, row) => sum + row[j], 0) / 256;
      expect(Math.abs(mean - 0.5)).toBeLessThanOrEqual(1 / 512);
    }
  });
});

describe("scrambling", () => {
  it("differs by seed and is the same again", () => {
    const a = rows({ dimensions: 4, points: 8, scramble: { seed: "a" } });
    expect(rows({ dimensions: 4, points: 8, scramble: { seed: "a" } })).toEqual(a);
    expect(rows({ dimensions: 4, points: 8, scramble: { seed: "b" } })).not.toEqual(a);
  });

  it("integrates a smooth function better than chance: error of 1,024 points under a tenth of Monte Carlo's", () => {
    let squares = 0;
    for (let k = 0; k < 20; k++) {
      let sum = 0;
      for (const [x, y, z] of sobolPoints({ dimensions: 3, points: 1024, scramble: { seed: `s${k}` } }))
        sum += (1 + 0.5 * (x - 0.5)) * (1 + 0.5 * (y - 0.5)) * (1 + 0.5 * (z - 0.5));
      squares += (sum / 1024 - 1) ** 2;
    }
    // The function's standard deviation is about 0.25: chance would be off by 0.25/32.
    expect(Math.sqrt(squares / 20)).toBeLessThan(0.1 * (0.25 / 32));
  });
});
