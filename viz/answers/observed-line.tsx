/** Below the curves: a file of what was seen, and the forecast redrawn from it. */
import { useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { Choice } from "../compare/choice.tsx";
import { Sentence } from "../compare/sentence.tsx";
import { planNames, runCount, runsOfFew } from "../store/comparison.ts";
import { document } from "../store/document.ts";
import { observedNow, observedTrouble, redrawn } from "../store/observed.ts";
import { pair } from "../store/view.ts";
import { fewText } from "../words/few.ts";
import { observedSentence, weighingSentence } from "../words/observed.ts";
import { followed, redrawFollowing, redrawnFans, takeAway, takeObserved, weighing } from "./observed.ts";
import { useKeptFocus } from "./kept-focus.ts";
import "./answers.css";
import { useId } from "../shell/own-id.ts";
import { notation } from "../store/notation.ts";

const HOW =
  "A CSV file with a column week (or date, where the document has a first day) and one called value, chosen here or dropped on the curves; it stays in this browser.";

export function ObservedControls(): JSX.Element | null {
  useSignalEffect(() => {
    redrawn.value = redrawnFans.value;
  });
  const id = useId();
  const controls = useKeptFocus();
  const isThere = runCount.value > 0;
  useEffect(() => takingDrops(controls.current?.closest("section") ?? null), [isThere]);
  const seen = observedNow.value;
  if (!isThere) return null;
  return (
    <div class="observed" ref={controls}>
      {seen === null ? null : <p class="sentence">{observedSentence(seen, notation.value)}</p>}
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
          <button type="button" class="link" onClick={takeAway}>
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

/** Files may be dropped on the curves themselves; returns how to end it. */
function takingDrops(section: HTMLElement | null): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  section?.addEventListener("dragover", (event) => event.preventDefault(), { signal });
  section?.addEventListener(
    "drop",
    (event) => {
      event.preventDefault();
      void take(event.dataTransfer?.files);
    },
    { signal },
  );
  return () => listening.abort();
}

async function take(files: FileList | null | undefined): Promise<void> {
  const file = files?.[0];
  if (file !== undefined) await takeObserved(file);
}

function Redraw(): JSX.Element {
  const found = weighing.value;
  const isRedrawn = followed.value >= 0;
  const plan = planNames.value[isRedrawn ? followed.value : pair.value.b];
  return (
    <>
      <div class="asking">
        <label class="switch">
          <input
            type="checkbox"
            checked={isRedrawn}
            onChange={(event) => redrawFollowing(event.currentTarget.checked ? plan.plan : -1)}
          />
          Redraw the forecast from them, following
        </label>
        <Choice
          label="The plan that is followed"
          value={String(plan.plan)}
          plan={plan.plan}
          options={planNames.value.map((one) => ({ value: String(one.plan), text: one.name }))}
          onChoose={(value) => redrawFollowing(Number(value))}
        />
      </div>
      {!isRedrawn ? null : found === null ? (
        <p class="sentence">Nothing can be redrawn: no value within the horizon is other than 0.</p>
      ) : (
        <p class="sentence">
          <Sentence
            of={weighingSentence(found, plan, document.value.uncertainty === "plausible", notation.value)}
          />
          {fewText(runsOfFew.value)}
        </p>
      )}
    </>
  );
}
