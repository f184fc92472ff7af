/** A calibration to one's own data in sentences, every one computed. */
import { MEASURE_INDEX, MEASURES } from "../../engine/index.ts";
import { labelOf } from "../decisions/index.ts";
import { digits, listed, percent } from "../words.ts";
import type { Band, Contagion, OwnCalibration } from "./own-data.ts";

/** A range is told as narrowed if this share of it or less is left. */
const NARROWED = 0.75;
/** With fewer observed weeks within the middle 90% the model can't make such data. */
const INSIDE_LEAST = 0.7;

export function ownSentences(found: OwnCalibration): string[] {
  return [
    matchedSentence(found),
    ...narrowedSentences(found),
    ...(found.contagion === null ? [] : [contagionSentence(found.contagion)]),
    ...found.bands.map(bandSentence),
  ];
}

function matchedSentence({ fitted }: OwnCalibration): string {
  const { generations, points } = fitted.sample;
  const last = generations[generations.length - 1];
  return (
    `History matching leaves ${percent(fitted.spaceLeft)} of the ranges; after ${generations.length} generations ` +
    `${points.length} points are near the data, worth ${Math.round(last.effectiveSize)} independent ones.`
  );
}

function narrowedSentences({ factors }: OwnCalibration): string[] {
  const left = (each: OwnCalibration["factors"][number]): number =>
    (each.p95 - each.p5) / (each.before.p95 - each.before.p5);
  const narrowed = factors.filter((each) => left(each) <= NARROWED);
  const others = factors.filter((each) => !(left(each) <= NARROWED));
  return [
    ...narrowed
      .toSorted((a, b) => left(a) - left(b))
      .map(
        ({ name, p5, p50, p95 }) =>
          `${labelOf(name)} is about ${digits(p50)}, between ${digits(p5)} and ${digits(p95)} with 90%.`,
      ),
    ...(others.length === 0
      ? []
      : [`The data say little of ${listed(others.map(({ name }) => labelOf(name)))}.`]),
  ];
}

function contagionSentence({ odds, verdict }: Contagion): string {
  const times = (value: number): string =>
    value === Infinity ? "more than can be counted" : `${digits(value)} to 1`;
  if (verdict === "found")
    return `Contagion is needed: the model with imitation explains the data better than the one without, by odds of ${times(odds)}.`;
  if (verdict === "none")
    return `No contagion: the model without imitation explains the data better, by odds of ${times(1 / odds)}.`;
  return `Undecided whether there is contagion: odds of ${times(odds)} for imitation are no evidence either way.`;
}

function bandSentence({ observed, inside }: Band): string {
  const { label } = MEASURES[MEASURE_INDEX[observed.measure]];
  const count = observed.weeks.length;
  const text = `${label}: ${inside} of ${count} observed weeks lie in the fitted model's middle 90%`;
  return inside >= INSIDE_LEAST * count ? `${text}.` : `${text}: the model can't make such data.`;
}
