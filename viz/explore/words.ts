/** Explore in words: names of inputs and outputs, headings that state what was found, values of points. */
import { MEASURES, PARAMETERS, type Parameter } from "../../engine/index.ts";
import type { StudyTable } from "../../scenarios/exploration/index.ts";
import { outputsOf } from "../../scenarios/studies/outputs.ts";
import { wilson } from "../../scenarios/wilson.ts";
import type { Analysed, Question } from "../../workers/studies/explorer.ts";
import type { SensitivityBar, SensitivityData } from "../charts/sensitivity.tsx";
import { counted } from "../words/counted.ts";
import { countText, fixedText, significantText } from "../words/decimals.ts";
import { notationOf, type Notation } from "../words/notation.ts";
import { rich, type PlanName, type Rich } from "../words/rich.ts";
import { unitOf, type Unit } from "../words/units.ts";

const ROWS = new Map<string, Parameter>(PARAMETERS.map((row) => [row.name, row]));

/** An input's label, with its unit where it has one worth naming. */
export function factorLabel(name: string): string {
  return ROWS.get(name)?.label ?? name;
}

export function factorText(name: string, value: number, notation: Notation): string {
  if (ROWS.get(name)?.unit === "switch") return value === 1 ? "on" : "off";
  return significantText(value, 3, notation);
}

export function planNameOf(table: StudyTable, plan: number): PlanName {
  return { name: table.plans[plan].name, plan };
}

/** How the numbers of a study's table are written: as its document has it. */
export function tableNotation(table: StudyTable | null): Notation {
  return notationOf(table?.study?.document ?? {});
}

interface OutputWords {
  readonly label: string;
  readonly unit: Unit;
}

/** What an output is called and how its values are written. */
export function outputWords(table: StudyTable, name: string): OutputWords {
  const notation = tableNotation(table);
  const known = table.study === null ? undefined : outputsOf(table.study).find((each) => each.name === name);
  const measure = known?.measure ?? MEASURES.find((row) => row.name === name.split("@")[0]);
  if (measure === undefined) return { label: name, unit: unitOf("index", notation) };
  const asked = table.study?.outputs.find(
    (each) => typeof each !== "string" && "name" in each && each.name === name,
  );
  const take = asked !== undefined && typeof asked !== "string" ? asked.take : undefined;
  const kind = known?.unit ?? measure.unit;
  const week = /@(\d+)$/.exec(name)?.[1];
  const label =
    take !== undefined && take !== "at" && take !== "trace"
      ? `${measure.label}, ${TAKEN[take]}`
      : week === undefined
        ? measure.label
        : `${measure.label} in week ${week}`;
  return { label, unit: unitOf(kind, notation) };
}

const TAKEN = {
  mean: "mean",
  sum: "sum",
  least: "least",
  most: "most",
  "first week above": "first week above a level",
} as const;

/** "in 78% of runs (71–84%)". */
function aheadText(
  { share, count }: { readonly share: number; readonly count: number },
  notation: Notation,
): string {
  if (share === 1) return `in every run, at ${counted(countText(count, notation), "point")}`;
  const [low, high] = wilson(share * count, count);
  const sign = notation.percent;
  return `in ${percent(share)}${sign} of runs (${percent(low)}–${percent(high)}${sign})`;
}

export function percent(share: number): string {
  return String(Math.round(share * 100));
}

/** The place's headline. */
export function headlineOf(
  table: StudyTable,
  { a, b }: Question,
  ahead: { readonly share: number; readonly count: number },
): Rich {
  const notation = tableNotation(table);
  const plan = planNameOf(table, b);
  if (ahead.count === 0) return rich`No point matches: widen an input`;
  if (a === null) return rich`${plan} ends above zero ${aheadText(ahead, notation)}`;
  const other = planNameOf(table, a);
  if (ahead.share < 0.5)
    return rich`${other} beats ${plan} ${aheadText({ ...ahead, share: 1 - ahead.share }, notation)}`;
  return rich`${plan} beats ${other} ${aheadText(ahead, notation)}`;
}

