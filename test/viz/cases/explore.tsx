/** Every chart of Explore with made-up data: what the golden texts hold, in Node and in every browser. */
import type { JSX } from "preact";
import { Chart } from "../../../viz/charts/chart.tsx";
import { LIGHT } from "../../../viz/charts/palette.ts";
import { PhaseMapMarks } from "../../../viz/charts/phase-map.tsx";
import { ScatterMarks } from "../../../viz/charts/scatter.tsx";
import { SensitivityMarks, sensitivityHeight } from "../../../viz/charts/sensitivity.tsx";
import { SettlingMarks } from "../../../viz/charts/settling.tsx";
import { StripMarks } from "../../../viz/charts/strip.tsx";
import type { ChartCases } from "./cases.ts";

const ticks = [0, 0.5, 1].map((at) => ({ at, text: String(at * 10) }));
const axisText = (value: number, isTop: boolean): string => `${value}${isTop ? " runs" : ""}`;

/** Odds rise from the lower left; a cell has no runs. */
const COLUMNS = 8;
const ROWS = 6;
const odds = Array.from(
  { length: COLUMNS * ROWS },
  (_, cell) => ((cell % COLUMNS) + Math.floor(cell / COLUMNS) + 0.5) / (COLUMNS + ROWS),
);
const phase = {
  columns: COLUMNS,
  rows: ROWS,
  shares: odds.map((share, cell) => (cell === 3 ? NaN : share)),
  smooth: odds,
  verdicts: odds.map((share, cell) =>
    cell === 3 ? "empty" : share < 0.4 ? "a" : share > 0.6 ? "b" : "undecided",
  ),
  a: 0,
  b: 1,
  aText: "Platform first",
  bText: "Problems first",
  xLabel: "How often members of a community meet",
  yLabel: "Help from colleagues",
  xTicks: ticks,
  yTicks: ticks,
  selected: 20,
  selectedText: "42% of 24 runs",
} as const;

const shares = Array.from({ length: 40 }, (_, i) => ((i * 7) % 40) / 40);
const bins = [0.1, 0.3, 0.5, 0.7, 0.9];
const scatter = {
  xs: shares,
  ys: shares.map((share, i) => share * 4 - 1 + (i % 5) * 0.2),
  lower: bins.map((share) => share * 4 - 1),
  middle: bins.map((share, i) => (i === 2 ? NaN : share * 4 - 0.6)),
  upper: bins.map((share) => share * 4 - 0.2),
  xLabel: "How often members of a community meet",
  xTicks: ticks,
  axisText,
  selected: [0.25, 0.4],
} as const;

const sensitivity = {
  bars: [
    {
      label: "How often members of a community meet",
      alone: 0.4,
      whole: 0.6,
      low: 0.5,
      high: 0.7,
      text: "60%",
    },
    { label: "Help from colleagues", alone: undefined, whole: 0.2, low: null, high: null, text: "20%" },
    { label: "Noise", alone: 0, whole: 0.01, low: -0.03, high: 0.05, text: "1%" },
  ],
  axisText,
};

const settling = {
  steps: [4, 16, 64, 256].map((count) => ({
    count,
    mean: 2 + 1 / count,
    low: 2 - 6 / Math.sqrt(count),
    high: 2 + 6 / Math.sqrt(count),
  })),
  axisText,
  countText: (count: number) => `${count} runs`,
};

const strip = {
  all: Array.from({ length: 24 }, (_, i) => 3 + ((i * 5) % 7)),
  marked: Array.from({ length: 24 }, (_, i) => (i > 6 && i < 15 ? 2 : 0)),
  range: [0.25, 0.6],
} as const;

function framed(label: string, width: number, height: number, marks: (size: Size) => JSX.Element) {
  const size = { width, height };
  return () => (
    <Chart size={size} label={label}>
      {marks(size)}
    </Chart>
  );
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export const EXPLORE: ChartCases = {
  "phase-map": framed("A map", 456, 320, (size) => (
    <PhaseMapMarks data={phase} size={size} palette={LIGHT} />
  )),
  scatter: framed("A scatter", 456, 240, (size) => (
    <ScatterMarks data={scatter} size={size} palette={LIGHT} />
  )),
  sensitivity: framed("What matters", 456, sensitivityHeight(sensitivity), (size) => (
    <SensitivityMarks data={sensitivity} size={size} palette={LIGHT} />
  )),
  settling: framed("Settling", 456, 180, (size) => (
    <SettlingMarks data={settling} size={size} palette={LIGHT} />
  )),
  strip: framed("A strip", 240, 40, (size) => <StripMarks data={strip} size={size} palette={LIGHT} />),
};
