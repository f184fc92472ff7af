/** Common random numbers: equal arms are equal to the last bit, and a small change stays small. */
import { beforeAll, describe, expect, it } from "vitest";
import { run, runTwin, series, type Parameters } from "../../engine/index.ts";
import {
  addReplicate,
  checkDocument,
  createTally,
  DIFFERENCE_MEASURES,
  specOf,
  summarize,
} from "../../scenarios/index.ts";
import { COMPARED, questionOf } from "./arms.ts";
import { worthOf } from "./pairing.ts";

const RUNS = 16;
const WEEKS = 130;
const question = questionOf(["problems-first", "same-platform-first"], 1000, WEEKS);

/** Final values of a plan with some assumptions changed, by compared measure, then replicate. */
function armOf(plan: number, changeOf: (parameters: Parameters) => Partial<Parameters>): number[][] {
  const finals = COMPARED.map((): number[] => []);
  for (let replicate = 0; replicate < RUNS; replicate++) {
    const spec = specOf(question.document, question.organisation, plan, replicate);
    const trace = run({ ...spec, parameters: { ...spec.parameters, ...changeOf(spec.parameters) } });
    for (const [m, name] of COMPARED.entries()) finals[m].push(series(trace, name)[WEEKS]);
  }
  return finals;
}

describe("two arms that do the same", () => {
  it("differ by exactly 0 in every measure and week, whatever they are called and however they are listed", () => {
    const [plan] = question.document.plans;
    const twice = checkDocument({
      ...question.document,
      plans: [plan, { id: "other", name: "Other", interventions: plan.interventions.toReversed() }],
    });
    const tally = createTally(twice);
    for (const replicate of [0, 1]) {
      const specs = [0, 1].map((i) => specOf(twice, question.organisation, i, replicate));
      const twin = runTwin(specs[0]);
      addReplicate(
        tally,
        replicate,
        specs.map((spec) => run(spec, { twin })),
      );
    }
    const { differences } = summarize(tally);
    expect(differences).toHaveLength(DIFFERENCE_MEASURES.length);
    for (const { p5, p50, p95, probabilityBBeatsA } of differences) {
      for (const values of [p5, p50, p95]) expect(values.every((value) => value === 0)).toBe(true);
      expect(probabilityBBeatsA.every((share) => share === 0.5)).toBe(true);
    }
  });
});

describe("arms with the same luck", () => {
  let plain: number[][] = [];
  beforeAll(() => {
    plain = armOf(0, () => ({}));
  });

  it("tell a change of 1% as well as a thousand times as many runs with luck of their own", () => {
    const faster = armOf(0, ({ skillDecay }) => ({ skillDecay: skillDecay * 1.01 }));
    const worth = worthOf({ a: plain[0], b: faster[0] });
    expect(worth.meanDifference).toBeLessThan(0);
    expect(worth.ratio).toBeGreaterThan(1000);
  });

  it("tell one order from another with far fewer runs", () => {
    const other = armOf(1, () => ({}));
    expect(worthOf({ a: plain[0], b: other[0] }).ratio).toBeGreaterThan(2);
  });
});

describe("what pairing is worth", () => {
  const a = Array.from({ length: 400 }, (_, i) => Math.sin(i * i));

  it("is without bound when every pair differs by the same", () => {
    const worth = worthOf({ a, b: a.map((x) => x + 3) });
    expect(worth).toMatchObject({ ratio: Infinity, low: Infinity, high: Infinity });
    expect(worth.meanDifference).toBeCloseTo(3, 12);
  });

  it("is 1 when the arms have nothing in common, and 1/(1 − correlation) between equal spreads", () => {
    const strange = a.map((_, i) => Math.sin(7 * i * i + i));
    expect(worthOf({ a, b: strange }).ratio).toBeGreaterThan(0.85);
    expect(worthOf({ a, b: strange }).ratio).toBeLessThan(1.15);
    const near = a.map((x, i) => 0.8 * x + 0.6 * strange[i]);
    const { ratio, correlation, low, high } = worthOf({ a, b: near });
    expect(correlation).toBeCloseTo(0.8, 1);
    expect(ratio).toBeCloseTo(1 / (1 - correlation), 1);
    expect([low < ratio, ratio < high]).toEqual([true, true]);
  });

  it("has a ceiling where one arm varies less than the other", () => {
    const { ratio, ceiling } = worthOf({ a, b: a.map((x) => 3 * x) });
    expect(ratio).toBeCloseTo(10 / 4, 10);
    expect(ceiling).toBeCloseTo(ratio, 10);
  });
});
