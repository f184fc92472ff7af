/** The plans as bars on the charts' time axis, with the week line's handle. */
import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { planDifference } from "../../scenarios/index.ts";
import { timeMargins, timeScale, type Size } from "../charts/geometry.ts";
import { PAGE } from "../charts/palette.ts";
import { plansBody, plansHeight, plansWeek, type PlansData } from "../charts/plans.tsx";
import { planA, planB } from "../store/comparison.ts";
import { document } from "../store/document.ts";
import { moveWeek, week, weeks } from "../store/view.ts";
import { description } from "../words/charts.ts";
import { barsOf, planTable, plansSentence } from "../words/plans.ts";
import { monthText } from "../words/time.ts";
import { Frame } from "./frame.tsx";
import { Section } from "./section.tsx";

/** Half of the native slider's thumb, so that its middle meets the axis. */
const THUMB_HALF = 10;

const data = computed<PlansData>(() => ({
  weeks: weeks.value,
  plans: document.value.plans.map(barsOf),
}));

const differences = computed(() => {
  const { plans } = document.value;
  return planDifference(plans[planA.value.plan], plans[planB.value.plan]);
});

const sentence = computed(() => plansSentence(planA.value, planB.value, differences.value.length));

export function PlansSection(): JSX.Element {
  const height = plansHeight(data.value);
  return (
    <Section
      class="plans"
      heading="The plans"
      sentence={sentence.value}
      table={{ name: "the plans", data: () => planTable(document.value.plans) }}
    >
      <Frame
        height={height}
        label={description("The plans on the same time axis", sentence.value, [])}
        time={(size) => timeScale(weeks.value, size, { ...timeMargins(size.width), top: 0, bottom: 0 })}
        over={(size) => <WeekSlider width={size.width} />}
      >
        {(size) => <Plans size={size} />}
      </Frame>
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
      }}
      onInput={(event) => moveWeek(Number(event.currentTarget.value))}
    />
  );
}
