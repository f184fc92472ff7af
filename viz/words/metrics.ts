/** The measures one may look at in Compare, with the words that sentences about them need. */
import { MEASURES, MEASURE_INDEX, type Measure, type MeasureName } from "../../engine/index.ts";

export interface Metric {
  readonly name: MeasureName;
  readonly label: string;
  readonly measure: Measure;
  /** "… times as {amount} as": with much or many; empty where a ratio is not told. */
  readonly amount: string;
  /** "… higher in {noun}". */
  readonly noun: string;
  /** What its values are of, after a number. */
  readonly of: string;
  /** Which side wins. */
  readonly isLowerBetter: boolean;
  /** What the leader is from its crossing on. */
  readonly lead: string;
}

// name, times as …, higher in …, of, lead.
// oxfmt-ignore
const ROWS: readonly (readonly [MeasureName, string, string, string, string])[] = [
  ["deepShare", "many employees in deep practice", "deep practice", "of employees", "Ahead"],
  ["registeredShare", "many registered employees", "registration", "of employees", "Ahead"],
  ["weeklyActiveShare", "many weekly users", "weekly use", "of employees", "Ahead"],
  ["shallowShare", "many shallow users", "shallow use", "of employees", "More"],
  ["practicesInUse", "many practices in use", "the number of practices in use", "", "Ahead"],
  ["engagement", "much engagement", "engagement", "on a scale of 0 to 1", "Ahead"],
  ["sponsorSupport", "much executive support", "executive support", "on a scale of 0 to 1", "Ahead"],
  ["valuePerWeek", "much value a week", "value a week", "a week", "Ahead"],
  ["netValue", "much net value", "cumulative net value", "to date", "Ahead"],
  ["cost", "much cost", "cost", "to date", "Cheaper"],
  ["frictionWeeksSaved", "many weeks of review saved", "friction saved", "of review", "Ahead"],
];

export const METRICS: readonly Metric[] = ROWS.map(([name, amount, noun, of, lead]) => {
  const measure = MEASURES[MEASURE_INDEX[name]];
  return { name, label: measure.label, measure, amount, noun, of, lead, isLowerBetter: lead === "Cheaper" };
});

/** Headings of the measures in the chooser, by theme, in the order of the table. */
const THEMES: Readonly<Record<string, string>> = {
  vanity: "Users of the platform",
  practice: "Practice",
  communities: "Communities",
  people: "People",
  sponsors: "Sponsors",
  reviews: "Reviews",
  value: "Value to date",
  cost: "Cost to date",
  totals: "Money in all",
};

export interface MetricGroup {
  readonly label: string;
  readonly metrics: readonly Metric[];
}

/** Every measure once: those with words of their own first, then the others by theme. */
export const METRIC_GROUPS: readonly MetricGroup[] = [
  { label: "Most asked for", metrics: METRICS },
  ...Object.entries(THEMES).map(([theme, label]) => ({
    label,
    metrics: MEASURES.filter(
      (row) => row.theme === theme && !METRICS.some(({ name }) => name === row.name),
    ).map(plainMetric),
  })),
];

/** A measure without words of its own: more of it is neither better nor worse. */
function plainMetric(measure: Measure): Metric {
  const { name, label } = measure;
  const noun = `${label[0].toLowerCase()}${label.slice(1)}`;
  return { name, label, measure, amount: "", noun, of: "", lead: "More", isLowerBetter: false };
}

/** The net value in today's money: what decides which plan wins. */
export const DECIDING: MeasureName = "npv";
export const STATE_MEASURES: readonly MeasureName[] = [
  "stateNoneShare",
  "stateRegisteredShare",
  "stateReaderShare",
  "stateContributorShare",
  "stateDeepShare",
];
/** Measures that only stories name. */
export const TOLD_MEASURES: readonly MeasureName[] = [
  "memberShare",
  "communities",
  "champions",
  "projectReviewDuration",
];
export const VALUE_MEASURES = measuresOf("value");
export const COST_MEASURES = measuresOf("cost");
/** Those of which the mean over runs is shown. */
export const MEAN_MEASURES: readonly MeasureName[] = [...STATE_MEASURES, ...VALUE_MEASURES, ...COST_MEASURES];

function measuresOf(theme: string): MeasureName[] {
  return MEASURES.filter((row) => row.theme === theme).map((row) => row.name);
}

/** The metric of a name, or the first. */
export function metricOf(name: string): Metric {
  const all = METRIC_GROUPS.flatMap(({ metrics }) => metrics);
  return all.find((metric) => metric.name === name) ?? METRICS[0];
}
