/** What stories are told from: the page's runs or a results file, behind one face. */
import type { MeasureName } from "../../engine/index.ts";
import type { Result, Spread, WeekSpread } from "../../scenarios/index.ts";
import { columnOf, columnsOf, differencesAt, type Sample } from "./sample.ts";
import { lastingWeeks, spreadOf, winShare } from "./statistics.ts";

/** One plan minus another, run by run. */
export interface StoryDifference {
  readonly spread: Spread;
  /** Share of runs with the one above the other, ties counting half. */
  readonly share: number;
}

/** Plans are given by their places in the document; undefined = the results don't hold it. */
export interface StoryResults {
  readonly runs: number;
  readonly spreadAt: (plan: number, measure: MeasureName, week: number) => Spread | undefined;
  readonly differenceAt: (
    one: number,
    other: number,
    measure: MeasureName,
    week: number,
  ) => StoryDifference | undefined;
  readonly paybackOf: (plan: number) => WeekSpread | undefined;
}

/** The runs the page shows at this moment. */
export function resultsOfSample(sample: Sample): StoryResults {
  const { replicates } = sample;
  if (replicates.length === 0) return NO_RESULTS;
  return {
    runs: replicates.length,
    spreadAt: (plan, measure, week) =>
      spreadOf(Float64Array.from(replicates, (_, i) => columnOf(sample, plan, measure, i)[week])),
    differenceAt: (one, other, measure, week) => {
      const differences = differencesAt(sample, { a: other, b: one }, measure, week);
      return { spread: spreadOf(differences), share: winShare(differences) };
    },
    paybackOf: (plan) => lastingWeeks(columnsOf(sample, plan, "netValue")),
  };
}

/** Before the first run. */
export const NO_RESULTS: StoryResults = {
  runs: 0,
  spreadAt: () => undefined,
  differenceAt: () => undefined,
  paybackOf: () => undefined,
};

/** A results file: what `groundwork run --json` writes. */
export function resultsOfFile(result: Result): StoryResults {
  return {
    runs: result.runs,
    spreadAt: (plan, measure, week) => {
      const bands = result.plans[plan].measures[measure];
      return bands && { p5: bands.p5[week], p50: bands.p50[week], p95: bands.p95[week] };
    },
    differenceAt: (one, other, measure, week) => fileDifference(result, one, other, measure, week),
    paybackOf: (plan) => result.plans[plan].final.paybackWeek,
  };
}

/** A file holds each pair once, the later plan minus the earlier. */
function fileDifference(
  { plans, differences }: Result,
  one: number,
  other: number,
  measure: MeasureName,
  week: number,
): StoryDifference | undefined {
  const isTurned = one < other;
  const [a, b] = isTurned ? [plans[one].id, plans[other].id] : [plans[other].id, plans[one].id];
  const found = differences.find((row) => row.a === a && row.b === b && row.measure === measure);
  if (found === undefined) return undefined;
  const [p5, p50, p95] = [found.p5[week], found.p50[week], found.p95[week]];
  const share = found.probabilityBBeatsA[week];
  if (!isTurned) return { spread: { p5, p50, p95 }, share };
  return { spread: { p5: -p95, p50: -p50, p95: -p5 }, share: 1 - share };
}
