/** The phase of victory: what is plausible, who wins how surely, what decides, and how it is told. */
import { describe, expect, test } from "vitest";
import { PARAMETERS, run, runKey, series, STREAM, uniform, weekKey, type Trace } from "../../engine/index.ts";
import { normalQuantile } from "../../engine/math.ts";
import {
  contestOf,
  phaseSentence,
  PLAUSIBLE_FACTORS,
  PLAUSIBLE_SHARES,
  sizedPlan,
  victoryPhase,
  type Contest,
  type EvaluatePlans,
  type Factor,
} from "../../scenarios/index.ts";
import { pairedTask } from "../../scenarios/paired.ts";
import { engineEvaluation, settingOf, specOf } from "./evaluation.ts";

describe("the plausible space", () => {
  const byName = new Map(PLAUSIBLE_FACTORS.map((factor) => [factor.name, factor]));

  test("varies every assumption but switches and those whose default is 0", () => {
    const left = PARAMETERS.filter(({ name }) => !byName.has(name));
    for (const row of left) expect(row.unit === "switch" || row.default === 0, row.name).toBe(true);
    expect(left.filter(({ unit }) => unit !== "switch").map(({ name }) => name)).toEqual([
      "tieProb",
      "registrationThresholdProb",
      "startCommunityShare",
      "reviewers",
    ]);
    expect(PLAUSIBLE_FACTORS.some(({ name }) => name === "wageUsdPerHour")).toBe(true);
  });

  test("reaches from the default by its grade alone, cut at the table's bounds", () => {
    for (const row of PARAMETERS) {
      const factor = byName.get(row.name);
      if (!factor) continue;
      const [least, most] = PLAUSIBLE_SHARES[row.grade];
      expect(factor.low, row.name).toBe(Math.max(row.low, row.default * least));
      expect(factor.high, row.name).toBe(Math.min(row.high, row.default * most));
      expect(factor.low < row.default || row.default === row.low, row.name).toBe(true);
      expect(factor.high > row.default || row.default === row.high, row.name).toBe(true);
    }
    expect(PLAUSIBLE_SHARES).toEqual({ A: [0.8, 1.25], B: [0.67, 1.5], C: [0.5, 2], D: [0.33, 3] });
  });

  test("runs at its corners without a number that isn't one", () => {
    const setting = settingOf({ weeks: 30 });
    for (const end of ["low", "high"] as const) {
      const values = Object.fromEntries(PLAUSIBLE_FACTORS.map((factor) => [factor.name, factor[end]]));
      const task = { spec: specOfPoint(values), plans: [] };
      const trace = run(specOf(setting, task, sizedPlan("same-platform-first", 120, 30)));
      for (const value of trace.columns) expect(Number.isFinite(value)).toBe(true);
    }
  });

  function specOfPoint(values: Record<string, number>) {
    const defaults = Object.fromEntries(PARAMETERS.map((row) => [row.name, row.default]));
    return {
      parameters: { ...defaults, ...values } as never,
      shocks: [],
      weeks: 30,
      seed: [1, 2] as const,
      replicate: 0,
    };
  }
});

