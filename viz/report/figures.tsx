/** The figures of a study's report: what matters between two plans, and where each of them wins. */
import type { JSX } from "preact";
import {
  pairPoints,
  phaseMapOf,
  readableStrips,
  smoothShares,
  stripOf,
  type PhaseMap,
  type Strip,
  type StudyTable,
} from "../../scenarios/exploration/index.ts";
import type { PairFinding } from "../../scenarios/studies/index.ts";
import { PAGE } from "../charts/palette.ts";
import { PhaseMapMarks } from "../charts/phase-map.tsx";
import { sensitivityHeight, SensitivityMarks } from "../charts/sensitivity.tsx";
import { ticksOf } from "../explore/axis-ticks.ts";
import { factorLabel, mattersWords, sensitivityOf, tableNotation } from "../explore/words.ts";
import { plain } from "../words/rich.ts";

/** One figure, ready to be set. */
export interface ReportFigure {
  readonly heading: string;
  readonly sentence: string;
  readonly label: string;
  readonly height: number;
  readonly marks: JSX.Element;
}

export const WIDTH = 880;
const MAP_HEIGHT = 430;

/** What drives the difference of two plans, by the design's own analysis. */
export function mattersFigure(
  table: StudyTable,
  output: string,
  pair: PairFinding,
): ReportFigure | undefined {
  if (pair.analysis.factors.length === 0) return undefined;
  const placeOf = (id: string): number => table.plans.findIndex((plan) => plan.id === id);
  const found = { ...pair, points: table.pointCount };
  const { heading, sentence } = mattersWords(
    table,
    { output, a: placeOf(pair.a), b: placeOf(pair.b) },
    found,
  );
  const data = sensitivityOf(table, output, found);
  const size = { width: WIDTH, height: sensitivityHeight(data) };
  return {
    heading: plain(heading),
    sentence: plain(sentence),
    label: data.bars.map(({ label, text }) => `${label} ${text}`).join("; "),
    height: size.height,
    marks: <SensitivityMarks data={data} size={size} palette={PAGE} />,
  };
}

/** Where each of two plans wins over two factors; undefined with fewer than two that vary. */
export function mapFigure(
  table: StudyTable,
  values: readonly Float64Array[],
  pair: PairFinding,
): ReportFigure | undefined {
  const [a, b] = [pair.a, pair.b].map((id) => table.plans.findIndex((plan) => plan.id === id));
  const varying = byWeight(pair)
    .map((name) => table.factors.find((factor) => factor.name === name))
    .filter((factor) => factor !== undefined)
    .map(stripOf)
    .filter(({ binCount }) => binCount > 1);
  if (varying.length < 2) return undefined;
  const [x, y] = readableStrips(varying.slice(0, 2), table.pointCount);
  const marks = new Uint8Array(table.pointCount).fill(1);
  const map = phaseMapOf(x, y, pairPoints(values[a], values[b], table.replicates), marks);
  const [nameA, nameB] = [table.plans[a].name, table.plans[b].name];
  const size = { width: WIDTH, height: MAP_HEIGHT };
  const sentence = mapSentence(map, x, y, nameA, nameB);
  return {
    heading: `Where ${nameB} beats ${nameA}`,
    sentence,
    label: sentence,
    height: size.height,
    marks: (
      <PhaseMapMarks
        data={{
          ...map,
          smooth: smoothShares(map),
          a,
          b,
          aText: `${nameA} wins`,
          bText: `${nameB} wins`,
          xLabel: factorLabel(x.name),
          yLabel: factorLabel(y.name),
          xTicks: ticksOf(x, tableNotation(table)),
          yTicks: ticksOf(y, tableNotation(table)),
          selected: null,
          selectedText: "",
        }}
        size={size}
        palette={PAGE}
      />
    ),
  };
}

/** Factors by what the design's analysis gives them, most first. */
function byWeight({ analysis }: PairFinding): string[] {
  const weightOf = (factor: (typeof analysis.factors)[number]): number => {
    if ("total" in factor) return factor.total.value ?? 0;
    if ("muStar" in factor) return factor.muStar.value ?? 0;
    return Math.abs(factor.value ?? 0);
  };
  return analysis.factors.toSorted((x, y) => weightOf(y) - weightOf(x)).map(({ name }) => name);
}

function mapSentence({ verdicts }: PhaseMap, x: Strip, y: Strip, nameA: string, nameB: string): string {
  const count = (verdict: string): number => verdicts.filter((each) => each === verdict).length;
  const shown = verdicts.length - count("empty");
  return (
    `${nameB} wins ${count("b")} of ${shown} cells by ${factorLabel(x.name).toLowerCase()} and ` +
    `${factorLabel(y.name).toLowerCase()}, ${nameA} ${count("a")}; ${count("undecided")} are undecided (hatched: the interval ` +
    `of 95% covers even odds). The line is even odds.`
  );
}
