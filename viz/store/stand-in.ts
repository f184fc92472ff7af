/** A document about a firm of at most a thousand employees that stands in for a larger one while something is dragged. */
import type { MeasureName } from "../../engine/index.ts";
import { parametersOf, type Document, type DocumentIntervention } from "../../scenarios/index.ts";
import { employeeCount } from "./company-commands.ts";

export const STAND_IN_EMPLOYEES = 1000;

export interface StandIn {
  readonly document: Document;
  /** Employees of the firm for each of the stand-in's. */
  readonly scale: number;
}

/** Counts and costs that don't grow with the number of employees shrink with it. */
export function standInOf(document: Document): StandIn {
  const count = employeeCount(document);
  if (count <= STAND_IN_EMPLOYEES) return { document, scale: 1 };
  const share = STAND_IN_EMPLOYEES / count;
  const { councilHours, measurementUsd } = parametersOf(document, 0);
  const company = { ...document.company, employees: STAND_IN_EMPLOYEES };
  return {
    scale: count / STAND_IN_EMPLOYEES,
    document: {
      ...document,
      company,
      assumptions: {
        ...document.assumptions,
        councilHours: councilHours * share,
        measurementUsd: measurementUsd * share,
      },
      plans: document.plans.map((plan) => ({
        ...plan,
        interventions: plan.interventions.map((step) => smaller(step, share)),
      })),
    },
  };
}

function smaller(step: DocumentIntervention, share: number): DocumentIntervention {
  if (step.kind === "communities" && step.count !== undefined) {
    return { ...step, count: Math.max(1, Math.round(step.count * share)) };
  }
  return step.kind === "center" ? { ...step, experts: step.experts * share } : step;
}

/** Measures that are counted over the firm, not a head. */
const COUNTED: ReadonlySet<MeasureName> = new Set<MeasureName>([
  "npv",
  "netValue",
  "valuePerWeek",
  "cost",
  "frictionWeeksSaved",
  "practicesInUse",
]);

/** What a measure of the stand-in is multiplied by. */
export function scaleOfMeasure(measure: MeasureName, scale: number): number {
  return COUNTED.has(measure) ? scale : 1;
}
