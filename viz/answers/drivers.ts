/** What drives the difference on the screen: its two questions, and where their answers stand. */
import { computed, signal } from "@preact/signals";
import {
  driversAt,
  inputDrivers,
  inputRuns,
  splitAt,
  stageRuns,
  stageSplit,
  InputError,
  type Estimate,
  type InputDrivers,
  type InputsQuestion,
  type SplitOf,
  type StageSplit,
} from "../../scenarios/index.ts";
import { sample } from "../store/before.ts";
import { runsHere } from "../store/comparison.ts";
import { document } from "../store/document.ts";
import { planKey } from "../store/keys.ts";
import { differencesAt } from "../store/sample.ts";
import { scaleOfMeasure } from "../store/stand-in.ts";
import { isPaired, metric, pair, week, weeks } from "../store/view.ts";
import { basis } from "./basis.ts";
import { createPageAnswers } from "./pool.ts";
import type { Standing } from "./work.ts";

/** Runs of every combination of stages, and of every input that is shown; few, since they are paired. */
const STAGE_RUNS = 8;
export const INPUT_RUNS = { screenRuns: 2, runs: 12, most: 10 } as const;

export type DriversTab = "inputs" | "stages";
export const tab = signal<DriversTab>("inputs");
/** Whose value the stages split. */
export const splitOf = signal<SplitOf>("difference");

const inputAnswers = createPageAnswers<InputDrivers>();
const stageAnswers = createPageAnswers<StageSplit>();

const driverPair = computed(() => ({ a: isPaired.value ? pair.value.a : null, b: pair.value.b }));
const inputsQuestion = computed<InputsQuestion>(() => ({
  pair: driverPair.value,
  measure: metric.value.name,
  week: week.value,
  ...INPUT_RUNS,
}));
const stagesQuestion = computed(() => ({
  pair: driverPair.value,
  measure: metric.value.name,
  runs: STAGE_RUNS,
}));

/** What an answer depends on beside its kind: the world, both plans, the measure. */
const key = computed(() => {
  const found = basis.value;
  if ("why" in found) return "";
  const { a, b } = driverPair.value;
  const { plans } = document.value;
  return [found.key, a === null ? "nothing" : planKey(plans[a]), planKey(plans[b]), metric.value.name].join(
    "\n",
  );
});

export const inputsStanding = computed<Standing<InputDrivers>>(() => inputAnswers.standingOf(key.value));
export const stagesStanding = computed<Standing<StageSplit>>(() => stageAnswers.standingOf(key.value));

/** Runs of plans the open tab takes, or why it can't be asked. */
export const cost = computed<{ readonly planRuns: number } | { readonly why: string }>(() => {
  const found = basis.value;
  if ("why" in found) return found;
  try {
    const { setting } = found;
    const planRuns =
      tab.value === "inputs"
        ? inputRuns(setting, inputsQuestion.value)
        : stageRuns(setting, stagesQuestion.value);
    return { planRuns };
  } catch (error) {
    if (error instanceof InputError || error instanceof RangeError) return { why: error.message };
    throw error;
  }
});

/** Works out what the open tab shows. */
export function ask(): void {
  const found = basis.peek();
  const counted = cost.peek();
  if ("why" in found || "why" in counted) return;
  const { setting } = found;
  const common = { key: key.peek(), company: setting.organisation.company, ...counted };
  if (tab.peek() === "inputs") {
    const question = inputsQuestion.peek();
    void inputAnswers.start({ ...common, answer: (evaluate) => inputDrivers(setting, question, evaluate) });
  } else {
    const question = stagesQuestion.peek();
    void stageAnswers.start({ ...common, answer: (evaluate) => stageSplit(setting, question, evaluate) });
  }
}

export function cancel(): void {
  (tab.peek() === "inputs" ? inputAnswers : stageAnswers).cancel();
}

/** What a number of the basis is in the company. */
const scale = computed(() => {
  const found = basis.value;
  return "why" in found ? 1 : scaleOfMeasure(metric.value.name, found.scale);
});

function scaled<T extends Estimate>(estimate: T, by: number): T {
  const times = (value: number | null): number | null => (value === null ? null : value * by);
  return { ...estimate, value: times(estimate.value), low: times(estimate.low), high: times(estimate.high) };
}

/** The mean difference in the company's own runs at the week line; undefined without any. */
export const companyGap = computed<number | undefined>(() => {
  if (!isPaired.value || runsHere.value === 0) return undefined;
  const gaps = differencesAt(sample.value, pair.value, metric.value.name, week.value);
  return gaps.reduce((sum, gap) => sum + gap / gaps.length, 0);
});

/** The inputs at the week line; null until they are worked out. */
export const inputsNow = computed(() => {
  const standing = inputsStanding.value;
  if (standing.kind !== "done") return null;
  const { gap, drivers } = driversAt(standing.answer, Math.min(week.value, weeks.value));
  return {
    answer: standing.answer,
    gap: scaled(gap, scale.value),
    drivers: drivers.map((driver) => ({
      ...driver,
      low: scaled(driver.low, scale.value),
      high: scaled(driver.high, scale.value),
    })),
  };
});

/** The stages at the week line; null until they are worked out. */
export const stagesNow = computed(() => {
  const standing = stagesStanding.value;
  if (standing.kind !== "done") return null;
  const of = isPaired.value ? splitOf.value : "difference";
  const { items, total } = splitAt(standing.answer, of, Math.min(week.value, weeks.value));
  return {
    answer: standing.answer,
    of,
    total: scaled(total, scale.value),
    items: items.map((item, i) => ({ ...scaled(item, scale.value), kind: standing.answer.kinds[i] })),
  };
});
