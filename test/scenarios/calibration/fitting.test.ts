/** Fits to one's own data: right on average where truths are known, on a toy and on the engine, and asked about contagion. */
import { describe, expect, test } from "vitest";
import { runKey, uniform } from "../../../engine/index.ts";
import { normalQuantile } from "../../../engine/math.ts";
import { designKey } from "../../../scenarios/designs/draws.ts";
import { fitTo, type Simulator } from "../../../scenarios/calibration/fitting.ts";
import { numberWords } from "../../../viz/words/decisions.ts";
import { notationOf } from "../../../viz/words/notation.ts";
import {
  calibratedDocument,
  calibrateTo,
  ownSentences,
  toldOf,
} from "../../../scenarios/calibration/index.ts";
import { simulatorOf } from "../../../scenarios/calibration/own-data.ts";
import { evennessProb, ranksOf, type Trial } from "../../../scenarios/calibration/ranks.ts";
import { keptTrials } from "./kept-trials.ts";
import {
  dataOf,
  FACTORS,
  OPTIONS,
  rememberingEvaluation,
  SETTING,
  toyEvaluation,
  trialOf,
} from "./recovery.ts";

const WORDS = numberWords(notationOf({}));
const isSoak = process.env["SOAK"] !== undefined;
const WEEKS = 20;

/** A line over twenty weeks, level and slope wanted, with noise of its luck. */
const LINE: Simulator = {
  dimension: 2,
  lengths: [WEEKS],
  simulate: (runs) =>
    Promise.resolve(
      runs.map(({ point: [level, slope], luck }) => {
        const key = runKey([17, luck], 0);
        return Float64Array.from(
          { length: WEEKS },
          (_, t) => level + (slope * t) / WEEKS + 0.3 * normalQuantile(uniform(t, key)),
        );
      }),
    ),
};

async function lineTrial(i: number): Promise<Trial> {
  const key = designKey("lines", "truths", i);
  const truth = Float64Array.of(uniform(0, key), uniform(1, key));
  const [observed] = await LINE.simulate([{ point: truth, luck: 2 ** 31 + i }]);
  const { posterior } = await fitTo(observed, LINE, {
    seed: `line ${i}`,
    pilots: 200,
    particles: 200,
    lucks: 2 ** 30,
    runs: 4000,
    leastAcceptance: 0.1,
  });
  return { truth, posterior };
}

async function allOf(count: number, trialAt: (i: number) => Promise<Trial>): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (let i = 0; i < count; i++) trials.push(await trialAt(i));
  return trials;
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

function tellRecovered(trials: readonly Trial[], leftSeconds: number): void {
  const covered = ranksOf(trials).map((each) => each.covered);
  tell(
    `90% intervals hold ${covered.join(", ")} of ${trials.length} companies · about ${Math.ceil(leftSeconds / 60)} minutes left`,
  );
}

describe("simulation-based calibration", () => {
  const count = isSoak ? 500 : 24;

  test(`of ${count} noisy lines has even ranks and 90% intervals that hold about 90%`, async () => {
    const ranks = ranksOf(await allOf(count, lineTrial), isSoak ? 10 : 4);
    if (isSoak)
      for (const { counts, prob, covered } of ranks)
        tell(
          `ranks ${counts.join(" ")}: chi-square p ${prob.toFixed(3)}; 90% intervals hold ${covered} of ${count}`,
        );
    for (const { prob, covered } of ranks) {
      expect(prob).toBeGreaterThan(0.01);
      expect(covered / count).toBeGreaterThan(isSoak ? 0.83 : 0.7);
      expect(covered / count).toBeLessThanOrEqual(isSoak ? 0.97 : 1);
    }
  }, 600_000);

  test("sees posteriors that are too narrow, too wide, or beside the truth", () => {
    const points = Array.from({ length: 99 }, (_, i) => Float64Array.of((i + 0.5) / 99));
    const weights = new Float64Array(99).fill(1 / 99);
    const trialsAt = (truthOf: (u: number) => number): Trial[] =>
      Array.from({ length: 200 }, (_, i) => ({
        truth: Float64Array.of(truthOf((i + 0.5) / 200)),
        posterior: { points, weights },
      }));
    expect(ranksOf(trialsAt((u) => u))[0]).toMatchObject({ covered: 180 });
    expect(ranksOf(trialsAt((u) => u))[0].prob).toBeGreaterThan(0.99);
    for (const wrong of [(u: number) => 2 * u - 0.5, (u: number) => 0.25 + u / 2, (u: number) => u * u])
      expect(ranksOf(trialsAt(wrong))[0].prob).toBeLessThan(0.01);
    expect(evennessProb([10, 10, 10])).toBeGreaterThan(0.9);
  });
});

