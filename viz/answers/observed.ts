/** Reads what was seen, and redraws the forecast from it. */
import { computed } from "@preact/signals";
import type { MeasureName } from "../../engine/index.ts";
import { sample } from "../store/before.ts";
import { fans, runsHere } from "../store/comparison.ts";
import { document, observed, settleObserved } from "../store/document.ts";
import type { Observed } from "../store/observation.ts";
import { readSeries } from "../store/observed-files.ts";
import { observedNow, observedTrouble } from "../store/observed.ts";
import { headcount } from "../store/people.ts";
import { columnsOf } from "../store/sample.ts";
import { metric } from "../store/view.ts";
import { metricOf } from "../words/metrics.ts";
import { weighRuns, weightedBands } from "./weights.ts";
import { whileOpen } from "../store/desk.ts";

/** Takes values of the chosen measure from a file; a refusal leaves everything as it was. */
export async function takeObserved(source: File): Promise<void> {
  const isOpen = whileOpen();
  try {
    const seen = await readSeen(source, metric.peek().name);
    if (!isOpen()) return;
    put(seen.measure, seen);
    observedTrouble.value = "";
  } catch (error) {
    observedTrouble.value = error instanceof Error ? error.message : String(error);
  }
}

/** Shares may be counts of people: what is too large for a share is read as one. */
async function readSeen(source: File, measure: MeasureName): Promise<Observed> {
  try {
    return await readSeries(source, measure, document.peek());
  } catch (error) {
    if (metricOf(measure).measure.unit !== "share") throw error;
    // What is wrong with both readings is told of the first.
    return readSeries(source, measure, document.peek(), headcount.peek()).catch(() => {
      throw error;
    });
  }
}

/** Lays what was seen of a measure over its curve in place of what lay there, or nothing: a step that can be undone. */
function put(measure: MeasureName, seen?: Observed): void {
  const others = observed.peek().filter((one) => one.measure !== measure);
  settleObserved(seen === undefined ? others : [...others, seen]);
}

export function takeAway(): void {
  const seen = observedNow.peek();
  if (seen !== null) put(seen.measure);
}

/** Redraws the forecast from what was seen, taken for a plan's past; −1 leaves it as it was. */
export function redrawFollowing(plan: number): void {
  const seen = observedNow.peek();
  if (seen === null) return;
  const { follows: _follows, ...rest } = seen;
  const id = document.peek().plans[plan]?.id;
  put(seen.measure, id === undefined ? rest : { ...rest, follows: id });
}

/** The place of the plan that what was seen is the past of; −1 while the forecast is as it was. */
export const followed = computed(() => {
  const follows = observedNow.value?.follows;
  return follows === undefined ? -1 : document.value.plans.findIndex(({ id }) => id === follows);
});

/** The runs weighed by what was seen of the plan that is followed; null where none is. */
export const weighing = computed(() => {
  const seen = observedNow.value;
  if (seen === null || runsHere.value === 0) return null;
  const plan = followed.value;
  if (plan < 0) return null;
  const weighed = weighRuns(columnsOf(sample.value, plan, seen.measure), seen);
  // Without a value that isn't 0 within the horizon there is nothing to be near to.
  return Number.isFinite(weighed.nearestMiss) ? weighed : null;
});

/** Every plan's curve by the weighed runs. */
export const redrawnFans = computed(() => {
  const found = weighing.value;
  if (found === null) return null;
  const { name } = metric.value;
  return fans.value.map((fan) => ({
    ...fan,
    bands: weightedBands(columnsOf(sample.value, fan.plan, name), found.weights),
  }));
});
