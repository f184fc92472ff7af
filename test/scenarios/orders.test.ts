/** The order league: which orders there are, what their slots hold, how they rank, and what equal budgets mean. */
import { describe, expect, test } from "vitest";
import { run, series, type Intervention, type Trace } from "../../engine/index.ts";
import {
  defaultDocument,
  orderLeague,
  ORDERS,
  planOfOrder,
  resolveOrganisation,
  sizedPlan,
  SLOT_WEEKS,
  slotsWithin,
  SOURCE_ORDER,
  specOf as documentSpecOf,
  type EvaluatePlans,
} from "../../scenarios/index.ts";
import { cutPlan, cutWeek, spendOf } from "../../scenarios/orders/budget.ts";
import { engineEvaluation, settingOf } from "./evaluation.ts";

const undated = (plan: readonly Intervention[]): string[] =>
  plan.map((item) => JSON.stringify({ ...item, week: 0 })).toSorted();

describe("the orders", () => {
  test("are 120, each once, each of the same five letters", () => {
    expect(ORDERS).toHaveLength(120);
    expect(new Set(ORDERS).size).toBe(120);
    expect(new Set(ORDERS.map((order) => [...order].toSorted().join("")))).toEqual(new Set(["CEKPT"]));
    expect(ORDERS).toContain(SOURCE_ORDER);
  });

  test("do the same things, each slot 26 weeks after the one before, the first at once", () => {
    const [first, ...others] = ORDERS.map((order) => planOfOrder(order, 10_000, 208));
    for (const plan of others) expect(undated(plan)).toEqual(undated(first));
    for (const order of ORDERS) {
      const kinds = { C: "communities", K: "council", E: "center", T: "tribe", P: "platform" };
      const weekOf = (kind: string): number | undefined =>
        planOfOrder(order, 10_000, 208).find((item) => item.kind === kind)?.week;
      const weeks = [...order].map((letter) => weekOf(kinds[letter as keyof typeof kinds]));
      expect(weeks).toEqual([0, 1, 2, 3, 4].map((place) => place * SLOT_WEEKS));
      expect(weekOf("campaign")).toBe(weekOf("platform"));
      expect(weekOf("measure")).toBe(SLOT_WEEKS);
    }
  });

  test("lose what begins beyond the horizon", () => {
    expect(planOfOrder("CKETP", 10_000, 104).map(({ kind }) => kind)).toEqual([
      "measure",
      "communities",
      "council",
      "center",
      "tribe",
    ]);
    expect([1, 26, 27, 104, 105, 208].map(slotsWithin)).toEqual([1, 1, 2, 4, 5, 5]);
  });

  test("have experts by the company's size, two to six", () => {
    const experts = (employees: number): number =>
      planOfOrder("CKETP", employees, 208).flatMap((item) =>
        item.kind === "center" ? [item.experts] : [],
      )[0];
    expect([150, 2000, 10_000, 15_000, 200_000].map(experts)).toEqual([2, 2, 4, 6, 6]);
  });
});

describe("a sized plan", () => {
  test("is the library's own at 10,000 employees", () => {
    const document = defaultDocument();
    const organisation = resolveOrganisation(document);
    for (const [i, { id }] of document.plans.entries())
      expect(sizedPlan(id, 10_000, 208)).toEqual(documentSpecOf(document, organisation, i, 0).plan);
  });

  test("asks a fifth of the communities at 2,000, and at least one anywhere", () => {
    const counts = (employees: number): (number | undefined)[] =>
      sizedPlan("problems-first", employees, 208).flatMap((item) =>
        item.kind === "communities" ? [item.count] : [],
      );
    expect(counts(2000)).toEqual([2, 2, 5, 5]);
    expect(counts(150)).toEqual([1, 1, 1, 1]);
  });
});

const FEW = ["CKETP", "PCKET", "EKTPC", "CPKET"];

