/** The top bar: the places there are, what the document is about, what is measured, and how far the runs have come. */
import type { ComponentChildren, JSX } from "preact";
import { format } from "d3";
import { runCount } from "../store/comparison.ts";
import { canRedo, canUndo, document, redo, undo } from "../store/document.ts";
import { headcount } from "../store/people.ts";
import { firstRunShare, status } from "../store/results.ts";
import { openSheet, toggleSheet, type SheetName } from "../store/sheets.ts";
import { RUNS_MOST } from "../store/stopping.ts";
import { theme, toggleTheme } from "../store/theme.ts";
import { metricName } from "../store/view.ts";
import { METRICS, metricOf } from "../words/metrics.ts";
import { runsText } from "../words/runs.ts";
import { Choice } from "./choice.tsx";

const counted = format(",");

export function Bar(): JSX.Element {
  const changes = Object.keys(document.value.assumptions).length;
  return (
    <header class="bar">
      <p class="brand">Groundwork</p>
      <nav aria-label="Places">
        <a href="#compare" aria-current="page">
          Compare
        </a>
      </nav>
      <div class="about" role="group" aria-label="Document">
        <SheetButton name="documents" label="Documents">
          <bdi>{document.value.name}</bdi>
        </SheetButton>
        <SheetButton name="company" label="Company">
          {counted(headcount.value)} employees
        </SheetButton>
        <SheetButton name="assumptions" label="Assumptions">
          {changes === 0 ? "Assumptions" : `Assumptions, ${changes} changed`}
        </SheetButton>
      </div>
      <Choice
        label="Measure"
        value={metricName.value}
        options={METRICS.map((one) => ({ value: one.name, text: one.label }))}
        onChoose={(name) => {
          metricName.value = metricOf(name).name;
        }}
      />
      <div class="about">
        <button type="button" class="link" disabled={!canUndo.value} onClick={undo}>
          Undo
        </button>
        <button type="button" class="link" disabled={!canRedo.value} onClick={redo}>
          Redo
        </button>
      </div>
      <Runs />
      <button type="button" class="theme" onClick={toggleTheme}>
        {theme.value === "dark" ? "Light" : "Dark"}
      </button>
    </header>
  );
}

function SheetButton(props: {
  readonly name: SheetName;
  readonly label: string;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { name, label, children } = props;
  return (
    <button
      type="button"
      class="link"
      title={label}
      aria-haspopup="dialog"
      aria-expanded={openSheet.value === name}
      onClick={() => toggleSheet(name)}
    >
      {children}
    </button>
  );
}

/** "refining, 64 of 400 runs", and the same as a line under the bar. */
function Runs(): JSX.Element {
  const share = status.value.kind === "running" ? runCount.value / RUNS_MOST : 0;
  return (
    <>
      <p class="runs">{runsText(status.value, runCount.value, RUNS_MOST, firstRunShare.value)}</p>
      <div class="refining" style={{ transform: `scaleX(${share})` }} />
    </>
  );
}
