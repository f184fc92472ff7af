/** The chosen measure for every plan. */
import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { PlanBands } from "../charts/bands.ts";
import type { Note } from "../charts/notes.tsx";
import type { Moment } from "../charts/axis.tsx";
import {
  fanBody,
  fanFrame,
  fanGround,
  fanMarks,
  fanSketches,
  fanWeek,
  type FanData,
} from "../charts/fan.tsx";
import type { Size } from "../charts/geometry.ts";
import { PAGE } from "../charts/palette.ts";
import {
  fans,
  gatesOf,
  ghosts,
  isCurrent,
  metricVerdict,
  planNames,
  runCount,
  runsHere,
  unit,
} from "../store/comparison.ts";
import { bandNumbers, formatCode } from "../figures/numbers.ts";
import type { Figure } from "../figures/figure.ts";
import { document } from "../store/document.ts";
import { chartNotes } from "../store/chart-notes.ts";
import { goal, goalValues } from "../store/goal.ts";
import { observedNow, observedWithin, redrawn } from "../store/observed.ts";
import { sketches } from "../store/sketched.ts";
import { spreadAt } from "../store/statistics.ts";
import { comparedPlans, emphasis, isPaired, metric, moveEmphasis, pair, week, weeks } from "../store/view.ts";
import { description, fanSentence } from "../words/charts.ts";
import { goalText } from "../words/goal-text.ts";
import type { Rich } from "../words/rich.ts";
import { standingSentence } from "../words/standing.ts";
import { changeSentence, sketchLines } from "../words/sketches.ts";
import { gateNotes, peakNotes, riseNotes } from "../words/notes.ts";
import { bandTable } from "../words/tables.ts";
import { weekText } from "../words/time.ts";
import { onDemand } from "../shell/on-demand.tsx";
import { Frame } from "./frame.tsx";
import { Section } from "./section.tsx";
import { Waiting } from "./waiting.tsx";
import { calendar, notation } from "../store/notation.ts";

const GoalControls = onDemand(async () => (await import("../answers/goal-line.tsx")).GoalControls);
const NoteControls = onDemand(async () => (await import("../answers/notes-line.tsx")).NoteControls);
const ObservedControls = onDemand(
  async () => (await import("../answers/observed-line.tsx")).ObservedControls,
);
const StretchControls = onDemand(async () => (await import("../people/stretch-line.tsx")).StretchControls);
const GoalHandle = onDemand(async () => (await import("../answers/goal-line.tsx")).GoalHandle);

const HEIGHT = 244;
const NOTES_MOST = 3;

/** The forecast as it is, or redrawn from what was seen. */
const shown = computed(() => redrawn.value ?? fans.value);

/** As a text: what more runs don't change is not drawn anew. */
const gates = computed(() => JSON.stringify(gateNotes(fans.value, gatesOf, runsHere.value)));

/** All but the sketches, which follow the hand. */
const still = computed<FanData>(() => {
  const one = unit.value;
  const seen = observedWithin(observedNow.value, weeks.value);
  return {
    weeks: weeks.value,
    calendar: calendar.value,
    plans: shown.value,
    ghosts: redrawn.value === null ? ghosts.value : fans.value,
    notes: [
      ...chartNotes.value.map((note) => ({ ...note, plan: -1 - note.place })),
      ...peakNotes(fans.value, one).slice(0, 1),
      ...(JSON.parse(gates.value) as Note[]),
      ...riseNotes(fans.value, document.value.plans),
    ].slice(0, NOTES_MOST + chartNotes.value.length),
    ...(goal.value === null ? {} : { goal: { ...goal.value, text: goalText(goal.value, one) } }),
    reach: [...goalValues.value, ...(seen === null ? [] : Array.from(seen.values))],
    ...(seen === null ? {} : { observed: seen }),
    emphasis: emphasis.value ?? undefined,
    compared: comparedPlans.value,
    axisText: one.axis,
    valueLines: ({ bands }, at) => [one.shortSpread(spreadAt(bands, at))],
  };
});

