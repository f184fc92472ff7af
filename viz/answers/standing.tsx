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
  if (standing.kind === "working") {
    return (
      <p class="asking">
        <progress value={standing.share} max={1} aria-label="Share of the runs that is done" />
        <span>{workingText(standing)}</span>
        <button type="button" class="link" onClick={onCancel}>
          Cancel
        </button>
      </p>
    );
  }
  return (
    <>
      {standing.kind === "failed" ? <p role="alert">It could not be worked out: {standing.why}.</p> : null}
      <p class="asking">
        <button type="button" class="link" onClick={onAsk}>
          {standing.kind === "failed" ? "Try again" : ask}
        </button>
        <span>{takes}</span>
      </p>
    </>
  );
}
