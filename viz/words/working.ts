/** How long something takes, and how far it has come, in words. */
import type { Standing } from "../answers/work.ts";

/** Nanoseconds that an employee's week takes on one core, about: what is said before anything was measured. */
const NANOS_PER_WEEK = 120;

/** Seconds for runs of plans on some cores, about. */
export function secondsFor(planRuns: number, employees: number, weeks: number, cores: number): number {
  return (planRuns * employees * weeks * NANOS_PER_WEEK) / 1e9 / cores;
}

/** "about 20 seconds", "about 3 minutes"; never falsely precise. */
export function secondsText(seconds: number): string {
  if (seconds < 7.5) return "a few seconds";
  if (seconds < 55) return `about ${Math.max(10, Math.round(seconds / 10) * 10)} seconds`;
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return minutes === 1 ? "about a minute" : `about ${minutes} minutes`;
  const hours = Math.round(minutes / 60);
  return hours === 1 ? "about an hour" : `about ${hours} hours`;
}

/** "43%, about 20 seconds left". */
export function workingText({
  share,
  secondsLeft,
  isWaiting,
}: Extract<Standing<unknown>, { kind: "working" }>): string {
  const percent = `${Math.floor(share * 100)}%`;
  if (isWaiting) return `${percent}; waits until the runs of the curves are done`;
  return secondsLeft === undefined ? percent : `${percent}, ${secondsText(secondsLeft)} left`;
}
