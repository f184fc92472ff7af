/** How a study's outputs, numbers and plans are written, in the terminal and on the page alike. */
import type { MeasureUnit } from "../../engine/index.ts";
import type { DecisionWords } from "../../scenarios/decisions/index.ts";
import type { Layout } from "../../scenarios/studies/index.ts";
import { percent, type NumberWords } from "../../scenarios/words.ts";
import { formatOf } from "../terminal/format.ts";
import { significantText } from "./decimals.ts";
import { notationOf, writtenText, type Notation } from "./notation.ts";

type Parts = Pick<Layout, "study" | "outputs">;

export function decisionWords(parts: Parts, output: string): DecisionWords {
  const { document } = parts.study;
  const format = formatOf(document);
  const unit = outputUnit(parts, output);
  return {
    output: outputLabel(parts, output),
    value: (value) => format.value(value, unit),
    range: (low, high) => format.range(low, high, unit),
    ...numberWords(notationOf(document)),
    planName: (id) => document.plans.find((plan) => plan.id === id)?.name ?? id,
  };
}

/** Shares and numbers in a document's signs. */
export function numberWords(notation: Notation): NumberWords {
  return {
    share: (share) => `${writtenText(percent(share).slice(0, -1), notation)}${notation.percent}`,
    number: (value) => significantText(value, 3, notation),
  };
}

/** The unit of an output's values. */
export function outputUnit({ outputs }: Pick<Parts, "outputs">, output: string): MeasureUnit {
  return outputs.find(({ name }) => name === output)?.unit ?? "weeks";
}

/** The label of an output's measure. */
function outputLabel({ outputs }: Parts, output: string): string {
  const found = outputs.find(({ name }) => name === output);
  return found === undefined || found.name !== found.measure.name
    ? output
    : found.measure.label.toLowerCase();
}
