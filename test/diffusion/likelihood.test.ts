/** The likelihood is the engine's own law: same exposures, same probabilities of whole histories. */
import { describe, expect, test } from "vitest";
import { createWorld, parametersWith, step, type Parameters } from "../../engine/index.ts";
import { NEVER as NOT_REGISTERED } from "../../engine/columns.ts";
import { escapeProb } from "../../engine/contagion.ts";
import { log } from "../../engine/math.ts";
import { mixedExposures, tiedExposures } from "../../scenarios/diffusion/exposure.ts";
import { historiesOf, thresholdLikelihood } from "../../scenarios/diffusion/histories.ts";
import { tieRows } from "../../scenarios/diffusion/kernel-fit.ts";
import {
  logLikelihood,
  NO_CONTAGION,
  profileLikelihood,
  strataOf,
} from "../../scenarios/diffusion/likelihood.ts";
import { NEVER } from "../../scenarios/diffusion/series.ts";
import { QUIET, spreadAdoption, spreadCounts } from "../../scenarios/diffusion/spread.ts";
import { seedWords } from "../../scenarios/seeds.ts";
import { chiSquareProb, sampleOf } from "../oracles/statistics.ts";
import { makeSeries, peopleOf } from "./worlds.ts";

/** A line of three, and one without ties. */
const LINE = { source: Uint32Array.of(0, 1), target: Uint32Array.of(1, 2) };
const SIZE = 4;
const PERIODS = 3;
const COPIES = 20_000;

/** All ways in which four people can adopt in three periods, or not. */
const OUTCOMES = Array.from({ length: (PERIODS + 1) ** SIZE }, (_, code) =>
  Int32Array.from({ length: SIZE }, (__, a) => (Math.floor(code / (PERIODS + 1) ** a) % (PERIODS + 1)) - 1),
);

/** How often each outcome came in copies of the line, through the engine. */
function countOutcomes(parameters: Partial<Parameters>, outside?: readonly number[]): number[] {
  const shifted = (column: Uint32Array): Uint32Array =>
    Uint32Array.from({ length: COPIES * 2 }, (_, i) => column[i % 2] + SIZE * Math.floor(i / 2));
  const adoptedAt = spreadAdoption({
    people: COPIES * SIZE,
    ties: { kind: "imported", source: shifted(LINE.source), target: shifted(LINE.target) },
    parameters,
    ...(outside ? { outside } : {}),
    periods: PERIODS,
    seed: seedWords("line of three"),
    replicate: 0,
  });
  const counts = OUTCOMES.map(() => 0);
  for (let copy = 0; copy < COPIES; copy++) {
    let code = 0;
    for (let a = SIZE - 1; a >= 0; a--) code = code * (PERIODS + 1) + adoptedAt[copy * SIZE + a] + 1;
    counts[code]++;
  }
  return counts;
}

const ROWS = tieRows(SIZE, LINE);
/** Chance of a fit this bad or worse that still passes. */
const PROB_MIN = 1e-3;

describe("whole histories come as often as the likelihood says", () => {
  test.each([
    ["by share of ties", { externalProb: 0.1, imitationProb: 0.5 }, { imitation: 0.5 }, undefined],
    ["tie by tie", { externalProb: 0.1, tieProb: 0.4 }, { perTie: 0.4 }, undefined],
    [
      "with a changing outside influence",
      { imitationProb: 0.5 },
      { imitation: 0.5 },
      [0.05, 0.3, 0.1] as const,
    ],
  ])("%s", (_, parameters, rule, outside) => {
    const spontaneous = outside ?? [0.1, 0.1, 0.1];
    const probs = OUTCOMES.map((adoptedAt) =>
      Math.exp(
        logLikelihood(
          tiedExposures(peopleOf(adoptedAt, PERIODS), ROWS),
          { ...NO_CONTAGION, ...rule },
          spontaneous,
        ),
      ),
    );
    expect(probs.reduce((a, b) => a + b)).toBeCloseTo(1, 10);
    expect(chiSquareProb(countOutcomes(parameters, outside), probs)).toBeGreaterThan(PROB_MIN);
  });

  test("by thresholds, one a person, averaged over people", () => {
    const thresholds = { mean: 0.4, sd: 0.3 };
    const rule = { ...NO_CONTAGION, threshold: 0.5 };
    const probs = OUTCOMES.map((adoptedAt) =>
      Math.exp(thresholdLikelihood(historiesOf(peopleOf(adoptedAt, PERIODS), ROWS), rule, 0.1, thresholds)),
    );
    const counts = countOutcomes({
      externalProb: 0.1,
      registrationThresholdProb: 0.5,
      thresholdMean: thresholds.mean,
      thresholdSd: thresholds.sd,
    });
    expect(probs.reduce((a, b) => a + b)).toBeCloseTo(1, 10);
    expect(chiSquareProb(counts, probs)).toBeGreaterThan(PROB_MIN);
  });

  test("and a wrong coefficient is found out", () => {
    const probs = OUTCOMES.map((adoptedAt) =>
      Math.exp(
        logLikelihood(
          tiedExposures(peopleOf(adoptedAt, PERIODS), ROWS),
          { ...NO_CONTAGION, imitation: 0.4 },
          [0.1, 0.1, 0.1],
        ),
      ),
    );
    const counts = countOutcomes({ externalProb: 0.1, imitationProb: 0.5 });
    expect(chiSquareProb(counts, probs)).toBeLessThan(PROB_MIN);
  });
});

