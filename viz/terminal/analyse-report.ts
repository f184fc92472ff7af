/** A study's findings for people: a table an output, bars for shares of variance, sentences for two plans. */
import type { MeasureUnit } from "../../engine/index.ts";
import type { Estimate } from "../../scenarios/index.ts";
import type { Finding, Layout, OutputFindings, PairFinding, Reached } from "../../scenarios/studies/index.ts";
import { outputUnit } from "../words/decisions.ts";
import { atMostText, fixedText } from "../words/decimals.ts";
import type { Notation } from "../words/notation.ts";
import { formatOf, type Format } from "./format.ts";
import { measured, reachedText, UNKNOWN } from "./reached.ts";
import { tableLines } from "./table.ts";

const BAR = 30;
/** So many that are all ahead have an interval above a half. */
const DECIDING_REPLICATES = 4;

export function findingsText(
  layout: Layout,
  findings: readonly OutputFindings[],
  reached: Reached | undefined,
): string {
  const { study, experiment, replicates } = layout;
  const { kind } = study.design;
  const format = formatOf(study.document);
  const lines = [
    `${study.name}: ${experiment.points.length} points (${kind}), ${replicates} replicates, seed ${study.seed}`,
    ...(reached === undefined ? [] : [reachedText(layout, reached)]),
    "Intervals of 95% in brackets; they tell what more points would change, not whether the model is right.",
    ...findings.flatMap((found) => outputLines(layout, found, format)),
  ];
  return `${lines.join("\n")}\n`;
}

function outputLines(layout: Layout, { output, plans, pairs }: OutputFindings, format: Format): string[] {
  const unit = outputUnit(layout, output);
  const nameOf = (id: string): string =>
    layout.study.document.plans.find((plan) => plan.id === id)?.name ?? id;
  return [
    "",
    output,
    ...plans.flatMap((found) => ["", `  ${nameOf(found.plan)}`, ...findingLines(found, unit, format)]),
    ...pairs.flatMap((pair) => [
      "",
      `  ${nameOf(pair.b)} against ${nameOf(pair.a)}`,
      ...pairLines(pair, nameOf, unit, format, layout.replicates),
      ...findingLines(pair, unit, format),
    ]),
  ];
}

function findingLines({ seedShare, mean, analysis }: Finding, unit: MeasureUnit, format: Format): string[] {
  const head = [
    `    mean ${mean === null ? UNKNOWN : format.value(mean, unit)} · due to the seed alone: ${percent(seedShare, format.notation)}`,
  ];
  return [...head, ...indented(analysisRows(analysis, unit, format))];
}

/** Where no factor has a figure, there is nothing to tell them by. */
function indented([head, ...rows]: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  if (rows.every((cells) => cells.slice(1).every((cell) => cell === "" || cell === UNKNOWN)))
    return ["    nothing to tell the factors by: all points alike, or too few of them"];
  return tableLines([head, ...rows]).map((line) => `    ${line}`);
}

function analysisRows(analysis: Finding["analysis"], unit: MeasureUnit, format: Format): string[][] {
  switch (analysis.form) {
    case "shares of variance":
      return [
        ["factor", "█ alone, ░ with others", "alone", "with others"],
        ...analysis.factors
          .toSorted((a, b) => (b.total.value ?? 0) - (a.total.value ?? 0))
          .map(({ name, first, total }) => [
            name,
            bar(first.value, total.value),
            digits(first, format.notation),
            digits(total, format.notation),
          ]),
        ...analysis.pairs.map(({ names, second }) => [
          names.join(" × "),
          "",
          digits(second, format.notation),
          "both together",
        ]),
      ];
    case "elementary effects":
      return [
        ["factor", "size of an effect", "mean effect", "spread of effects"],
        ...analysis.factors
          .toSorted((a, b) => (b.muStar.value ?? 0) - (a.muStar.value ?? 0))
          .map(({ name, muStar, mu, sigma }) => [
            name,
            ...[muStar, mu, sigma].map((each) => measured(each, unit, format)),
          ]),
      ];
    case "main effects":
      return [
        ["factor", "main effect, low to high"],
        ...analysis.factors
          .toSorted((a, b) => Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0))
          .map((each) => [each.name, `${measured(each, unit, format)}${nothing(each)}`]),
      ];
    default:
      return correlationRows(analysis, format);
  }
}

/** Correlations beside PAWN's distances, which see what is no correlation, too. */
function correlationRows(
  { factors, pawn }: Extract<Finding["analysis"], { form: "rank correlations" }>,
  format: Format,
) {
  const distanceOf = (name: string): string[] => {
    if (pawn === null) return [];
    const found = pawn.factors.find((each) => each.name === name);
    return [found === undefined ? UNKNOWN : digits(found.median, format.notation)];
  };
  return [
    ["factor", "partial rank correlation", ...(pawn === null ? [] : ["PAWN, median distance"])],
    ...factors
      .toSorted((a, b) => Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0))
      .map((each) => [
        each.name,
        `${digits(each, format.notation)}${nothing(each)}`,
        ...distanceOf(each.name),
      ]),
    ...(pawn === null || factors.length === 0
      ? []
      : [["a dummy", "", digits(pawn.dummy.median, format.notation)]]),
  ];
}

function pairLines(
  pair: PairFinding,
  nameOf: (id: string) => string,
  unit: MeasureUnit,
  format: Format,
  replicates: number,
): string[] {
  const { a, b, difference, probabilityBBeatsA, aAhead, bAhead, undecided } = pair;
  const counts = `${bAhead} for ${nameOf(b)}, ${aAhead} for ${nameOf(a)}, ${undecided} undecided`;
  return [
    `    difference ${measured(difference, unit, format)} · ahead in ${percent(probabilityBBeatsA, format.notation)} of runs`,
    `    points: ${replicates < DECIDING_REPLICATES ? `undecided, which takes ${DECIDING_REPLICATES} replicates or more` : counts}`,
  ];
}

/** First-order share within the total one; small negative estimates are 0 on paper. */
function bar(first: number | null, total: number | null): string {
  const length = (share: number | null): number => Math.round(BAR * Math.min(1, Math.max(0, share ?? 0)));
  const inner = length(first);
  return "█".repeat(inner) + "░".repeat(Math.max(0, length(total) - inner));
}

function nothing({ low, high }: Estimate): string {
  return low !== null && high !== null && low <= 0 && high >= 0 ? " not distinguishable from 0" : "";
}

function digits({ value, low, high }: Estimate, notation: Notation): string {
  if (value === null) return UNKNOWN;
  const text = (number: number): string => fixedText(number, 2, notation);
  return low === null || high === null ? text(value) : `${text(value)} (${text(low)} to ${text(high)})`;
}

function percent({ value, low, high }: Estimate, notation: Notation): string {
  if (value === null) return UNKNOWN;
  const isNarrow = low !== high && Math.round(100 * low!) === Math.round(100 * high!);
  const parts = isNarrow ? 1000 : 100;
  const sign = notation.percent;
  const text = (share: number): string => atMostText((Math.round(parts * share) * 100) / parts, 1, notation);
  return low === null || high === null
    ? `${text(value)}${sign}`
    : `${text(value)}${sign} (${text(low)}–${text(high)}${sign})`;
}
