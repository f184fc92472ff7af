/** A line of text one may change: what is refused stays in the field, with the reason below it. */
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { refusal } from "../store/document.ts";
import { refusalSentence } from "../words/refusals.ts";
import { useId } from "../shell/own-id.ts";

export function TextField(props: {
  readonly label: string;
  readonly value: string;
  readonly onSettle: (value: string) => void;
  /** Several lines. */
  readonly rows?: number;
  readonly hint?: string;
}): JSX.Element {
  const { label, value, onSettle, rows, hint } = props;
  const id = useId();
  const [text, setText] = useState(value);
  const [why, setWhy] = useState("");
  // Before the next key: later it would take back what is refused by then.
  useLayoutEffect(() => {
    setText(value);
    setWhy("");
  }, [value]);
  const pending = useRef<(() => void) | null>(null);
  const settle = (typed: string): void => {
    pending.current = null;
    if (typed === value) return setWhy("");
    onSettle(typed);
    setWhy(refusal.peek() === "" ? "" : refusalSentence(refusal.peek(), label));
  };
  // A field that is taken away with its panel never hears of its last change.
  useEffect(() => () => pending.current?.(), []);
  const shared = {
    id,
    value: text,
    spellcheck: false,
    autocomplete: "off",
    "aria-invalid": why !== "",
    "aria-describedby": `${id}-why`,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) => {
      const typed = event.currentTarget.value;
      pending.current = () => onSettle(typed);
      setText(typed);
    },
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      settle(event.currentTarget.value),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Escape" || text === value) return;
      // The first Escape gives up what was typed, the next one closes what is around it.
      event.preventDefault();
      pending.current = null;
      setText(value);
      setWhy("");
    },
  } as const;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {rows === undefined ? <input type="text" {...shared} /> : <textarea rows={rows} {...shared} />}
      <p id={`${id}-why`} class={why === "" ? "hint" : "hint refused"} aria-live="polite">
        {why === "" ? (hint ?? "") : why}
      </p>
    </div>
  );
}
