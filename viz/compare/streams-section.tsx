/** Where the value of the two plans compared comes from and where its cost goes, at the week line. */
import { computed, type ReadonlySignal } from "@preact/signals";
import type { JSX } from "preact";
import { MEASURES, MEASURE_INDEX, type MeasureName } from "../../engine/index.ts";
import { PAGE } from "../charts/palette.ts";
import { StreamsMarks, streamsHeight, type StreamRow, type StreamsData } from "../charts/streams.tsx";
import type { Figure } from "../figures/figure.ts";
import { costMeans, money, planA, planB, runCount, valueMeans } from "../store/comparison.ts";
import { isPaired, week } from "../store/view.ts";
import { description } from "../words/charts.ts";
import { COST_MEASURES, VALUE_MEASURES } from "../words/metrics.ts";
import { streamName, streamsSentence, streamsTable, widestRows } from "../words/streams.ts";
import { Frame } from "./frame.tsx";
import { Section } from "./section.tsx";
import { Waiting } from "./waiting.tsx";
import { notation } from "../store/notation.ts";

const ROWS = 6;

interface Streams {
  readonly heading: string;
  readonly what: "value" | "cost";
  readonly rows: ReadonlySignal<readonly StreamRow[]>;
  readonly data: ReadonlySignal<StreamsData>;
}

const HEIGHT = streamsHeight(ROWS, 2);

function streamsOf(
  { heading, what }: Pick<Streams, "heading" | "what">,
  measures: readonly MeasureName[],
  means: typeof valueMeans,
): Streams {
  const rows = computed<readonly StreamRow[]>(() =>
    measures.map((name, i) => ({
      name: streamName(name, MEASURES[MEASURE_INDEX[name]].label),
      values: means.value.map((one) => one.means[i][week.value]),
    })),
  );
  const data = computed<StreamsData>(() => ({
    rows: widestRows(rows.value, ROWS),
    plans: means.value.map(({ plan }) => plan.plan),
    valueText: money.value.short,
  }));
  return { heading, what, rows, data };
}

const valueStreams = streamsOf(
  { heading: "Where does the value come from?", what: "value" },
  VALUE_MEASURES,
  valueMeans,
);
const costStreams = streamsOf({ heading: "Where does the cost go?", what: "cost" }, COST_MEASURES, costMeans);

export const valueFigure = figureOf(valueStreams);
export const costFigure = figureOf(costStreams);

function figureOf({ heading, what, rows, data }: Streams): Figure {
  const sentence = computed(() => streamsSentence(rows.value, planB.value, what, week.value, notation.value));
  return {
    name: what,
    title: () => heading,
    sentence: () => sentence.value,
    label: () => description(heading, sentence.value, []),
    basis: "means",
    isReady: () => runCount.value > 0,
    height: () => HEIGHT,
    draw: (size, palette) => <StreamsMarks data={data.value} size={size} palette={palette} />,
    numbers: () => ({
      heads: [what, ...planTitles()],
      rows: rows.value.map((row) => [row.name, ...row.values]),
    }),
  };
}

function planTitles(): string[] {
  return isPaired.value ? [planB.value.name, planA.value.name] : [planB.value.name];
}

export function ValueSection(): JSX.Element {
  return <StreamsSection streams={valueStreams} figure={valueFigure} />;
}

export function CostSection(): JSX.Element {
  return <StreamsSection streams={costStreams} figure={costFigure} />;
}

function StreamsSection(props: { readonly streams: Streams; readonly figure: Figure }): JSX.Element {
  const { figure } = props;
  const { heading, what, data, rows } = props.streams;
  if (!figure.isReady()) {
    return (
      <Section heading={heading} sentence={[]}>
        <Waiting height={HEIGHT} isSilent />
      </Section>
    );
  }
  return (
    <Section
      figure={figure}
      heading={heading}
      meaning="against doing nothing"
      sentence={figure.sentence()}
      table={{
        name: what,
        data: () => streamsTable(rows.value, planTitles(), what === "value" ? "Value" : "Cost", money.value),
      }}
    >
      <Frame height={HEIGHT} label={figure.label()}>
        {(size) => <StreamsMarks data={data.value} size={size} palette={PAGE} />}
      </Frame>
    </Section>
  );
}
