/** What moves a difference: every assumption at both ends of its range, one at a time, the strongest again with more runs. */
import { series, type Intervention, type Parameters } from "../../engine/index.ts";
import { pairedTasks, type EvaluatePlans, type Setting } from "../paired.ts";
import { meanEstimate, type Estimate } from "../student.ts";
import { lessColumn, plansOfPair, type DriverQuestion } from "./pair.ts";
import { driverInputs, type DriverInput } from "./ranges.ts";

export interface InputsQuestion extends DriverQuestion {
  /** The week that the screening ranks by. */
  readonly week: number;
  /** Replicates of the screening, at least 1; the runs that are shown are others. */
  readonly screenRuns: number;
  /** Assumptions that are run again. */
  readonly most: number;
}

/** What the difference becomes at an assumption's ends: by replicate, then week. */
export interface MovedInput {
  readonly input: DriverInput;
  readonly low: readonly Float64Array[];
  readonly high: readonly Float64Array[];
}

export interface InputDrivers {
  readonly question: InputsQuestion;
  readonly employees: number;
  /** Assumptions screened. */
  readonly screened: number;
  /** The difference as the document has it: by replicate, then week. */
  readonly gaps: readonly Float64Array[];
  readonly inputs: readonly MovedInput[];
}

/** An assumption at one week. */
export interface Driver {
  readonly input: DriverInput;
  /** Change of the difference at each end: mean of the paired runs, interval of 95%. */
  readonly low: Estimate;
  readonly high: Estimate;
  /** From the lowest to the highest of the two ends and no change. */
  readonly span: number;
  /** Whether either end's interval leaves out 0. */
  readonly isTold: boolean;
}

/** Runs of plans that a question takes, twins included. */
export function inputRuns(setting: Setting, { runs, screenRuns, most }: InputsQuestion): number {
  const count = driverInputs(setting.document).length;
  return 3 * (screenRuns * (1 + 2 * count) + runs * (1 + 2 * Math.min(most, count)));
}

/** Screens all assumptions and runs the strongest again. @throws InputError at names the company lacks */
export async function inputDrivers(
  setting: Setting,
  question: InputsQuestion,
  evaluate: EvaluatePlans,
): Promise<InputDrivers> {
  const { screenRuns, runs, week, most } = question;
  const all = driverInputs(setting.document);
  const plans = plansOfPair(setting, question.pair);
  const ask = (inputs: readonly DriverInput[], from: number, to: number): Promise<Moved> =>
    moved(setting, plans, question, inputs, [from, to], evaluate);
  const screening = await ask(all, 0, screenRuns);
  const strongest = strongestOf(screening, week).slice(0, most);
  // Other replicates than those that chose: an assumption that was lucky once isn't lucky again.
  const { gaps, inputs } = await ask(strongest, screenRuns, screenRuns + runs);
  return {
    question,
    employees: setting.organisation.company.employeeCount,
    screened: all.length,
    gaps,
    inputs,
  };
}

type Moved = Pick<InputDrivers, "gaps" | "inputs">;

async function moved(
  setting: Setting,
  plans: readonly (readonly Intervention[])[],
  { measure }: InputsQuestion,
  inputs: readonly DriverInput[],
  [from, to]: readonly [number, number],
  evaluate: EvaluatePlans,
): Promise<Moved> {
  const changes: Partial<Parameters>[] = [
    {},
    ...inputs.flatMap(({ name, low, high }) => [{ [name]: low }, { [name]: high }]),
  ];
  const replicates = Array.from({ length: to - from }, (_, i) => from + i);
  const variants = changes.map((change) => ({ plans, changes: change }));
  const tasks = replicates.flatMap((replicate) => pairedTasks(setting, replicate, variants));
  const kept = await evaluate(tasks, (trace) => series(trace, measure).slice());
  const columnsOf = (row: number): Float64Array[] =>
    replicates.map((_, i) => {
      const [a, b] = kept[i * changes.length + row];
      return lessColumn(b, a);
    });
  return {
    gaps: columnsOf(0),
    inputs: inputs.map((input, i) => ({ input, low: columnsOf(1 + 2 * i), high: columnsOf(2 + 2 * i) })),
  };
}

/** Assumptions by how far their means move the difference; intervals of so few runs would say nothing. */
function strongestOf({ gaps, inputs }: Moved, week: number): DriverInput[] {
  const meanOf = (columns: readonly Float64Array[]): number =>
    columns.reduce((sum, column, i) => sum + column[week] - gaps[i][week], 0) / columns.length;
  const spans = inputs.map(({ input, low, high }) => ({ input, span: spanOf(meanOf(low), meanOf(high)) }));
  return spans.toSorted(widestFirst).map(({ input }) => input);
}

/** From the lowest to the highest of two changes and none. */
function spanOf(low: number, high: number): number {
  return Math.max(0, low, high) - Math.min(0, low, high);
}

function widestFirst(a: Pick<Driver, "input" | "span">, b: Pick<Driver, "input" | "span">): number {
  return b.span - a.span || (a.input.name < b.input.name ? -1 : 1);
}

/** The difference at a week, and the assumptions by how much they move it. */
export function driversAt(
  drivers: Moved,
  week: number,
): { readonly gap: Estimate; readonly drivers: readonly Driver[] } {
  return { gap: meanEstimate(drivers.gaps.map((gap) => gap[week])), drivers: driversOf(drivers, week) };
}

function driversOf({ gaps, inputs }: Moved, week: number): Driver[] {
  const changeOf = (columns: readonly Float64Array[]): Estimate =>
    meanEstimate(columns.map((column, i) => column[week] - gaps[i][week]));
  const found = inputs.map(({ input, low, high }) => driverOf(input, changeOf(low), changeOf(high)));
  return found.toSorted(widestFirst);
}

function driverOf(input: DriverInput, low: Estimate, high: Estimate): Driver {
  return {
    input,
    low,
    high,
    span: spanOf(low.value!, high.value!),
    isTold: isBeside(low) || isBeside(high),
  };
}

/** Whether an interval is known and leaves out 0. */
export function isBeside({ low, high }: Estimate): boolean {
  return low !== null && high !== null && (low > 0 || high < 0);
}
