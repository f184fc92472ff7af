/** A document about a firm of at most a thousand employees that stands in for a larger one while something is dragged. */
import { MEASURES, MEASURE_INDEX, type MeasureName } from "../../engine/index.ts";
import {
  parametersOf,
  type Document,
  type DocumentCompany,
  type DocumentIntervention,
} from "../../scenarios/index.ts";
import { libraryCompany } from "./company.ts";
import { STAND_IN_EMPLOYEES } from "./sketch.ts";

/** A thousand employees of three roles make four communities of some 250, two of them of one role. */
const ROLES = 3;
const NUMBERED = Array.from({ length: ROLES }, (_, i) => `Role ${i + 1}`);

export interface StandIn {
  readonly document: Document;
  /** Employees of the firm for each of the stand-in's. */
  readonly scale: number;
}

/** For a firm of `count` employees. Counts and costs that don't grow with the number of employees shrink with it. */
export function standInOf(document: Document, count: number): StandIn {
  if (count <= STAND_IN_EMPLOYEES) return { document, scale: 1 };
  const share = STAND_IN_EMPLOYEES / count;
  const { councilHours, measurementUsd, projectsPerThousand, frictionUsdPerWeek } = parametersOf(
    { ...document, uncertainty: "chance" },
    0,
  );
  const company = { ...document.company, employees: STAND_IN_EMPLOYEES, ...rolesOf(document) };
  return {
    scale: count / STAND_IN_EMPLOYEES,
    document: {
      ...document,
      company,
      assumptions: {
        ...document.assumptions,
        councilHours: councilHours * share,
        measurementUsd: measurementUsd * share,
        // As many projects to learn from as the whole firm has, each worth as much less.
        projectsPerThousand: projectsPerThousand / share,
        frictionUsdPerWeek: frictionUsdPerWeek * share,
      },
      plans: document.plans.map((plan) => ({
        ...plan,
        interventions: plan.interventions.map((step) => smaller(step, share)),
      })),
    },
  };
}

/** So few roles that their communities are as large as the firm's, the one that sells among them. */
function rolesOf(document: Document): Pick<DocumentCompany, "roles" | "salesLikeRole"> {
  const given = { ...libraryCompany(document)?.company, ...document.company };
  const { roles, salesLikeRole } = given;
  if (roles === undefined) return { roles: NUMBERED, salesLikeRole: null };
  const largest = roles.slice(0, ROLES);
  if (salesLikeRole === undefined || salesLikeRole === null) return { roles: largest, salesLikeRole: null };
  const kept = largest.includes(salesLikeRole) ? largest : [...largest.slice(0, ROLES - 1), salesLikeRole];
  return { roles: kept, salesLikeRole };
}

function smaller(step: DocumentIntervention, share: number): DocumentIntervention {
  if (step.kind === "communities" && step.count !== undefined) {
    return { ...step, count: Math.max(1, Math.round(step.count * share)) };
  }
  return step.kind === "center" ? { ...step, experts: step.experts * share } : step;
}

/** What a measure of the stand-in is multiplied by: what is counted over the firm, not a head, grows with it. */
export function scaleOfMeasure(measure: MeasureName, scale: number): number {
  const { unit } = MEASURES[MEASURE_INDEX[measure]];
  return unit === "USD" || unit === "count" ? scale : 1;
}
