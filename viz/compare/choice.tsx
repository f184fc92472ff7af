/** A native select, quiet enough to stand in a line of text. */
import type { JSX } from "preact";
import { PAGE, planColour } from "../charts/palette.ts";

export interface Option {
  readonly value: string;
  readonly text: string;
}

/** Options under a heading. */
export interface OptionGroup {
  readonly label: string;
  readonly options: readonly Option[];
}

export function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (Option | OptionGroup)[];
  /** The place of the plan chosen, which gives the colour. */
  readonly plan?: number;
  readonly onChoose: (value: string) => void;
}): JSX.Element {
  const { label, value, options, plan, onChoose } = props;
  return (
    <select
      class={plan === undefined ? "choice" : "choice plan"}
      aria-label={label}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value)}
      {...(plan === undefined ? {} : { style: { color: planColour(PAGE, plan) } })}
    >
      {options.map((one) =>
        "options" in one ? (
          <optgroup key={one.label} label={one.label}>
            {one.options.map(optionOf)}
          </optgroup>
        ) : (
          optionOf(one)
        ),
      )}
    </select>
  );
}

function optionOf({ value, text }: Option): JSX.Element {
  return (
    <option key={value} value={value}>
      {text}
    </option>
  );
}
