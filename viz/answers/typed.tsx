/** A number that is taken over when it is left or confirmed; what is refused is said. */
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { refusal } from "../store/document.ts";
import { refusalSentence } from "../words/refusals.ts";
import { useId } from "../shell/own-id.ts";

const DIGITS = 6;

export function Typed(props: {
  readonly label: string;
  readonly value: number;
  /** Changes the document; false = refused, or nothing new. */
  readonly onType: (value: number) => boolean;
  readonly onTaken?: () => void;
}): JSX.Element {
  const { label, value, onType, onTaken } = props;
  const id = useId();
  const [why, setWhy] = useState("");
  useEffect(() => setWhy(""), [value]);
  return (
    <span class="typed">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        step="any"
        value={String(Number(value.toPrecision(DIGITS)))}
        aria-invalid={why !== ""}
        aria-describedby={`${id}-why`}
        onChange={(event) => {
          onType(event.currentTarget.valueAsNumber);
          setWhy(refusal.peek() === "" ? "" : refusalSentence(refusal.peek(), label));
          if (refusal.peek() === "") onTaken?.();
        }}
      />
      <span id={`${id}-why`} class={why === "" ? "unseen" : "refused"} aria-live="polite">
        {why}
      </span>
    </span>
  );
}
