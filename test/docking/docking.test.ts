/** The engine keeps agreeing with models of others, whose numbers `npm run docking` has left in peers.json. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { spreadCases, VIRUS_CASES } from "./cases.ts";
import { agreement } from "./kolmogorov.ts";
import { sampleOf } from "./ours.ts";
import { countsText, sampleFrom } from "./samples.ts";

const { counts } = JSON.parse(readFileSync(new URL("peers.json", import.meta.url), "utf8")) as {
  counts: Record<string, string>;
};
const DATA = fileURLToPath(new URL("../../../shared/data", import.meta.url));
const isThere = existsSync(DATA);
if (!isThere) console.warn("SKIPPED: no networks at ../shared/data");

const RUNS = 250;
/** Half of their runs against ours: two samples of one distribution are this far apart once in a thousand times. */
const LEAST_PROB = 0.001;

describe("final sizes have the distribution of Mesa's", () => {
  it.each(VIRUS_CASES)("$name", (of) => {
    const theirs = sampleFrom(counts[of.name]);
    expect(theirs).toHaveLength(500);
    expect(agreement(theirs, sampleOf(of, RUNS)).shuffledProb).toBeGreaterThan(LEAST_PROB);
  });

  it("and another one at a chance 20% higher: the test would tell", () => {
    const [, of] = VIRUS_CASES;
    const theirs = sampleFrom(counts[of.name]);
    expect(agreement(theirs, sampleOf(of, RUNS, 1.2)).shuffledProb).toBeLessThan(LEAST_PROB);
  });
});

describe.skipIf(!isThere)(
  "final sizes and times to half on real networks have the distribution of NDlib's",
  () => {
    it.each(isThere ? spreadCases(DATA).filter(({ network }) => network === "invs13") : [])("$name", (of) => {
      expect(agreement(sampleFrom(counts[of.name]), sampleOf(of, RUNS)).shuffledProb).toBeGreaterThan(
        LEAST_PROB,
      );
    });
  },
);

describe("the test of Kolmogorov and Smirnov", () => {
  // Expected figures from SciPy 1.17.1: ks_2samp and kstwobign with Stephens' correction.
  it("measures the distance that SciPy does, also between repeated values", () => {
    const a = Array.from({ length: 80 }, (_, i) => ((i * 37) % 101) / 7);
    const b = Array.from({ length: 60 }, (_, i) => ((i * 53) % 101) / 7 + 1.5);
    const { distance, limitProb, shuffledProb } = agreement(a, b);
    expect(distance).toBeCloseTo(0.1291666666666667, 12);
    expect(limitProb).toBeCloseTo(0.586548011015271, 9);
    expect(Math.abs(shuffledProb - 0.578277)).toBeLessThan(0.02);
    const repeated = agreement(
      Array.from({ length: 90 }, (_, i) => i % 7),
      Array.from({ length: 70 }, (_, i) => (i * i) % 8),
    );
    expect(repeated.distance).toBeCloseTo(0.46825396825396826, 12);
  });

  it("finds no distance between equals and all of it between strangers", () => {
    const some = [1, 2, 2, 3, 5, 8];
    expect(agreement(some, some)).toEqual({ distance: 0, limitProb: 1, shuffledProb: 1 });
    expect(
      agreement(
        some,
        some.map((value) => value + 10),
      ).distance,
    ).toBe(1);
  });
});

it("a sample survives being written down", () => {
  const sample = [3, 1, 4, 1, 5, 9, 2, 6];
  expect(sampleFrom(countsText(sample))).toEqual(sample.toSorted((a, b) => a - b));
});
