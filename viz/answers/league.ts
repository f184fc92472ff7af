/** The league of orders for the company on the screen: its question, and where its answer stands. */
import { computed, signal } from "@preact/signals";
import {
  leagueRuns,
  orderLeague,
  ORDERS,
  SLOTS,
  type League,
  type Letter,
  type OrderRow,
} from "../../scenarios/index.ts";
import { basis } from "./basis.ts";
import { createPageAnswers } from "./pool.ts";
import type { Standing } from "./work.ts";

/** As many as the terminal runs unless it is told. */
export const LEAGUE_RUNS = 8;

export const isEqualBudget = signal(false);
/** The order that is looked at; null = the best. */
const chosenOrder = signal<string | null>(null);

const answers = createPageAnswers<League>();

const key = computed(() => {
  const found = basis.value;
  return "why" in found ? "" : `${found.key}\n${isEqualBudget.value}`;
});

export const leagueStanding = computed<Standing<League>>(() => answers.standingOf(key.value));
export const league = computed(() => {
  const standing = leagueStanding.value;
  return standing.kind === "done" ? standing.answer : null;
});

/** Runs of plans that the league takes, twins included. */
export const leagueCost = computed(() => leagueRuns(LEAGUE_RUNS, isEqualBudget.value));

export function askLeague(): void {
  const found = basis.peek();
  if ("why" in found) return;
  const { setting } = found;
  const options = { runs: LEAGUE_RUNS, isEqualBudget: isEqualBudget.peek() };
  void answers.start({
    key: key.peek(),
    company: setting.organisation.company,
    planRuns: leagueCost.peek(),
    answer: (evaluate) => orderLeague(setting, options, evaluate),
  });
}

export const cancelLeague = answers.cancel;

/** The row that is looked at; null without a league. */
export const chosenRow = computed<OrderRow | null>(() => {
  const found = league.value;
  if (found === null) return null;
  return found.orders.find(({ order }) => order === chosenOrder.value) ?? found.orders[0];
});

export function chooseOrder(order: string): void {
  if (ORDERS.includes(order)) chosenOrder.value = order;
}

/** Looks at the next better (−1) or worse (1) order. */
export function moveOrder(step: -1 | 1): void {
  const orders = league.peek()?.orders ?? [];
  const at = orders.findIndex((row) => row === chosenRow.peek());
  const next = orders[at + step];
  if (next !== undefined) chosenOrder.value = next.order;
}

/** Letters by the mean of the orders they begin, best first. */
export function lettersByMean({ byFirst }: League): Letter[] {
  const letters = (Object.keys(SLOTS) as Letter[]).filter((letter) => byFirst[letter] !== undefined);
  return letters.toSorted((a, b) => byFirst[b]!.value! - byFirst[a]!.value!);
}
