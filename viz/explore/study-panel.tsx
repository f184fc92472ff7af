/** Starting a study of the open document here, and how far it has come. */
import type { JSX } from "preact";
import { Section } from "../compare/section.tsx";
import { document } from "../store/document.ts";
import { rich } from "../words/rich.ts";
import { forgetStudy, goOn, live, pauseStudy, type Live } from "./live.ts";
import { copyText, studyCommand } from "./point.ts";
import { saveTable } from "./save.ts";
import { table } from "./store.ts";
import { refused, WishForm } from "./wish-form.tsx";
import { counted } from "./words.ts";

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
  const size = employees === undefined ? "" : `, a company of ${counted(employees)}`;
  return `${counted(runsDone)} of ${counted(runCount)} runs of all plans${left}; ${study.design.kind} design, ${study.replicates} replicates${size}. What is done is kept in this browser.`;
}

function durationText(millis: number): string {
  const seconds = Math.ceil(millis / 1000);
  if (seconds < 90) return `${seconds} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} minutes` : `${(minutes / 60).toFixed(1)} hours`;
}

function Standing({ now }: { readonly now: Live }): JSX.Element {
  return (
    <>
      <progress max={now.runCount} value={now.runsDone} aria-label="Runs simulated" />
      <div class="about">
        {now.status === "running" ? <Button text="Pause" onPress={pauseStudy} /> : null}
        {now.status === "paused" ? <Button text="Go on" onPress={() => void goOn()} /> : null}
        {now.status === "done" ? (
          <Button text="Save as Parquet" onPress={() => saveTable("parquet")} />
        ) : null}
        {now.status === "done" ? <Button text="Save as CSV" onPress={() => saveTable("csv")} /> : null}
        {table.value?.study === null || table.value === null ? null : (
          <Button
            text="Copy as command line"
            onPress={() => void copyText(studyCommand(), "The command line")}
          />
        )}
        <Button text="Forget this study" onPress={() => void forgetStudy()} />
      </div>
    </>
  );
}

function Button(props: { readonly text: string; readonly onPress: () => void }): JSX.Element {
  return (
    <button type="button" class="link" onClick={props.onPress}>
      {props.text}
    </button>
  );
}
