/** Below the curves: a file of what was seen, and the forecast redrawn from it. */
import { useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { Choice } from "../compare/choice.tsx";
import { Sentence } from "../compare/sentence.tsx";
import { planNames, runCount } from "../store/comparison.ts";
import { document } from "../store/document.ts";
import { observed, observedNow, redrawn } from "../store/observed.ts";
import { headcount } from "../store/people.ts";
import { pair } from "../store/view.ts";
import { observedSentence, weighingSentence } from "../words/observed.ts";
import { followed, isRedrawn, observedTrouble, redrawnFans, takeObserved, weighing } from "./observed.ts";
import "./answers.css";
import { useId } from "../shell/own-id.ts";
import { notation } from "../store/notation.ts";

const HOW =
  "A CSV file with a column week (or date, where the document has a first day) and one called value; it stays in this browser.";

export function ObservedControls(): JSX.Element | null {
  useSignalEffect(() => {
    redrawn.value = redrawnFans.value;
  });
  const id = useId();
  const seen = observedNow.value;
  if (runCount.value === 0) return null;
  return (
    <div
      class="observed"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take(event.dataTransfer?.files);
      }}
    >
      {seen === null ? null : (
        <p class="sentence">{observedSentence(seen, headcount.value, notation.value)}</p>
      )}
      {seen === null ? null : <Redraw />}
      {observedTrouble.value === "" ? null : <p role="alert">Refused: {observedTrouble.value}.</p>}
      <p class="asking">
        <label class="link file" title={HOW}>
          {seen === null ? "Lay your own data over it" : "Lay other data over it"}
          <input
            class="unseen"
            type="file"
            accept=".csv,text/csv,text/plain"
            aria-describedby={id}
            onChange={(event) => void take(event.currentTarget.files)}
          />
        </label>
        {seen === null ? null : (
          <button type="button" class="link" onClick={() => (observed.value = null)}>
            Take the data away
          </button>
        )}
        <span id={id} class="unseen">
          {HOW}
        </span>
      </p>
    </div>
  );
}

async function take(files: FileList | null | undefined): Promise<void> {
  const file = files?.[0];
  if (file !== undefined) await takeObserved(file);
}

function Redraw(): JSX.Element {
  const found = weighing.value;
  const plan = planNames.value[followed.value ?? pair.value.b] ?? planNames.value[0];
  return (
    <>
      <div class="asking">
        <label class="switch">
          <input
            type="checkbox"
            checked={isRedrawn.value}
            onChange={(event) => (isRedrawn.value = event.currentTarget.checked)}
          />
          Redraw the forecast from them, following
        </label>
        <Choice
          label="The plan that is followed"
          value={String(plan.plan)}
          plan={plan.plan}
          options={planNames.value.map((one) => ({ value: String(one.plan), text: one.name }))}
          onChoose={(value) => (followed.value = Number(value))}
        />
      </div>
      {found === null || !isRedrawn.value ? null : (
        <p class="sentence">
          <Sentence
            of={weighingSentence(
              found,
              runCount.value,
              plan,
              document.value.uncertainty === "plausible",
              notation.value,
            )}
          />
        </p>
      )}
    </>
  );
}
