/** Library plans cut to a company's size: communities in proportion to its people, experts within two to six. */
import type { Intervention } from "../engine/index.ts";
import { interventionsOf } from "./patterns/plans.ts";

/** The headcount that the library's plans are written for. */
const REFERENCE_EMPLOYEES = 10_000;
/** A center of excellence has two to six experts, as the source says (claim M5). */
const EXPERTS = { usual: 4, least: 2, most: 6 } as const;

/** Experts of a company's center: 4 at 10,000 employees, in proportion, 2 to 6. */
export function expertsFor(employees: number): number {
  return Math.min(EXPERTS.most, Math.max(EXPERTS.least, proportionate(EXPERTS.usual, employees)));
}

/**
 * A library plan as a company of this size would do it within the horizon; at 10,000 employees it is the library's
 * own. @throws RangeError at an unknown plan
 */
export function sizedPlan(id: string, employees: number, weeks: number): Intervention[] {
  return interventionsOf(id)
    .filter(({ week }) => week < weeks)
    .map((item) => {
      if (item.kind === "center") return { ...item, experts: expertsFor(employees) };
      if (item.kind !== "communities" || item.count === undefined) return item;
      return { ...item, count: Math.max(1, proportionate(item.count, employees)) };
    });
}

function proportionate(count: number, employees: number): number {
  return Math.round((count * employees) / REFERENCE_EMPLOYEES);
}
