/** Values that were seen, and a forecast redrawn from them, in words. */
import type { Weighing } from "../answers/weights.ts";
import { ERROR_SHARE } from "../answers/weights.ts";
import type { Observed } from "../store/observation.ts";
import { rich, type PlanName, type Rich } from "./rich.ts";
import { runsCount } from "./runs.ts";
import { monthText } from "./time.ts";
import { counted } from "./counted.ts";
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
  const asCounts =
    employees === undefined ? "" : `, read as counts of ${countText(employees, notation)} employees`;
  const last = weeks.at(-1)!;
  const until = last === 0 ? "at the start" : `until ${monthText(last)}`;
  return `Dots: ${counted(weeks.length, "value")} seen ${until} (${isolated(source.name)}${asCounts}). ${weeks.length === 1 ? "It stays" : "They stay"} in this browser.`;
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
  const like = Math.round(effectiveRuns);
  const count = `about ${like} of ${runsCount(weights.length)} ${like === 1 ? "does" : "do"}`;
  const advice = isVaried
    ? "More runs, or another plan, may be nearer."
    : "Let more than chance vary to find runs like them.";
  if (nearestMiss > MISS_MOST) {
    const miss = `${countText(Math.round(nearestMiss * 100), notation)}${notation.percent}`;
    return rich`${method} But no run is like the data: the nearest misses them by ${miss}. ${advice}`;
  }
  if (effectiveRuns < RUNS_LEAST) return rich`${method} Only ${count}: too few to rest on. ${advice}`;
  return rich`${method} A${count.slice(1)}.`;
}
