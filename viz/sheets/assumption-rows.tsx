/** Rows of assumptions: label, unit, what is usual, the plausible range, how well it is known, and its value or range. */
import type { JSX } from "preact";
import { PARAMETERS, type Parameter, type ParameterName } from "../../engine/index.ts";
import { NumberField } from "../editor/number-field.tsx";
import { setAssumption, usualAssumption } from "../store/company-commands.ts";
import { drafted } from "../store/document.ts";
import { edit, propose } from "../store/editing.ts";
import { assumptionNote, numberText, sliderOf } from "../words/assumptions.ts";
import { notation } from "../store/notation.ts";
import { unitName } from "../words/notation.ts";

export function AssumptionRows(props: { readonly names: readonly ParameterName[] }): JSX.Element {
  const wanted = new Set<ParameterName>(props.names);
  const rows = PARAMETERS.filter((row) => wanted.has(row.name));
  return (
    <ul class="rows">
      {rows.map((row) => (
        <li key={row.name}>
          <Row row={row} />
        </li>
      ))}
    </ul>
  );
}

function Row({ row }: { readonly row: Parameter }): JSX.Element {
  const document = drafted.value;
  const own = document.assumptions[row.name];
  const usual = usualAssumption(document, row.name);
  const value = own ?? usual;
  const isRange = typeof value === "object";
  return (
    <div class={own === undefined ? "" : "changed"}>
      {row.unit === "switch" ? (
        <Switch row={row} isOn={value === 1} />
      ) : isRange ? (
        <Range row={row} low={value.low} high={value.high} />
      ) : (
        <NumberField
          label={row.label}
          unit={unitName(row.unit, drafted.value)}
          value={value}
          {...(sliderOf(row) === undefined ? {} : { slide: sliderOf(row)! })}
          onDraft={(next) => propose(setAssumption(row.name, next))}
        />
      )}
      <p class="hint">
        {assumptionNote(row, usual, notation.value)}{" "}
        {row.unit === "switch" ? null : (
          <button
            type="button"
            class="link"
            aria-label={`${isRange ? "One value" : "A range"} for ${row.label}`}
            onClick={() =>
              edit(setAssumption(row.name, isRange ? undefined : { low: row.low, high: row.high }))
            }
          >
            {isRange ? "one value" : "a range"}
          </button>
        )}{" "}
        {own === undefined ? null : (
          <button
            type="button"
            class="link"
            aria-label={`Reset ${row.label}`}
            onClick={() => edit(setAssumption(row.name, undefined))}
          >
            reset
          </button>
        )}
      </p>
    </div>
  );
}

function Switch({ row, isOn }: { readonly row: Parameter; readonly isOn: boolean }): JSX.Element {
  return (
    <label class="field check">
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => edit(setAssumption(row.name, event.currentTarget.checked ? 1 : 0))}
      />
      {row.label}
    </label>
  );
}

/** A range that every run draws its value from. */
function Range(props: { readonly row: Parameter; readonly low: number; readonly high: number }): JSX.Element {
  const { row, low, high } = props;
  return (
    <fieldset class="range">
      <legend>
        {row.label}, drawn for every run between {numberText(low, notation.value)} and{" "}
        {numberText(high, notation.value)} {unitName(row.unit, drafted.value)}
      </legend>
      <NumberField
        label="Lowest"
        unit={unitName(row.unit, drafted.value)}
        value={low}
        onDraft={(next) => propose(setAssumption(row.name, { low: next, high }))}
      />
      <NumberField
        label="Highest"
        unit={unitName(row.unit, drafted.value)}
        value={high}
        onDraft={(next) => propose(setAssumption(row.name, { low, high: next }))}
      />
    </fieldset>
  );
}
