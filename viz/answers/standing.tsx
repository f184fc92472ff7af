/** What stands in an answer's place until it is there: how to ask for it, how far it has come, or why it failed. */
import type { ComponentChildren, JSX } from "preact";
import { workingText } from "../words/working.ts";
import type { Standing } from "./work.ts";

export function Asking(props: {
  readonly standing: Standing<unknown>;
  /** On the button that asks. */
  readonly ask: string;
  /** What it takes, beside the button. */
  readonly takes: ComponentChildren;
  readonly onAsk: () => void;
  readonly onCancel: () => void;
}): JSX.Element | null {
  const { standing, ask, takes, onAsk, onCancel } = props;
  if (standing.kind === "done") return null;
  const isWorking = standing.kind === "working";
  // One and the same button: who pressed it keeps the focus, and may cancel at once.
  return (
    <>
      {standing.kind === "failed" ? <p role="alert">It could not be worked out: {standing.why}.</p> : null}
      <p class="asking">
        {isWorking ? (
          <progress key="share" value={standing.share} max={1} aria-label="Share of the runs that is done" />
        ) : null}
        {isWorking ? <span key="far">{workingText(standing)}</span> : null}
        <button key="verb" type="button" class="link" onClick={isWorking ? onCancel : onAsk}>
          {isWorking ? "Cancel" : standing.kind === "failed" ? "Try again" : ask}
        </button>
        {isWorking ? null : <span key="takes">{takes}</span>}
      </p>
    </>
  );
}
