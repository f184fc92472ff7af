/** Numbers as people read them: percent, money, counts; two or three digits, never more than is known. */
import type { MeasureUnit } from "../../engine/index.ts";
import type { Spread } from "../../scenarios/index.ts";
import { counted } from "./counted.ts";
import { atMostText, fixedText, significantText } from "./decimals.ts";
import { moneyText, type Notation } from "./notation.ts";

export interface Unit {
  /** On an axis; the top tick carries the unit. */
  readonly axis: (value: number, isTop: boolean) => string;
  /** Beside a curve: short. */
  readonly short: (value: number) => string;
  /** In a sentence: in words. */
  readonly long: (value: number) => string;
  /** Median and range beside a curve, at one scale; one number where they are written alike. */
  readonly shortSpread: (spread: Spread) => string;
  readonly shortRange: (low: number, high: number) => string;
  readonly longRange: (low: number, high: number) => string;
  /** A difference, with its sign. */
  readonly change: (value: number) => string;
  readonly changeRange: (low: number, high: number) => string;
  /** A difference on an axis. */
  readonly changeAxis: (value: number) => string;
  /** The size of a difference in a sentence, without its sign. */
  readonly gap: (value: number) => string;
  readonly gapRange: (low: number, high: number) => string;
}

/** More than are ever known: an axis writes what it marks. */
const AXIS_DIGITS = 6;

/** How a measure's values are written in a document. */
export function unitOf(unit: MeasureUnit, notation: Notation): Unit {
  if (unit === "share") return shareUnit(notation);
  if (unit === "USD") return moneyUnit(notation);
  return numberUnit(
    unit === "index" ? (value) => fixedText(value, 2, notation) : (value) => significant(value, notation),
    unit === "weeks" ? (text) => counted(text, "week") : (text) => text,
    notation,
  );
}

/** Median and interval of a difference, for the label beside it. */
export function changeLines(unit: Unit, spread: Spread): string[] {
  const range = unit.changeRange(spread.p5, spread.p95);
  const isPoint = unit.change(spread.p5) === unit.change(spread.p95);
  return isPoint ? [unit.change(spread.p50)] : [unit.change(spread.p50), `(${range})`];
}

function significant(value: number, notation: Notation): string {
  return significantText(value, Math.abs(value) < 100 ? 2 : 3, notation);
}

function plain(value: number, notation: Notation): string {
  return significantText(value, AXIS_DIGITS, notation);
}

