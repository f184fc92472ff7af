/** A fit to one's own weeks in words: what it is doing, what it found, each computed. */
import { MEASURE_INDEX, MEASURES } from "../../engine/index.ts";
import type { OwnFit } from "../../workers/studies/calibrator.ts";
import { weekText } from "../words/time.ts";
import { unitOf, type Unit } from "../words/units.ts";
import { listOf, plain, rich } from "../words/rich.ts";
import type { Progress } from "./own-fit.ts";
import { durationText, factorLabel, lowered } from "./words.ts";
import type { Notation } from "../words/notation.ts";
import { numberWords } from "../words/decisions.ts";
import { countText } from "../words/decimals.ts";

type Band = OwnFit["bands"][number];

const PARTS = {
  fit: "Looking for assumptions that make such weeks",
  "without contagion": "The same without contagion",
  bands: "Running what was found with new luck",
} as const;

export function progressText({ told, runs, most, leftMillis }: Progress, notation: Notation): string {
  const { share } = numberWords(notation);
  const left = leftMillis === null ? "" : `; at most ${durationText(leftMillis)} left`;
  const matched =
    told.spaceLeft === undefined ? "" : ` History matching leaves ${share(told.spaceLeft)} of the ranges.`;
  const near =
    told.acceptance === undefined ? "" : ` The last generation kept ${share(told.acceptance)} of its runs.`;
  return `${PARTS[told.part ?? "fit"]}: ${countText(runs, notation)} of at most ${countText(most, notation)} runs${left}.${matched}${near}`;
}

/** What the fit says first of all. */
export function foundHeading({ contagion, factors, bands }: OwnFit): string {
  if (bands.some(isMissed)) return "The model can’t make such weeks";
  if (contagion?.verdict === "found") return "Your weeks need contagion";
  if (contagion?.verdict === "none") return "No contagion is needed for your weeks";
  if (contagion?.verdict === "undecided") return "Your weeks don’t tell whether there is contagion";
  const names = factors.map(({ name }) => rich`${lowered(factorLabel(name))}`);
  return `What your weeks say of ${plain(listOf(names))}`;
}

/** As the verb calibrate judges it. */
const INSIDE_LEAST = 0.7;

function isMissed({ inside, observed }: Band): boolean {
  return inside < INSIDE_LEAST * observed.weeks.length;
}

export function bandHeading(band: Band): string {
  const label = labelOf(band);
  return isMissed(band)
    ? `${label}: the fitted model misses the data`
    : `${label}: the fitted model follows the data`;
}

export function labelOf({ observed }: Band): string {
  return MEASURES[MEASURE_INDEX[observed.measure]].label;
}

export function bandUnit({ observed }: Band, notation: Notation): Unit {
  return unitOf(MEASURES[MEASURE_INDEX[observed.measure]].unit, notation);
}

/** "month 4, week 16: seen 12%, fitted 11% (8–15%)" */
export function weekSaid(band: Band, k: number, unit: Unit): string {
  const { strong, quiet } = weekText(band.observed.weeks[k]);
  return `${strong}, ${quiet}: seen ${unit.short(band.observed.values[k])}, fitted ${fittedText(band, k, unit)}`;
}

export function fittedText({ p5, p50, p95 }: Band, k: number, unit: Unit): string {
  return unit.shortSpread({ p5: p5[k], p50: p50[k], p95: p95[k] });
}

/** Head and rows of the assumptions before and after, as the verb calibrate prints them. */
export function factorRows({ factors }: OwnFit, notation: Notation): string[][] {
  const { number } = numberWords(notation);
  return factors.map(({ name, before, p5, p50, p95 }) => [
    factorLabel(name),
    `${number(before.p5)} to ${number(before.p95)}`,
    number(p50),
    `${number(p5)} to ${number(p95)}`,
  ]);
}

export const FACTOR_HEADS = ["Assumption", "Before", "After, median", "After, range"] as const;
