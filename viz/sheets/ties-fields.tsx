/** How people are tied: by teams and projects, at random, in a ring, or everybody with everybody. */
import type { JSX } from "preact";
import type { DocumentCompany } from "../../scenarios/index.ts";
import { NumberField } from "../editor/number-field.tsx";
import { setCompanyField } from "../store/company-commands.ts";
import { libraryCompany } from "../store/company.ts";
import { drafted } from "../store/document.ts";
import { edit, propose } from "../store/editing.ts";

type Ties = NonNullable<DocumentCompany["ties"]>;

const KINDS: readonly { readonly kind: Ties["kind"]; readonly text: string; readonly ties: Ties }[] = [
  { kind: "synthetic", text: "Teams, projects and a few long ties", ties: { kind: "synthetic" } },
  { kind: "random", text: "At random", ties: { kind: "random", meanDegree: 12 } },
  { kind: "ring", text: "In a ring of neighbours", ties: { kind: "ring", degree: 12 } },
  { kind: "complete", text: "Everybody sees everybody", ties: { kind: "complete" } },
];

export function TiesFields(): JSX.Element {
  const { company } = drafted.value;
  const ties: Ties = company.ties ?? libraryCompany(drafted.value)?.company.ties ?? { kind: "synthetic" };
  return (
    <>
      <label class="field">
        Ties between people
        <select
          value={ties.kind}
          onChange={(event) => {
            const chosen = KINDS.find(({ kind }) => kind === event.currentTarget.value);
            edit(setCompanyField("ties", chosen?.kind === "synthetic" ? undefined : chosen?.ties));
          }}
        >
          {KINDS.map(({ kind, text }) => (
            <option key={kind} value={kind}>
              {text}
            </option>
          ))}
        </select>
      </label>
      {ties.kind === "random" ? (
        <NumberField
          label="Ties a head"
          unit="on average"
          value={ties.meanDegree}
          slide={{ from: 0, to: 50, step: 1 }}
          onDraft={(meanDegree) => propose(setCompanyField("ties", { kind: "random", meanDegree }))}
        />
      ) : null}
      {ties.kind === "ring" ? (
        <NumberField
          label="Ties a head"
          unit="even"
          value={ties.degree}
          slide={{ from: 2, to: 50, step: 2 }}
          onDraft={(degree) => propose(setCompanyField("ties", { kind: "ring", degree }))}
        />
      ) : null}
      <NumberField
        label="Rewired at random"
        unit="of the ties"
        value={company.rewiring ?? 0}
        slide={{ from: 0, to: 1, step: 0.05 }}
        onDraft={(share) => propose(setCompanyField("rewiring", share === 0 ? undefined : share))}
      />
    </>
  );
}
