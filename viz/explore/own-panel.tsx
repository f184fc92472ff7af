/** Calibration to one's own weeks: a file asked for, what is fitted, how far it is, what was found. */
import type { JSX } from "preact";
import { Choice } from "../compare/choice.tsx";
import { Section } from "../compare/section.tsx";
import { document } from "../store/document.ts";
import { rich } from "../words/rich.ts";
import { FactorFields, NumberInput } from "./factor-fields.tsx";
import {
  ask,
  asked,
  cancelFit,
  fitTrouble,
  found,
  ownFile,
  progress,
  startFit,
  takeWeeks,
} from "./own-fit.ts";
import { OwnFindings } from "./own-findings.tsx";
import { SEEN_MEASURES, type OwnAsked } from "./own-wish.ts";
import { progressText } from "./own-words.ts";
import { PressLink } from "./press-link.tsx";
import { notation } from "../store/notation.ts";

const HOW = rich`Drop a CSV with a row a week, such as weekly active users or community members: which assumptions make such weeks, and is there contagion at all? It stays in this browser.`;

export function OwnPanel(): JSX.Element {
  const [done, running, now] = [found.value, progress.value, asked.value];
  if (done !== null) return <OwnFindings found={done} />;
  return (
    <Section
      heading={running === null ? "Fit to your own weeks" : "Your weeks are being fitted"}
      sentence={
        running !== null
          ? rich`${progressText(running, notation.value)}`
          : now === null
            ? HOW
            : fileSentence()
      }
      class="own"
    >
      {running === null ? (
        <>
          {now === null ? null : <AskedForm now={now} />}
          <FileLink text={now === null ? "Open your weeks …" : "Open other weeks …"} />
        </>
      ) : (
        <>
          <progress max={running.most} value={running.runs} aria-label="Runs simulated" />
          <PressLink text="Cancel" onPress={cancelFit} />
        </>
      )}
      <p class="hint refused" role="status">
        {fitTrouble.value === "" ? "" : `Refused: ${fitTrouble.value}.`}
      </p>
    </Section>
  );
}

function fileSentence() {
  const own = ownFile.value!;
  const { name } = document.value;
  return rich`${own.file.name} is fitted to “${name}”: what varies is looked for within its range, all else is as the document says.`;
}

function FileLink({ text }: { readonly text: string }): JSX.Element {
  return (
    <p>
      <label class="link file">
        {text}
        <input
          class="unseen"
          type="file"
          accept=".csv,text/csv,text/plain"
          onChange={(event) => {
            const [file] = Array.from(event.currentTarget.files ?? []);
            if (file !== undefined) void takeWeeks(file);
            event.currentTarget.value = "";
          }}
        />
      </label>
    </p>
  );
}

function AskedForm({ now }: { readonly now: OwnAsked }): JSX.Element {
  return (
    <form
      class="wish"
      onSubmit={(event) => {
        event.preventDefault();
        void startFit();
      }}
    >
      {Object.entries(now.columns).map(([name, measure]) => (
        <label key={name}>
          Column “{name}” is{" "}
          <Choice
            label={`Column ${name}, measure`}
            value={measure ?? ""}
            options={[
              { value: "", text: "left out" },
              ...SEEN_MEASURES.map((row) => ({ value: row.name, text: row.label })),
            ]}
            onChoose={(value) =>
              ask(({ columns }) => ({
                columns: {
                  ...columns,
                  [name]: SEEN_MEASURES.find((row) => row.name === value)?.name ?? null,
                },
              }))
            }
          />
        </label>
      ))}
      <label class="switch">
        <input
          type="checkbox"
          checked={now.isCounted}
          onChange={(event) => ask(() => ({ isCounted: event.currentTarget.checked }))}
        />
        Shares are counts of people
      </label>
      <label>
        The plan that was followed{" "}
        <Choice
          label="The plan that was followed"
          value={now.plan}
          options={document.value.plans.map(({ id, name }) => ({ value: id, text: name }))}
          onChoose={(plan) => ask(() => ({ plan }))}
        />
      </label>
      <FactorFields
        factors={now.factors}
        onChange={(put) => ask(({ factors }) => ({ factors: put(factors) }))}
      />
      <NumberInput label="Runs at most" value={now.runs} onChange={(runs) => ask(() => ({ runs }))} />
      <NumberInput
        label="Employees simulated"
        value={now.employees}
        onChange={(employees) => ask(() => ({ employees }))}
      />
      <button type="submit" class="link start">
        Fit
      </button>
    </form>
  );
}
