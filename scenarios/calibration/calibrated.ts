/** A posterior as assumptions: the middle 90% of each as a document's range, or whole sets that keep what goes together. */
import { PARAMETERS, type Parameters } from "../../engine/index.ts";
import { checkDocument } from "../document.ts";
import type { Document } from "../schema.ts";
import { cumulative, placeOf } from "./kernel.ts";
import type { OwnCalibration } from "./own-data.ts";

/**
 * The document under what the data leave: ranges are drawn from evenly and each on its own, so what the posterior knows
 * of two assumptions together is lost. Switches take the likelier value, counts of people whole numbers.
 */
export function calibratedDocument(
  document: Document,
  { factors }: Pick<OwnCalibration, "factors">,
): Document {
  const assumptions = factors.map(({ name, p5, p50, p95 }) => {
    const unit = PARAMETERS.find((row) => row.name === name)?.unit;
    if (unit === "switch") return [name, Math.round(p50)] as const;
    const rounded = unit === "people" ? Math.round : short;
    return [name, { low: rounded(p5), high: rounded(p95) }] as const;
  });
  return checkDocument({
    ...document,
    assumptions: { ...document.assumptions, ...Object.fromEntries(assumptions) },
  });
}

/** Four digits are more than a posterior knows. */
function short(value: number): number {
  return Number(value.toPrecision(4));
}

/** Sets of assumptions, equally likely, drawn evenly over the weights: what a search can be robust over. */
export function posteriorMembers(
  { factors, fitted, values }: OwnCalibration,
  count: number,
): { assumptions: Partial<Parameters> }[] {
  const ends = cumulative(fitted.posterior.weights);
  return Array.from({ length: count }, (_, i) => {
    const own = values[placeOf(ends, (i + 0.5) / count)];
    return { assumptions: Object.fromEntries(factors.map(({ name }, j) => [name, own[j]])) };
  });
}
