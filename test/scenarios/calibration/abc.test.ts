/** ABC-SMC where the posterior is known: the conjugate normal, a uniform one, two models of known odds. */
import { describe, expect, test } from "vitest";
import { runKey, uniform } from "../../../engine/index.ts";
import { exp, normalQuantile } from "../../../engine/math.ts";
import {
  evidenceAt,
  sampleAbc,
  type AbcOptions,
  type AbcProblem,
  type AbcSample,
} from "../../../scenarios/calibration/abc.ts";
import { adjusted, weightedQuantile } from "../../../scenarios/calibration/adjust.ts";

const OPTIONS: AbcOptions = {
  seed: "abc",
  particles: 6000,
  lucks: 2 ** 30,
  runs: 400_000,
  leastAcceptance: 0.1,
};
const NOISE = runKey([3, 5], 0);

/** The mean of ten numbers around θ with sd 1, θ normal of the prior: the data have the mean `observed`. */
function normalProblem(observed: number, priorSd = 1): AbcProblem {
  const sd = Math.sqrt(0.1);
  return {
    dimension: 1,
    simulate: (proposals) =>
      Promise.resolve(
        proposals.map(({ point, luck }) => {
          const mean = priorSd * normalQuantile(point[0]) + sd * normalQuantile(uniform(luck, NOISE));
          return Float64Array.of((mean - observed) / sd);
        }),
      ),
  };
}

function momentsOf(values: readonly number[], weights: Float64Array): { mean: number; sd: number } {
  const mean = values.reduce((sum, value, i) => sum + weights[i] * value, 0);
  return {
    mean,
    sd: Math.sqrt(values.reduce((sum, value, i) => sum + weights[i] * (value - mean) ** 2, 0)),
  };
}

function thetas({ points }: { readonly points: readonly Float64Array[] }): number[] {
  return points.map(([share]) => normalQuantile(share));
}

describe("the conjugate normal posterior", async () => {
  const sample = await sampleAbc(normalProblem(0.5), OPTIONS);
  // Precision 1 + 10, mean 10·0.5/11.
  const known = { mean: 5 / 11, sd: Math.sqrt(1 / 11) };

  test("is recovered within 2%, mean and standard deviation", () => {
    const moved = adjusted(sample);
    const found = momentsOf(thetas(moved), moved.weights);
    expect(Math.abs(found.mean / known.mean - 1)).toBeLessThan(0.02);
    expect(Math.abs(found.sd / known.sd - 1)).toBeLessThan(0.02);
  });

  test("has its quantiles", () => {
    const moved = adjusted(sample);
    const low = weightedQuantile(thetas(moved), moved.weights, 0.05);
    const high = weightedQuantile(thetas(moved), moved.weights, 0.95);
    expect(low).toBeCloseTo(known.mean - 1.645 * known.sd, 1);
    expect(high).toBeCloseTo(known.mean + 1.645 * known.sd, 1);
  });

  test("is approached: tolerances fall, weights stay worth most of the points", () => {
    const { generations } = sample;
    expect(generations.length).toBeGreaterThan(3);
    for (const [i, { tolerance, effectiveSize, runs }] of generations.entries()) {
      expect(effectiveSize).toBeGreaterThan(OPTIONS.particles / 2);
      if (i === 0) continue;
      expect(tolerance).toBeLessThan(generations[i - 1].tolerance);
      expect(runs).toBeGreaterThan(generations[i - 1].runs);
    }
    expect(sample.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
  });
});

describe("a sample", () => {
  const small = { ...OPTIONS, particles: 200, runs: 5000 };

  test("follows from the seed, however its runs are shared out", async () => {
    const first = await sampleAbc(normalProblem(0.5), small);
    const again = await sampleAbc(
      {
        dimension: 1,
        simulate: async (proposals) => {
          const { simulate } = normalProblem(0.5);
          const one = await Promise.all(proposals.map((each) => simulate([each])));
          return one.flat();
        },
      },
      small,
    );
    expect(again).toEqual(first);
    const other = await sampleAbc(normalProblem(0.5), { ...small, seed: "other" });
    expect(other.points).not.toEqual(first.points);
  });

  test("asks for no more runs than it may, and stands at the last whole generation", async () => {
    let asked = 0;
    const counted: AbcProblem = {
      dimension: 1,
      simulate: (proposals) => {
        asked += proposals.length;
        return normalProblem(0.5).simulate(proposals);
      },
    };
    const sample = await sampleAbc(counted, { ...small, runs: 2000 });
    expect(asked).toBeLessThanOrEqual(2000);
    expect(sample.generations.at(-1)!.runs).toBeLessThanOrEqual(asked);
  });

  test("leaves out failed runs and points that are ruled out", async () => {
    const problem: AbcProblem = {
      dimension: 1,
      isPossible: ([share]) => share > 0.5,
      simulate: async (proposals) => {
        expect(proposals.every(({ point }) => point[0] > 0.5)).toBe(true);
        const known = await normalProblem(0.5).simulate(proposals);
        return known.map((residual, i) => (i % 7 === 0 ? Float64Array.of(NaN) : residual));
      },
    };
    const sample = await sampleAbc(problem, small);
    expect(sample.points.every(([share]) => share > 0.5)).toBe(true);
    const nothing: AbcProblem = {
      dimension: 1,
      simulate: (proposals) => Promise.resolve(proposals.map(() => Float64Array.of(NaN))),
    };
    await expect(sampleAbc(nothing, small)).rejects.toThrow("nothing left");
  });
});

test("the odds of two models are those of their normal evidence", async () => {
  const options = { ...OPTIONS, particles: 1000, runs: 30_000 };
  const [narrow, wide] = await Promise.all([
    sampleAbc(normalProblem(2, 1), options),
    sampleAbc(normalProblem(2, 4), options),
  ]);
  const density = (variance: number): number => exp(-4 / (2 * variance)) / Math.sqrt(variance);
  const within = Math.min(lastTolerance(narrow), lastTolerance(wide));
  const odds = evidenceAt(narrow, within) / evidenceAt(wide, within);
  expect(odds).toBeCloseTo(density(1.1) / density(16.1), 0);
  expect(odds / (density(1.1) / density(16.1))).toBeGreaterThan(0.85);
  expect(odds / (density(1.1) / density(16.1))).toBeLessThan(1.15);
});

function lastTolerance({ generations }: AbcSample): number {
  return generations.at(-1)!.tolerance;
}

test("a weighted quantile is the plain one of equal weights, and follows the weights", () => {
  const equal = new Float64Array(5).fill(0.2);
  expect(weightedQuantile([5, 1, 4, 2, 3], equal, 0.5)).toBe(3);
  expect(weightedQuantile([5, 1, 4, 2, 3], equal, 0)).toBe(1);
  expect(weightedQuantile([5, 1, 4, 2, 3], equal, 1)).toBe(5);
  expect(weightedQuantile([1, 2, 3], Float64Array.of(0, 0, 1), 0.5)).toBe(3);
});
