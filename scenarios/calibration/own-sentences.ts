/** A calibration to one's own data in sentences, every one computed. */
import { MEASURE_INDEX, MEASURES } from "../../engine/index.ts";
import { labelOf } from "../decisions/index.ts";
import { listed, type NumberWords } from "../words.ts";
import type { Band, Contagion, OwnCalibration } from "./own-data.ts";

/** A range is told as narrowed if this share of it or less is left. */
const NARROWED = 0.75;
/** With fewer observed weeks within the middle 90% the model can't make such data. */
const INSIDE_LEAST = 0.7;

/** What is told of a calibration, as plain data. */
export interface ToldCalibration extends Pick<OwnCalibration, "factors" | "bands" | "contagion"> {
  readonly matched: {
    /** Share of the ranges that history matching leaves. */
    readonly spaceLeft: number;
    readonly generations: number;
    readonly points: number;
    /** Independent points they are worth. */
    readonly effectiveSize: number;
  };
}

export function toldOf({ factors, bands, contagion, fitted }: OwnCalibration): ToldCalibration {
  const { generations, points } = fitted.sample;
  const { effectiveSize } = generations[generations.length - 1];
  const { spaceLeft } = fitted;
  return {
    factors,
    bands,
    contagion,
    matched: { spaceLeft, generations: generations.length, points: points.length, effectiveSize },
  };
}

export function ownSentences(found: ToldCalibration, words: NumberWords): string[] {
  return [
    matchedSentence(found, words),
    ...narrowedSentences(found, words),
    ...(found.contagion === null ? [] : [contagionSentence(found.contagion, words)]),
    ...found.bands.map(bandSentence),
  ];
}

function matchedSentence({ matched }: ToldCalibration, words: NumberWords): string {
  const { spaceLeft, generations, points, effectiveSize } = matched;
  return (
    `History matching leaves ${words.share(spaceLeft)} of the ranges; after ${generations} generations ` +
    `${points} points are near the data, worth ${Math.round(effectiveSize)} independent ones.`
  );
}

function narrowedSentences({ factors }: ToldCalibration, words: NumberWords): string[] {
  const left = (each: OwnCalibration["factors"][number]): number =>
    (each.p95 - each.p5) / (each.before.p95 - each.before.p5);
  const narrowed = factors.filter((each) => left(each) <= NARROWED);
  const others = factors.filter((each) => !(left(each) <= NARROWED));
  return [
    ...narrowed
      .toSorted((a, b) => left(a) - left(b))
      .map(
        ({ name, p5, p50, p95 }) =>
          `${labelOf(name)} is about ${words.number(p50)}, between ${words.number(p5)} and ${words.number(p95)} with 90%.`,
      ),
    ...(others.length === 0
      ? []
      : [`The data say little of ${listed(others.map(({ name }) => labelOf(name)))}.`]),
  ];
}

function contagionSentence({ odds, verdict }: Contagion, words: NumberWords): string {
  const times = (value: number): string =>
    value === Infinity ? "more than can be counted" : `${words.number(value)} to 1`;
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
