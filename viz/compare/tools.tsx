/** What Compare adds to the top bar: the measure that is looked at, and how far the runs have come. */
import type { JSX } from "preact";
import { shown } from "../store/before.ts";
import { runCount } from "../store/comparison.ts";
import { status } from "../store/results.ts";
import { RUNS_MOST } from "../store/stopping.ts";
import { metricName } from "../store/view.ts";
import { METRIC_GROUPS, metricOf } from "../words/metrics.ts";
import { runsNow } from "./runs-now.ts";
import type { DrawnLast } from "../shell/turns.ts";
import { Choice } from "./choice.tsx";

export function MeasureChoice(): JSX.Element {
  return (
    <Choice
      label="Measure"
      value={metricName.value}
      options={METRIC_GROUPS.map(({ label, metrics }) => ({
        label,
        options: metrics.map((one) => ({ value: one.name, text: one.label })),
      }))}
      onChoose={(name) => {
        metricName.value = metricOf(name).name;
      }}
    />
  );
}

/** "refining, 64 of 400 runs", and the same as a line under the bar. */
export function Runs(_drawn: DrawnLast): JSX.Element {
  const share = status.value.kind === "running" && shown.value === null ? runCount.value / RUNS_MOST : 0;
  return (
    <>
      <p class="runs">{runsNow()}</p>
      <div class="refining" style={{ transform: `scaleX(${share})` }} />
    </>
  );
}
