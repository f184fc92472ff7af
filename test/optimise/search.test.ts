/** The search for the best plan on landscapes whose best plan is planted, within its budget, from its seed. */
import { describe, expect, test } from "vitest";
import { runKey, uniform } from "../../engine/index.ts";
import { normalQuantile } from "../../engine/math.ts";
import { searchPlans, type Choices, type Score, type Trial } from "../../scenarios/optimise/search.ts";

/** Starts of five interventions by quarters over four years, and four sizes: as in a company. */
const LEVELS = [17, 17, 17, 17, 17, 3, 3, 3, 3];
const RUNS = 16_000;

/**
 * A landscape of one trial: each choice away from the planted one costs, more so if its neighbour is off too, a wrong
 * order of two starts costs again, and luck is twice a step: common to all plans of a scenario, and half a step a plan's own.
 */
function landscape(seed: number): { planted: Choices; score: Score; asked: Trial[] } {
  const key = runKey([seed, 31], 0);
  const planted = LEVELS.map((count, j) => Math.floor(uniform(j, key) * count));
  const weights = LEVELS.map((_, j) => 0.5 + uniform(100 + j, key));
  const asked: Trial[] = [];
  const valueOf = ({ choices, scenario }: Trial): number => {
    const off = choices.map((choice, j) => Math.abs(choice - planted[j]) / (LEVELS[j] > 3 ? 4 : 1));
    let value = 0;
    for (let j = 0; j < off.length; j++) {
      value -= weights[j] * off[j];
      value -= 0.3 * Math.sqrt(off[j] * off[(j + 1) % off.length]);
    }
    for (let j = 0; j < 4; j++) if (choices[j] < choices[j + 1] !== planted[j] < planted[j + 1]) value -= 0.5;
    const own = choices.reduce((sum, choice, j) => sum + choice * (7 + 13 * j), 0);
    const common = 0.4 * normalQuantile(uniform(scenario, runKey([seed, 37], 0)));
    return value + common + 0.1 * normalQuantile(uniform(own, runKey([seed, 41], scenario)));
  };
  const score: Score = (trials) => {
    asked.push(...trials);
    return Promise.resolve(trials.map(valueOf));
  };
  return { planted, score, asked };
}

test("finds the planted best plan in at least 95 of 100 landscapes, within its budget of runs", async () => {
  let found = 0;
  for (let trial = 0; trial < 100; trial++) {
    const { planted, score, asked } = landscape(trial);
    const { ranking, runs } = await searchPlans(score, {
      levels: LEVELS,
      runs: RUNS,
      seed: `search ${trial}`,
    });
    expect(runs).toBe(asked.length);
    expect(runs).toBeLessThanOrEqual(RUNS);
    if (ranking[0].join() === planted.join()) found++;
  }
  process.stdout.write(`the planted plan was found in ${found} of 100 landscapes\n`);
  expect(found).toBeGreaterThanOrEqual(95);
});

describe("a search", () => {
  const options = { levels: LEVELS, runs: 1500, seed: "s" };

  test("follows from its seed", async () => {
    const [a, b, c] = await Promise.all([
      searchPlans(landscape(1).score, options),
      searchPlans(landscape(1).score, options),
      searchPlans(landscape(1).score, { ...options, seed: "t" }),
    ]);
    expect(b).toEqual(a);
    expect(c.ranking).not.toEqual(a.ranking);
  });

  test("compares the plans of a step in the same scenarios, none twice", async () => {
    const { score, asked } = landscape(2);
    await searchPlans(score, options);
    const seen = asked.map(({ choices, scenario }) => `${choices.join(" ")} ${scenario}`);
    expect(new Set(seen).size).toBe(seen.length);
    expect(
      asked.every(({ choices }) => choices.every((choice, j) => choice >= 0 && choice < LEVELS[j])),
    ).toBe(true);
  });

  test("begins no generation that the runs don't suffice for, so that the last ranks as well as the others", async () => {
    for (const runs of [300, 500, 600, 1500]) {
      const { score } = landscape(2);
      const { progress } = await searchPlans(score, { levels: LEVELS, runs, seed: "s" });
      expect(progress.length).toBeGreaterThan(0);
      for (const { scenarios } of progress) expect(scenarios).toBe(27);
    }
  });

  test("only halves what it is given where it may not breed", async () => {
    const { planted, score, asked } = landscape(3);
    const first = [
      planted,
      ...Array.from({ length: 39 }, (_, i) => LEVELS.map((count, j) => (i * (j + 3)) % count)),
    ];
    const { ranking } = await searchPlans(score, { ...options, first, isBreeding: false });
    expect(ranking[0]).toEqual(planted);
    expect(new Set(asked.map(({ choices }) => choices.join())).size).toBeLessThanOrEqual(40);
  });

  test("takes a failed run for a bad one, and says when runs don't suffice", async () => {
    const { planted, score } = landscape(4);
    const failing: Score = async (trials) =>
      (await score(trials)).map((value, i) => (trials[i].choices[0] === planted[0] ? NaN : value));
    const { ranking } = await searchPlans(failing, options);
    expect(ranking[0][0]).not.toBe(planted[0]);
    await expect(searchPlans(score, { ...options, runs: 80 })).rejects.toThrow(
      "too few runs; fewer than 81 for one generation: 80",
    );
  });

  test("ends when every plan is known as well as it can be", async () => {
    const { score } = landscape(5);
    const { runs } = await searchPlans(score, { levels: [2, 2], runs: 100_000, seed: "s" });
    expect(runs).toBeLessThan(100_000);
  });
});
