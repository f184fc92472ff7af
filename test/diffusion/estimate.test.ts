/** Fits where the answer is known: closed forms, bounds, and the parts they are made of. */
import { describe, expect, test } from "vitest";
import { log, normalQuantile } from "../../engine/math.ts";
import { binomialQuantile } from "../../scenarios/diffusion/binomial.ts";
import { estimate, testContagion } from "../../scenarios/diffusion/estimate.ts";
import { mixedExposures } from "../../scenarios/diffusion/exposure.ts";
import { fitKernel, type KernelFitOptions } from "../../scenarios/diffusion/kernel-fit.ts";
import { maximise, profileInterval } from "../../scenarios/diffusion/maximum.ts";
import { lineModel } from "../../scenarios/diffusion/models.ts";
import { logFactorial, normalTail } from "../../scenarios/diffusion/normal.ts";
import { spreadCounts } from "../../scenarios/diffusion/spread.ts";
import type { Counts, Series } from "../../scenarios/diffusion/series.ts";
import { peopleOf, makeSeries } from "./worlds.ts";

const OPTIONS: KernelFitOptions = { evaluate: (runs) => runs.map(spreadCounts), draws: 100, seed: [1, 2] };
const countsOf = (adoptions: readonly number[], market?: number): Counts => ({
  form: "counts",
  firstPeriod: 1,
  adoptions: Float64Array.from(adoptions),
  ...(market === undefined ? {} : { market }),
});

describe("a maximum", () => {
  const coordinate = (start: number, low = -10, high = 10) => ({ start, step: 0.5, low, high });

  test("is found in a curved valley", () => {
    const valley = ([x, y]: readonly number[]) => -((1 - x) ** 2) - 100 * (y - x * x) ** 2;
    const { point, value } = maximise(valley, [coordinate(-1), coordinate(2)]);
    expect(point[0]).toBeCloseTo(1, 3);
    expect(point[1]).toBeCloseTo(1, 3);
    expect(value).toBeCloseTo(0, 6);
  });

  test("is found on a bound, and an interval ends there", () => {
    const slope = ([x, y]: readonly number[]) => -2 * x - (y - 1) ** 2;
    const coordinates = [coordinate(3, 0), coordinate(0)];
    const best = maximise(slope, coordinates);
    expect(best.point[0]).toBe(0);
    const interval = profileInterval(slope, coordinates, best, 0, 2);
    expect(interval.low).toBe(0);
    expect(interval.high).toBeCloseTo(1, 4);
  });

  test("has the interval of its profile, not of its slice", () => {
    // Normal with correlation .8: the profile of x is −x²/2, the slice −x²/2/(1 − .64).
    const hill = ([x, y]: readonly number[]) => -(x * x - 1.6 * x * y + y * y) / (2 * 0.36);
    const coordinates = [coordinate(1), coordinate(1)];
    const { low, high } = profileInterval(hill, coordinates, maximise(hill, coordinates), 0, 2);
    expect(low).toBeCloseTo(-2, 3);
    expect(high).toBeCloseTo(2, 3);
  });
});

describe("parts", () => {
  test("the normal tail inverts the engine's quantile", () => {
    for (const u of [1e-9, 1e-4, 0.0062, 0.01, 0.3, 0.5, 0.9, 0.999])
      expect(normalTail(-normalQuantile(u)) / u).toBeCloseTo(1, 11);
    expect([normalTail(-Infinity), normalTail(Infinity)]).toEqual([1, 0]);
  });

  test("the logarithm of a factorial is the sum of logarithms", () => {
    let sum = 0;
    for (let n = 1; n <= 200; n++) {
      sum += log(n);
      expect(Math.abs(logFactorial(n) - sum)).toBeLessThan(1e-11 * Math.max(1, sum));
    }
  });

  test("binomial draws have their mean and variance on both sides of the normal approximation", () => {
    for (const [count, prob] of [
      [10, 0.3],
      [500, 0.9],
      [5000, 0.2],
    ]) {
      const draws = Array.from({ length: 4000 }, (_, i) => binomialQuantile(count, prob, (i + 0.5) / 4000));
      const mean = draws.reduce((a, b) => a + b) / 4000;
      const variance = draws.reduce((a, b) => a + (b - mean) ** 2, 0) / 4000;
      expect(Math.abs(mean / (count * prob) - 1)).toBeLessThan(0.003);
      expect(Math.abs(variance / (count * prob * (1 - prob)) - 1)).toBeLessThan(0.02);
      for (const draw of draws) expect(Number.isInteger(draw) && draw >= 0 && draw <= count).toBe(true);
    }
    expect([binomialQuantile(7, 0, 0.9), binomialQuantile(7, 1, 0.1), binomialQuantile(0, 0.5, 0.5)]).toEqual(
      [0, 7, 0],
    );
  });
});