describe("exposures", () => {
  test("are the ties the engine's registration sees, person by person and week by week", () => {
    const made = makeSeries({
      seed: "exposures",
      people: 80,
      meanDegree: 4,
      periods: 12,
      parameters: { externalProb: 0.05, imitationProb: 0.3 },
    });
    const world = createWorld({
      company: {
        employeeCount: 80,
        ties: { kind: "imported", ...made.pairs },
        roleCount: 1,
        salesLikeRole: -1,
      },
      parameters: parametersWith({ ...QUIET, externalProb: 0.05, imitationProb: 0.3 }),
      plan: [{ week: 0, kind: "platform" }],
      shocks: [],
      weeks: 12,
      seed: seedWords("exposures"),
      replicate: 0,
    });
    const seen = new Map<string, [number, number]>();
    for (let t = 0; t < 12; t++) {
      const { weekRegistered, visitingTies, presentTies } = world.state.employee;
      const before = weekRegistered.map((week, a) => (week === NOT_REGISTERED ? visitingTies[a] : -1));
      step(world);
      before.forEach((active, a) => {
        if (active < 0) return;
        const key = `${t} ${active} ${presentTies[a]}`;
        const [stayed, adopted] = seen.get(key) ?? [0, 0];
        const isNow = world.state.employee.weekRegistered[a] === t;
        seen.set(key, [stayed + (isNow ? 0 : 1), adopted + (isNow ? 1 : 0)]);
      });
    }
    const rows = tiedExposures(made.people, tieRows(80, made.pairs));
    const ours = new Map(
      Array.from(rows.period, (t, i) => [
        `${t} ${rows.active[i]} ${rows.ties[i]}`,
        [rows.stayed[i], rows.adopted[i]] as [number, number],
      ]),
    );
    expect(ours).toEqual(seen);
    expect(ours.size).toBeGreaterThan(40);
  });

  test("under complete mixing are all who adopted before, of the whole market", () => {
    const rows = mixedExposures(Float64Array.of(3, 0, 4), 10);
    expect([...rows.active]).toEqual([0, 3, 3]);
    expect([...rows.ties]).toEqual([10, 10, 10]);
    expect([...rows.stayed]).toEqual([7, 7, 3]);
  });

  test("keep groups apart only if asked", () => {
    const people = peopleOf(Int32Array.of(0, 1, NEVER, 2), 3, 2);
    expect(tiedExposures(people, ROWS).stratumCount).toBe(3);
    const rows = tiedExposures(people, ROWS, true);
    expect(rows.stratumCount).toBe(6);
    expect(strataOf(rows).map((stratum) => stratum.length > 0)).toEqual(Array(6).fill(true));
  });
});

describe("an outside influence that is free in every period", () => {
  const made = makeSeries({
    seed: "free",
    people: 60,
    meanDegree: 4,
    periods: 8,
    parameters: { externalProb: 0.08, imitationProb: 0.3 },
  });
  const rows = tiedExposures(made.people, tieRows(60, made.pairs));
  const rule = { ...NO_CONTAGION, imitation: 0.25 };

  test("has the likelihood of its own best probabilities, and no others have more", () => {
    const profile = profileLikelihood(rows, strataOf(rows), rule);
    expect(logLikelihood(rows, rule, profile.outside)).toBeCloseTo(profile.logLikelihood, 9);
    for (let t = 0; t < 8; t++)
      for (const change of [-1e-3, 1e-3]) {
        const moved = profile.outside.map((p, i) => (i === t ? Math.max(0, p + change) : p));
        expect(logLikelihood(rows, rule, moved)).toBeLessThanOrEqual(profile.logLikelihood + 1e-12);
      }
  });

  test("without contagion is each period's share of adopters", () => {
    const { outside } = profileLikelihood(rows, strataOf(rows), NO_CONTAGION);
    let left = 60;
    made.adoptions.forEach((count, t) => {
      expect(outside[t]).toBeCloseTo(count / left, 9);
      left -= count;
    });
  });

  test("is one factor of the kernel, as its profile takes for granted", () => {
    for (const active of [0, 1, 3])
      expect(escapeProb(rule, 0.3, active, 3, 0, 0)).toBeCloseTo(
        0.7 * escapeProb(rule, 0, active, 3, 0, 0),
        15,
      );
  });
});

describe("a crowd that is drawn at once", () => {
  test("adopts like the engine's people, period by period", () => {
    const spreading = (people: number, replicate: number) => ({
      people,
      ties: { kind: "complete" as const },
      parameters: { externalProb: 0.05, imitationProb: 0.4 },
      periods: 8,
      seed: seedWords("crowd"),
      replicate,
    });
    const drawn = Array.from({ length: 2000 }, (_, i) => spreadCounts(spreading(40, i)));
    const stepped = Array.from({ length: 400 }, (_, i) => {
      const counts = new Float64Array(8);
      for (const t of spreadAdoption(spreading(40, i))) if (t !== NEVER) counts[t]++;
      return counts;
    });
    for (let t = 0; t < 8; t++) {
      const a = sampleOf(
        drawn.map((counts) => counts[t]),
        1,
      );
      const b = sampleOf(
        stepped.map((counts) => counts[t]),
        1,
      );
      expect(Math.abs(a.mean - b.mean)).toBeLessThan(4 * Math.hypot(a.error, b.error));
      expect(Math.abs(log(a.variance / b.variance))).toBeLessThan(0.4);
    }
  });

  test("of a hundred million is no slower, and never exceeds its market", () => {
    const counts = spreadCounts({
      people: 100_000_000,
      ties: { kind: "complete" },
      parameters: { externalProb: 0.01, imitationProb: 0.5 },
      periods: 60,
      seed: [1, 2],
      replicate: 0,
    });
    const total = counts.reduce((a, b) => a + b);
    expect(total).toBeGreaterThan(99_000_000);
    expect(total).toBeLessThanOrEqual(100_000_000);
  });
});
