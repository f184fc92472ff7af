/** The league of orders: the same five interventions in every order, paired on the same replicates, by present value. */
import { series, type Intervention } from "../../engine/index.ts";
import { npvPerHead, pairedTasks, partsOf, type EvaluatePlans, type Setting } from "../paired.ts";
import { parametersOf } from "../resolve.ts";
import { meanEstimate, type Estimate } from "../student.ts";
import { cutPlan, cutWeek, spendOf } from "./budget.ts";
import { ORDERS, planOfOrder, SOURCE_ORDER, type Order } from "./orders.ts";
import { SLOTS, type Letter } from "./slots.ts";

export interface LeagueOptions {
  /** Replicates, at least 1. */
  readonly runs: number;
  /** Cuts every order when it has spent what the thriftiest of the same replicate spends. */
  readonly isEqualBudget?: boolean;
  /** Without repetition; the source's among them. Default all 120. */
  readonly orders?: readonly Order[];
}

/** Money in USD a head; intervals of 95% over replicates. */
export interface OrderRow {
  readonly order: Order;
  /** 1 = best; equal means share a rank. */
  readonly rank: number;
  readonly npvPerHead: Estimate;
  /** Discounted cost. */
  readonly spendPerHead: Estimate;
  /** By replicate. */
  readonly npvs: readonly number[];
}

export interface League {
  readonly employees: number;
  readonly weeks: number;
  readonly runs: number;
  readonly isEqualBudget: boolean;
  /** Best first; equal means by their letters. */
  readonly orders: readonly OrderRow[];
  readonly source: OrderRow;
  /** Orders that the source's beats, is beaten by, and isn't told from, by the paired interval of each difference. */
  readonly sourceAgainst: { readonly beats: number; readonly isBeatenBy: number; readonly undecided: number };
  /** Mean over the orders that begin with a letter, replicate by replicate. */
  readonly byFirst: Readonly<Partial<Record<Letter, Estimate>>>;
  /** Those that begin with communities less those that begin with the platform; null without either. */
  readonly communityLessPlatform: Estimate | null;
}

/** One order in one replicate. */
interface Outcome {
  readonly npvPerHead: number;
  /** Discounted cost to date by week, USD. */
  readonly spend: Float64Array;
}

/** Plans of one task: few enough that replicates are shared out evenly, so many that the twin hardly counts. */
const PLANS_PER_TASK = 24;

/** Runs of plans that a league of all orders takes, twins included. */
export function leagueRuns(runs: number, isEqualBudget: boolean): number {
  const once = runs * (ORDERS.length + Math.ceil(ORDERS.length / PLANS_PER_TASK));
  return isEqualBudget ? 2 * once : once;
}

/** Runs every order and ranks them. @throws InputError at names the company lacks */
export async function orderLeague(
  setting: Setting,
  { runs, isEqualBudget = false, orders = ORDERS }: LeagueOptions,
  evaluate: EvaluatePlans,
): Promise<League> {
  const { employeeCount } = setting.organisation.company;
  const { weeks } = setting.document;
  const plans = orders.map((order) => planOfOrder(order, employeeCount, weeks));
  const free = await outcomesOf(
    setting,
    Array.from({ length: runs }, () => plans),
    evaluate,
  );
  const outcomes = isEqualBudget ? await outcomesOf(setting, plansWithin(plans, free), evaluate) : free;
  const rows = rowsOf(orders, outcomes, employeeCount);
  const source = rows.find(({ order }) => order === SOURCE_ORDER);
  if (!source) throw new RangeError(`invalid orders; without the source's: ${SOURCE_ORDER}`);
  return {
    employees: employeeCount,
    weeks,
    runs,
    isEqualBudget,
    orders: rows,
    source,
    sourceAgainst: compared(source, rows),
    ...meansByFirst(rows),
  };
}

/** Outcomes by replicate and order, of plans by replicate and order. */
async function outcomesOf(
  setting: Setting,
  plans: readonly (readonly (readonly Intervention[])[])[],
  evaluate: EvaluatePlans,
): Promise<Outcome[][]> {
  const tasks = plans.flatMap((list, replicate) =>
    pairedTasks(setting, replicate, partsOf(list, PLANS_PER_TASK)),
  );
  const discounts = plans.map((_, replicate) => parametersOf(setting.document, replicate).discountPerYear);
  const kept = await evaluate(tasks, (trace) => ({
    npvPerHead: npvPerHead(trace, setting),
    cost: series(trace, "costPerWeek").slice(),
  }));
  const outcomes: Outcome[][] = plans.map(() => []);
  for (const [i, { spec }] of tasks.entries())
    for (const { npvPerHead: npv, cost } of kept[i])
      outcomes[spec.replicate].push({ npvPerHead: npv, spend: spendOf(cost, discounts[spec.replicate]) });
  return outcomes;
}

/** By replicate: the plans, each cut in the week in which the replicate's smallest spend is used up. */
function plansWithin(
  plans: readonly (readonly Intervention[])[],
  outcomes: readonly (readonly Outcome[])[],
): (readonly Intervention[])[][] {
  return outcomes.map((replicate) => {
    const budget = Math.min(...replicate.map(({ spend }) => spend.at(-1)!));
    return replicate.map(({ spend }, i) => {
      const week = cutWeek(spend, budget);
      return week === undefined ? plans[i] : cutPlan(plans[i], week);
    });
  });
}

function rowsOf(
  orders: readonly Order[],
  outcomes: readonly (readonly Outcome[])[],
  employees: number,
): OrderRow[] {
  const rows = orders.map((order, i) => {
    const npvs = outcomes.map((replicate) => replicate[i].npvPerHead);
    const spends = outcomes.map((replicate) => replicate[i].spend.at(-1)! / employees);
    return { order, npvPerHead: meanEstimate(npvs), spendPerHead: meanEstimate(spends), npvs };
  });
  const mean = (row: (typeof rows)[number]): number => row.npvPerHead.value!;
  return rows
    .toSorted((a, b) => mean(b) - mean(a) || (a.order < b.order ? -1 : 1))
    .map((row) => ({ ...row, rank: 1 + rows.filter((other) => mean(other) > mean(row)).length }));
}

function compared(source: OrderRow, rows: readonly OrderRow[]): League["sourceAgainst"] {
  const counts = { beats: 0, isBeatenBy: 0, undecided: 0 };
  for (const row of rows) {
    if (row.order === source.order) continue;
    const { low, high } = meanEstimate(source.npvs.map((npv, i) => npv - row.npvs[i]));
    if (low !== null && low > 0) counts.beats++;
    else if (high !== null && high < 0) counts.isBeatenBy++;
    else counts.undecided++;
  }
  return counts;
}

function meansByFirst(rows: readonly OrderRow[]): Pick<League, "byFirst" | "communityLessPlatform"> {
  const means = new Map<string, number[]>();
  for (const letter of Object.keys(SLOTS)) {
    const own = rows.filter(({ order }) => order.startsWith(letter));
    if (own.length > 0)
      means.set(
        letter,
        own[0].npvs.map((_, i) => meanOf(own.map(({ npvs }) => npvs[i]))),
      );
  }
  const [communities, platform] = [means.get("C"), means.get("P")];
  return {
    byFirst: Object.fromEntries([...means].map(([letter, values]) => [letter, meanEstimate(values)])),
    communityLessPlatform:
      communities && platform ? meanEstimate(communities.map((npv, i) => npv - platform[i])) : null,
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