describe("the phase", () => {
  const FACTORS: readonly Factor[] = [
    { name: "wageUsdPerHour", low: 30, high: 70 },
    { name: "seatUsdPerMonth", low: 1, high: 50 },
    { name: "helpBase", low: 0.3, high: 0.9 },
  ];

  test("has at every point the paired differences of the plans run by themselves", async () => {
    const setting = settingOf({ weeks: 40 });
    const phase = await victoryPhase(
      setting,
      { points: 3, runs: 2, factors: FACTORS },
      engineEvaluation(setting),
    );
    expect(phase).toMatchObject({
      employees: 120,
      weeks: 40,
      runs: 2,
      factors: FACTORS.map(({ name }) => name),
    });
    for (const { values, leads } of phase.points) {
      const own = settingOf({ weeks: 40, assumptions: values });
      const npvs = await engineEvaluation(own)(
        [0, 1].map((replicate) => taskOf(own, replicate)),
        (trace) => series(trace, "npv")[40] / 120,
      );
      const mean = (rival: number): number => npvs.reduce((sum, npv) => sum + npv[0] - npv[rival], 0) / 2;
      expect(leads["platform-first"].value).toBeCloseTo(mean(1), 9);
      expect(leads["same-platform-first"].value).toBeCloseTo(mean(2), 9);
    }
  });

  test("runs each point on the same replicates, and each factor over all its range", async () => {
    const seen: { replicate: number; wage: number; seed: readonly number[] }[] = [];
    const evaluate: EvaluatePlans = (tasks, keep) => {
      for (const { spec } of tasks)
        seen.push({ replicate: spec.replicate, wage: spec.parameters.wageUsdPerHour, seed: spec.seed });
      return Promise.resolve(tasks.map(({ plans }) => plans.map(() => keep(traceOf(0)))));
    };
    await victoryPhase(settingOf(), { points: 40, runs: 2, factors: FACTORS }, evaluate);
    expect(seen.map(({ replicate }) => replicate)).toEqual(Array.from({ length: 80 }, (_, i) => i % 2));
    expect(new Set(seen.map(({ seed }) => seed.join())).size).toBe(1);
    const slices = new Set(seen.map(({ wage }) => Math.floor(wage - 30)));
    expect(slices.size).toBe(40);
  });

  test("finds what decides: the assumption the lead follows first, and nothing that it ignores", async () => {
    const evaluate: EvaluatePlans = (tasks, keep) =>
      Promise.resolve(
        tasks.map(({ spec }) => {
          const { wageUsdPerHour, seatUsdPerMonth } = spec.parameters;
          const lead = 120 * (10 * (wageUsdPerHour - 50) - seatUsdPerMonth);
          return [lead, 0, -lead].map((npv) => keep(traceOf(npv)));
        }),
      );
    const { contests } = await victoryPhase(settingOf(), { points: 60, runs: 2, factors: FACTORS }, evaluate);
    const { decisive, wins, share, clear } = contests["platform-first"];
    expect(decisive!.slice(0, 2).map(({ name }) => name)).toEqual(["wageUsdPerHour", "seatUsdPerMonth"]);
    expect(decisive![0].value).toBeGreaterThan(0.9);
    expect(decisive![1].value).toBeLessThan(0);
    expect(clear.undecided).toBe(0);
    expect(clear.wins).toBe(wins);
    expect(share.value).toBe(wins / 60);
    // About 45% of wages are far enough above 50 to pay for the seat.
    expect(share.low).toBeLessThan(0.45);
    expect(share.high).toBeGreaterThan(0.45);
    expect(contests["same-platform-first"].wins).toBe(wins);
  });

  test("says so when points are too few for as many assumptions", async () => {
    const evaluate: EvaluatePlans = (tasks, keep) =>
      Promise.resolve(tasks.map(({ plans }) => plans.map((_, i) => keep(traceOf(i)))));
    const { contests } = await victoryPhase(settingOf(), { points: 5, runs: 1, factors: FACTORS }, evaluate);
    expect(contests["platform-first"].decisive).toBeNull();
  });
});

describe("a contest", () => {
  const lead = (value: number, half: number) => ({ value, low: value - half, high: value + half });

  test("counts wins by the mean, ties half, and the undecided band by the interval", () => {
    const { wins, clear, share } = contestOf(
      "platform-first",
      [lead(5, 1), lead(5, 9), lead(-5, 1), lead(0, 1), { value: 3, low: null, high: null }],
      [],
    );
    expect(wins).toBe(3.5);
    expect(clear).toEqual({ wins: 1, losses: 1, undecided: 3 });
    expect(share.value).toBe(0.7);
  });

  test("names at most three assumptions, by the size of what they do, none that may do nothing", () => {
    const correlation = (name: string, value: number, half: number) => ({ name, ...lead(value, half) });
    const { decisive } = contestOf(
      "platform-first",
      [lead(1, 0)],
      [
        correlation("helpBase", 0.3, 0.1),
        correlation("askProb", 0.05, 0.1),
        correlation("wageUsdPerHour", -0.6, 0.1),
        correlation("seatUsdPerMonth", 0.2, 0.1),
        correlation("turnoverPerYear", 0.15, 0.1),
      ],
    );
    expect(decisive!.map(({ name, label }) => [name, label])).toEqual([
      ["wageUsdPerHour", "Wage"],
      ["helpBase", "Willingness to help (at mid engagement)"],
      ["seatUsdPerMonth", "A platform seat"],
    ]);
  });
});

