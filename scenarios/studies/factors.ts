/** A study's factors as a design knows them, and what is wrong with them by the table of parameters. */
import type { Factor } from "../designs/index.ts";
import type { Path } from "../json.ts";
import { rowOf, valueFault } from "./assumptions.ts";
import type { StudyFactor } from "./schema.ts";

export interface FactorFault {
  /** From the factor on. */
  readonly path: Path;
  readonly why: string;
  readonly value: unknown;
}

/** A study's factors as designs take them. */
export function designFactors({ factors }: { readonly factors: readonly StudyFactor[] }): Factor[] {
  return factors.map(designFactor);
}

/** A distribution as a design takes it; a range of whole numbers is the list of them. */
function designFactor(factor: StudyFactor): Factor {
  const row = rowOf(factor.name);
  const { name } = factor;
  switch (factor.distribution) {
    case "values":
      return { name, values: factor.values };
    case "log uniform":
      return { name, low: factor.low, high: factor.high, scale: "log" };
    case "triangular":
      return { name, low: factor.low, mode: factor.mode, high: factor.high };
    case "normal":
      return { name, mean: factor.mean, sd: factor.sd, low: row.low, high: row.high };
    default:
      if (row.unit !== "people") return { name, low: factor.low, high: factor.high };
      return {
        name,
        values: Array.from({ length: factor.high - factor.low + 1 }, (_, i) => factor.low + i),
      };
  }
}

/** Everything wrong with a factor that a single field can't show. */
export function factorFaults(factor: StudyFactor): FactorFault[] {
  const row = rowOf(factor.name);
  const { distribution } = factor;
  const isWhole = row.unit === "people" || row.unit === "switch";
  if (isWhole && distribution !== "values" && !(distribution === "uniform" && row.unit === "people")) {
    const wanted = row.unit === "switch" ? "a switch takes values" : "whole numbers take uniform or values";
    return [{ path: ["distribution"], why: wanted, value: distribution }];
  }
  const faults = numbersOf(factor).flatMap(([path, value]) => {
    const why = valueFault(row, value);
    return why === undefined ? [] : [{ path, why, value }];
  });
  if ("low" in factor && factor.low > factor.high)
    faults.push({ path: ["low"], why: `above high (${factor.high})`, value: factor.low });
  if ("mode" in factor && !(factor.mode >= factor.low && factor.mode <= factor.high))
    faults.push({ path: ["mode"], why: `not in [${factor.low}, ${factor.high}]`, value: factor.mode });
  return faults;
}

/** Every number that has to be a value of the assumption. */
function numbersOf(factor: StudyFactor): (readonly [Path, number])[] {
  if (factor.distribution === "values")
    return factor.values.map((value, i): readonly [Path, number] => [["values", i], value]);
  if (factor.distribution === "normal") return [[["mean"], factor.mean]];
  return [
    [["low"], factor.low],
    [["high"], factor.high],
  ];
}
