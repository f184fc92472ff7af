/** The order league: what the slots hold, all orders of them, and how they rank. */
export { ORDERS, planOfOrder, slotsWithin, SOURCE_ORDER } from "./orders.ts";
export type { Order } from "./orders.ts";
export { leagueRuns, orderLeague } from "./league.ts";
export type { League, LeagueOptions, OrderRow } from "./league.ts";
export { SLOT_WEEKS, SLOTS } from "./slots.ts";
export type { Letter } from "./slots.ts";
