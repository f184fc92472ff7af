/** A study's table as one explores it: factors by point, outputs by plan and run, whoever simulated or read them. */
import { InputError } from "../errors.ts";
import { layoutOf } from "../studies/layout.ts";
import type { Study } from "../studies/study.ts";

export interface StudyTable {
  readonly name: string;
  /** The study the table answers; null for a list of numbers without one. */
  readonly study: Study | null;
  readonly pointCount: number;
  /** Runs of every point; run = point · replicates + replicate. */
  readonly replicates: number;
  readonly plans: readonly TablePlan[];
  readonly factors: readonly TableFactor[];
  /** Names of the outputs. */
  readonly outputs: readonly string[];
}

export interface TablePlan {
  readonly id: string;
  readonly name: string;
}

export interface TableFactor {
  readonly name: string;
  /** Whether equal ratios are equally far apart. */
  readonly isLog: boolean;
  /** By point. */
  readonly values: Float64Array;
}

/** A study's table before any of its runs is known. @throws InputError at a study that can't be laid out, or looks for a precision */
export function tableOf(study: Study): StudyTable {
  const { replicates } = study;
  if (typeof replicates !== "number")
    throw new InputError(
      "invalid replicates; not a number, as this place needs: a precision is looked for in a folder",
    );
  const layout = layoutOf(study);
  const { experiment, outputs } = layout;
  const logs = logFactors(study);
  return {
    name: study.name,
    study,
    pointCount: experiment.points.length,
    replicates,
    plans: study.document.plans.map(({ id, name }) => ({ id, name })),
    factors: experiment.factors.map((name: string, j) => ({
      name,
      isLog: logs.has(name),
      values: Float64Array.from(experiment.points, (point) => point[j]),
    })),
    outputs: outputs.map(({ name }) => name),
  };
}

/** Names of the factors whose ratios are equally likely. */
export function logFactors(study: Study | null): ReadonlySet<string> {
  const found = study?.factors.filter(({ distribution }) => distribution === "log uniform") ?? [];
  return new Set(found.map(({ name }) => name));
}
