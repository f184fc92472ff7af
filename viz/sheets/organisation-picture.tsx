/** A picture of the firm: its units, departments, teams and roles, each as wide as its people. */
import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { buildOrganisation, runKey } from "../../engine/index.ts";
import { parametersOf, seedWords } from "../../scenarios/index.ts";
import { organisationBody, organisationHeight } from "../charts/organisation-chart.tsx";
import { PAGE } from "../charts/palette.ts";
import { Frame } from "../compare/frame.tsx";
import { Table } from "../compare/table.tsx";
import { document } from "../store/document.ts";
import { organisation } from "../store/people.ts";
import { organisationData, organisationSentence, organisationTable } from "../words/organisation-parts.ts";
import { notation } from "../store/notation.ts";

/** A larger firm would keep the page from its reader while its seats are dealt. */
const EMPLOYEES_MOST = 100_000;

/** The seats of the first future, as a run deals them; null where there is nothing to draw. */
const data = computed(() => {
  const firm = organisation.value;
  if ("why" in firm || firm.company.employeeCount > EMPLOYEES_MOST) return null;
  const { teamMainRoleShare } = parametersOf(document.value, 0);
  const run = runKey(seedWords(document.value.seed), 0);
  const built = buildOrganisation(firm.company, 0, teamMainRoleShare, run);
  return organisationData({ ...built.organisation, department: built.department }, firm, notation.value);
});

export function OrganisationPicture(): JSX.Element | null {
  const firm = data.value;
  if (firm === null) return null;
  const sentence = organisationSentence(firm, notation.value);
  return (
    <section class="organisation" aria-label="How the firm is built">
      <h3>How the firm is built</h3>
      <p class="sheet-note">{sentence}</p>
      <Frame
        height={organisationHeight(firm.levels.length)}
        label={`The firm as it is built: ${[...firm.levels, firm.roles].map(({ label }) => label).join(", ")}. ${sentence}`}
      >
        {(size) => organisationBody(firm, size, PAGE)}
      </Frame>
      <Table name="units and roles" data={() => organisationTable(firm)} />
    </section>
  );
}
