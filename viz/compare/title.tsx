/** The headline and what it rests on. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { parametersOf } from "../../scenarios/index.ts";
import { runCount } from "../store/comparison.ts";
import { restoringTrouble, savingTrouble } from "../store/troubles.ts";
import { document } from "../store/document.ts";
import { status, tryAgain } from "../store/results.ts";
import { headline } from "../words/headline.ts";
import { basisText, meetingsText } from "../words/basis.ts";
import { headlineFacts } from "./headline-facts.ts";
import { Sentence } from "./sentence.tsx";

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
      {status.value.kind === "failed" ? (
        <Failure why={status.value.why} />
      ) : (
        <>
          <h1>
            <Sentence of={headline(headlineFacts(), room)} />
          </h1>
          {restoringTrouble.value === "" ? null : (
            <p role="alert">
              The document that was open could not be restored ({restoringTrouble.value}); it is kept under
              Documents.
            </p>
          )}
          {savingTrouble.value === "" ? null : (
            <p role="alert">Changes are not saved: {savingTrouble.value}.</p>
          )}
          <p>
            {basisText(runCount.value, document.value)}{" "}
            <strong>{meetingsText(parametersOf(document.value, 0))}</strong>
          </p>
        </>
      )}
    </div>
  );
}

function Failure({ why }: { readonly why: string }): JSX.Element {
  return (
    <>
      <h1>The runs have stopped</h1>
      <p>
        {why}.{" "}
        <button type="button" class="link" onClick={tryAgain}>
          Try again
        </button>
      </p>
    </>
  );
}
