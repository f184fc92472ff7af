/** Calendar names of weeks: formatting only, counted in UTC, where every day has as many hours. */

const WEEK_MILLIS = 7 * 86_400_000;

export interface Calendar {
  /** The day that week 0 begins, YYYY-MM-DD. */
  readonly start: string;
  /** Names of the twelve months. */
  readonly months: readonly string[];
}

/** "Jan 2027": the month in which a week begins. */
export function calendarText({ start, months }: Calendar, week: number): string {
  const day = new Date(Date.parse(start) + week * WEEK_MILLIS);
  return `${months[day.getUTCMonth()]} ${day.getUTCFullYear()}`;
}
