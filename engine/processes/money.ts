/** Money is booked in whole 1/1024 of a currency unit, so that sums are exact in any order. */
import { ACCOUNT_NAMES, VALUE_NAMES, type AccountName } from "../measures.ts";
import type { World } from "../world.ts";

/** Parts of a currency unit that are booked. */
export const MONEY_UNIT = 1024;

/** Index of each account. */
export const ACCOUNT = Object.fromEntries(ACCOUNT_NAMES.map((name, i) => [name, i])) as Record<
  AccountName,
  number
>;

/** Value streams come first, cost items from here on. */
export const FIRST_COST = VALUE_NAMES.length;

/** Books whole parts of a currency unit. */
export function book(world: World, account: number, parts: number): void {
  world.state.account.total[account] += parts;
}

/** Books an amount of the currency, rounded to a part. */
export function bookAmount(world: World, account: number, amount: number): void {
  world.state.account.total[account] += Math.floor(amount * MONEY_UNIT + 0.5);
}
