/** Further measures by name, for whoever wants to check a pattern that is not in the table. */
import { MEASURE_INDEX, type MeasureName } from "../../engine/index.ts";
import { inputError } from "../errors.ts";
import { planById } from "../library/plans.ts";
import { meanOver, type Laboratory } from "./laboratory.ts";

/** A measure of a library plan, averaged over weeks `from` to `to`. */
export interface Wanted {
  readonly text: string;
  readonly plan: string;
  readonly measure: MeasureName;
  readonly from: number;
  readonly to: number;
}

const FORM = /^([\w-]+)\/(\w+)@(\d{1,4})(?:-(\d{1,4}))?$/;
const LAST_WEEK = 208;

/** Reads "problems-first/deepShare@157-208" or "…@208". @throws InputError */
export function readWanted(text: string): Wanted {
  const [, plan, measure, first, last] = FORM.exec(text) ?? [];
  if (plan === undefined) throw inputError("invalid measure", "not PLAN/MEASURE@WEEK or @FROM-TO", text);
  if (!planById(plan)) throw inputError("unknown plan", "", plan);
  if (!(measure in MEASURE_INDEX)) throw inputError("unknown measure", "", measure);
  const from = Number(first);
  const to = Number(last ?? first);
  if (from > to || to > LAST_WEEK)
    throw inputError("invalid weeks", `not in [0, ${LAST_WEEK}], ascending`, text);
  return { text, plan, measure: measure as MeasureName, from, to };
}

export function measureWanted(laboratory: Laboratory, wanted: readonly Wanted[]): Record<string, number> {
  return Object.fromEntries(
    wanted.map(({ text, plan, measure, from, to }) => [
      text,
      meanOver(laboratory.runLibrary(plan), measure, from, to),
    ]),
  );
}
