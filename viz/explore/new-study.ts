/** A study of the open document, as it is asked for on the page. */
import { signal } from "@preact/signals";
import { PARAMETERS, type MeasureName, type ParameterName } from "../../engine/index.ts";
import type { Document } from "../../scenarios/index.ts";
import { PLAUSIBLE_FACTORS } from "../../scenarios/plausible.ts";
import { checkStudy, type Study } from "../../scenarios/studies/index.ts";
import { employeeCount } from "../store/company.ts";
import { metricName } from "../store/view.ts";

export type DesignKind = "sobol" | "saltelli" | "latin hypercube" | "morris trajectories";

export const DESIGNS: readonly {
  readonly kind: DesignKind;
  readonly label: string;
  readonly counts: string;
}[] = [
  { kind: "sobol", label: "Sobol’s sequence: even cover", counts: "Points" },
  { kind: "saltelli", label: "Saltelli’s rows: shares of variance", counts: "Base points, a power of two" },
  { kind: "latin hypercube", label: "Latin hypercube", counts: "Points" },
  { kind: "morris trajectories", label: "Morris’s trajectories: screening", counts: "Trajectories" },
];

export interface Factor {
  readonly name: ParameterName;
  readonly low: number;
  readonly high: number;
}

/** What the reader asks for. */
export interface Wish {
  readonly factors: readonly Factor[];
  readonly design: DesignKind;
  readonly points: number;
  readonly replicates: number;
  readonly employees: number;
}

/** What varies unless the document says: what decides most in the plausible space (docs/orders.md). */
const USUAL: readonly ParameterName[] = ["attendanceFrequency", "attendanceScale", "founderUtility"];
const EMPLOYEES_USUAL = 1000;
const OUTPUTS: readonly MeasureName[] = ["netValue", "deepShare", "weeklyActiveShare", "engagement", "cost"];

export const wish = signal<Wish | null>(null);

/** The wish a document suggests: its own ranges, or else what decides most. */
export function suggested(document: Document): Wish {
  const ranged = Object.entries(document.assumptions).flatMap(([name, value]) =>
    typeof value === "object" ? [{ name: name as ParameterName, low: value.low, high: value.high }] : [],
  );
  return {
    factors: ranged.length > 1 ? ranged : USUAL.map(plausible),
    design: "sobol",
    points: 128,
    replicates: 4,
    employees: Math.min(EMPLOYEES_USUAL, employeeCount(document)),
  };
}

/** An assumption over its plausible range. */
export function plausible(name: ParameterName): Factor {
  const known = PLAUSIBLE_FACTORS.find((factor) => factor.name === name);
  const row = PARAMETERS.find((each) => each.name === name)!;
  const { low, high } = known ?? row;
  return { name, low: Number(low.toPrecision(3)), high: Number(high.toPrecision(3)) };
}

/** A document of so many employees, whose other ranges stand still at what is usual. */
export function withoutFactors(document: Document, factors: readonly Factor[], employees: number): Document {
  const names = new Set<string>(factors.map(({ name }) => name));
  const assumptions = Object.fromEntries(
    Object.entries(document.assumptions).filter(
      ([name, value]) => !names.has(name) && typeof value === "number",
    ),
  );
  return { ...document, assumptions, company: { ...document.company, employees } };
}

/** The study asked for. @throws InputError at what can't be one */
export function studyOf(document: Document, { factors, design, points, replicates, employees }: Wish): Study {
  const count = design === "morris trajectories" ? { blocks: points } : { points };
  return checkStudy({
    study: 1,
    name: document.name,
    document: withoutFactors(document, factors, employees),
    factors: factors.map((factor) => ({ ...factor, distribution: "uniform" })),
    design: { kind: design, ...count },
    replicates,
    outputs: [...new Set<MeasureName>([...OUTPUTS, metricName.peek()])],
    seed: document.seed,
  });
}
