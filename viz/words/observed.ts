/** Values that were seen, and a forecast redrawn from them, in words. */
import type { Weighing } from "../answers/weights.ts";
import { ERROR_SHARE } from "../answers/weights.ts";
import type { Observed } from "../store/observation.ts";
import { rich, type PlanName, type Rich } from "./rich.ts";
import { monthText } from "./time.ts";
import { countText } from "./decimals.ts";
import type { Notation } from "./notation.ts";
import { isolated } from "../charts/text.ts";

/** Below this the redrawn forecast rests on too few runs. */
const RUNS_LEAST = 10;
/** Runs that miss by more than this many errors are not like the data. */
const MISS_MOST = 3 * ERROR_SHARE;

export function observedSentence(
  {
    weeks,
    source,
    employees,
  }: Pick<Observed, "weeks" | "employees"> & { readonly source: { readonly name: string } },
  notation: Notation,
): string {
  const counted =
    employees === undefined ? "" : `, read as counts of ${countText(employees, notation)} employees`;
  return `Dots: ${weeks.length} values seen until ${monthText(weeks.at(-1)!)} (${isolated(source.name)}${counted}). They stay in this browser.`;
}

/** How the runs were weighed, and how far one may trust it. */
export function weighingSentence(
  { weights, effectiveRuns, nearestMiss }: Weighing,
  plan: PlanName,
  isVaried: boolean,
  notation: Notation,
): Rich {
  const percent = `${Math.round(ERROR_SHARE * 100)}${notation.percent}`;
  const method = rich`Redrawn: every run counts by how near it passes to the dots under ${plan}, the data taken to be right to about ${percent} in a quarter; the same runs count for every plan.`;
  const count = `${Math.round(effectiveRuns)} of ${weights.length} runs`;
  const advice = isVaried
    ? "More runs, or another plan, may be nearer."
    : "Let more than chance vary to find runs like them.";
  if (nearestMiss > MISS_MOST) {
    const miss = `${countText(Math.round(nearestMiss * 100), notation)}${notation.percent}`;
    return rich`${method} But no run is like the data: the nearest misses them by ${miss}. ${advice}`;
  }
  if (effectiveRuns < RUNS_LEAST)
    return rich`${method} Only about ${count} do: too few to rest on. ${advice}`;
  return rich`${method} About ${count} do.`;
}
