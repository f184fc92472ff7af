/** What a new study asks: which inputs vary and how far, by which design, how often. */
import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { PARAMETERS, type ParameterName } from "../../engine/index.ts";
import { InputError } from "../../scenarios/index.ts";
import { document } from "../store/document.ts";
import { people } from "../store/people.ts";
import { startStudy } from "./live.ts";
import {
  DESIGNS,
  plausible,
  studyOf,
  suggested,
  wish,
  type DesignKind,
  type Factor,
  type Wish,
} from "./new-study.ts";

/** Why the last wish can't be a study; empty if it can. */
export const refused = signal("");

export function WishForm(): JSX.Element {
  const now = wish.value ?? suggested(document.value);
  const design = DESIGNS.find(({ kind }) => kind === now.design)!;
  return (
    <form
      class="wish"
      onSubmit={(event) => {
        event.preventDefault();
        start(now);
      }}
    >
      {now.factors.map((factor) => (
        <FactorFields key={factor.name} factor={factor} />
      ))}
      <FurtherFactor taken={now.factors} />
      <label>
        Design{" "}
        <select
          class="choice"
          value={now.design}
          onChange={(event) => change(() => ({ design: event.currentTarget.value as DesignKind }))}
        >
          {DESIGNS.map(({ kind, label }) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <NumberInput
        label={design.counts}
        value={now.points}
        onChange={(points) => change(() => ({ points }))}
      />
      <NumberInput
        label="Replicates"
        value={now.replicates}
        onChange={(replicates) => change(() => ({ replicates }))}
      />
      <NumberInput
        label="Employees simulated"
        value={now.employees}
        onChange={(employees) => change(() => ({ employees }))}
      />
      <button type="submit" class="link start">
        Start
      </button>
    </form>
  );
}

/** Changes the wish as it is now, whatever was last drawn of it. */
function change(part: (now: Wish) => Partial<Wish>): void {
  const now = wish.peek() ?? suggested(document.peek());
  wish.value = { ...now, ...part(now) };
}

function FactorFields({ factor }: { readonly factor: Factor }): JSX.Element {
  const { name, low, high } = factor;
  const put = (next: Partial<Factor>): void =>
    change(({ factors }) => ({
      factors: factors.map((each) => (each.name === name ? { ...each, ...next } : each)),
    }));
  const label = PARAMETERS.find((row) => row.name === name)?.label ?? name;
  return (
    <fieldset>
      <legend>{label}</legend>
      <NumberInput label="from" value={low} onChange={(next) => put({ low: next })} />
      <NumberInput label="to" value={high} onChange={(next) => put({ high: next })} />
      <button
        type="button"
        class="link"
        aria-label={`Leave out ${label}`}
        onClick={() => change(({ factors }) => ({ factors: factors.filter((each) => each.name !== name) }))}
      >
        leave out
      </button>
    </fieldset>
  );
}

function FurtherFactor({ taken }: { readonly taken: readonly Factor[] }): JSX.Element {
  const free = PARAMETERS.filter(
    ({ name, unit }) => unit !== "switch" && !taken.some((each) => each.name === name),
  );
  return (
    <label>
      Another input{" "}
      <select
        class="choice"
        value=""
        onChange={(event) => {
          const further = plausible(event.currentTarget.value as ParameterName);
          change(({ factors }) => ({ factors: [...factors, further] }));
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

function NumberInput(props: {
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

function start(asked: Wish): void {
  try {
    if (people.value !== null)
      throw new InputError("studies run on synthetic companies; this document has people of its own");
    startStudy(studyOf(document.value, asked));
    refused.value = "";
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    refused.value = `Refused: ${error.message}.`;
  }
}