const data = computed<FanData>(() => ({
  ...still.value,
  sketches: sketches.value,
  sketchLines: ({ values }, at) => sketchLines(unit.value, values[at]),
}));

function standing(plans: readonly PlanBands[], basis = ""): Rich {
  const texts = plans.map(({ name, plan, bands }) => ({
    name,
    plan,
    text: unit.value.shortSpread(spreadAt(bands, week.value)),
  }));
  return standingSentence(texts, metric.value.noun, week.value, basis);
}

const sentence = computed(() =>
  redrawn.value !== null
    ? standing(redrawn.value, ", redrawn from what was seen")
    : !isCurrent.value
      ? changeSentence(sketches.value, ghosts.value, planNames.value, notation.value)
      : !isPaired.value
        ? standing(fans.value)
        : fanSentence(
            fans.value,
            pair.value,
            metric.value,
            unit.value,
            week.value,
            metricVerdict.value,
            notation.value,
          ),
);

const moment = computed<Moment>(() => {
  const values = shown.value.map(
    (plan) => `${plan.name} ${data.value.valueLines(plan, week.value).join(" ")}.`,
  );
  return {
    week: week.value,
    text: weekText(week.value, calendar.value),
    label: description(`${metric.value.label} of every plan`, sentence.value, values),
  };
});

/** Plans as their labels stand: the highest at the end first. */
const topDown = computed(() =>
  fans.value.toSorted((a, b) => b.bands.p50[weeks.value] - a.bands.p50[weeks.value]).map(({ plan }) => plan),
);

export const fanFigure: Figure = {
  name: "fan",
  title: () => metric.value.label,
  sentence: () => sentence.value,
  label: () => moment.value.label,
  basis: "medians",
  drawnOf: () => (redrawn.value === null ? "all" : "here"),
  isReady: () => fans.value.length > 0,
  height: () => HEIGHT,
  draw: (size, palette) => (
    <>
      {fanBody(data.value, size, palette)}
      {fanWeek(data.value, size, palette, moment.value)}
    </>
  ),
  fan: () => ({
    plans: shown.value,
    weeks: weeks.value,
    calendar: calendar.value,
    format: formatCode(metric.value.measure.unit, shown.value),
  }),
  numbers: () => bandNumbers(shown.value),
};

export function FanSection(): JSX.Element {
  const { label, measure } = metric.value;
  const isEmpty = fans.value.length + ghosts.value.length === 0;
  return (
    <Section
      figure={fanFigure}
      heading={label}
      meaning={measure.description}
      sentence={sentence.value}
      {...(runCount.value === 0
        ? {}
        : { table: { name: label, data: () => bandTable(label, shown.value, unit.value, weeks.value) } })}
    >
      {isEmpty ? (
        <Waiting height={HEIGHT} />
      ) : (
        <Frame
          height={HEIGHT}
          label={moment.value.label}
          marked={(size) => fanFrame(data.value, size).margins}
          time={(size) => fanFrame(data.value, size).x}
          onSeries={(step) => moveEmphasis(topDown.value, step)}
          over={(size) => <GoalHandle frame={fanFrame(data.value, size)} />}
        >
          {(size) => <Fan size={size} />}
        </Frame>
      )}
      <div class="asks">
        <GoalControls />
        <NoteControls />
        <ObservedControls />
        <StretchControls />
      </div>
    </Section>
  );
}

function Fan({ size }: { readonly size: Size }): JSX.Element {
  const { width, height } = size;
  const key = [still.value, width, height];
  const ground = useMemo(() => fanGround(still.value, { width, height }, PAGE), key);
  const marks = useMemo(() => fanMarks(still.value, { width, height }, PAGE), key);
  return (
    <>
      <g>
        {ground}
        {fanSketches(data.value, size, PAGE)}
        {marks}
      </g>
      {fanWeek(data.value, size, PAGE, moment.value)}
    </>
  );
}
