/** The company: which firm of the library, how large, who works there, how people are tied, and the question's frame. */
import { computed, signal } from "@preact/signals";
import type { JSX } from "preact";
import { LIBRARY, WEEKS_MAX, type Document, type DocumentCompany } from "../../scenarios/index.ts";
import { NumberField } from "../editor/number-field.tsx";
import { setCompanyField, setDocumentField, takeCompany, withHorizon } from "../store/company-commands.ts";
import { employeeCount, libraryCompany } from "../store/company.ts";
import { document, drafted } from "../store/document.ts";
import { edit, propose } from "../store/editing.ts";
import { organisation, people } from "../store/people.ts";
import { organisationSentences } from "../words/organisation.ts";
import { AssumptionRows } from "./assumption-rows.tsx";
import { OrganisationPicture } from "./organisation-picture.tsx";
import { PeopleDrop } from "./people-drop.tsx";
import { Sheet } from "./sheet.tsx";
import { TextField } from "./text-field.tsx";
import { TiesFields } from "./ties-fields.tsx";
import { countText } from "../words/decimals.ts";
import { leftOutText } from "../words/left-out.ts";
import { notation } from "../store/notation.ts";
import { localeSentence } from "../words/notation.ts";

/** What the slider reaches; the field takes up to a million. */
const EMPLOYEES_SLIDE = { from: 20, to: 30_000, step: 10 };

/** Assumptions by which firms differ most: culture, meetings, reviews, money. */
const FIRMS_OWN = [
  "attendanceFrequency",
  "grassroots",
  "startCommunityShare",
  "isForcedRanking",
  "isReputationVisible",
  "platformReviewWeeks",
  "communityReviewWeeks",
  "projectReviewWeeks",
  "wageUsdPerHour",
  "seatUsdPerMonth",
] as const;

/** Who is there, in sentences, or why nobody can be. */
const described = computed<readonly string[]>(() => {
  const firm = organisation.value;
  return "why" in firm
    ? [`This firm can’t be made: ${firm.why}.`]
    : organisationSentences(firm, notation.value);
});

export function CompanySheet(): JSX.Element {
  return (
    <Sheet heading="Company">
      <LibraryField />
      <LeftOut by="company" />
      <p class="sheet-note">{libraryCompany(document.value)?.note ?? document.value.notes}</p>
      {people.value === null ? (
        <NumberField
          label="Employees"
          unit="people"
          value={employeeCount(drafted.value)}
          slide={EMPLOYEES_SLIDE}
          onDraft={(count) => propose(setCompanyField("employees", count))}
        />
      ) : null}
      <PeopleDrop />
      {described.value.map((sentence) => (
        <p key={sentence} class="sheet-note">
          {sentence}
        </p>
      ))}
      <OrganisationPicture />
      {people.value === null ? <RoleFields /> : null}
      <TiesFields />
      <h3>Culture, meetings, reviews and money</h3>
      <AssumptionRows names={FIRMS_OWN} />
      <h3>The question</h3>
      <QuestionFields />
    </Sheet>
  );
}

/** What the last change of the horizon left out, by what it was changed. */
const leftOut = signal({ by: "horizon", weeks: 0, text: "" });

function tellLeftOut(by: "company" | "horizon", before: Document, after: Document): void {
  leftOut.value = { by, weeks: after.weeks, text: leftOutText(before, after) };
}

/** Said as long as the horizon is the one that left it out. */
function LeftOut({ by }: { readonly by: "company" | "horizon" }): JSX.Element {
  const { by: cause, weeks, text } = leftOut.value;
  const isSaid = cause === by && weeks === drafted.value.weeks && text !== "";
  return (
    <p class={isSaid ? "sheet-note" : "unseen"} aria-live="polite">
      {isSaid ? text : ""}
    </p>
  );
}

function LibraryField(): JSX.Element {
  const { company } = document.value;
  return (
    <label class="field">
      Company of the library
      <select
        aria-label="Company"
        value={company.library ?? ""}
        onChange={(event) => {
          const before = document.peek();
          if (edit(takeCompany(event.currentTarget.value))) tellLeftOut("company", before, document.peek());
        }}
      >
        {company.library === undefined ? <option value="">none: a firm of your own</option> : null}
        {LIBRARY.companies.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}, {countText(one.company.employees, notation.value)} employees
          </option>
        ))}
      </select>
    </label>
  );
}

/** The company with what its library entry says where the document says nothing. */
const given = computed<DocumentCompany>(() => ({
  ...libraryCompany(document.value)?.company,
  ...document.value.company,
}));

function RoleFields(): JSX.Element {
  const { roles = [], sites = [], salesLikeRole } = given.value;
  return (
    <>
      <TextField
        label="Roles, one a line, the largest first"
        rows={5}
        value={roles.join("\n")}
        onSettle={(text) => edit(setCompanyField("roles", linesOf(text)))}
      />
      <label class="field">
        Role whose skill shows in revenue
        <select
          value={salesLikeRole ?? ""}
          onChange={({ currentTarget: { value } }) =>
            edit(setCompanyField("salesLikeRole", value === "" ? null : value))
          }
        >
          <option value="">none</option>
          {roles.map((role) => (
            <option key={role} value={role}>
              {role}
            </option>
          ))}
        </select>
      </label>
      <TextField
        label="Sites, one a line"
        rows={3}
        value={sites.join("\n")}
        onSettle={(text) => edit(setCompanyField("sites", linesOf(text)))}
      />
    </>
  );
}

/** Lines with something in them; none = as the library has it. */
function linesOf(text: string): string[] | undefined {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return lines.length === 0 ? undefined : lines;
}

function QuestionFields(): JSX.Element {
  const { weeks, seed, currency, locale, start } = drafted.value;
  return (
    <>
      <NumberField
        label="Horizon"
        unit={`weeks, at most ${WEEKS_MAX}`}
        value={weeks}
        onDraft={(count) => {
          const isAllowed = propose(withHorizon(count));
          if (isAllowed) tellLeftOut("horizon", document.peek(), drafted.peek());
          return isAllowed;
        }}
      />
      <LeftOut by="horizon" />
      <TextField
        label="Seed of all chance"
        value={seed}
        onSettle={(text) => edit(setDocumentField("seed", text))}
      />
      <TextField
        label="First day, as YYYY-MM-DD, for dates on the axes"
        value={start ?? ""}
        onSettle={(text) => edit(setDocumentField("start", text.trim() === "" ? undefined : text.trim()))}
      />
      <TextField
        label="Currency, three capitals"
        value={currency ?? "USD"}
        hint="Nothing is converted: every amount is taken to be in it."
        onSettle={(text) => edit(setDocumentField("currency", text))}
      />
      <TextField
        label="Numbers and months as in, a language tag"
        value={locale ?? "en"}
        hint={localeSentence(drafted.value)}
        onSettle={(text) => edit(setDocumentField("locale", text.trim() === "" ? undefined : text.trim()))}
      />
    </>
  );
}
