/** Calendar names of weeks: formatting only, counted in UTC, where every day has as many hours. */

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const WEEK_MILLIS = 7 * 86_400_000;

/** "Jan 2027": the month in which a week begins, if week 0 begins on a day (YYYY-MM-DD). */
export function calendarText(start: string, week: number): string {
  const day = new Date(Date.parse(start) + week * WEEK_MILLIS);
  return `${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}
