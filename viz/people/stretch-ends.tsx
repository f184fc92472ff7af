/** The marked stretch in numbers, for keyboards and small screens. */
import type { JSX } from "preact";
import { useId } from "../shell/own-id.ts";
import { chooseStretch, stretch } from "../store/stretch.ts";

export function StretchEnds({ weeks }: { readonly weeks: number }): JSX.Element {
  const id = useId();
  const { from, to } = stretch.value ?? { from: 0, to: 0 };
  const field = (name: string, value: number, onChange: (week: number) => void): JSX.Element => (
    <label for={`${id}${name}`}>
      {name === "from" ? "Who changed from week" : "to week"}{" "}
      <input
        id={`${id}${name}`}
        type="number"
        min={0}
        max={weeks}
        value={stretch.value === null ? "" : value}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
    </label>
  );
  return (
    <p class="verbs">
      {field("from", from, (next) => chooseStretch({ from: next, to: Math.max(next + 1, to) }))}
      {field("to", to, (next) => chooseStretch({ from: Math.min(from, next - 1), to: next }))}
      {stretch.value === null ? null : (
        <button type="button" class="link" onClick={() => chooseStretch(null)}>
          Nobody in particular
        </button>
      )}
    </p>
  );
}