function signed(value: number, text: string): string {
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A share in hundredths, without their sign. */
function percentOf(value: number, notation: Notation): string {
  const hundredths = value * 100;
  const places = Math.abs(hundredths) >= 9.95 ? 0 : 1;
  return atMostText(hundredths, places, notation);
}

/** "44–66", or "−3 to 5" where a sign would meet the dash. */
function between(low: string, high: string): string {
  if (low === high) return low;
  return /^[−+]/.test(low) || /^[−+]/.test(high) ? `${low} to ${high}` : `${low}–${high}`;
}

function points(text: string): string {
  return counted(text, "point");
}

/** "17% (14–20%)", or "17%". */
function spreadText(median: string, low: string, high: string, range: string): string {
  return low === high ? median : `${median} (${range})`;
}

function shareUnit(notation: Notation): Unit {
  const percent = (value: number): string => percentOf(value, notation);
  const short = (value: number): string => `${percent(value)}${notation.percent}`;
  const range = (low: number, high: number): string =>
    `${between(percent(low), percent(high))}${notation.percent}`;
  return {
    shortSpread: ({ p5, p50, p95 }) => spreadText(short(p50), short(p5), short(p95), range(p5, p95)),
    axis: (value, isTop) => (isTop ? short(value) : percent(value)),
    short,
    long: short,
    shortRange: range,
    longRange: range,
    change: (value) => points(signed(value, percent(value))),
    changeRange: (low, high) => between(signed(low, percent(low)), signed(high, percent(high))),
    changeAxis: (value) => signed(value, percent(value)),
    gap: (value) => points(percent(Math.abs(value))),
    gapRange: (low, high) => between(percent(low), percent(high)),
  };
}

const SCALES = [
  { from: 999.5e6, unit: 1e9, short: "bn", long: " billion" },
  { from: 999.5e3, unit: 1e6, short: "m", long: " million" },
  { from: 9.995e3, unit: 1e3, short: "k", long: " thousand" },
  { from: 0, unit: 1, short: "", long: "" },
] as const;

function scaleFor(value: number): (typeof SCALES)[number] {
  return SCALES.find((scale) => Math.abs(value) >= scale.from) ?? SCALES[3];
}

/** The scale of the larger end; "0.88–12 thousand" is "880–12,000" where there is room. */
function rangeScale(low: number, high: number, name: "short" | "long"): (typeof SCALES)[number] {
  const scale = scaleFor(Math.max(Math.abs(low), Math.abs(high)));
  const isBroken = name === "long" && scale.unit === 1e3 && Math.min(Math.abs(low), Math.abs(high)) < 999.5;
  return isBroken ? SCALES[3] : scale;
}

function moneyUnit(notation: Notation): Unit {
  const sized = (text: string, suffix: string): string => moneyText(text, suffix, notation);
  const amount = (value: number, name: "short" | "long", scale = scaleFor(value)): string =>
    sized(scaled(value, scale, notation), scale[name]);
  const range = (low: number, high: number, name: "short" | "long", sign: typeof signed): string => {
    const scale = rangeScale(low, high, name);
    const lowText = scaled(low, scale, notation);
    const highText = scaled(high, scale, notation);
    if (lowText === highText) return sized(sign(low, lowText), scale[name]);
    if (low >= 0 && sign === unsigned) return sized(`${lowText}–${highText}`, scale[name]);
    // A letter stands for its own number alone; "million" is read of both.
    const lowScale = name === "short" && lowText !== "0" ? scale.short : "";
    return `${sized(sign(low, lowText), lowScale)} to ${sized(sign(high, highText), scale[name])}`;
  };
  const axis = (value: number, sign: typeof signed): string => {
    const scale = scaleFor(value);
    return value === 0 ? "0" : sized(sign(value, plain(value / scale.unit, notation)), scale.short);
  };
  return {
    shortSpread: ({ p5, p50, p95 }) => {
      const scale = scaleFor(Math.max(Math.abs(p5), Math.abs(p95)));
      const [low, median, high] = [p5, p50, p95].map((value) => amount(value, "short", scale));
      return spreadText(median, low, high, range(p5, p95, "short", unsigned));
    },
    axis: (value) => axis(value, unsigned),
    short: (value) => amount(value, "short"),
    long: (value) => amount(value, "long"),
    shortRange: (low, high) => range(low, high, "short", unsigned),
    longRange: (low, high) => range(low, high, "long", unsigned),
    change: (value) => signed(value, amount(value, "short")),
    changeRange: (low, high) => range(low, high, "short", signed),
    changeAxis: (value) => axis(value, signed),
    gap: (value) => amount(Math.abs(value), "long"),
    gapRange: (low, high) => range(low, high, "long", unsigned),
  };
}

// Cents are never known.
function scaled(value: number, scale: (typeof SCALES)[number], notation: Notation): string {
  return scale.unit === 1
    ? significantText(Math.round(value), 3, notation)
    : significant(value / scale.unit, notation);
}

function unsigned(_value: number, text: string): string {
  return text;
}

function numberUnit(
  write: (value: number) => string,
  named: (text: string) => string,
  notation: Notation,
): Unit {
  const signedText = (value: number): string => signed(value, write(value));
  const short = (value: number): string => named(write(value));
  return {
    shortSpread: ({ p5, p50, p95 }) =>
      spreadText(short(p50), short(p5), short(p95), between(write(p5), write(p95))),
    axis: (value) => plain(value, notation),
    short,
    long: short,
    shortRange: (low, high) => between(write(low), write(high)),
    longRange: (low, high) => between(write(low), write(high)),
    change: (value) => named(signedText(value)),
    changeRange: (low, high) => between(signedText(low), signedText(high)),
    changeAxis: (value) => signed(value, plain(value, notation)),
    gap: (value) => named(write(Math.abs(value))),
    gapRange: (low, high) => between(write(low), write(high)),
  };
}
