/** Every assumption of the model by theme, with search, and the list of those that were changed. */
import { computed, signal } from "@preact/signals";
import type { JSX } from "preact";
import { PARAMETERS, type Parameter, type ParameterName } from "../../engine/index.ts";
import { resetAssumptions } from "../store/company-commands.ts";
import { libraryCompany } from "../store/company.ts";
import { document } from "../store/document.ts";
import { edit } from "../store/editing.ts";
import { THEMES, valueText } from "../words/assumptions.ts";
import { AssumptionRows } from "./assumption-rows.tsx";
import { Sheet } from "./sheet.tsx";
import { notation } from "../store/notation.ts";

const query = signal("");

const found = computed<readonly Parameter[]>(() => {
  const words = query.value.toLowerCase().split(/\s+/);
  return PARAMETERS.filter((row) => {
    const text = `${row.label} ${row.name} ${row.unit} ${THEMES[row.theme]} ${row.evidence}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
});

export function AssumptionsSheet(): JSX.Element {
  const rows = found.value;
  const themes = Object.keys(THEMES).filter((theme) => rows.some((row) => row.theme === theme));
  return (
    <Sheet heading="Assumptions">
      <p class="sheet-note">
        What the model takes for granted, the same for every plan. A range is drawn from anew in every run.
        Grades: A experiments, B measured in firms, C surveys, D assumed.
      </p>
      <Changes />
      <label class="field">
        Search
        <input
          type="search"
          value={query.value}
          onInput={(event) => {
            query.value = event.currentTarget.value;
          }}
        />
      </label>
      <p class="sheet-note" aria-live="polite">
        {rows.length === PARAMETERS.length ? `${rows.length} assumptions.` : `${rows.length} found.`}
      </p>
      {themes.map((theme) => (
        <section key={theme} class="theme-rows" aria-label={THEMES[theme] ?? theme}>
          <h3>{THEMES[theme]}</h3>
          <AssumptionRows names={rows.filter((row) => row.theme === theme).map((row) => row.name)} />
        </section>
      ))}
    </Sheet>
  );
}

/** What differs from the defaults: the document's own, then what makes the library company what it is. */
function Changes(): JSX.Element {
  const own = document.value.assumptions;
  const company = libraryCompany(document.value);
  const names = Object.keys(own) as ParameterName[];
  const theirs = (Object.keys(company?.assumptions ?? {}) as ParameterName[]).filter(
    (name) => !names.includes(name),
  );
  return (
    <>
      <p>{changesText(names.length)}</p>
      {names.length === 0 ? null : (
        <>
          <ul class="changes">
            {names.map((name) => (
              <li key={name}>
                {labelOf(name)}: {valueText(own[name]!, notation.value)}
              </li>
            ))}
          </ul>
          <button type="button" class="link" onClick={() => edit(resetAssumptions)}>
            Reset all
          </button>
        </>
      )}
      {theirs.length === 0 ? null : (
        <p class="sheet-note">
          {company?.name} differs from the defaults:{" "}
          {theirs
            .map((name) => `${labelOf(name)} ${valueText(company!.assumptions[name]!, notation.value)}`)
            .join("; ")}
          .
        </p>
      )}
    </>
  );
}

function changesText(count: number): string {
  if (count === 0) return "Nothing is changed from what is usual.";
  return count === 1 ? "One is changed from what is usual:" : `${count} are changed from what is usual:`;
}

function labelOf(name: ParameterName): string {
  return PARAMETERS.find((row) => row.name === name)?.label ?? name;
}
