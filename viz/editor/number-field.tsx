/** A number as a native slider and a native field; the slider drafts while it moves and settles when it is let go. */
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { refusal, settle, withdraw } from "../store/document.ts";
import { refusalSentence } from "../words/refusals.ts";
import { useId } from "../shell/own-id.ts";

export interface NumberFieldProps {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  /** What the slider reaches; the field takes all that the document takes. */
  readonly slide?: { readonly from: number; readonly to: number; readonly step: number };
  /** Drafts a value; false = refused. */
  readonly onDraft: (value: number) => boolean;
}

export function NumberField(props: NumberFieldProps): JSX.Element {
  const { label, unit, value, slide, onDraft } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [why, setWhy] = useState("");
  useEffect(() => {
    setTyped(null);
    setWhy("");
  }, [value]);
  const isPending = useRef(false);
  const draft = (next: number): void => {
    isPending.current = onDraft(next);
    setWhy(isPending.current ? "" : refusalSentence(refusal.peek(), label));
  };
  const finish = (): void => {
    if (isPending.current) settle();
    isPending.current = false;
  };
  // A field that is taken away with its panel never hears of its last change.
  useEffect(() => finish, []);
  return (
    <div class="field number">
      <label for={id}>{label}</label>
      {slide === undefined ? null : (
        <input
          type="range"
          aria-label={label}
          min={slide.from}
          max={slide.to}
          step={slide.step}
          value={value}
          onInput={(event) => draft(event.currentTarget.valueAsNumber)}
          onChange={finish}
        />
      )}
      <input
        id={id}
        type="number"
        step="any"
        value={typed ?? String(value)}
        aria-invalid={why !== ""}
        aria-describedby={`${id}-why`}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          draft(event.currentTarget.valueAsNumber);
        }}
        onChange={() => {
          if (why === "") finish();
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || typed === null) return;
          event.preventDefault();
          withdraw();
          isPending.current = false;
          setTyped(null);
          setWhy("");
        }}
      />
      <span class="unit">{unit}</span>
      <p id={`${id}-why`} class={why === "" ? "unseen" : "hint refused"} aria-live="polite">
        {why}
      </p>
    </div>
  );
}
