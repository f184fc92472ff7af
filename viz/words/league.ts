/** The league of orders, in words. */
import { SLOTS, type League, type Letter, type Order, type OrderRow } from "../../scenarios/index.ts";
import type { TableData } from "./tables.ts";
import { rich, type Rich } from "./rich.ts";
import type { Unit } from "./units.ts";

/** "communities, council, center, tribe, platform". */
function orderText(order: Order): string {
  return [...order].map((letter) => SLOTS[letter as Letter].name).join(", ");
}

/** As the name of a plan. */
export function orderName(order: Order): string {
  const text = orderText(order);
  return `${text[0].toUpperCase()}${text.slice(1)}`;
}

/** "Communities first". */
export function firstName(letter: Letter): string {
  const { name } = SLOTS[letter];
  return `${name[0].toUpperCase()}${name.slice(1)} first`;
}

const ENDINGS: Readonly<Record<number, string>> = { 1: "st", 2: "nd", 3: "rd" };

/** "1st", "12th", "22nd". */
export function ordinal(n: number): string {
  const isTeen = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${isTeen ? "th" : (ENDINGS[n % 10] ?? "th")}`;
}

/** Where the source's order stands, and what comes of what comes first. */
export function leagueSentence(league: League, money: Unit): Rich {
  const { orders, source, sourceAgainst, communityLessPlatform } = league;
  const { beats, isBeatenBy, undecided } = sourceAgainst;
  const rank = `The source’s order, ${orderText(source.order)}, is ${ordinal(source.rank)} of ${orders.length}`;
  const told = `it beats ${beats}, is beaten by ${isBeatenBy}, and can’t be told from ${undecided}`;
  if (communityLessPlatform === null) return rich`${rank}: ${told}.`;
  const { value, low, high } = communityLessPlatform;
  const isOpen = low === null || high === null || (low <= 0 && high >= 0);
  const lead = isOpen
    ? "whether communities or the platform come first makes no difference that can be told"
    : `orders with ${value! > 0 ? "communities" : "the platform"} first are worth ${money.gap(value!)} a head more on average than those with ${value! > 0 ? "the platform" : "communities"} first`;
  return rich`${rank}: ${told}. On all, ${lead}.`;
}

function estimateText({ value, low, high }: OrderRow["npvPerHead"], money: Unit): string {
  if (value === null) return "–";
  return low === null || high === null
    ? money.short(value)
    : `${money.short(value)} (${money.shortRange(low, high)})`;
}

/** One order: its rank, value and spending. */
export function orderSentence(row: OrderRow, count: number, money: Unit): string {
  const worth = estimateText(row.npvPerHead, money);
  return `${orderName(row.order)}: ${ordinal(row.rank)} of ${count}, worth ${worth} a head, spending ${money.short(row.spendPerHead.value!)}.`;
}

/** All orders, best first. */
export function leagueTable({ orders, source }: League, money: Unit): TableData {
  return {
    caption:
      "Net present value a head against doing nothing, and discounted cost a head: means, and their 95% intervals",
    heads: ["Order", "Rank", "Worth a head", "Spent a head", ""],
    rows: orders.map((row) => [
      orderName(row.order),
      String(row.rank),
      estimateText(row.npvPerHead, money),
      estimateText(row.spendPerHead, money),
      row.order === source.order ? "the source’s" : "",
    ]),
  };
}
