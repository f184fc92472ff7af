/** Which stages make a difference: it is split exactly, by Shapley values over every combination of kinds of steps. */
import { canonicalText, series, type Intervention } from "../../engine/index.ts";
import { shapleyDesign, type Attribution, type Design } from "../designs/index.ts";
import { pairedTasks, partsOf, type EvaluatePlans, type Setting } from "../paired.ts";
import { plansOfPair, type DriverQuestion } from "./pair.ts";

/** A kind of step; what ends a kind belongs to it. */
export type StageKind = Exclude<Intervention["kind"], "stop">;

/** Whose value is split: plan b's less plan a's, or one plan's less doing nothing. */
export type SplitOf = "difference" | "a" | "b";

export interface StageSplit {
  readonly question: DriverQuestion;
  readonly employees: number;
  /** Kinds of steps of either plan, by the week in which they first begin. */
  readonly kinds: readonly StageKind[];
  readonly design: Design<"shapley", Attribution>;
  /** By combination of kinds (bit i of its index = kind i): the run of what is left of each plan. */
  readonly runOf: Readonly<Record<"a" | "b", readonly number[]>>;
  /** By run, then replicate, then week. */
  readonly columns: readonly (readonly Float64Array[])[];
}

/** Plans of one task: so few that a task is soon over, so many that the twin hardly counts. */
const PLANS_PER_TASK = 8;

interface Variants {
  readonly kinds: readonly StageKind[];
  readonly plans: readonly (readonly Intervention[])[];
  readonly runOf: StageSplit["runOf"];
}

/** Runs of plans that a split takes, twins included. @throws InputError at names the company lacks */
export function stageRuns(setting: Setting, { pair, runs }: DriverQuestion): number {
  const { plans } = variantsOf(plansOfPair(setting, pair));
  return runs * (plans.length + Math.ceil(plans.length / PLANS_PER_TASK));
}

/**
 * Runs every combination of stages of both plans.
 * @throws InputError at names the company lacks, RangeError without stages or with more than 12
 */
export async function stageSplit(
  setting: Setting,
  question: DriverQuestion,
  evaluate: EvaluatePlans,
): Promise<StageSplit> {
  const { pair, measure, runs } = question;
  const { kinds, plans, runOf } = variantsOf(plansOfPair(setting, pair));
  const design = shapleyDesign(kinds, runs);
  const parts = partsOf(plans, PLANS_PER_TASK);
  const replicates = Array.from({ length: runs }, (_, replicate) => replicate);
  const tasks = replicates.flatMap((replicate) => pairedTasks(setting, replicate, parts));
  const kept = await evaluate(tasks, (trace) => series(trace, measure).slice());
  const columns: Float64Array[][] = plans.map(() => []);
  for (const [i, { spec }] of tasks.entries()) {
    const from = (i % parts.length) * PLANS_PER_TASK;
    for (const [n, column] of kept[i].entries()) columns[from + n][spec.replicate] = column;
  }
  return { question, employees: setting.organisation.company.employeeCount, kinds, design, runOf, columns };
}

/** What each stage brings at a week; the values add up to the total. */
export function splitAt({ design, runOf, columns }: StageSplit, of: SplitOf, week: number): Attribution {
  const outputs = design.rows.flatMap((_, row) =>
    Array.from({ length: design.replicates }, (_run, replicate) => {
      const value = (side: "a" | "b"): number => columns[runOf[side][row]][replicate][week];
      return of === "difference" ? value("b") - value("a") : value(of);
    }),
  );
  return design.analyse({ kind: design.kind, design: design.id, outputs });
}

/** All that can be left of two plans when kinds of steps are left out, each once. */
function variantsOf(pair: readonly (readonly Intervention[])[]): Variants {
  const kinds = kindsOf(pair);
  const texts = new Map(pair.flat().map((step) => [step, canonicalText(step)]));
  const places = new Map<string, number>();
  const plans: (readonly Intervention[])[] = [];
  const [a, b] = pair.map((plan) =>
    Array.from({ length: 2 ** kinds.length }, (_, row) => {
      const left = plan.filter((step) => ((row >> kinds.indexOf(stageOf(step))) & 1) === 1);
      const text = left.map((step) => texts.get(step)).join();
      const place = places.get(text) ?? plans.push(left) - 1;
      places.set(text, place);
      return place;
    }),
  );
  return { kinds, plans, runOf: { a, b } };
}

function stageOf(step: Intervention): StageKind {
  return step.kind === "stop" ? step.what : step.kind;
}

function kindsOf(pair: readonly (readonly Intervention[])[]): StageKind[] {
  const [a, b] = pair;
  // Plan b's order, since it is the one explained; then what only plan a has.
  const steps = [...b.toSorted((x, y) => x.week - y.week), ...a.toSorted((x, y) => x.week - y.week)];
  return [...new Set(steps.map(stageOf))];
}
