/** The league of orders for people: the best, the source's, and what coming first is worth. */
import { ENGINE_VERSION } from "../../engine/index.ts";
import {
  documentSha256,
  SLOT_WEEKS,
  SLOTS,
  slotsWithin,
  type League,
  type Letter,
  type OrderRow,
} from "../../scenarios/index.ts";
import { moneyText } from "./estimates.ts";
import { formatOf, type Format } from "./format.ts";
import type { Question } from "./question.ts";
import { tableLines } from "./table.ts";
import { notationOf } from "../words/notation.ts";
import { countText } from "../words/decimals.ts";

const LETTERS = Object.keys(SLOTS) as Letter[];

/** The first `top` rows, then the source's order, the best with the platform first, and the last. */
export function leagueText({ document }: Question, league: League, top: number): string {
  const format = formatOf(document);
  const lines = [
    `${document.name}: the same five interventions in ${league.orders.length} orders`,
    `${countText(league.employees, notationOf(document))} employees · ${league.weeks} weeks · ${runsOf(league.runs)} · seed ${document.seed}`,
    ...rulesOf(league),
    "",
    ...leagueTable(league, top, format),
    "",
    ...firstTable(league, format),
    "",
    ...sentencesOf(league, format),
    "Net present value a head against doing nothing; spent: discounted cost a head; ± is the 95% interval of a mean.",
    `Document ${documentSha256(document).slice(0, 16)} · engine ${ENGINE_VERSION}`,
  ];
  return `${lines.join("\n")}\n`;
}

function runsOf(runs: number): string {
  return runs === 1 ? "1 run" : `${runs} runs`;
}

function rulesOf({ weeks, isEqualBudget }: League): string[] {
  const letters = LETTERS.map((letter) => `${letter} ${SLOTS[letter].name}`).join(", ");
  const within = slotsWithin(weeks);
  return [
    `A slot every ${SLOT_WEEKS} weeks: ${letters} with its campaign.`,
    `Both media are measured from week ${SLOT_WEEKS} on, in every order.`,
    ...(within < LETTERS.length ? [`Only the first ${within} slots begin within ${weeks} weeks.`] : []),
    ...(isEqualBudget
      ? ["Equal budget: an order ends when it has spent what the thriftiest order spends in the same run."]
      : []),
  ];
}

function leagueTable({ orders, source }: League, top: number, format: Format): string[] {
  const platform = orders.find(({ order }) => order.startsWith("P"));
  const last = orders.at(-1);
  const notes = new Map<OrderRow | undefined, string>([
    [last, "worst"],
    [platform, "best with the platform first"],
    [source, "the source's"],
  ]);
  const shown = orders.filter((row, i) => i < top || notes.has(row));
  const rows = shown.map((row) => [
    String(row.rank),
    row.order,
    moneyText(row.npvPerHead, format),
    moneyText(row.spendPerHead, format),
    notes.get(row) ?? "",
  ]);
  return tableLines([["rank", "order", "net present value", "spent", ""], ...rows]);
}

function firstTable({ byFirst }: League, format: Format): string[] {
  const rows = LETTERS.flatMap((letter) => {
    const mean = byFirst[letter];
    return mean ? [[SLOTS[letter].name, moneyText(mean, format)]] : [];
  });
  return tableLines([["first", "net present value, mean"], ...rows]);
}

function sentencesOf(league: League, format: Format): string[] {
  const { orders, source, sourceAgainst, communityLessPlatform } = league;
  const { beats, isBeatenBy, undecided } = sourceAgainst;
  const best = orders[0];
  return [
    `The source's order, ${source.order}, is ${source.rank} of ${orders.length}: by paired 95% intervals it beats ${beats}, ` +
      `is beaten by ${isBeatenBy}, and can't be told from ${undecided}.`,
    `Best is ${best.order}, worst ${orders.at(-1)!.order}.`,
    ...(league.isEqualBudget ? [spendSentence(orders, format)] : []),
    ...(communityLessPlatform
      ? [`Communities first less platform first, on average: ${moneyText(communityLessPlatform, format)}.`]
      : []),
  ];
}

/** Costs come by the week, so that budgets are used up to a week's cost, or to a platform's integration. */
function spendSentence(orders: readonly OrderRow[], format: Format): string {
  const spends = orders.map(({ spendPerHead }) => spendPerHead.value!);
  return `Spent a head, on average: ${format.range(Math.min(...spends), Math.max(...spends), "USD")}.`;
}
