/** How far each assumption may move from where a document has it: its own range, else what its grade leaves plausible. */
import { PARAMETERS, type Grade, type ParameterName } from "../../engine/index.ts";
import { companyById } from "../library/known.ts";
import { rangeOf } from "../drawn.ts";
import type { Assumptions, Document } from "../schema.ts";

/** An assumption with the ends of its range, in its own unit. */
export interface DriverInput {
  readonly name: ParameterName;
  readonly label: string;
  readonly unit: string;
  readonly grade: Grade;
  readonly low: number;
  readonly high: number;
}

/** Every assumption that can move; switches can't, nor can what is 0 without a range of its own. */
export function driverInputs({
  assumptions,
  company,
}: Pick<Document, "assumptions" | "company">): DriverInput[] {
  const given: Assumptions = { ...companyById(company.library ?? "")?.assumptions, ...assumptions };
  return PARAMETERS.flatMap((row) => {
    const { name, label, unit, grade } = row;
    const range = rangeOf(row, given[name] ?? row.default);
    return range === undefined ? [] : [{ name, label, unit, grade, ...range }];
  });
}
