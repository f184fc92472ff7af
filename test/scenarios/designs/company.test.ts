/** Designs asked of the engine itself: a plan's interventions share its value out, an assumption screened shows its sign. */
import { expect, test } from "vitest";
import { parametersWith, run, series, type Intervention, type RunSpec } from "../../../engine/index.ts";
import { morrisTrajectories, shapleyDesign, type Factor } from "../../../scenarios/index.ts";
import { analysed } from "./kit.ts";

const PLAN: Readonly<Record<string, Intervention>> = {
  communities: { week: 0, kind: "communities", count: 2 },
  platform: { week: 0, kind: "platform", fast: true },
  center: { week: 4, kind: "center", experts: 1 },
};
const WEEKS = 40;

/** Net present value of a plan for 60 people. */
function npv(
  plan: readonly Intervention[],
  replicate: number,
  changes: Parameters<typeof parametersWith>[0] = {},
): number {
  const spec: RunSpec = {
    company: { employeeCount: 60, ties: { kind: "synthetic" }, salesLikeRole: -1 },
    parameters: parametersWith({ platformReviewWeeks: 8, ...changes }),
    plan,
    shocks: [],
    weeks: WEEKS,
    seed: [3, 5],
    replicate,
  };
  return series(run(spec), "npv")[WEEKS];
}

test("the value of a plan is shared out among its interventions", async () => {
  const names = Object.keys(PLAN);
  const design = shapleyDesign(names, 3);
  const planned = (values: Readonly<Record<string, number>>): Intervention[] =>
    names.filter((name) => values[name] === 1).map((name) => PLAN[name]);
  const { items, total } = await analysed(design, ({ values, replicate }) => npv(planned(values), replicate));
  const whole = [0, 1, 2].map((replicate) => npv(Object.values(PLAN), replicate));
  expect(npv([], 0)).toBe(0);
  expect(total.value).toBeCloseTo(whole.reduce((sum, each) => sum + each, 0) / 3, 6);
  const sum = items.reduce((all, { value }) => all + value!, 0);
  expect(sum).toBeCloseTo(total.value!, 6);
  expect(sum).not.toBe(0);
  // An expert costs some $2,900 a week and has hardly anybody to help here.
  expect(items[2].high).toBeLessThan(0);
});

test("a seat's price lowers the value of a platform in every effect, and a price nobody pays does nothing", async () => {
  const factors: Factor[] = [
    { name: "seatUsdPerMonth", low: 0, high: 50 },
    { name: "councilHours", low: 0, high: 40 },
  ];
  const design = morrisTrajectories(factors, { blocks: 4, replicates: 2, seed: "prices" });
  const { factors: found } = await analysed(design, ({ values, replicate }) =>
    npv([PLAN["platform"]], replicate, values),
  );
  const [seat, council] = found;
  expect(seat.mu.high).toBeLessThan(0);
  expect(seat.muStar.value).toBeCloseTo(-seat.mu.value!, 9);
  expect([council.mu.value, council.muStar.value, council.sigma.value]).toEqual([0, 0, 0]);
});
