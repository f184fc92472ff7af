/** The best plan that a budget of runs finds: dates, sizes and order, robust over assumptions, against the best order. */
import { series, type Intervention, type Parameters, type Trace } from "../../engine/index.ts";
import { quantileEstimate, robustnessOf } from "../decisions/robustness.ts";
import { cutPlan, cutWeek, spendOf } from "../orders/budget.ts";
import { ORDERS, SOURCE_ORDER, type Order } from "../orders/orders.ts";
import { npvPerHead, pairedTask, type EvaluatePlans, type PairedTask, type Setting } from "../paired.ts";
import { parametersOf } from "../resolve.ts";
import { meanEstimate, type Estimate } from "../student.ts";
import { searchPlans, type Choices, type Progress, type Score, type Trial } from "./search.ts";
import { planSpace } from "./space.ts";

export interface BestPlanOptions {
  /** Runs of plans at most, each with its share of a twin; with a spend a plan may take two. */
  readonly runs: number;
  readonly seed: string;
  /** USD, discounted, that no plan may exceed: it ends in the week in which it would. */
  readonly spend?: number;
  /** Assumptions to be robust over, taken in turn; default those of the document, its ranges drawn from. */
  readonly members?: readonly Partial<Parameters>[];
  /** Hears of runs as they end. */
  readonly onRuns?: (runs: number) => void;
  readonly onGeneration?: (progress: Progress) => void;
}

/** A plan over scenarios that no search has seen; money in USD a head. */
export interface Contender {
  readonly name: string;
  readonly text: string;
  readonly choices: Choices;
  readonly plan: readonly Intervention[];
  readonly mean: Estimate;
  readonly worstTenth: Estimate;
  /** Against the best contender of each scenario. */
  readonly meanRegret: Estimate;
  readonly spendPerHead: Estimate;
  /** Less the best order, scenario by scenario. */
  readonly lead: Estimate;
  /** Less the best plan found; its interval holds 0 where it came close. */
  readonly behind: Estimate;
}

export interface BestPlan {
  readonly runs: number;
  readonly scenarios: number;
  readonly bestOrder: Order;
  readonly verdict: "beats" | "can't tell" | "loses";
  /** The plan found, those that came next, and the best order last. */
  readonly contenders: readonly Contender[];
  readonly progress: readonly Progress[];
}

/** Shares of the runs: to find the best order, to search, and to compare what was found on scenarios of its own. */
const [ORDERS_SHARE, SEARCH_SHARE] = [0.2, 0.5];
const CONTENDERS = 4;
/** Scenarios of the comparison begin here: no search goes so far. */
const FRESH = 1_000_000;
const PLANS_PER_TASK = 24;

/** What is kept of a run: plain, so that it can be written down. */
interface Kept {
  readonly npv: number;
  readonly spent: number;
  /** The week in which to stop; −1 for none. */
  readonly cut: number;
}

/** @throws InputError at names the company lacks, RangeError at too few runs */
export async function bestPlan(
  setting: Setting,
  options: BestPlanOptions,
  evaluate: EvaluatePlans,
): Promise<BestPlan> {
  const { employeeCount } = setting.organisation.company;
  const space = planSpace(employeeCount, setting.document.weeks);
  const arena = arenaOf(setting, options, evaluate);
  const score: Score = async (trials) => (await arena.run(trials, space.planOf)).map(({ npv }) => npv);
  const each = options.spend === undefined ? 1 : 2;
  const runs = Math.floor(options.runs / each);
  const least = Math.ceil(ORDERS.length / ORDERS_SHARE);
  if (runs < least) throw new RangeError(`too few runs; fewer than ${least * each}: ${options.runs}`);
  const common = { levels: space.levels, seed: options.seed };
  const orders = await searchPlans(score, {
    ...common,
    runs: Math.floor(runs * ORDERS_SHARE),
    first: ORDERS.map(space.choicesOf),
    isBreeding: false,
  });
  const found = await searchPlans(score, {
    ...common,
    runs: Math.floor(runs * SEARCH_SHARE),
    first: [...orders.ranking, space.choicesOf(SOURCE_ORDER)],
    ...(options.onGeneration !== undefined && { onGeneration: options.onGeneration }),
  });
  const [best] = orders.ranking;
  const others = found.ranking.filter((choices) => choices.join() !== best.join()).slice(0, CONTENDERS);
  const chosen = [...others, best];
  const scenarios = Math.floor((runs - orders.runs - found.runs) / chosen.length);
  const trials = chosen.flatMap((choices) =>
    Array.from({ length: scenarios }, (_, i) => ({ choices, scenario: FRESH + i })),
  );
  const kept = await arena.run(trials, space.planOf);
  const contenders = contendersOf(
    chosen,
    Array.from(chosen, (_, i) => kept.slice(i * scenarios, (i + 1) * scenarios)),
    space,
  );
  return {
    runs: arena.runs(),
    scenarios,
    bestOrder: ORDERS.find((order) => space.choicesOf(order).join() === best.join())!,
    verdict: verdictOf(contenders[0]),
    contenders,
    progress: found.progress,
  };
}

