/** How far each assumption may move from where a document has it: its own range, else what its grade leaves plausible. */
import { PARAMETERS, type Grade, type Parameter, type ParameterName } from "../../engine/index.ts";
import { companyById } from "../library/companies.ts";
import { PLAUSIBLE_SHARES } from "../plausible.ts";
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

/** The plausible ends around a value: the shares of its grade, within the table's bounds. */
export function rangeOf(
  row: Parameter,
  value: number | { readonly low: number; readonly high: number },
): { readonly low: number; readonly high: number } | undefined {
  if (typeof value === "object")
    return value.low < value.high ? { low: value.low, high: value.high } : undefined;
  if (row.unit === "switch" || value === 0) return undefined;
  const [least, most] = PLAUSIBLE_SHARES[row.grade];
  const [low, high] = [Math.max(row.low, value * least), Math.min(row.high, value * most)];
  const whole = row.unit === "people" ? { low: Math.round(low), high: Math.round(high) } : { low, high };
  return whole.low < whole.high ? whole : undefined;
}
