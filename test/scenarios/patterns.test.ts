/** Patterns: what is measured, how it is judged, and further measures by name. */
import { beforeAll, describe, expect, it } from "vitest";
import {
  CLAIMS,
  measurePatterns,
  PATTERNS,
  readWanted,
  reportPatterns,
} from "../../scenarios/patterns/index.ts";

describe("the patterns", () => {
  let measured: Record<string, number>[] = [];
  beforeAll(() => {
    const trial = (replicate: number) => ({
      assumptions: {},
      employees: 1000,
      seed: [1, 2] as const,
      replicate,
    });
    const wanted = [readWanted("problems-first/deepShare@157-208"), readWanted("nothing/npv@208")];
    measured = [0, 1].map((replicate) => measurePatterns(trial(replicate), wanted));
  });

  it("are all measured, as numbers", () => {
    for (const { measure } of [...PATTERNS, ...CLAIMS])
      expect(measured[0][measure], measure).toBeTypeOf("number");
    for (const [name, value] of Object.entries(measured[0])) expect(Number.isFinite(value), name).toBe(true);
  });

  it("give further measures by name: deep practice as the claim has it, and nothing for doing nothing", () => {
    expect(measured[0]["problems-first/deepShare@157-208"]).toBe(measured[0]["deepShare"]);
    expect(measured[0]["nothing/npv@208"]).toBe(0);
  });

  it("don't change when measured again", () => {
    const again = measurePatterns({ assumptions: {}, employees: 1000, seed: [1, 2], replicate: 1 });
    for (const [name, value] of Object.entries(again)) expect(value, name).toBe(measured[1][name]);
  });

  it("shift with what they are about: no campaign, fewer registered; rarer posting, fewer posters", () => {
    const changed = measurePatterns({
      assumptions: { campaignProb: 0, postProb: 0.02 },
      employees: 1000,
      seed: [1, 2],
      replicate: 0,
    });
    expect(changed["registeredShare"]).toBeLessThan(measured[0]["registeredShare"]);
    expect(changed["posterShare"]).toBeLessThan(measured[0]["posterShare"]);
  });
});

describe("the report", () => {
  const sample = (change: Record<string, number>): Record<string, number> => {
    const names = [...PATTERNS, ...CLAIMS].flatMap((row) => [
      row.measure,
      "over" in row ? (row.over ?? "") : "",
    ]);
    return { ...Object.fromEntries(names.map((name) => [name, 1])), ...change };
  };

  it("gives Student's interval of the mean: 1, 2, 3 is 2 ± 4.303·√(1/3)", () => {
    const { measures } = reportPatterns([1, 2, 3].map((value) => sample({ uplift: value })));
    expect(measures["uplift"].value).toBe(2);
    expect(measures["uplift"].interval[0]).toBeCloseTo(2 - 4.302653 * Math.sqrt(1 / 3), 6);
  });

  it("holds at a target's edge and not beyond", () => {
    const holds = (value: number): boolean | undefined =>
      reportPatterns([sample({ registeredShare: value }), sample({ registeredShare: value })]).patterns.find(
        ({ id }) => id === "S1",
      )?.holds;
    expect([0.49, 0.5, 0.85, 0.86].map(holds)).toEqual([false, true, true, false]);
  });

  it("divides a claim's two measurements seed by seed", () => {
    const { claims } = reportPatterns([
      sample({ launchUsers: 6, launchUsersPlatformFirst: 2 }),
      sample({ launchUsers: 5, launchUsersPlatformFirst: 5 }),
    ]);
    expect(claims.find(({ id }) => id === "S8.ratio")?.value).toBe(2);
  });

  it("wants two seeds", () => {
    expect(() => reportPatterns([sample({})])).toThrow("too few seeds; at least 2: 1");
  });
});

describe("a further measure's name", () => {
  it.each([
    ["deepShare", 'invalid measure; not PLAN/MEASURE@WEEK or @FROM-TO: "deepShare"'],
    ["best/deepShare@208", 'unknown plan: "best"'],
    ["nothing/depth@208", 'unknown measure: "depth"'],
    ["nothing/npv@209", 'invalid weeks; not in [0, 208], ascending: "nothing/npv@209"'],
    ["nothing/npv@9-8", 'invalid weeks; not in [0, 208], ascending: "nothing/npv@9-8"'],
  ])("is refused if it is %s", (text, message) => {
    expect(() => readWanted(text)).toThrow(message);
  });
});
