/** Weeks in words: week t is the moment t whole weeks after the start, a month a twelfth of 52 weeks. */
import type { Document } from "../../scenarios/index.ts";
import { calendarText, type Calendar } from "../charts/calendar.ts";
import { notationOf } from "./notation.ts";

const WEEKS_PER_YEAR = 52;
const MONTHS_PER_YEAR = 12;
const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** The month a moment lies in: the first that ends at or after it; 0 at the start. */
export function monthAt(week: number): number {
  return Math.ceil((week * MONTHS_PER_YEAR) / WEEKS_PER_YEAR);
}

export function monthText(week: number): string {
  return week === 0 ? "start" : `month ${monthAt(week)}`;
}

/** "four years", "18 months", "10 weeks". */
export function spanText(weeks: number): string {
  if (weeks % WEEKS_PER_YEAR === 0) return count(weeks / WEEKS_PER_YEAR, "year");
  if (weeks >= WEEKS_PER_YEAR) return count(monthAt(weeks), "month");
  return count(weeks, "week");
}

function count(n: number, what: string): string {
  return `${NUMBERS[n] ?? n} ${what}${n === 1 ? "" : "s"}`;
}

/** None where a document has no first day. */
export function calendarOf(document: Pick<Document, "start" | "locale">): Calendar | undefined {
  const { start } = document;
  return start === undefined ? undefined : { start, months: notationOf(document).months };
}

/** The week line's name: its month and its week. */
export function weekText(
  week: number,
  calendar?: Calendar,
): { readonly strong: string; readonly quiet: string } {
  const date = calendar === undefined ? "" : `, ${calendarText(calendar, week)}`;
  return { strong: monthText(week), quiet: `week ${week}${date}` };
}

export function whenText(week: number): string {
  return week === 0 ? "At the start" : `By month ${monthAt(week)}`;
}