/** Coverage of 90% intervals: the engine's in the soak run, a toy's in its place otherwise. */
describe("three parameters", () => {
  const count = isSoak ? 100 : 16;
  const [least, most] = isSoak ? [83, 97] : [12, 16];

  test(`are recovered in ${count} synthetic companies: 90% intervals hold about 90%`, async () => {
    const evaluate = isSoak ? rememberingEvaluation(SETTING) : toyEvaluation;
    const trials = isSoak
      ? await keptTrials("recovery", count, (i) => trialOf(i, evaluate), tellRecovered)
      : await allOf(count, (i) => trialOf(i, evaluate, { runs: 2000 }));
    const covered = ranksOf(trials).map((each) => each.covered);
    for (const each of covered) {
      expect(each).toBeGreaterThanOrEqual(least);
      expect(each).toBeLessThanOrEqual(most);
    }
  }, 7_200_000);
});

describe("a company's own weeks", () => {
  const evaluate = isSoak ? rememberingEvaluation(SETTING) : toyEvaluation;
  const factors = FACTORS.slice(0, 2);
  const options = { ...OPTIONS, seed: "own", runs: isSoak ? 4000 : 2500, draws: 60 };
  const observedAt = async (imitation: number) => {
    const simulator = simulatorOf(SETTING, factors, dataOf(), evaluate, { imitationProb: imitation });
    const [values] = await simulator.simulate([{ point: Float64Array.of(0.6, 0.5), luck: 123_456 }]);
    return dataOf(values);
  };

  test("with contagion are told from those without, each way", async () => {
    const withIt = await calibrateTo(SETTING, factors, await observedAt(0.35), options, evaluate);
    expect(withIt.contagion!.verdict).toBe("found");
    expect(withIt.factors[1].p5).toBeGreaterThan(0.1);
    const without = await calibrateTo(SETTING, factors, await observedAt(0), options, evaluate);
    expect(without.contagion!.verdict).toBe("none");
    expect(ownSentences(toldOf(without), WORDS).join(" ")).toContain(
      "No contagion: the model without imitation",
    );
  }, 600_000);

  test("lie in the bands of the posterior, which is a document's assumptions", async () => {
    const data = await observedAt(0.2);
    const found = await calibrateTo(SETTING, factors, data, options, evaluate);
    for (const { observed, inside, p5, p50, p95 } of found.bands) {
      expect(inside).toBeGreaterThan(0.7 * observed.weeks.length);
      for (const k of p50.keys()) {
        expect(p5[k]).toBeLessThanOrEqual(p50[k]);
        expect(p50[k]).toBeLessThanOrEqual(p95[k]);
      }
    }
    const { assumptions } = calibratedDocument(SETTING.document, found);
    expect(assumptions).toEqual({
      externalProb: { low: expect.any(Number), high: expect.any(Number) },
      imitationProb: { low: expect.any(Number), high: expect.any(Number) },
    });
    expect(ownSentences(toldOf(found), WORDS)[0]).toMatch(/^History matching leaves \d/);
  }, 600_000);
});
