/** How often a plan wins, and by how much, at the week line. */
import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { PAGE } from "../charts/palette.ts";
import { DOTS, WinsMarks, type WinsData } from "../charts/wins.tsx";
import { money, planA, planB, runCount, valueAtWeek } from "../store/comparison.ts";
import { isPaired, pair, week } from "../store/view.ts";
import { quantilesOf } from "../store/statistics.ts";
import { description } from "../words/charts.ts";
import { rich } from "../words/rich.ts";
import { verdictOf } from "../words/verdict.ts";
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
  quantiles: quantilesOf(valueAtWeek.value, DOTS),
  above: pair.value.b,
  below: pair.value.a,
  axisText: money.value.changeAxis,
}));

const words = computed(() =>
  winsWords(verdictOf(valueAtWeek.value, planA.value, planB.value), planB.value, week.value),
);

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
      heading={<Sentence of={heading} />}
      sentence={sentence}
      table={{ name: "the dots", data: () => winsTable(valueAtWeek.value, money.value) }}
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