/** Where plans are tried: scenario by scenario, all plans of one under the same assumptions and luck. */
function arenaOf(setting: Setting, { spend, members, onRuns }: BestPlanOptions, evaluate: EvaluatePlans) {
  let runs = 0;
  const { employeeCount } = setting.organisation.company;
  const keptOf = (trace: Trace, discountPerYear: number): Kept => {
    const spending = spendOf(series(trace, "costPerWeek").slice(), discountPerYear);
    return {
      npv: npvPerHead(trace, setting),
      spent: spending[spending.length - 1] / employeeCount,
      cut: spend === undefined ? -1 : (cutWeek(spending, spend) ?? -1),
    };
  };
  const tried = async (asked: readonly { plan: readonly Intervention[]; scenario: number }[]) => {
    const places = new Map<number, number[]>();
    for (const [i, { scenario }] of asked.entries()) {
      const own = places.get(scenario) ?? [];
      places.set(scenario, own);
      own.push(i);
    }
    const tasks: PairedTask[] = [];
    const owners: number[][] = [];
    for (const [scenario, all] of places)
      for (let from = 0; from < all.length; from += PLANS_PER_TASK) {
        const own = all.slice(from, from + PLANS_PER_TASK);
        const changes = members === undefined ? {} : members[scenario % members.length];
        tasks.push(
          pairedTask(
            setting,
            scenario,
            own.map((i) => asked[i].plan),
            changes,
          ),
        );
        owners.push(own);
      }
    // One discount for all: it belongs to the company's accounts, not to what isn't known of it.
    const { discountPerYear } = parametersOf(setting.document, 0);
    const kept = await evaluate(tasks, (trace) => keptOf(trace, discountPerYear));
    const results: Kept[] = [];
    for (const [t, own] of owners.entries()) for (const [k, i] of own.entries()) results[i] = kept[t][k];
    runs += asked.length;
    onRuns?.(runs);
    return results;
  };
  const run = async (
    trials: readonly Trial[],
    planOf: (choices: Choices) => Intervention[],
  ): Promise<Kept[]> => {
    const asked = trials.map(({ choices, scenario }) => ({ plan: planOf(choices), scenario }));
    const free = await tried(asked);
    const over = free.flatMap(({ cut }, i) => (cut < 0 ? [] : [i]));
    if (over.length === 0) return free;
    const cut = await tried(
      over.map((i) => ({ plan: cutPlan(asked[i].plan, free[i].cut), scenario: asked[i].scenario })),
    );
    const results = [...free];
    for (const [k, i] of over.entries()) results[i] = { ...cut[k], cut: free[i].cut };
    return results;
  };
  return { run, runs: () => runs };
}

function contendersOf(
  chosen: readonly Choices[],
  kept: readonly (readonly Kept[])[],
  space: ReturnType<typeof planSpace>,
): Contender[] {
  const values = kept.map((own) => Float64Array.from(own, ({ npv }) => npv));
  const table = {
    plans: chosen.map((_, i) => String(i)),
    points: Uint32Array.from(values[0].keys()),
    values,
  };
  const rows = robustnessOf(table, 0);
  const last = chosen.length - 1;
  const against = (i: number, other: number): Estimate =>
    meanEstimate(Array.from(values[i], (value, s) => value - values[other][s]));
  return chosen.map((choices, i) => {
    const plan = space.planOf(choices);
    const cuts = kept[i].map(({ cut }) => cut).filter((week) => week >= 0);
    // In more than half of the scenarios the money runs out: the plan says when, as it usually does.
    const isCut = 2 * cuts.length > kept[i].length;
    const week = Math.floor(quantileEstimate(Float64Array.from(cuts).toSorted(), 0.5).value ?? 0);
    return {
      name: i === last ? "Best order" : i === 0 ? "Best found" : `Next found ${i}`,
      text: `${space.textOf(choices)}${isCut ? `, ended in week ${week}` : ""}`,
      choices,
      plan: isCut ? cutPlan(plan, week) : plan,
      mean: rows[i].mean,
      worstTenth: rows[i].worstTenth,
      meanRegret: rows[i].meanRegret,
      spendPerHead: meanEstimate(kept[i].map(({ spent }) => spent)),
      lead: against(i, last),
      behind: against(i, 0),
    };
  });
}

function verdictOf({ lead: { low, high } }: Contender): BestPlan["verdict"] {
  if (low !== null && low > 0) return "beats";
  return high !== null && high < 0 ? "loses" : "can't tell";
}