describe("the league", () => {
  test("has in every row the present value of the plan run by itself", async () => {
    const setting = settingOf();
    const { orders } = await orderLeague(setting, { runs: 2, orders: FEW }, engineEvaluation(setting));
    for (const { order, npvs, npvPerHead } of orders) {
      const alone = [0, 1].map((replicate) => {
        const spec = documentSpecOf(setting.document, setting.organisation, 0, replicate);
        return series(run({ ...spec, plan: planOfOrder(order, 120, 60) }), "npv")[60] / 120;
      });
      expect(npvs).toEqual(alone);
      expect(npvPerHead.value).toBeCloseTo((alone[0] + alone[1]) / 2, 9);
    }
  });

  test("is the same whatever the order of its list, and whatever the document calls itself", async () => {
    const setting = settingOf();
    const forward = await orderLeague(setting, { runs: 2, orders: FEW }, engineEvaluation(setting));
    const renamed = settingOf({ name: "Another name", notes: "Other notes." });
    const backward = await orderLeague(
      renamed,
      { runs: 2, orders: FEW.toReversed() },
      engineEvaluation(renamed),
    );
    expect(backward.orders).toEqual(forward.orders);
    expect(backward.sourceAgainst).toEqual(forward.sourceAgainst);
  });

  test("keeps a replicate's values when there are more replicates", async () => {
    const setting = settingOf();
    const [two, three] = await Promise.all(
      [2, 3].map((runs) => orderLeague(setting, { runs, orders: FEW }, engineEvaluation(setting))),
    );
    const npvsOf = (league: typeof two, order: string): readonly number[] =>
      league.orders.find((row) => row.order === order)!.npvs;
    for (const order of FEW) expect(npvsOf(three, order).slice(0, 2)).toEqual(npvsOf(two, order));
  });

  test("asks for every order on the same replicates, in tasks that share one world", async () => {
    const setting = settingOf();
    const tasks: { replicate: number; plans: number; parameters: object }[] = [];
    const evaluate: EvaluatePlans = (list, keep) => {
      for (const { spec, plans } of list)
        tasks.push({ replicate: spec.replicate, plans: plans.length, parameters: spec.parameters });
      return Promise.resolve(list.map(({ plans }) => plans.map(() => keep(flatTrace(1)))));
    };
    await orderLeague(setting, { runs: 3 }, evaluate);
    for (const replicate of [0, 1, 2]) {
      const own = tasks.filter((task) => task.replicate === replicate);
      expect(own.reduce((sum, { plans }) => sum + plans, 0)).toBe(120);
    }
    for (const { parameters } of tasks) expect(parameters).toEqual(tasks[0].parameters);
  });

  test("ranks by the mean, shares ranks of equals, and tells the source from the rest by paired intervals", async () => {
    const setting = settingOf();
    // By order: values a head in two replicates; pairs differ by a constant, so their intervals are points.
    const npvs: Record<string, readonly number[]> = {
      CKETP: [10, 20],
      PCKET: [5, 15],
      EKTPC: [5, 15],
      CPKET: [14, 17],
      KCETP: [11, 21],
    };
    const orders = Object.keys(npvs);
    const evaluate: EvaluatePlans = (list, keep) =>
      Promise.resolve(
        list.map(({ spec }) => orders.map((order) => keep(flatTrace(npvs[order][spec.replicate] * 120)))),
      );
    const league = await orderLeague(setting, { runs: 2, orders }, evaluate);
    expect(league.orders.map(({ order, rank }) => `${rank} ${order}`)).toEqual([
      "1 KCETP",
      "2 CPKET",
      "3 CKETP",
      "4 EKTPC",
      "4 PCKET",
    ]);
    expect(league.source).toMatchObject({ order: "CKETP", rank: 3 });
    expect(league.sourceAgainst).toEqual({ beats: 2, isBeatenBy: 1, undecided: 1 });
    // Means by replicate: C (12, 18.5), P (5, 15).
    expect(league.byFirst.C?.value).toBe(15.25);
    expect(league.byFirst.P?.value).toBe(10);
    expect(league.byFirst.T).toBeUndefined();
    expect(league.communityLessPlatform?.value).toBe(5.25);
  });

  test("wants the source's order among those it ranks", async () => {
    const setting = settingOf();
    await expect(
      orderLeague(setting, { runs: 1, orders: ["PCKET"] }, engineEvaluation(setting)),
    ).rejects.toThrow("invalid orders; without the source's: CKETP");
  });
});

describe("an equal budget", () => {
  test("counts spend as the present value does", () => {
    const costs = Float64Array.from([0, 100, 0, 50]);
    const week = (1 / 1.1) ** (1 / 52);
    const spend = spendOf(costs, 0.1);
    expect(spend[0]).toBe(0);
    expect(spend[1]).toBeCloseTo(100 * week, 9);
    expect(spend[3]).toBeCloseTo(100 * week + 50 * week ** 3, 9);
  });

  test("ends a plan in the week that would cost too much", () => {
    // Weeks 0, 1, 2 cost 10 each.
    const spend = Float64Array.from([0, 10, 20, 30]);
    expect([0, 9, 10, 20, 29, 30].map((budget) => cutWeek(spend, budget))).toEqual([
      0,
      0,
      1,
      2,
      2,
      undefined,
    ]);
  });

  test("leaves out what hasn't begun, and stops what has, once a kind", () => {
    const cut = cutPlan(planOfOrder("CKETP", 10_000, 208), 30);
    expect(cut.map(({ week, kind }) => `${week} ${kind}`)).toEqual([
      "26 measure",
      "0 communities",
      "26 council",
      "30 stop",
      "30 stop",
      "30 stop",
    ]);
    expect(cut.flatMap((item) => (item.kind === "stop" ? [item.what] : []))).toEqual([
      "communities",
      "council",
      "measure",
    ]);
  });

  test("holds in the engine: nobody spends more than the thriftiest did, and that one is left alone", async () => {
    const setting = settingOf({ weeks: 120 });
    const free = await orderLeague(setting, { runs: 2, orders: FEW }, engineEvaluation(setting));
    const equal = await orderLeague(
      setting,
      { runs: 2, orders: FEW, isEqualBudget: true },
      engineEvaluation(setting),
    );
    const spendsOf = (league: typeof free): number[] =>
      league.orders.map(({ spendPerHead }) => spendPerHead.value!);
    const [least, most] = [Math.min(...spendsOf(free)), Math.max(...spendsOf(free))];
    expect(most).toBeGreaterThan(1.2 * least);
    expect(Math.max(...spendsOf(equal))).toBeLessThan(1.05 * least);
    const thriftiest = free.orders.find(({ spendPerHead }) => spendPerHead.value === least)!;
    expect(equal.orders.find(({ order }) => order === thriftiest.order)!.npvs).toEqual(thriftiest.npvs);
  });
});

/** A trace of two weeks whose present value ends at a number and which costs 1. */
function flatTrace(npv: number): Trace {
  const weeks = 1;
  const columns = new Float64Array(1000);
  const trace: Trace = { weeks, columns, digest: "", groups: [] };
  series(trace, "npv")[weeks] = npv;
  series(trace, "costPerWeek")[weeks] = 1;
  return trace;
}
