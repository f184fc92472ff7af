/** A decision for people: sentences first, then the tables they are taken from. */
import type { Estimate } from "../../scenarios/index.ts";
import {
  DECISION_HEADINGS,
  decisionSentences,
  type BreakEven,
  type Decision,
  type DecisionWords,
} from "../../scenarios/decisions/index.ts";
import type { Layout } from "../../scenarios/studies/index.ts";
import { decisionWords } from "../words/decisions.ts";
import { outputWidth } from "./output.ts";
import { linesOf, tableBlocks } from "./table.ts";

/** Rows of one table, the first its head. */
interface DecisionTable {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

const ABOUT =
  "Every point counts alike, whatever the design; intervals of 95% tell what further points would change, not whether the model is right.";

/** What is decided on, over which points, and what the intervals mean. */
export function decisionHead(
  { study, experiment, replicates }: Layout,
  { output }: DecisionWords,
): [string, string, string] {
  return [
    `${study.name}: a decision on ${output}`,
    `${experiment.points.length} points (${study.design.kind}), ${replicates} replicates, seed ${study.seed}`,
    ABOUT,
  ];
}

export function decisionText(layout: Layout, output: string, decision: Decision): string {
  const width = outputWidth();
  const words = decisionWords(layout, output);
  const sentences = decisionSentences(decision, words);
  const parts = [
    decisionHead(layout, words).flatMap((line) => linesOf(line, width)),
    ...(Object.keys(DECISION_HEADINGS) as (keyof typeof DECISION_HEADINGS)[]).map((key) => [
      DECISION_HEADINGS[key],
      ...sentences[key].flatMap((sentence) => linesOf(sentence, width)),
    ]),
    ...decisionTables(decision, words).map(({ title, rows }) => [
      title,
      ...tableBlocks(rows, width).flatMap((block) => [...block]),
    ]),
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** The tables of a decision as text. */
export function decisionTables(decision: Decision, words: DecisionWords): DecisionTable[] {
  return [
    robustnessTable(decision, words),
    ...decision.rivals.map(({ rival, breakEvens }) => breakEvenTable(rival, breakEvens, decision, words)),
    informationTable(decision, words),
  ].filter(({ rows }) => rows.length > 1);
}

function robustnessTable({ robustness, threshold }: Decision, words: DecisionWords): DecisionTable {
  const { value } = words;
  const estimate = (each: Estimate): string => estimateText(each, words);
  const index = (each: number | null): string => (each === null ? "–" : each.toFixed(2).replace("-", "−"));
  const columns = robustness.map((row) => [
    words.planName(row.plan),
    estimate(row.mean),
    value(row.worst),
    value(row.best),
    value(row.hurwicz),
    estimate(row.worstTenth),
    estimate(row.meanRegret),
    estimate(row.regret90),
    value(row.worstRegret),
    value(row.undesirableDeviations),
    words.number(row.meanVariance),
    index(row.skewness),
    index(row.peakedness),
    shareText(row.satisfactory, words),
  ]);
  const heads = [
    "over all points",
    "mean",
    "worst",
    "best",
    "half worst, half best",
    "one point in ten is below",
    "mean regret",
    "one point in ten has more regret than",
    "worst regret",
    "the worse half is below the median by",
    "(mean + 1) ÷ (spread + 1)",
    "skewness towards better",
    "peakedness",
    `share of points with ${value(threshold)} or more`,
  ];
  return {
    title: "Regret and satisficing, as defined by McPhail et al. (2018)",
    rows: heads.map((head, i) => [head, ...columns.map((column) => column[i])]),
  };
}

function breakEvenTable(
  rival: string,
  breakEvens: readonly BreakEven[],
  { chosen }: Decision,
  words: DecisionWords,
): DecisionTable {
  const [a, b] = [words.planName(chosen), words.planName(rival)];
  return {
    title: `Mean lead of ${a} over ${b} along each assumption, and where it turns`,
    rows: [
      ["assumption", "from", "lead there", "to", "lead there", "turns at", "certainty"],
      ...breakEvens.map(({ factor, at, crossings, certainty, ends, range }) => [
        factor,
        words.number(range[0]),
        words.value(ends[0]),
        words.number(range[1]),
        words.value(ends[1]),
        at === null
          ? crossings.length === 0
            ? "never"
            : crossings.map(words.number).join(", ")
          : turnCell(at, words),
        words.share(certainty),
      ]),
    ],
  };
}

function turnCell({ value, low, high }: Estimate, { number }: DecisionWords): string {
  return low === null || high === null
    ? number(value!)
    : `${number(value!)} (${number(low)} to ${number(high)})`;
}

function informationTable({ information }: Decision, words: DecisionWords): DecisionTable {
  const rows = [{ name: "all together", ...information.all }, ...information.factors];
  return {
    title: "Value of knowing before choosing",
    rows: [
      ["assumption", "worth", "verdict"],
      ...rows.map((each) => [
        each.name,
        estimateText(each, words),
        each.low === null || each.low > 0 ? "worth knowing" : "not distinguishable from 0",
      ]),
    ],
  };
}

function estimateText({ value, low, high }: Estimate, words: DecisionWords): string {
  if (value === null) return "unknown";
  return low === null || high === null || low === high
    ? words.value(value)
    : `${words.value(value)} (${words.range(low, high)})`;
}

function shareText({ value, low, high }: Estimate, { share }: DecisionWords): string {
  return `${share(value!)} (${share(low!)} to ${share(high!)})`;
}
