/** The best plan in a small company: within its runs and its money, paired, robust over members, told as it is. */
import { describe, expect, test } from "vitest";
import { ORDERS, planOfOrder, type PairedTask } from "../../scenarios/index.ts";
import { bestPlan, bestPlanSentences } from "../../scenarios/optimise/index.ts";
import { planSpace } from "../../scenarios/optimise/space.ts";
import { engineEvaluation, settingOf } from "../scenarios/evaluation.ts";

const SETTING = settingOf({ weeks: 40 }, 40);
const RUNS = 1000;

describe("the plans that are searched", () => {
  const space = planSpace(10_000, 208);

  test("hold every order of the league, as it is", () => {
    for (const order of ORDERS)
      expect(space.planOf(space.choicesOf(order))).toEqual(planOfOrder(order, 10_000, 208));
  });

  test("may leave everything out", () => {
    const nothing = space.levels.map((count, j) => (j < 5 ? count - 1 : 0));
    expect(space.textOf(nothing)).toBe("nothing");
    expect(space.planOf(nothing).map(({ kind }) => kind)).toEqual(["measure"]);
  });

  test("are told with their weeks and sizes", () => {
    const text = space.textOf(space.choicesOf("CKETP"));
    expect(text).toBe(
      "communities in week 0, council in week 26, center of 4 experts in week 52, tribe of 50 champions an expert in week 78, platform in week 104",
    );
  });
});

describe("the best plan", async () => {
  const seen: PairedTask[] = [];
  const found = await bestPlan(SETTING, { runs: RUNS, seed: "s" }, engineEvaluation(SETTING, seen));
  const { contenders } = found;

  test("is found within the budget of runs, and compared on scenarios of its own", () => {
    const runs = seen.reduce((sum, { plans }) => sum + plans.length, 0);
    expect(found.runs).toBe(runs);
    expect(runs).toBeLessThanOrEqual(RUNS);
    const searched = seen.filter(({ spec }) => spec.replicate < 1_000_000);
    expect(searched.length).toBeLessThan(seen.length);
    expect(found.scenarios).toBeGreaterThan(20);
  });

  test("stands beside the best order, the last of the contenders, by paired differences", () => {
    expect(ORDERS).toContain(found.bestOrder);
    const last = contenders.at(-1)!;
    expect(last.name).toBe("Best order");
    expect(last.lead).toEqual({ value: 0, low: 0, high: 0 });
    expect(contenders[0].behind).toEqual({ value: 0, low: 0, high: 0 });
    expect(contenders[0].lead.value).toBeCloseTo(contenders[0].mean.value! - last.mean.value!, 9);
    const { low, high } = contenders[0].lead;
    expect(found.verdict).toBe(low! > 0 ? "beats" : high! < 0 ? "loses" : "can't tell");
  });

  test("is told with its verdict", () => {
    const words = {
      value: (x: number) => `$${x.toFixed(0)}`,
      range: (low: number, high: number) => `${low.toFixed(0)}–${high.toFixed(0)}`,
    };
    const [best, verdict] = bestPlanSentences(found, words);
    expect(best).toBe(`Best found: ${contenders[0].text}.`);
    expect(verdict).toContain(`the best of the 120 orders, ${found.bestOrder}`);
    expect(verdict).toMatch(/beats|can't beat|can't be told/);
  });
});

test("no plan spends more than it may, and each scenario takes the next member of a set", async () => {
  const seen: PairedTask[] = [];
  const spend = 20_000;
  const members = [{ wageUsdPerHour: 31 }, { wageUsdPerHour: 47 }];
  const found = await bestPlan(
    SETTING,
    { runs: 2 * RUNS, seed: "s", spend, members },
    engineEvaluation(SETTING, seen),
  );
  for (const { spendPerHead } of found.contenders)
    expect(spendPerHead.value!).toBeLessThanOrEqual(spend / 40);
  expect(seen.reduce((sum, { plans }) => sum + plans.length, 0)).toBeLessThanOrEqual(2 * RUNS);
  for (const { spec } of seen)
    expect(spec.parameters.wageUsdPerHour).toBe(members[spec.replicate % 2].wageUsdPerHour);
});

test("too few runs are said to be, before anything is run", async () => {
  const seen: PairedTask[] = [];
  const evaluate = engineEvaluation(SETTING, seen);
  await expect(bestPlan(SETTING, { runs: 1199, seed: "s", spend: 1 }, evaluate)).rejects.toThrow(
    "too few runs; fewer than 1200: 1199",
  );
  expect(seen).toEqual([]);
});
