/** Which inputs vary and how far, as fields: what a new study and a fit both ask. */
import type { JSX } from "preact";
import { PARAMETERS, type ParameterName } from "../../engine/index.ts";
import { plausible, type Factor } from "./new-study.ts";
import { factorLabel } from "./words.ts";

/** Changes the factors as they are by then, whatever was last drawn of them. */
type OnChange = (put: (factors: readonly Factor[]) => readonly Factor[]) => void;

export function FactorFields(props: {
  readonly factors: readonly Factor[];
  readonly onChange: OnChange;
}): JSX.Element {
  const { factors, onChange } = props;
  return (
    <>
      {factors.map((factor) => (
        <OneFactor key={factor.name} factor={factor} onChange={onChange} />
      ))}
      <FurtherFactor taken={factors} onChange={onChange} />
    </>
  );
}

function OneFactor(props: { readonly factor: Factor; readonly onChange: OnChange }): JSX.Element {
  const { name, low, high } = props.factor;
  const put = (next: Partial<Factor>): void =>
    props.onChange((factors) => factors.map((each) => (each.name === name ? { ...each, ...next } : each)));
  const label = factorLabel(name);
  return (
    <fieldset>
      <legend>{label}</legend>
      <NumberInput label="from" value={low} onChange={(next) => put({ low: next })} />
      <NumberInput label="to" value={high} onChange={(next) => put({ high: next })} />
      <button
        type="button"
        class="link"
        aria-label={`Leave out ${label}`}
        onClick={() => props.onChange((factors) => factors.filter((each) => each.name !== name))}
      >
        leave out
      </button>
    </fieldset>
  );
}

function FurtherFactor(props: {
  readonly taken: readonly Factor[];
  readonly onChange: OnChange;
}): JSX.Element {
  const free = PARAMETERS.filter(
    ({ name, unit }) => unit !== "switch" && !props.taken.some((each) => each.name === name),
  );
  return (
    <label>
      Another input{" "}
      <select
        class="choice"
        value=""
        onChange={(event) => {
          const further = plausible(event.currentTarget.value as ParameterName);
          props.onChange((factors) => [...factors, further]);
        }}
      >
        <option value="">choose …</option>
        {free.map(({ name, label }) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}

export function NumberInput(props: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}): JSX.Element {
  return (
    <label class="number">
      {props.label}
      <input
        type="number"
        step="any"
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.valueAsNumber)}
      />
    </label>
  );
}
