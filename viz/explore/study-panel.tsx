/** Starting a study of the open document here, and how far it has come. */
import type { JSX } from "preact";
import { Section } from "../compare/section.tsx";
import { document } from "../store/document.ts";
import { rich } from "../words/rich.ts";
import { forgetStudy, goOn, live, pauseStudy, type Live } from "./live.ts";
import { copyText, studyCommand } from "./point.ts";
import { PressLink } from "./press-link.tsx";
import { saveTable } from "./save.ts";
import { table } from "./store.ts";
import { refused, WishForm } from "./wish-form.tsx";
import { durationText } from "./words.ts";
import { countText } from "../words/decimals.ts";
import { notationOf } from "../words/notation.ts";

export function StudyPanel(): JSX.Element {
  const now = live.value;
  return (
    <Section
      heading={now === null ? "Start a study here" : headingOf(now)}
      sentence={
        now === null
          ? rich`Every point is one answer to what the assumptions might be; all plans of “${document.value.name}” run at each, with the same luck.`
          : rich`${progressOf(now)}`
      }
    >
      {now === null ? <WishForm /> : <Standing now={now} />}
      <p class="hint refused" aria-live="polite">
        {now === null ? refused.value : now.trouble}
      </p>
    </Section>
  );
}

function headingOf({ status, runsDone, runCount }: Live): string {
  if (status === "done") return "The study is finished";
  const share = Math.floor((100 * runsDone) / runCount);
  return status === "running" ? `The study is running: ${share}%` : `The study is paused at ${share}%`;
}

function progressOf({ runsDone, runCount, leftMillis, study }: Live): string {
  const left = leftMillis === null ? "" : `; about ${durationText(leftMillis)} left`;
  const { employees } = study.document.company;
  const signs = notationOf(study.document);
  const size = employees === undefined ? "" : `, a company of ${countText(employees, signs)}`;
  return `${countText(runsDone, signs)} of ${countText(runCount, signs)} runs of all plans${left}; ${study.design.kind} design, ${study.replicates} replicates${size}. What is done is kept in this browser.`;
}

function Standing({ now }: { readonly now: Live }): JSX.Element {
  return (
    <>
      <progress max={now.runCount} value={now.runsDone} aria-label="Runs simulated" />
      <div class="about">
        {now.status === "running" ? <PressLink text="Pause" onPress={pauseStudy} /> : null}
        {now.status === "paused" ? <PressLink text="Go on" onPress={() => void goOn()} /> : null}
        {now.status === "done" ? (
          <PressLink text="Save as Parquet" onPress={() => saveTable("parquet")} />
        ) : null}
        {now.status === "done" ? <PressLink text="Save as CSV" onPress={() => saveTable("csv")} /> : null}
        {table.value?.study === null || table.value === null ? null : (
          <PressLink
            text="Copy as command line"
            onPress={() => void copyText(studyCommand(), "The command line")}
          />
        )}
        <PressLink text="Forget this study" onPress={() => void forgetStudy()} />
      </div>
    </>
  );
}
