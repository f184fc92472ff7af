/** The paired difference of two plans in the chosen measure. */
import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { differenceBody, differenceWeek, type DifferenceData } from "../charts/difference.tsx";
import type { Bands, PlanBands } from "../charts/bands.ts";
import { timeMargins, timeScale, type Size } from "../charts/geometry.ts";
import { PAGE } from "../charts/palette.ts";
import { bandNumbers, formatCode } from "../figures/numbers.ts";
import type { Figure } from "../figures/figure.ts";
import * as now from "../store/comparison.ts";
import { quantilesOf, spreadAt } from "../store/statistics.ts";
import { differenceSketch } from "../store/sketched.ts";
import { choosePair, isPaired, metric, pair, week, weeks } from "../store/view.ts";
import { crossingOf, description, differenceSentence } from "../words/charts.ts";
import { plain, rich } from "../words/rich.ts";
import { differenceTable } from "../words/tables.ts";
import { SKETCH_NOTE } from "../words/sketches.ts";
import { changeLines, type Unit } from "../words/units.ts";
import { Choice } from "./choice.tsx";
import { Frame } from "./frame.tsx";
import { Section } from "./section.tsx";
import { Waiting } from "./waiting.tsx";
import { calendar } from "../store/notation.ts";

const HEIGHT = 128;

const DOTS = 20;

/** A dot for every twentieth of the runs that get ahead; none before there are as many runs. As a text: drawn when it changes. */
const overtaking = computed(() => {
  const weeksAhead = now.aheadWeeks.value.filter((at) => at >= 0);
  return JSON.stringify(weeksAhead.length < DOTS ? [] : quantilesOf(weeksAhead, DOTS).map(Math.round));
});

const data = computed<DifferenceData>(() => {
  const unit = now.unit.value;
  const { a, b } = pair.value;
  const isNow = now.isCurrent.value;
  const past = now.differenceGhost.value;
  const drawn = isNow ? now.differenceBands.value : null;
  const crossing = !isNow
    ? undefined
    : crossingOf(
        now.metricAtEnd.value,
        metric.value,
        now.ahead.value,
        JSON.parse(overtaking.value) as number[],
      );
  return {
    weeks: weeks.value,
    bands: drawn,
    ghost: past,
    sketch: differenceSketch.value,
    above: metric.value.isLowerBetter ? a : b,
    below: metric.value.isLowerBetter ? b : a,
    ...(crossing === undefined ? {} : { crossing }),
    axisText: unit.changeAxis,
    valueLines: (at) => valueLines(unit, drawn, differenceSketch.value, at),
  };
});

function valueLines(unit: Unit, bands: Bands | null, sketched: Float64Array | null, at: number): string[] {
  if (bands !== null) return changeLines(unit, spreadAt(bands, at));
  return sketched === null ? [] : [`≈ ${unit.change(sketched[at])}`, SKETCH_NOTE];
}

const sentence = computed(() =>
  differenceSentence(now.metricVerdict.value, now.planB.value, metric.value, week.value),
);

const title = computed(() => rich`${metric.value.label}, ${now.planB.value} minus ${now.planA.value}`);
const label = computed(() =>
  description(plain(title.value), sentence.value, [
    ...(data.value.crossing === undefined ? [] : [`${data.value.crossing.text}.`]),
    `${data.value.valueLines(week.value).join(" ")}.`,
  ]),
);

function differences(): PlanBands[] {
  return [{ name: plain(title.value), plan: pair.value.b, bands: now.differenceBands.value }];
}

export const differenceFigure: Figure = {
  name: "difference",
  title: () => plain(title.value),
  sentence: () => sentence.value,
  label: () => label.value,
  basis: "medians",
  isReady: () => isPaired.value && now.isCurrent.value,
  height: () => HEIGHT,
  draw: (size, palette) => (
    <>
      {differenceBody(data.value, size, palette)}
      {differenceWeek(data.value, size, palette, week.value)}
    </>
  ),
  fan: () => ({
    plans: differences(),
    weeks: weeks.value,
    calendar: calendar.value,
    format: formatCode(metric.value.measure.unit, differences()),
  }),
  numbers: () => bandNumbers(differences()),
};

export function DifferenceSection(): JSX.Element {
  const isWaiting = !now.isCurrent.value && now.differenceGhost.value === null;
  if (!isPaired.value) return <Alone />;
  return (
    <Section
      figure={differenceFigure}
      heading={
        <>
          The difference: <PairChoice side="b" /> minus <PairChoice side="a" />
        </>
      }
      sentence={now.isCurrent.value ? sentence.value : []}
      {...(!now.isCurrent.value
        ? {}
        : {
            table: {
              name: "the difference",
              data: () =>
                differenceTable(plain(title.value), now.differenceBands.value, now.unit.value, weeks.value),
            },
          })}
    >
      {isWaiting ? (
        <Waiting height={HEIGHT} isSilent />
      ) : (
        <Frame
          height={HEIGHT}
          label={label.value}
          marked={() => ({ top: 0, bottom: 0 })}
          time={(size) => timeScale(weeks.value, size, { ...timeMargins(size.width), top: 0, bottom: 0 })}
        >
          {(size) => <Difference size={size} />}
        </Frame>
      )}
    </Section>
  );
}

/** A document of one plan has nothing to compare. */
function Alone(): JSX.Element {
  return (
    <Section heading="The difference" sentence={[]}>
      <p class="waiting" style={{ minHeight: `${HEIGHT}px` }}>
        Add a second plan to see what it makes of the same luck.
      </p>
    </Section>
  );
}

function PairChoice({ side }: { readonly side: "a" | "b" }): JSX.Element {
  const plan = pair.value[side];
  return (
    <Choice
      label={side === "b" ? "Plan compared" : "Plan it is compared with"}
      plan={plan}
      value={String(plan)}
      options={now.planNames.value.map((one) => ({ value: String(one.plan), text: one.name }))}
      onChoose={(value) => choosePair(side, Number(value))}
    />
  );
}

function Difference({ size }: { readonly size: Size }): JSX.Element {
  const { width, height } = size;
  const body = useMemo(
    () => differenceBody(data.value, { width, height }, PAGE),
    [data.value, width, height],
  );
  return (
    <>
      {body}
      {differenceWeek(data.value, size, PAGE, week.value)}
    </>
  );
}
