/** When the plans have paid back what they cost. */
import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Size } from "../charts/geometry.ts";
import { PAGE } from "../charts/palette.ts";
import { paybackBody, paybackFrame, paybackWeek, type PaybackData } from "../charts/payback.tsx";
import { bandNumbers, formatCode } from "../figures/numbers.ts";
import type { Figure } from "../figures/figure.ts";
import { money, netValues, paybacks, planNames, runCount } from "../store/comparison.ts";
import { comparedPlans, week, weeks } from "../store/view.ts";
import { description, paybackLines, paybackSentence } from "../words/charts.ts";
import { bandTable } from "../words/tables.ts";
import { Frame } from "./frame.tsx";
import { Section } from "./section.tsx";
import { Waiting } from "./waiting.tsx";
import { calendar } from "../store/notation.ts";

const HEIGHT = 196;

const data = computed<PaybackData>(() => ({
  weeks: weeks.value,
  calendar: calendar.value,
  plans: netValues.value.map((plan) => {
    const spread = paybacks.value[plan.plan];
    const isPaidBack = spread.p50 !== null && spread.never < 0.5;
    return { ...plan, lines: paybackLines(spread, weeks.value), ...(isPaidBack ? { week: spread.p50 } : {}) };
  }),
  compared: comparedPlans.value,
  axisText: money.value.axis,
}));

const sentence = computed(() => paybackSentence(planNames.value, paybacks.value, weeks.value));

const HEADING = "When does it pay back?";

export const paybackFigure: Figure = {
  name: "payback",
  title: () => HEADING,
  sentence: () => sentence.value,
  label: () => description("Cumulative net value of every plan", sentence.value, []),
  basis: "medians",
  isReady: () => runCount.value > 0,
  height: () => HEIGHT,
  draw: (size, palette) => (
    <>
      {paybackBody(data.value, size, palette)}
      {paybackWeek(data.value, size, palette, week.value)}
    </>
  ),
  fan: () => ({
    plans: netValues.value,
    weeks: weeks.value,
    calendar: calendar.value,
    format: formatCode("USD", netValues.value),
  }),
  numbers: () => bandNumbers(netValues.value),
};

export function PaybackSection(): JSX.Element {
  if (runCount.value === 0) {
    return (
      <Section heading={HEADING} sentence={[]}>
        <Waiting height={HEIGHT} isSilent />
      </Section>
    );
  }
  return (
    <Section
      figure={paybackFigure}
      heading={HEADING}
      sentence={sentence.value}
      table={{
        name: "net value to date",
        data: () => bandTable("Cumulative net value", netValues.value, money.value, weeks.value),
      }}
    >
      <Frame height={HEIGHT} label={paybackFigure.label()} time={(size) => paybackFrame(data.value, size).x}>
        {(size) => <Payback size={size} />}
      </Frame>
    </Section>
  );
}

function Payback({ size }: { readonly size: Size }): JSX.Element {
  const { width, height } = size;
  const body = useMemo(() => paybackBody(data.value, { width, height }, PAGE), [data.value, width, height]);
  return (
    <>
      {body}
      {paybackWeek(data.value, size, PAGE, week.value)}
    </>
  );
}
