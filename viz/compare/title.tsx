/** The headline and what it rests on. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { parametersOf } from "../../scenarios/index.ts";
import { runCount } from "../store/comparison.ts";
import { restoringTrouble, savingTrouble } from "../store/troubles.ts";
import { shown } from "../store/before.ts";
import { document } from "../store/document.ts";
import { status, tryAgain } from "../store/results.ts";
import { check } from "../store/shipped.ts";
import { headline } from "../words/headline.ts";
import { refutedSentence } from "../words/shipped.ts";
import {
  basisLead,
  meetingsText,
  uncertaintyChoices,
  uncertaintyFor,
  uncertaintyOf,
} from "../words/basis.ts";
import { Choice } from "./choice.tsx";
import { headlineFacts } from "./headline-facts.ts";
import { Sentence } from "./sentence.tsx";
import { announce } from "./spoken.tsx";
import { notation } from "../store/notation.ts";

/** Below this width the headline may take several lines. */
const ONE_LINE_WIDTH = 720;

export function Title(): JSX.Element {
  const holder = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(1376);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => setWidth(holder.current!.clientWidth));
    observer.observe(holder.current!);
    return () => observer.disconnect();
  }, []);
  const room = width >= ONE_LINE_WIDTH ? width : width * 3;
  return (
    <div ref={holder} class="title">
      {status.value.kind === "failed" && shown.value === null ? (
        <Failure why={status.value.why} />
      ) : (
        <>
          <h1 class={shown.value === null && status.value.kind === "running" ? "untold" : ""}>
            <Sentence of={headline(headlineFacts(), room)} />
          </h1>
          {restoringTrouble.value === "" ? null : (
            <p role="alert">
              The document that was open could not be restored ({restoringTrouble.value}); it is kept under
              Documents.
            </p>
          )}
          {savingTrouble.value === "" ? null : (
            <p role="alert">
              Changes are not saved: {savingTrouble.value}. Under Export the document can be saved as a file.
            </p>
          )}
          {status.value.kind === "failed" ? <Unchecked why={status.value.why} /> : null}
          {check.value.differing === null ? null : (
            <p role="alert">{refutedSentence(check.value.differing.plan, check.value.differing.replicate)}</p>
          )}
          <p>
            {basisLead(runCount.value)} <UncertaintyChoice />{" "}
            <strong>
              {meetingsText(parametersOf({ ...document.value, uncertainty: "chance" }, 0), notation.value)}
            </strong>
          </p>
        </>
      )}
    </div>
  );
}

/** One switch for what all bands hold: it is the document's, so that every reader of it sees the same. */
function UncertaintyChoice(): JSX.Element {
  const now = document.value;
  return (
    <Choice
      label="What the runs differ by"
      value={uncertaintyOf(now)}
      options={uncertaintyChoices(now)}
      onChoose={(chosen) => void chooseUncertainty(chosen)}
    />
  );
}

/** What checks a document comes with the first change of it. */
async function chooseUncertainty(chosen: string): Promise<void> {
  try {
    const [{ edit }, { setDocumentField }] = await Promise.all([
      import("../store/editing.ts"),
      import("../store/company-commands.ts"),
    ]);
    edit(setDocumentField("uncertainty", uncertaintyFor(document.peek(), chosen)));
  } catch {
    announce("A part of the page could not be loaded; try again");
  }
}

/** What came with the page stands, but nothing can be run here. */
function Unchecked({ why }: { readonly why: string }): JSX.Element {
  return (
    <p role="alert">
      The runs have stopped: {why}. What is shown came with the page.{" "}
      <button type="button" class="link" onClick={tryAgain}>
        Try again
      </button>
    </p>
  );
}

function Failure({ why }: { readonly why: string }): JSX.Element {
  return (
    <>
      <h1>The runs have stopped</h1>
      <p>
        Why: {why}.{" "}
        <button type="button" class="link" onClick={tryAgain}>
          Try again
        </button>
      </p>
    </>
  );
}
