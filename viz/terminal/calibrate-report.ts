/** A calibration to one's own data for people: sentences, the assumptions before and after, and the weeks. */
import { MEASURE_INDEX, MEASURES } from "../../engine/index.ts";
import { ownSentences, toldOf, type Band, type OwnCalibration } from "../../scenarios/calibration/index.ts";
import type { Study } from "../../scenarios/studies/index.ts";
import { numberWords } from "../words/decisions.ts";
import { notationOf } from "../words/notation.ts";
import { formatOf, type Format } from "./format.ts";
import { outputWidth } from "./output.ts";
import { linesOf, tableLines } from "./table.ts";

const ABOUT =
  "Ranges and bands are the middle 90%, given the study's ranges and this model; what the model lacks is in neither.";

export function ownText(study: Study, found: OwnCalibration): string {
  const width = outputWidth();
  const format = formatOf(study.document);
  const words = numberWords(notationOf(study.document));
  const parts = [
    [`${study.name}: assumptions calibrated to observed weeks, seed ${study.seed}`, ...linesOf(ABOUT, width)],
    ownSentences(toldOf(found), words).flatMap((sentence) => linesOf(sentence, width)),
    tableLines([
      ["assumption", "before", "after, median", "after, range"],
      ...found.factors.map(({ name, before, p5, p50, p95 }) => [
        name,
        `${words.number(before.p5)} to ${words.number(before.p95)}`,
        words.number(p50),
        `${words.number(p5)} to ${words.number(p95)}`,
      ]),
    ]),
    ...found.bands.map((band) => bandLines(band, format)),
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function bandLines({ observed, p5, p50, p95 }: Band, format: Format): string[] {
  const { label, unit } = MEASURES[MEASURE_INDEX[observed.measure]];
  return [
    label,
    ...tableLines([
      ["week", "observed", "median", "range", ""],
      ...observed.weeks.map((week, k) => [
        String(week),
        format.value(observed.values[k], unit),
        format.value(p50[k], unit),
        format.range(p5[k], p95[k], unit),
        observed.values[k] < p5[k] ? "below" : observed.values[k] > p95[k] ? "above" : "",
      ]),
    ]),
  ];
}
