/** What a new study asks: which inputs vary and how far, by which design, how often. */
import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { InputError } from "../../scenarios/index.ts";
import { document } from "../store/document.ts";
import { people } from "../store/people.ts";
import { FactorFields, NumberInput } from "./factor-fields.tsx";
import { startStudy } from "./live.ts";
import { DESIGNS, studyOf, suggested, wish, type DesignKind, type Wish } from "./new-study.ts";

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
      <FactorFields
        factors={now.factors}
        onChange={(put) => change(({ factors }) => ({ factors: put(factors) }))}
      />
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