test("among 146 correlations of nothing hardly any contest names one, though each has an interval of 95%", () => {
  const half = 0.105;
  const names = Array.from({ length: 146 }, (_, i) => `x${i}`);
  const named = Array.from({ length: 200 }, (_, contest) => {
    const correlations = names.map((name, i) => {
      const key = weekKey(runKey([contest, 1], 0), STREAM.ties, 0, 0);
      const value = normalQuantile(uniform(i, key)) * (half / 1.96);
      return { name, value, low: value - half, high: value + half };
    });
    const single = correlations.filter(({ low, high }) => low > 0 || high < 0).length;
    expect(single).toBeGreaterThan(0);
    return contestOf("platform-first", [{ value: 1, low: 0, high: 2 }], correlations).decisive!.length;
  });
  expect(named.filter((count) => count > 0).length).toBeLessThan(200 * 0.12);
});

describe("the sentence", () => {
  const contest = (changes: Partial<Contest>): Contest => ({
    rival: "platform-first",
    wins: 3,
    share: { value: 0.75, low: 0.3, high: 0.95 },
    clear: { wins: 2, losses: 1, undecided: 1 },
    decisive: [],
    ...changes,
  });

  test("tells the share, the band and what decides it", () => {
    const decisive = [
      { name: "helpBase", label: "Willingness to help", value: 0.613, low: 0.55, high: 0.66 },
      { name: "wageUsdPerHour", label: "Wage", value: -0.2, low: -0.3, high: -0.1 },
    ];
    expect(phaseSentence(contest({ decisive }))).toBe(
      "Problems first beats the platform alone at 3 of 4 points, 75% (95% interval 30% to 95%): clearly at 2, clearly not " +
        'at 1, and at 1 the runs can\'t tell; what favours it most are more of "Willingness to help" (helpBase, rank ' +
        'correlation +0.61, +0.55 to +0.66) and less of "Wage" (wageUsdPerHour, rank correlation −0.20, −0.30 to −0.10).',
    );
  });

  test.each([
    [
      "never",
      { wins: 0, share: { value: 0, low: 0, high: 0.0076 }, clear: { wins: 0, losses: 500, undecided: 0 } },
      /platform alone at none of 500 points \(95% interval 0% to 0\.8%\)/,
    ],
    [
      "always",
      { wins: 500, share: { value: 1, low: 0.9924, high: 1 }, clear: { wins: 500, losses: 0, undecided: 0 } },
      /at all 500 points \(95% interval 99\.2% to 100%\): clearly at 500/,
    ],
    [
      "nowhere decided",
      { clear: { wins: 0, losses: 0, undecided: 4 } },
      /3 of 4 points, 75% .*: at none of them can the runs tell the two apart; no assumption is known to decide it\.$/,
    ],
    ["with ties", { wins: 2.5, share: { value: 0.625, low: 0.2, high: 0.9 } }, /at 2\.5 of 4 points, 63%/],
    ["with too few points", { decisive: null }, /; too few points to say which assumptions decide it\.$/],
    [
      "of the equal bundle",
      { rival: "same-platform-first" },
      /^Problems first beats the same five interventions, platform first at/,
    ],
    [
      "of one point",
      { wins: 1, clear: { wins: 1, losses: 0, undecided: 0 }, share: { value: 1, low: 0.2, high: 1 } },
      /at the only point/,
    ],
  ] satisfies [string, Partial<Contest>, RegExp][])("is right %s", (_, changes, pattern) => {
    expect(phaseSentence(contest(changes))).toMatch(pattern);
  });
});

function taskOf(setting: ReturnType<typeof settingOf>, replicate: number) {
  const { document } = setting;
  const plans = ["problems-first", "platform-first", "same-platform-first"].map((id) =>
    sizedPlan(id, 120, document.weeks),
  );
  return pairedTask(setting, replicate, plans);
}

/** A trace of one week that ends at a present value. */
function traceOf(npv: number): Trace {
  const trace: Trace = { weeks: 1, columns: new Float64Array(1000), digest: "", groups: [] };
  series(trace, "npv")[1] = npv;
  return trace;
}
