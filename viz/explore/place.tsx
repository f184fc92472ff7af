/** Explore: the researcher's place, where a study's table is looked at from all sides. */
import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { Choice } from "../compare/choice.tsx";
import { Sentence } from "../compare/sentence.tsx";
import { Spoken } from "../compare/spoken.tsx";
import { isOfWeeks } from "../../scenarios/import/index.ts";
import { fileTrouble, openDocumentFile } from "../store/document-files.ts";
import { OpenSheet } from "../sheets/open-sheet.tsx";
import { Bar } from "../shell/bar.tsx";
import "./explore.css";
import { DecisionSection } from "./decision-section.tsx";
import { InputsSection } from "./inputs-section.tsx";
import { restoreStudy } from "./live.ts";
import { MapSection } from "./map-section.tsx";
import { MattersSection } from "./matters-section.tsx";
import { OutcomeSection } from "./outcome-section.tsx";
import { takeWeeks } from "./own-fit.ts";
import { OwnPanel } from "./own-panel.tsx";
import { PointsSection } from "./points-section.tsx";
import { SettlingSection } from "./settling-section.tsx";
import { ahead, ask, chosen, copying, openFile, opening, question, refuse, table, trouble } from "./store.ts";
import { StudyPanel } from "./study-panel.tsx";
import { basisOf, headlineOf, outputWords } from "./words.ts";

const isOver = signal(false);

export function Explore(): JSX.Element {
  useEffect(() => void restoreStudy(), []);
  return (
    <>
      <Bar choices={<QuestionChoices />} progress={<OpenTable />} />
      <main
        id="explore"
        class={isOver.value ? "over" : ""}
        onDragOver={(event) => {
          event.preventDefault();
          isOver.value = true;
        }}
        onDragLeave={(event) => {
          if (event.target === event.currentTarget) isOver.value = false;
        }}
        onDrop={(event) => {
          event.preventDefault();
          isOver.value = false;
          take(event.dataTransfer?.files);
        }}
      >
        <Title />
        <Copying />
        {table.value === null ? (
          <div class="explore-start">
            <StudyPanel />
            <OwnPanel />
          </div>
        ) : (
          <div class="explore-columns">
            <InputsSection />
            <div>
              <MapSection />
              <DecisionSection />
              <PointsSection />
            </div>
            <div>
              <MattersSection />
              <OutcomeSection />
              <SettlingSection />
              <StudyPanel />
            </div>
            <div class="explore-own">
              <OwnPanel />
            </div>
          </div>
        )}
      </main>
      <OpenSheet />
      <Spoken />
    </>
  );
}

function Title(): JSX.Element {
  const of = table.value;
  const state =
    opening.value !== ""
      ? `Opening ${opening.value} …`
      : trouble.value !== ""
        ? `Refused: ${trouble.value}.`
        : "";
  return (
    <div class="title">
      <h1>
        {of === null ? (
          "What would have to be true for a plan to win?"
        ) : (
          <Sentence of={headlineOf(of, question.value, ahead.value)} />
        )}
      </h1>
      <p>
        {of === null
          ? "Open the table of a study (Parquet or CSV, made by the command line or here), or start one below."
          : basisOf(of, question.value.output, chosen.value.count)}
      </p>
      <p class="refused" role="status">
        {state}
      </p>
    </div>
  );
}

/** Text the browser wouldn't copy. */
function Copying(): JSX.Element | null {
  const text = copying.value;
  if (text === null) return null;
  return (
    <label class="copying">
      This browser does not copy by itself; copy this text:
      <textarea rows={6} readOnly value={text} onFocus={(event) => event.currentTarget.select()} />
      <button type="button" class="link" onClick={() => (copying.value = null)}>
        Close
      </button>
    </label>
  );
}

/** The output, and the plans it is looked at for. */
function QuestionChoices(): JSX.Element | null {
  const of = table.value;
  if (of === null) return null;
  const { output, a, b } = question.value;
  const plans = of.plans.map(({ name }, i) => ({ value: String(i), text: name }));
  return (
    <div class="about question">
      <Choice
        label="Output"
        value={output}
        options={of.outputs.map((name) => ({ value: name, text: outputWords(of, name).label }))}
        onChoose={(chosenOutput) => ask({ output: chosenOutput })}
      />
      <Choice
        label="Plan"
        value={String(b)}
        plan={b}
        options={plans}
        onChoose={(value) => choosePlan(Number(value))}
      />
      <Choice
        label="Against"
        value={a === null ? "" : String(a)}
        {...(a === null ? {} : { plan: a })}
        options={[{ value: "", text: "alone" }, ...plans]}
        onChoose={(value) => chooseAgainst(value === "" ? null : Number(value))}
      />
    </div>
  );
}

/** A plan is never compared with itself: the two change places. */
function choosePlan(next: number): void {
  const { a, b } = question.peek();
  ask({ b: next, a: a === next ? b : a });
}

function chooseAgainst(next: number | null): void {
  const { a, b } = question.peek();
  ask({ a: next, b: next === b ? (a ?? b) : b });
  if (next !== null && next === question.peek().b) ask({ a: null });
}

function OpenTable(): JSX.Element {
  return (
    <label class="open-table link">
      Open a table …
      <input
        class="unseen"
        type="file"
        accept=".parquet,.csv,.json"
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = "";
        }}
      />
    </label>
  );
}

function take(files: FileList | null | undefined): void {
  const [file] = Array.from(files ?? []);
  if (file === undefined) return;
  if (/\.json$/i.test(file.name)) void openQuestion(file);
  else if (!/\.(parquet|csv)$/i.test(file.name)) refuse(`neither Parquet nor CSV nor JSON: ${file.name}`);
  else void sort(file);
}

/** A document, such as one with the plans that the command line found: it opens in Compare. */
async function openQuestion(file: File): Promise<void> {
  if (await openDocumentFile(file)) location.hash = "#compare";
  else refuse(fileTrouble.peek());
}

const HEADER_BYTES = 4096;

/** A list of weeks is fitted to, any other file is a study's table. */
async function sort(file: File): Promise<void> {
  const [header] = (await file.slice(0, HEADER_BYTES).text()).split(/\r?\n/, 1);
  await (isOfWeeks(header) ? takeWeeks(file) : openFile(file));
}
