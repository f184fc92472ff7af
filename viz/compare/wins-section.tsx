/** How often a plan wins, and by how much, at the week line. */
import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { PAGE } from "../charts/palette.ts";
import type { Figure } from "../figures/figure.ts";
import { DOTS } from "../charts/dots.ts";
import { WinsMarks, type WinsData } from "../charts/wins.tsx";
import {
  money,
  planA,
  planB,
  runCount,
  valueCounts,
  valueDots,
  valueSpreadAtWeek,
} from "../store/comparison.ts";
import { isPaired, pair, week } from "../store/view.ts";
import { description } from "../words/charts.ts";
import { plain, rich } from "../words/rich.ts";
import { verdictOfCounts } from "../words/verdict.ts";
import { winsTable, winsWords } from "../words/wins.ts";
import { Frame } from "./frame.tsx";
import { Section } from "./section.tsx";
import { Sentence } from "./sentence.tsx";
import { Waiting } from "./waiting.tsx";

const HEIGHT = 116;
/** The large number and what stands below it. */
const WORDS_HEIGHT = 94;

const ALONE = rich`There is one plan: it takes a second to win.`;

const data = computed<WinsData>(() => ({
  quantiles: valueDots.value,
  above: pair.value.b,
  below: pair.value.a,
  axisText: money.value.changeAxis,
}));

const words = computed(() =>
  winsWords(verdictOfCounts(valueCounts.value, planA.value, planB.value), planB.value, week.value),
);

export const winsFigure: Figure = {
  name: "wins",
  title: () => plain(words.value.heading),
  sentence: () => rich`${words.value.count} ${words.value.below} ${words.value.sentence}`,
  label: () => description("Fifty runs by their difference", words.value.count, []),
  basis: "medians",
  isReady: () => isPaired.value && runCount.value > 0,
  height: () => HEIGHT,
  draw: (size, palette) => <WinsMarks data={data.value} size={size} palette={palette} />,
  numbers: () => ({
    heads: ["share of runs below", "difference in net value"],
    rows: data.value.quantiles.map((value, i) => [(i + 0.5) / DOTS, value]),
  }),
};

export function WinsSection(): JSX.Element {
  const { heading, sentence, count, below } = words.value;
  if (runCount.value === 0 || !isPaired.value) {
    return (
      <Section heading={<Sentence of={heading} />} sentence={isPaired.value ? [] : ALONE}>
        <Waiting height={HEIGHT + WORDS_HEIGHT} isSilent />
      </Section>
    );
  }
  return (
    <Section
      figure={winsFigure}
      heading={<Sentence of={heading} />}
      sentence={sentence}
      table={{
        name: "the dots",
        data: () => winsTable(valueCounts.value, valueSpreadAtWeek.value, money.value),
      }}
    >
      <p class="count">
        <Sentence of={count} />
      </p>
      <p class="sentence">
        <Sentence of={below} />
      </p>
      <Frame height={HEIGHT} label={description("Fifty runs by their difference", count, [])}>
        {(size) => <WinsMarks data={data.value} size={size} palette={PAGE} />}
      </Frame>
    </Section>
  );
}
