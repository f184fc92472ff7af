/** The plans as bars on the charts' time axis, to be edited there, with the week line's handle. */
import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { planDifference, type Plan } from "../../scenarios/index.ts";
import { timeMargins, timeScale, weekAt, type Size } from "../charts/geometry.ts";
import { PAGE } from "../charts/palette.ts";
import { plansBody, plansHeight, plansLayout, plansWeek, type PlansData } from "../charts/plans.tsx";
import { offerKinds } from "../editor/adding.ts";
import type { Figure } from "../figures/figure.ts";
import { planA, planB } from "../store/comparison.ts";
import { document, drafted } from "../store/document.ts";
import { isPaired, moveWeek, week, weeks } from "../store/view.ts";
import { description } from "../words/charts.ts";
import { barsOf, lanesOf, planTable, planSentence, plansSentence, type Lanes } from "../words/plans.ts";
import { monthText } from "../words/time.ts";
import { Frame } from "./frame.tsx";
import { onDemand } from "../shell/on-demand.tsx";
import { Section } from "./section.tsx";
import { calendar } from "../store/notation.ts";

const Grips = onDemand(async () => (await import("../editor/grips.tsx")).Grips);
const AddPlan = onDemand(async () => (await import("../editor/add-plan.tsx")).AddPlan);

/** Half of the native slider's thumb, so that its middle meets the axis. */
const THUMB_HALF = 10;

/** Lanes stay as they are while a bar is dragged. */
const lanes = computed(() => document.value.plans.map(lanesOf));

const data = computed<PlansData>(() => ({
  weeks: weeks.value,
  calendar: calendar.value,
  plans: drafted.value.plans.map((plan, i) => barsOf(plan, i, lanesUnderHand(plan, i))),
}));

/** Where an end is dragged to the horizon its stop is gone, and the places of later steps with it. */
function lanesUnderHand(plan: Plan, i: number): Lanes {
  const settled = document.value.plans[i].interventions.length;
  return plan.interventions.length < settled ? lanesOf(plan) : lanes.value[i];
}

const differences = computed(() => {
  const { plans } = drafted.value;
  return planDifference(plans[planA.value.plan], plans[planB.value.plan]);
});

const sentence = computed(() =>
  isPaired.value
    ? plansSentence(planA.value, planB.value, differences.value.length)
    : planSentence(planB.value, drafted.value.plans[planB.value.plan].interventions),
);

export const plansFigure: Figure = {
  name: "plans",
  title: () => "The plans",
  sentence: () => sentence.value,
  label: () => description("The plans on the same time axis", sentence.value, []),
  basis: "nothing",
  isReady: () => true,
  height: (width) => plansHeight(data.value, width),
  draw: (size, palette) => (
    <>
      {plansBody(data.value, size, palette)}
      {plansWeek(data.value, size, palette, week.value)}
    </>
  ),
  numbers: () => {
    const { heads, rows } = planTable(drafted.value.plans);
    return { heads, rows };
  },
};

export function PlansSection(): JSX.Element {
  return (
    <Section
      figure={plansFigure}
      class="plans"
      heading="The plans"
      meaning="Drag bars to move them, their ends to resize them; double-click to add a step"
      sentence={sentence.value}
      table={{ name: "the plans", data: () => planTable(drafted.value.plans) }}
    >
      <Frame
        height={(width) => plansHeight(data.value, width)}
        label={description("The plans on the same time axis", sentence.value, [])}
        time={(size) => timeScale(weeks.value, size, { ...timeMargins(size.width), top: 0, bottom: 0 })}
        onDouble={openAdding}
        over={(size) => (
          <>
            <Grips data={data.value} width={size.width} />
            <WeekSlider width={size.width} />
          </>
        )}
      >
        {(size) => <Plans size={size} />}
      </Frame>
      <div class="add-plan">
        <AddPlan />
      </div>
      {differences.value.length === 0 ? null : (
        <details class="ways">
          <summary>How the two plans compared differ</summary>
          <ul>
            {differences.value.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

/** Offers the kinds of step in the week and the plan that were pressed. */
function openAdding({ width }: Size, x: number, y: number): void {
  const layout = plansLayout(data.value, width);
  const place = layout.plans.findLast(({ top }) => y >= top);
  if (place === undefined || y > layout.axis) return;
  const plan = document.value.plans[place.plan];
  offerKinds(plan, Math.min(weekAt(layout.x, x, weeks.value), weeks.value - 1));
}

function Plans({ size }: { readonly size: Size }): JSX.Element {
  const { width, height } = size;
  const body = useMemo(() => plansBody(data.value, { width, height }, PAGE), [data.value, width, height]);
  return (
    <>
      {body}
      {plansWeek(data.value, size, PAGE, week.value)}
    </>
  );
}

/** The week line as a native slider: unseen, over the axis, so that every hand and every reader can move it. */
function WeekSlider({ width }: { readonly width: number }): JSX.Element {
  const { left, right } = timeMargins(width);
  return (
    <input
      class="week"
      type="range"
      min={0}
      max={weeks.value}
      step={1}
      value={week.value}
      aria-label="Week line"
      aria-valuetext={`${monthText(week.value)}, week ${week.value}`}
      style={{
        left: `${left - THUMB_HALF}px`,
        width: `${Math.max(0, width - left - right) + 2 * THUMB_HALF}px`,
        // While the width there is isn't known yet.
        maxWidth: `calc(100% - ${left - THUMB_HALF}px)`,
      }}
      onInput={(event) => moveWeek(Number(event.currentTarget.value))}
    />
  );
}
