/** How two documents differ, in words: every field, every assumption, every plan. */
import { PARAMETERS } from "../../engine/index.ts";
import { canonicalText } from "../../engine/index.ts";
import { planDifference, type Document } from "../../scenarios/index.ts";
import { unitName } from "../words/notation.ts";

/** One sentence a difference, b seen from a; empty if both ask the same. */
export function documentDifference(a: Document, b: Document): string[] {
  const { company: companyA, assumptions: assumptionsA, plans: plansA, shocks: shocksA, ...fieldsA } = a;
  const { company: companyB, assumptions: assumptionsB, plans: plansB, shocks: shocksB, ...fieldsB } = b;
  const labels = new Map(
    PARAMETERS.map((row) => [row.name as string, `${row.label} (${unitName(row.unit, b)})`]),
  );
  return [
    ...fieldDifferences(fieldsA, fieldsB, (key) => key),
    ...fieldDifferences(companyA, companyB, (key) => `company ${key}`),
    ...fieldDifferences(assumptionsA, assumptionsB, (key) => labels.get(key) ?? key),
    ...listDifference("shock", shocksA, shocksB),
    ...plansDifference(plansA, plansB),
  ];
}

function fieldDifferences(a: object, b: object, labelOf: (key: string) => string): string[] {
  const [fieldsA, fieldsB] = [a, b] as Record<string, unknown>[] as [
    Record<string, unknown>,
    Record<string, unknown>,
  ];
  const keys = [...new Set([...Object.keys(fieldsA), ...Object.keys(fieldsB)])];
  return keys
    .filter((key) => textOf(fieldsA[key]) !== textOf(fieldsB[key]))
    .map((key) => `${labelOf(key)}: ${textOf(fieldsA[key])} → ${textOf(fieldsB[key])}`);
}

const TEXT_LENGTH = 80;

function textOf(value: unknown): string {
  if (value === undefined) return "not given";
  if (typeof value === "object" && value !== null && "low" in value && "high" in value) {
    return `${String(value.low)} to ${String(value.high)}`;
  }
  const text = canonicalText(value);
  return text.length > TEXT_LENGTH ? `${text.slice(0, TEXT_LENGTH)}…` : text;
}

function listDifference(word: string, a: readonly object[], b: readonly object[]): string[] {
  const textsA = a.map(canonicalText);
  const textsB = b.map(canonicalText);
  return [
    ...textsA.filter((text) => !textsB.includes(text)).map((text) => `without ${word} ${text}`),
    ...textsB.filter((text) => !textsA.includes(text)).map((text) => `with ${word} ${text}`),
  ];
}

function plansDifference(a: Document["plans"], b: Document["plans"]): string[] {
  const gone = a.filter((plan) => !b.some(({ id }) => id === plan.id));
  const added = b.filter((plan) => !a.some(({ id }) => id === plan.id));
  const changed = a.flatMap((plan) => {
    const other = b.find(({ id }) => id === plan.id);
    if (other === undefined) return [];
    const renamed = other.name === plan.name ? [] : [`is called "${other.name}"`];
    return [...renamed, ...planDifference(plan, other)].map((sentence) => `${plan.name}: ${sentence}`);
  });
  return [
    ...gone.map((plan) => `without plan "${plan.name}"`),
    ...added.map((plan) => `with plan "${plan.name}"`),
    ...changed,
  ];
}
