/** Who changed in the stretch that is marked on the curves, and how to mark one without a mouse. */
import type { JSX } from "preact";
import { Sentence } from "../compare/sentence.tsx";
import { runCount } from "../store/comparison.ts";
import { chooseStretch, stretch } from "../store/stretch.ts";
import { week, weeks } from "../store/view.ts";
import { groups } from "./blocks.ts";
import "./people.css";
import { StretchEnds } from "./stretch-ends.tsx";
import { films, look } from "./watch.ts";
import { stretchSentence } from "./words.ts";
import { notation } from "../store/notation.ts";

/** A quarter: what a reader begins with. */
const WEEKS_FIRST = 13;

export function StretchControls(): JSX.Element | null {
  if (runCount.value === 0) return null;
  if (stretch.value === null) {
    return (
      <p class="asking">
        <button type="button" class="link" onClick={markHere} title="Or drag, or press arrows, with Shift">
          Mark weeks to see who changed
        </button>
      </p>
    );
  }
  return (
    <div class="marked">
      <p class="sentence" aria-live="polite">
        {films.value.length === 0 ? (
          "Everybody is being followed through one future."
        ) : (
          <Sentence
            of={stretchSentence(films.value, look.value, stretch.value, groups.value, notation.value)}
          />
        )}{" "}
        <button type="button" class="link" onClick={showThem}>
          See them
        </button>
      </p>
      <StretchEnds weeks={weeks.value} />
    </div>
  );
}

/** The weeks before the week line. */
function markHere(): void {
  const to = Math.max(1, week.peek());
  chooseStretch({ from: Math.max(0, to - WEEKS_FIRST), to });
}

function showThem(): void {
  globalThis.document.getElementById("people")?.scrollIntoView();
}
