/** Where the value of the two plans compared comes from and where its cost goes, at the week line. */
import { computed, type ReadonlySignal } from "@preact/signals";
import type { JSX } from "preact";
import { MEASURES, MEASURE_INDEX, type MeasureName } from "../../engine/index.ts";
import { PAGE } from "../charts/palette.ts";
import { StreamsMarks, streamsHeight, type StreamRow, type StreamsData } from "../charts/streams.tsx";
import { costMeans, money, planA, planB, runCount, valueMeans } from "../store/comparison.ts";
import { isPaired, week } from "../store/view.ts";
import { description } from "../words/charts.ts";
import { COST_MEASURES, VALUE_MEASURES } from "../words/metrics.ts";
import { streamName, streamsSentence, streamsTable, widestRows } from "../words/streams.ts";
import { Frame } from "./frame.tsx";
import { Section } from "./section.tsx";
import { Waiting } from "./waiting.tsx";

const ROWS = 6;

interface Streams {
  readonly rows: ReadonlySignal<readonly StreamRow[]>;
  readonly data: ReadonlySignal<StreamsData>;
}

function streamsOf(measures: readonly MeasureName[], means: typeof valueMeans): Streams {
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
  return { rows, data };
}

const valueStreams = streamsOf(VALUE_MEASURES, valueMeans);
const costStreams = streamsOf(COST_MEASURES, costMeans);

export function ValueSection(): JSX.Element {
  return <StreamsSection heading="Where does the value come from?" what="value" streams={valueStreams} />;
}

export function CostSection(): JSX.Element {
  return <StreamsSection heading="Where does the cost go?" what="cost" streams={costStreams} />;
}

function StreamsSection(props: {
  readonly heading: string;
  readonly what: "value" | "cost";
  readonly streams: Streams;
}): JSX.Element {
  const { heading, what, streams } = props;
  const height = streamsHeight(ROWS, 2);
  if (runCount.value === 0) {
    return (
      <Section heading={heading} sentence={[]}>
        <Waiting height={height} isSilent />
      </Section>
    );
  }
  const rows = streams.rows.value;
  const sentence = streamsSentence(rows, planB.value, what, week.value);
  return (
    <Section
      heading={heading}
      meaning="against doing nothing"
      sentence={sentence}
      table={{
        name: what,
        data: () =>
          streamsTable(
            rows,
            isPaired.value ? [planB.value.name, planA.value.name] : [planB.value.name],
            what === "value" ? "Value" : "Cost",
            money.value,
          ),
      }}
    >
      <Frame height={height} label={description(heading, sentence, [])}>
        {(size) => <StreamsMarks data={streams.data.value} size={size} palette={PAGE} />}
      </Frame>
    </Section>
  );
}
