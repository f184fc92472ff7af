/** Calibration: implausibility, emulators, and history matching on a model whose answer is known. */
import { describe, expect, it } from "vitest";
import { PARAMETERS } from "../../engine/index.ts";
import { fitEmulator } from "../../scenarios/calibration/emulator.ts";
import { assumptionsAt, FREE_PARAMETERS } from "../../scenarios/calibration/free.ts";
import { implausibility } from "../../scenarios/calibration/implausibility.ts";
import { matchHistory, type Measure } from "../../scenarios/calibration/index.ts";
import { latinHypercube } from "../../scenarios/designs/index.ts";
import { PATTERNS } from "../../scenarios/patterns/index.ts";

const patternOf = (id: string) => PATTERNS.find((pattern) => pattern.id === id)!;

describe("implausibility", () => {
  it("is 0 in a target's middle, 3 at its edges, and less where more is unknown", () => {
    const s5 = patternOf("S5");
    expect(implausibility(s5, 0.625)).toBe(0);
    expect(implausibility(s5, 0.5)).toBeCloseTo(3, 12);
    expect(implausibility(s5, 0.75)).toBeCloseTo(3, 12);
    expect(implausibility(s5, 0.8)).toBeGreaterThan(3);
    expect(implausibility(s5, 0.8, 0.05)).toBeLessThan(implausibility(s5, 0.8));
  });

  it("ends an open target at its bound, and never rules out what lies deep inside", () => {
    const s15 = patternOf("S15");
    expect(implausibility(s15, -0.3)).toBeCloseTo(3, 12);
    expect(implausibility(s15, -0.29)).toBeGreaterThan(3);
    expect(implausibility(s15, -0.9)).toBe(0);
    expect(implausibility(s15, Number.NaN)).toBe(Infinity);
  });
});

describe("an emulator", () => {
  const points = latinHypercube(3, { points: 40, seed: "emulator" });
  const surface = (x: Float64Array): number => 2 - x[0] + 3 * x[1] * x[1] - 4 * x[0] * x[2];

  it("finds a quadratic surface again", () => {
    const { predict, spread } = fitEmulator(points, points.map(surface));
    for (const point of latinHypercube(3, { points: 20, seed: "others" }))
      expect(predict(point)).toBeCloseTo(surface(point), 3);
    expect(spread).toBeLessThan(1e-3);
  });

  it("knows how far off it is where the surface is no quadratic", () => {
    const wave = (x: Float64Array): number => Math.sin(8 * x[0]) + x[1];
    const { predict, spread } = fitEmulator(points, points.map(wave));
    const others = latinHypercube(3, { points: 200, seed: "others" });
    const error = Math.sqrt(
      others.reduce((sum, point) => sum + (predict(point) - wave(point)) ** 2, 0) / others.length,
    );
    expect(spread / error).toBeGreaterThan(0.5);
    expect(spread / error).toBeLessThan(2);
  });

  it("wants as many points as terms", () => {
    expect(() => fitEmulator(points.slice(0, 9), [])).toThrow("too few points for 10 terms: 9");
  });
});

describe("the free parameters", () => {
  it("are nine rows of the table, searched within their bounds, with the default inside", () => {
    expect(FREE_PARAMETERS).toHaveLength(9);
    for (const { name, low, high } of FREE_PARAMETERS) {
      const row = PARAMETERS.find((parameter) => parameter.name === name)!;
      expect(low).toBeGreaterThanOrEqual(row.low);
      expect(high).toBeLessThanOrEqual(row.high);
      expect(row.default).toBeGreaterThan(low);
      expect(row.default).toBeLessThan(high);
    }
  });
});

describe("history matching", () => {
  /** Every pattern holds but three, which follow three parameters. */
  const measure: Measure = async (asked) =>
    asked.map(({ assumptions }) => {
      const calm = Object.fromEntries(
        PATTERNS.map(({ measure: name, low, high }) => [
          name,
          Number.isFinite(low) && Number.isFinite(high)
            ? (low + high) / 2
            : Number.isFinite(low)
              ? 2 * low
              : 2 * high,
        ]),
      );
      const log = (name: "campaignProb" | "postProb" | "joinInviteProb", at: number): number =>
        Math.log((assumptions[name] ?? Number.NaN) / at);
      return {
        ...calm,
        registeredShare: 0.675 + 0.2 * log("campaignProb", 0.1),
        posterShare: 0.035 + 0.04 * log("postProb", 0.15),
        coreMemberShare: 0.13 + 0.06 * log("joinInviteProb", 0.012),
      };
    });

  it("finds what isn't ruled out, rules out the rest wave by wave, and puts the most central first", async () => {
    const spaces: number[] = [];
    const match = await matchHistory(measure, {
      seed: "known",
      firstPoints: 180,
      points: 60,
      waves: 3,
      replicates: 2,
      onWave: ({ spaceLeft }) => spaces.push(spaceLeft),
    });
    expect(spaces[0]).toBeLessThan(0.35);
    expect(match.members.length).toBeGreaterThan(50);
    for (const { assumptions, implausibility: worst } of match.members) {
      expect(worst).toBeLessThanOrEqual(3);
      expect(Math.abs(Math.log(assumptions.campaignProb! / 0.1))).toBeLessThan(0.9);
    }
    const central = match.members[0].assumptions;
    expect(Math.abs(Math.log(central.postProb! / 0.15))).toBeLessThan(0.4);
    expect(Math.abs(Math.log(central.joinInviteProb! / 0.012))).toBeLessThan(0.35);
  });

  it("says so when nothing is left", async () => {
    const never: Measure = async (asked) =>
      asked.map(() => Object.fromEntries(PATTERNS.map(({ measure: name }) => [name, 1e9])));
    const options = { seed: "none", firstPoints: 60, points: 5, waves: 2, replicates: 1 };
    await expect(matchHistory(never, options)).rejects.toThrow(
      "nothing left; every point misses a pattern: 0",
    );
  });

  it("rounds a point to what is published", () => {
    const assumptions = assumptionsAt(new Float64Array(9).fill(0.123456));
    for (const value of Object.values(assumptions)) expect(Number(value.toPrecision(3))).toBe(value);
  });
});