describe("without contagion", () => {
  const adoptions = Float64Array.of(8, 5, 9, 4, 6, 3, 5, 4);
  const exposures = mixedExposures(adoptions, 100);
  const model = lineModel({ periods: 8, exposures: () => exposures, rate: 0.1 }, "constant", "none");

  test("the outside probability is adoptions over people at risk", () => {
    const atRisk = exposures.stayed.reduce((sum, stayed, t) => sum + stayed + adoptions[t], 0);
    const { estimates, aic, logLikelihood } = estimate(model, "constant", "none");
    expect(estimates[0].value).toBeCloseTo(44 / atRisk, 6);
    expect(aic).toBe(2 - 2 * logLikelihood);
  });

  test("its interval ends where the likelihood has fallen as far as χ² allows", () => {
    const fit = estimate(model, "constant", "none", { dispersion: 1 });
    for (const p of [fit.estimates[0].low, fit.estimates[0].high]) {
      const fall = fit.logLikelihood - model.logLikelihood([log(-Math.log1p(-p))]);
      expect(2 * fall).toBeCloseTo(3.8415, 3);
    }
  });

  test("imitation is 0 where it would only hurt, and the test says nothing", () => {
    const share = lineModel({ periods: 8, exposures: () => exposures, rate: 0.1 }, "constant", "share");
    const fit = estimate(share, "constant", "share");
    expect(fit.estimates.find(({ name }) => name === "imitationProb")).toMatchObject({ value: 0, low: 0 });
    const { likelihoodRatio, prob, isFound } = testContagion(fit, estimate(model, "constant", "none"));
    expect(likelihoodRatio).toBeCloseTo(0, 9);
    expect(prob).toBeCloseTo(0.5, 4);
    expect(isFound).toBe(false);
  });
});

describe("a fit", () => {
  const made = makeSeries({
    seed: "verdict",
    people: 200,
    meanDegree: 6,
    periods: 15,
    parameters: { externalProb: 0.02, imitationProb: 0.3 },
  });

  const fit = fitKernel(made.people, made.pairs, OPTIONS);

  test("finds the contagion in a network and says so", () => {
    expect([fit.verdict, fit.decisive]).toEqual(["found", "period"]);
    expect(fit.predictions.map(({ outside, contagion }) => `${outside} ${contagion}`)).toEqual([
      "constant share",
      "trend none",
      "trend share",
    ]);
    const [kernel] = fit.predictions;
    expect(kernel.levelsR2).toBeGreaterThan(kernel.incrementsR2);
    expect(kernel.periodsInside).toBeGreaterThanOrEqual(12);
    kernel.adoptions.median.forEach((median, t) => {
      expect(kernel.adoptions.low[t]).toBeLessThanOrEqual(median);
      expect(kernel.adoptions.high[t]).toBeGreaterThanOrEqual(median);
    });
  });

  test("is the same again, whatever the order and the direction of the pairs", () => {
    const { source, target } = made.pairs;
    const turned = { source: target.toReversed(), target: source.toReversed() };
    expect(fitKernel(made.people, turned, OPTIONS)).toEqual(fit);
  });

  test("calls an S-curve of counts undecided, or at most found beside a trend", () => {
    const ofCounts = fitKernel(countsOf([...made.adoptions], 200), undefined, OPTIONS);
    expect(ofCounts.decisive).toBe("trend");
    const [face, beside] = ofCounts.tests;
    expect(face).toMatchObject({ outside: "constant", isFound: true });
    expect(ofCounts.verdict).toBe(beside.isFound ? "found" : "undecided");
  });

  test("leaves the market open where counts grow and never bend", () => {
    const open = fitKernel(countsOf([10, 14, 19, 27, 38, 53, 74, 104, 145, 203]), undefined, OPTIONS);
    const share = open.fits.find((one) => one.outside === "constant" && one.contagion === "share")!;
    const market = share.estimates.find(({ name }) => name === "market")!;
    expect(market.high).toBeGreaterThan(1e6);
  });

  const strange: [string, Series][] = [
    ["everybody at once", countsOf([50, 0, 0, 0], 50)],
    ["everybody at the end", countsOf([0, 0, 0, 50], 50)],
    ["the whole market, one by one", countsOf([1, 1, 1], 3)],
    ["two of a million", countsOf([1, 0, 1], 1_000_000)],
    ["everybody at once, market unknown", countsOf([50, 0, 0, 0])],
    ["a billion", countsOf([4e8, 4e8, 1e8, 1e8], 1e9)],
    ["three people at once", peopleOf(Int32Array.of(0, 0, 0), 3)],
    ["three people one by one, in groups", peopleOf(Int32Array.of(0, 1, 2), 3, 3)],
    ["two of four in the last period", peopleOf(Int32Array.of(-1, 2, 2, -1), 3, 2)],
  ];

  test.each(strange)("stays within bounds for %s", (_, series) => {
    const pairs =
      series.form === "individuals"
        ? { source: Uint32Array.of(0, 1), target: Uint32Array.of(1, 2) }
        : undefined;
    for (const ties of pairs ? [pairs, undefined] : [undefined]) {
      const one = fitKernel(series, ties, OPTIONS);
      for (const { estimates, logLikelihood, outsideProbs } of one.fits) {
        expect(Number.isFinite(logLikelihood)).toBe(true);
        for (const { name, value, low, high } of estimates) {
          expect(low <= value && value <= high, `${name} ${low} ${value} ${high}`).toBe(true);
          if (name !== "market") expect(low >= 0 && high <= 1).toBe(true);
        }
        for (const p of outsideProbs) expect(p >= 0 && p <= 1).toBe(true);
      }
      for (const { prob } of one.tests) expect(prob >= 0 && prob <= 0.5).toBe(true);
    }
  });
});
