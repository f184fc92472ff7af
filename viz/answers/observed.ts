/** Reads what was seen, and redraws the forecast from it. */
import { computed, signal } from "@preact/signals";
import { importObserved, InputError, type Document } from "../../scenarios/index.ts";
import type { MeasureName } from "../../engine/index.ts";
import { sample } from "../store/before.ts";
import { fans, runCount } from "../store/comparison.ts";
import { document } from "../store/document.ts";
import { observed, observedNow } from "../store/observed.ts";
import { headcount } from "../store/people.ts";
import { columnsOf } from "../store/sample.ts";
import { metric, pair } from "../store/view.ts";
import { weighRuns, weightedBands } from "./weights.ts";

/** Longest file that is read: a thousand weeks come to far less. */
const BYTES_MOST = 1024 * 1024;

/** Why a file was refused; empty if none was. */
export const observedTrouble = signal("");
export const isRedrawn = signal(false);
/** The place of the plan that the company follows; null = the one compared. */
export const followed = signal<number | null>(null);

/** Takes values of the chosen measure from a file; a refusal leaves everything as it was. */
export async function takeObserved(file: File): Promise<void> {
  try {
    if (file.size > BYTES_MOST) throw new InputError(`file too long; more than 1 MiB: ${file.size}`);
    const text = await file.text();
    const { name, label } = metric.peek();
    const seen = await readSeen(text, name, label, file.name, document.peek());
    observed.value = { ...seen, file: file.name, seed: document.peek().seed };
    observedTrouble.value = "";
  } catch (error) {
    observedTrouble.value = error instanceof Error ? error.message : String(error);
  }
}

/** Shares may be counts of people: what is too large for a share is read as one. */
async function readSeen(
  text: string,
  measure: MeasureName,
  label: string,
  name: string,
  { start }: Document,
) {
  // A measure is itself called value: here the word means the one that is looked at.
  const columns = { "value to date": "value", value: measure, [label]: measure } as const;
  const options = { name, columns, ...(start === undefined ? {} : { start }) };
  const take = async (employees?: number) => {
    const found = await importObserved([text], employees === undefined ? options : { ...options, employees });
    const series = found.find((one) => one.measure === measure);
    if (series === undefined)
      throw new InputError(`missing column value; none is of ${label.toLowerCase()} (${name})`);
    return { ...series, isCounted: employees !== undefined };
  };
  try {
    return await take();
  } catch (error) {
    if (metric.peek().measure.unit !== "share") throw error;
    // What is wrong with both readings is told of the first.
    return take(headcount.peek()).catch(() => {
      throw error;
    });
  }
}

/** The runs weighed by what was seen of the plan that is followed; null without either. */
export const weighing = computed(() => {
  const seen = observedNow.value;
  if (seen === null || runCount.value === 0) return null;
  const plan = followed.value ?? pair.value.b;
  return weighRuns(columnsOf(sample.value, plan, seen.measure), seen);
});

/** Every plan's curve by the weighed runs. */
export const redrawnFans = computed(() => {
  const found = weighing.value;
  if (found === null || !isRedrawn.value) return null;
  const { name } = metric.value;
  return fans.value.map((fan) => ({
    ...fan,
    bands: weightedBands(columnsOf(sample.value, fan.plan, name), found.weights),
  }));
});
