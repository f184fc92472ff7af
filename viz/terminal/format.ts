/** Numbers as people read them: two or three digits, their unit, the document's currency and locale. */
import type { Measure } from "../../engine/index.ts";
import type { Document, Spread, WeekSpread } from "../../scenarios/index.ts";
import { fixedText } from "../words/decimals.ts";
import { moneyText, notationOf, type Notation } from "../words/notation.ts";

type Unit = Measure["unit"];

export interface Format {
  readonly notation: Notation;
  readonly value: (value: number, unit: Unit) => string;
  /** "48–64%". */
  readonly range: (low: number, high: number, unit: Unit) => string;
  /** "−14.1% (−14.3% to −13.8%)": as many more digits as tell the interval's ends apart. */
  readonly estimate: (value: number, low: number, high: number, unit: Unit) => string;
  /** Median and the range of 90 in 100 runs: "56% (48–64%)". */
  readonly spread: (spread: Spread, unit: Unit) => string;
  /** The same of a week that some runs never see. */
  readonly weeks: (spread: WeekSpread, runs: number) => string;
}

const SCALES = [
  { from: 999.5e6, size: 1e9, suffix: "bn" },
  { from: 999.5e3, size: 1e6, suffix: "m" },
  { from: 9995, size: 1e3, suffix: "k" },
  { from: 0, size: 1, suffix: "" },
] as const;
const INDEX_DIGITS = 2;
const MORE_DIGITS_MOST = 3;

export function formatOf(document: Pick<Document, "locale" | "currency">): Format {
  const notation = notationOf(document);
  const { percent } = notation;

  /** One scale and as many decimals for all, so that they can be compared. */
  function texts(values: readonly number[], unit: Unit, moreDigits = 0): string[] {
    const factor = unit === "share" ? 100 : 1;
    const most = Math.max(...values.map((value) => Math.abs(value * factor)));
    const scale = unit === "share" || unit === "index" ? SCALES[3] : SCALES.find(({ from }) => most >= from)!;
    const usual = unit === "index" ? INDEX_DIGITS : decimals(most / scale.size, unit, scale.size > 1);
    const digits = usual + moreDigits;
    const suffix = unit === "share" ? percent : scale.suffix;
    return values.map((value) => {
      const text = fixedText((value * factor) / scale.size, digits, notation);
      return unit === "USD" ? moneyText(text, suffix, notation) : `${text}${suffix}`;
    });
  }

  /** "48–64%", or "−3 to 5" where a sign would meet the dash. */
  function joined([low, high]: readonly string[]): string {
    if (low === high) return low;
    if (low.includes("−") || high.includes("−")) return `${low} to ${high}`;
    return high.endsWith(percent) ? `${low.slice(0, -percent.length)}–${high}` : `${low}–${high}`;
  }

  const value: Format["value"] = (number, unit) => texts([number], unit)[0];
  const range: Format["range"] = (low, high, unit) => joined(texts([low, high], unit));
  function estimate(number: number, low: number, high: number, unit: Unit): string {
    let more = 0;
    const ends = (): string[] => texts([low, high], unit, more);
    while (more < MORE_DIGITS_MOST && low !== high && ends()[0] === ends()[1]) more++;
    return `${texts([number], unit, more)[0]} (${joined(ends())})`;
  }
  return {
    notation,
    value,
    range,
    estimate,
    spread: ({ p5, p50, p95 }, unit) => {
      const [low, median, high] = texts([p5, p50, p95], unit);
      return low === median && median === high ? median : `${median} (${joined([low, high])})`;
    },
    weeks: ({ p5, p50, p95, never }, runs) => {
      const missing = never === 0 ? "" : `never in ${Math.round(never * runs)} of ${runs}`;
      if (p50 === null) return missing || "never";
      const weeks = [p5!, p50, p95!].map((week) => String(Math.round(week)));
      const text = weeks[0] === weeks[2] ? weeks[1] : `${weeks[1]} (${joined([weeks[0], weeks[2]])})`;
      return missing === "" ? text : `${text}, ${missing}`;
    },
  };
}

/** About three digits of the scaled value; a share has at most tenths of a percent, a plain count none. */
function decimals(most: number, unit: Unit, isScaled: boolean): number {
  if (most === 0) return 0;
  if (unit === "share") return most < 10 ? 1 : 0;
  if (unit !== "USD" && !isScaled) return 0;
  return most < 10 ? 2 : most < 100 ? 1 : 0;
}
