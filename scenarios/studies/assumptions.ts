/** What an assumption may be: its row in the table of parameters, and why a value isn't one of it. */
import { PARAMETERS, type Parameter } from "../../engine/index.ts";
import { inputError } from "../errors.ts";

/** The table's row of an assumption. @throws InputError of an unknown name */
export function rowOf(name: string): Parameter {
  const row = PARAMETERS.find((each) => each.name === name);
  if (row === undefined) throw inputError("unknown assumption", "", name);
  return row;
}

/** Why a value isn't one of an assumption's; undefined if it is. */
export function valueFault(row: Parameter, value: number): string | undefined {
  if (row.unit === "switch") return value === 0 || value === 1 ? undefined : "not 0 or 1";
  if (!(value >= row.low && value <= row.high)) return `not in [${row.low}, ${row.high}]`;
  return row.unit !== "people" || Number.isInteger(value) ? undefined : "not a whole number";
}
