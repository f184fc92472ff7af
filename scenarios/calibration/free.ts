/** The nine free parameters of the model, and the ranges searched: all else comes from the literature or has a switch. */
import type { ParameterName, Parameters } from "../../engine/index.ts";
import { valueAt, type RangeFactor } from "../designs/factors.ts";

interface FreeParameter extends RangeFactor {
  readonly name: ParameterName;
  readonly scale: "log";
}

function free(name: ParameterName, low: number, high: number): FreeParameter {
  return { name, low, high, scale: "log" };
}

/** A factor of about sixteen each, by equal ratios: wide enough that most of it is ruled out. */
export const FREE_PARAMETERS: readonly FreeParameter[] = [
  free("externalProb", 0.001, 0.016),
  free("campaignProb", 0.025, 0.4),
  free("imitationProb", 0.02, 0.32),
  free("contentReward", 0.075, 1),
  free("postProb", 0.04, 0.64),
  free("platformRelevanceLow", 0.025, 0.4),
  free("joinInviteProb", 0.003, 0.048),
  free("attendanceScale", 0.325, 4),
  free("problemValueMedian", 32, 520),
];

/** The assumptions at a point of [0, 1]⁹, rounded to three digits so that what is published is what was run. */
export function assumptionsAt(point: Float64Array): Partial<Parameters> {
  return Object.fromEntries(
    FREE_PARAMETERS.map((factor, j) => [factor.name, Number(valueAt(factor, point[j]).toPrecision(3))]),
  );
}
