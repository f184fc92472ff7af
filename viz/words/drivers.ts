/** What drives a difference, in words: inputs at the ends of their ranges, and stages. */
import type { Driver, Estimate, SplitOf } from "../../scenarios/index.ts";
import { rich, type PlanName, type Rich } from "./rich.ts";
import type { TableData } from "./tables.ts";
import { whenText } from "./time.ts";
import type { Unit } from "./units.ts";
import { countText } from "./decimals.ts";
import type { Notation } from "./notation.ts";

/** A change without the word for its unit: "+13", "−$2.4m". */
export function shortChange(unit: Unit): (value: number) => string {
  return (value) => unit.changeRange(value, value);
}

/** "−3 to 5", or a dash where it isn't known. */
function rangeText(unit: Unit, { low, high }: Estimate): string {
  return low === null || high === null ? "–" : unit.changeRange(low, high);
}

/** The gap at the week, and what moves it most. */
export function inputsSentence(gap: Estimate, drivers: readonly Driver[], unit: Unit, week: number): Rich {
  const change = shortChange(unit);
  const when = whenText(week);
  const [top] = drivers;
  const untold = drivers.filter((driver) => !driver.isTold).length;
  const size = unit.change(gap.value ?? 0);
  if (top === undefined || untold === drivers.length)
    return rich`${when}, the gap is ${size}; no input moves it so far that one could tell.`;
  const ends = `by ${change(top.low.value!)} at the low end of its range, by ${change(top.high.value!)} at the high end`;
  const rest = untold === 0 ? "" : ` ${untold} of these ${drivers.length} can’t be told from 0.`;
  return rich`${when}, the gap is ${size}. “${top.input.label}” moves it most: ${ends}.${rest}`;
}

export function inputsTable(
  drivers: readonly Driver[],
  unit: Unit,
  valued: (value: number, unit: string) => string,
): TableData {
  const change = shortChange(unit);
  return {
    caption: "Change of the gap when one input moves: mean of the paired runs, and its 95% interval",
    heads: ["Input", "Grade", "Low end", "Change", "95%", "High end", "Change", "95%", ""],
    rows: drivers.map(({ input, low, high, isTold }) => [
      input.label,
      input.grade,
      valued(input.low, input.unit),
      change(low.value!),
      rangeText(unit, low),
      valued(input.high, input.unit),
      change(high.value!),
      rangeText(unit, high),
      isTold ? "" : "can’t be told from 0",
    ]),
  };
}

/** What a split is of: "Problems first minus Platform first", "Problems first against doing nothing". */
export function splitName(of: SplitOf, a: PlanName, b: PlanName, isPaired: boolean): Rich {
  if (!isPaired) return rich`${b} against doing nothing`;
  if (of === "difference") return rich`${b} minus ${a}`;
  return rich`${of === "a" ? a : b} against doing nothing`;
}

interface Part extends Estimate {
  readonly label: string;
}

/** The total at the week, and the stages that make most of it. */
export function stagesSentence(total: Estimate, parts: readonly Part[], unit: Unit, week: number): Rich {
  const change = shortChange(unit);
  const sorted = parts.toSorted((x, y) => Math.abs(y.value!) - Math.abs(x.value!));
  const [first, second] = sorted.filter(({ value }) => value !== 0);
  const when = whenText(week);
  const size = unit.change(total.value!);
  if (first === undefined) return rich`${when}, no stage makes any difference.`;
  const most = `${first.label.toLowerCase()} ${change(first.value!)}`;
  const next = second === undefined ? "" : `, ${second.label.toLowerCase()} ${change(second.value!)}`;
  return rich`${when}, ${size} in all: ${most}${next}.`;
}

export function stagesTable(total: Part, parts: readonly Part[], unit: Unit): TableData {
  const change = shortChange(unit);
  return {
    caption: "What each stage brings, averaged over all orders of adding them, and its 95% interval",
    heads: ["Stage", "Brings", "95%"],
    rows: [...parts, total].map((part) => [part.label, change(part.value!), rangeText(unit, part)]),
  };
}

/** The difference on a stand-in, and in the company itself, where both are known. */
export interface StandInGap {
  readonly standIn: number;
  readonly company: number;
}

/** What the numbers rest on; a stand-in's own difference beside the company's. */
export function basisSentence(
  runs: number,
  employees: number,
  isStandIn: boolean,
  notation: Notation,
  gap?: { readonly of: StandInGap; readonly unit: Unit },
): string {
  const people = countText(employees, notation);
  const means = `Means of ${runs} paired runs on ${isStandIn ? "a stand-in of" : "all"} ${people} employees. Lines in ink: 95% intervals.`;
  if (!isStandIn) return means;
  if (gap === undefined)
    return `${means} A stand-in is only roughly the company: look at the order more than at the sizes.`;
  const change = shortChange(gap.unit);
  return `${means} The stand-in’s gap is ${change(gap.of.standIn)} where the company’s is ${change(gap.of.company)}: look at the order more than at the sizes.`;
}
