/** Where people stand: the five states under the two plans compared. */
import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { MEASURES, MEASURE_INDEX } from "../../engine/index.ts";
import type { Size } from "../charts/geometry.ts";
import { PAGE } from "../charts/palette.ts";
import { statesBody, statesHeight, statesScales, statesWeek, type StatesData } from "../charts/states.tsx";
import { seriesNumbers } from "../figures/numbers.ts";
import type { Figure } from "../figures/figure.ts";
import { runCount, stateMeans } from "../store/comparison.ts";
import { week, weeks } from "../store/view.ts";
import { description } from "../words/charts.ts";
import { STATE_MEASURES } from "../words/metrics.ts";
import { statesSentence, statesTable } from "../words/streams.ts";
import { unitOf } from "../words/units.ts";
import { Frame } from "./frame.tsx";
import { Section } from "./section.tsx";
import { Waiting } from "./waiting.tsx";
import { calendar, notation } from "../store/notation.ts";

const AREAS = 96;
const NAMES = STATE_MEASURES.map((name) => MEASURES[MEASURE_INDEX[name]].label);
const HEIGHT = statesHeight(AREAS, NAMES.length);
const shareText = computed(() => unitOf("share", notation.value).short);

const data = computed<StatesData>(() => ({
  weeks: weeks.value,
  calendar: calendar.value,
  names: NAMES,
  plans: stateMeans.value.map(({ plan, means }) => ({ ...plan, shares: means })),
  valueText: shareText.value,
}));

const HEADING = "Where do people stand?";

const sentence = computed(() => statesSentence(data.value.plans, week.value, shareText.value));

export const statesFigure: Figure = {
  name: "states",
  title: () => HEADING,
  sentence: () => sentence.value,
  label: () => description("Shares of employees in five states over time", sentence.value, []),
  basis: "means",
  isReady: () => runCount.value > 0,
  height: () => HEIGHT,
  draw: (size, palette) => (
    <>
      {statesBody(data.value, size, palette)}
      {statesWeek(data.value, size, palette, week.value)}
    </>
  ),
  numbers: () =>
    seriesNumbers(
      "state",
      NAMES,
      data.value.plans.map(({ name, shares }) => ({ name, columns: shares })),
    ),
};

export function StatesSection(): JSX.Element {
  if (runCount.value === 0) {
    return (
      <Section heading={HEADING} sentence={[]}>
        <Waiting height={HEIGHT} isSilent />
      </Section>
    );
  }
  return (
    <Section
      figure={statesFigure}
      heading={HEADING}
      sentence={sentence.value}
      table={{
        name: "the states",
        data: () => statesTable(NAMES, data.value.plans, week.value, shareText.value),
      }}
    >
      <Frame
        height={HEIGHT}
        label={statesFigure.label()}
        time={(size, at) =>
          statesScales(data.value, size).findLast((x) => at >= x(0)) ?? statesScales(data.value, size)[0]
        }
      >
        {(size) => <States size={size} />}
      </Frame>
    </Section>
  );
}

function States({ size }: { readonly size: Size }): JSX.Element {
  const { width, height } = size;
  const body = useMemo(() => statesBody(data.value, { width, height }, PAGE), [data.value, width, height]);
  return (
    <>
      {body}
      {statesWeek(data.value, size, PAGE, week.value)}
    </>
  );
}