/** What the headline counts. */
export function basisOf(table: StudyTable, output: string, chosen: number): string {
  const { pointCount, replicates, study } = table;
  const notation = tableNotation(table);
  const last = study === null ? "" : ` at week ${study.document.weeks}`;
  const label = outputWords(table, output).label.toLowerCase();
  const match =
    chosen === pointCount
      ? `all ${countText(pointCount, notation)} points`
      : `${countText(chosen, notation)} of ${countText(pointCount, notation)} points match the inputs chosen`;
  const luck =
    replicates === 1 ? "one run each" : `${replicates} replicates each, with the same luck at every point`;
  return `By ${label}${last}; ${match}, ${luck}. The interval of 95% counts points; it says what more of them would change.`;
}

/** Heading and sentence of what matters. */
export function mattersWords(
  table: StudyTable,
  { a, b, output }: Question,
  found: Analysed,
): { heading: Rich; sentence: Rich } {
  const bars = found.analysis.factors.length === 0 ? [] : sensitivityOf(table, output, found).bars;
  const [first] = bars;
  const heading =
    first === undefined ? rich`Nothing varies` : rich`What matters most: ${lowered(first.label)}`;
  const notation = tableNotation(table);
  const plan = planNameOf(table, b);
  const what =
    a === null
      ? rich`of ${plan}’s ${outputWords(table, output).label.toLowerCase()}`
      : rich`of the difference between ${plan} and ${planNameOf(table, a)}`;
  const seed = found.seedShare.value;
  const luck =
    seed === null
      ? rich`How much is luck can’t be told from one replicate.`
      : rich`Luck alone makes ${percent(seed)}${notation.percent} of all variance.`;
  return {
    heading,
    sentence: rich`${meaningOf(found, notation)} ${what}, all inputs in their whole ranges. ${luck}`,
  };
}

function meaningOf({ analysis, points }: Analysed, notation: Notation): string {
  switch (analysis.form) {
    case "shares of variance":
      return "Share of variance, dark alone, light with others,";
    case "elementary effects":
      return "Mean size of an elementary effect";
    case "main effects":
      return "Effect from the low end to the high end";
    default:
      return `Rank correlation with the others held still, over ${countText(points, notation)} points,`;
  }
}

/** The bars, largest first; lines are intervals of 95%. */
export function sensitivityOf(table: StudyTable, output: string, { analysis }: Analysed): SensitivityData {
  const { unit } = outputWords(table, output);
  const notation = tableNotation(table);
  const change = (value: number): string => unit.change(value);
  switch (analysis.form) {
    case "shares of variance":
      return {
        axisText: (value, isTop) => `${percent(value)}${isTop ? notation.percent : ""}`,
        bars: analysis.factors
          .map(({ name, first, total }) =>
            bar(
              name,
              total,
              shareText(first.value ?? 0, total.value ?? 0, notation.percent),
              first.value ?? 0,
            ),
          )
          .toSorted(bySize),
      };
    case "elementary effects":
      return {
        axisText: (value) => unit.changeAxis(value).replace("+", ""),
        bars: analysis.factors
          .map(({ name, muStar }) => bar(name, muStar, unit.gap(muStar.value ?? 0)))
          .toSorted(bySize),
      };
    case "main effects":
      return {
        axisText: (value) => unit.changeAxis(value),
        bars: analysis.factors.map((each) => bar(each.name, each, change(each.value ?? 0))).toSorted(bySize),
      };
    default:
      return {
        axisText: (value) => fixedText(value, 1, notation),
        bars: analysis.factors
          .map((each) => bar(each.name, each, fixedText(each.value ?? 0, 2, notation)))
          .toSorted(bySize),
      };
  }
}

/** "61% (58 alone)" */
function shareText(alone: number, whole: number, sign: string): string {
  const text = `${percent(whole)}${sign}`;
  return percent(alone) === percent(whole) ? text : `${text} (${percent(alone)} alone)`;
}

interface Known {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

function bar(name: string, { value, low, high }: Known, text: string, alone?: number): SensitivityBar {
  const isNothing = low !== null && high !== null && low <= 0 && high >= 0;
  const said = value === null ? "not known" : isNothing ? "not distinguishable from 0" : text;
  return { label: factorLabel(name), alone, whole: value ?? 0, low, high, text: said };
}

function bySize(one: SensitivityBar, other: SensitivityBar): number {
  return Math.abs(other.whole) - Math.abs(one.whole);
}

/** A label inside a sentence. */
export function lowered(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

export function durationText(millis: number): string {
  const seconds = Math.ceil(millis / 1000);
  if (seconds < 90) return `${seconds} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} minutes` : `${(minutes / 60).toFixed(1)} hours`;
}
