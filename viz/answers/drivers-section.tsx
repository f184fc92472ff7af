/** What drives the difference: inputs that move it, stages that make it, worked out on demand. */
import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import type { Estimate } from "../../scenarios/index.ts";
import { browserPoolSize } from "../../workers/browser.ts";
import { PAGE } from "../charts/palette.ts";
import { TornadoMarks, tornadoHeight } from "../charts/tornado.tsx";
import { WaterfallMarks, waterfallHeight } from "../charts/waterfall.tsx";
import { Choice } from "../compare/choice.tsx";
import { Frame } from "../compare/frame.tsx";
import { Section } from "../compare/section.tsx";
import { planA, planB, unit } from "../store/comparison.ts";
import { headcount } from "../store/people.ts";
import { isPaired, metric, week, weeks } from "../store/view.ts";
import { numberText } from "../words/assumptions.ts";
import { basisSentence, inputsTable, splitName, stagesTable, type StandInGap } from "../words/drivers.ts";
import { plain } from "../words/rich.ts";
import type { Unit } from "../words/units.ts";
import { monthText } from "../words/time.ts";
import { secondsFor, secondsText } from "../words/working.ts";
import { basis } from "./basis.ts";
import {
  ask,
  cancel,
  companyGap,
  cost,
  inputsNow,
  inputsStanding,
  INPUT_RUNS,
  splitOf,
  stagesNow,
  stagesStanding,
  tab,
  type DriversTab,
} from "./drivers.ts";
import {
  HEADING,
  inputsFigure,
  parts,
  splitText,
  stagesFigure,
  tornadoData,
  waterfallData,
} from "./driver-figures.tsx";
import { SizeChoice } from "./size-choice.tsx";
import { Asking } from "./standing.tsx";
import "./answers.css";
import { useId } from "../shell/own-id.ts";
import { notation } from "../store/notation.ts";
import { unitName } from "../words/notation.ts";
import { document } from "../store/document.ts";

const TABS: readonly { readonly name: DriversTab; readonly label: string }[] = [
  { name: "inputs", label: "Inputs" },
  { name: "stages", label: "Stages" },
];

export function DriversSection(): JSX.Element {
  const id = useId();
  return (
    <Section
      class="drivers"
      {...(figure.value.isReady() ? { figure: figure.value } : {})}
      heading={HEADING}
      sentence={figure.value.sentence()}
      {...(table.value === undefined ? {} : { table: table.value })}
    >
      <Tabs id={id} />
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${tab.value}`}>
        {tab.value === "inputs" ? <Inputs /> : <Stages />}
        <Again />
      </div>
    </Section>
  );
}

/** What can be taken away of the open tab. */
const figure = computed(() => (tab.value === "inputs" ? inputsFigure : stagesFigure));

/** An input's value with its unit. */
function valued(value: number, unitOfIt: string): string {
  return `${numberText(value, notation.value)} ${unitName(unitOfIt, document.value)}`;
}

const table = computed(() => {
  const one = unit.value;
  if (tab.value === "inputs") {
    const now = inputsNow.value;
    return now === null
      ? undefined
      : { name: "the inputs", data: () => inputsTable(now.drivers, one, valued) };
  }
  const now = stagesNow.value;
  const total = now && { ...now.total, label: "In all" };
  return total === null
    ? undefined
    : { name: "the stages", data: () => stagesTable(total, parts.value, one) };
});

/** Two tabs: arrows move between them, as everywhere. */
function Tabs({ id }: { readonly id: string }): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  const turn = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    tab.value = tab.value === "inputs" ? "stages" : "inputs";
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${tab.value}`)}`)?.focus();
  };
  return (
    <div ref={list} class="tabs" role="tablist" aria-label="What drives the difference" onKeyDown={turn}>
      {TABS.map(({ name, label }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`${id}-${name}`}
          aria-selected={tab.value === name}
          aria-controls={`${id}-panel`}
          tabIndex={tab.value === name ? 0 : -1}
          onClick={() => (tab.value = name)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

function Inputs(): JSX.Element {
  const data = tornadoData.value;
  const now = inputsNow.value;
  if (data === null || now === null) {
    return (
      <>
        <p class="quiet">
          How far the gap in {metric.value.label.toLowerCase()} at {monthText(week.value)} moves when each
          assumption alone goes to the ends of its range: its own where the document gives one, else what its
          grade of evidence leaves plausible.
        </p>
        <Ask />
      </>
    );
  }
  const { question, screened, employees } = now.answer;
  return (
    <>
      <p class="quiet">
        Filled: at the high end of its range; outlined: at the low end. A to D: how well it is known.
      </p>
      <Frame height={tornadoHeight(data.rows.length)} label={inputsFigure.label()}>
        {(size) => <TornadoMarks data={data} size={size} palette={PAGE} />}
      </Frame>
      <p class="quiet">
        {basisSentence(question.runs, employees, isOnStandIn(), notation.value, gapOf(now.gap))} The{" "}
        {data.rows.length} of {screened} inputs that moved it most at {monthText(question.week)} in{" "}
        {question.screenRuns} runs each; the others moved it less.
      </p>
    </>
  );
}

/** A stand-in's difference beside the company's. */
function gapOf({ value }: Estimate): { of: StandInGap; unit: Unit } | undefined {
  const company = companyGap.value;
  if (company === undefined || value === null) return undefined;
  return { of: { standIn: value, company }, unit: unit.value };
}

function isOnStandIn(): boolean {
  const found = basis.value;
  return !("why" in found) && found.isStandIn;
}

function Stages(): JSX.Element {
  const data = waterfallData.value;
  const now = stagesNow.value;
  if (data === null || now === null) {
    return (
      <>
        <p class="quiet">
          What each kind of step brings to {metric.value.label.toLowerCase()}: every combination of them is
          simulated, and the difference is split exactly among them (Shapley values).
        </p>
        <Ask />
      </>
    );
  }
  return (
    <>
      {isPaired.value ? <SplitChoice /> : <p class="quiet">{splitText()}</p>}
      <Frame height={waterfallHeight(data.parts.length)} label={stagesFigure.label()}>
        {(size) => <WaterfallMarks data={data} size={size} palette={PAGE} />}
      </Frame>
      <p class="quiet">
        {basisSentence(
          now.answer.question.runs,
          now.answer.employees,
          isOnStandIn(),
          notation.value,
          now.of === "difference" ? gapOf(now.total) : undefined,
        )}{" "}
        The parts add up to the whole exactly.
      </p>
    </>
  );
}

function SplitChoice(): JSX.Element {
  const of = (value: "difference" | "a" | "b"): string =>
    plain(splitName(value, planA.value, planB.value, true));
  return (
    <p class="asking">
      <Choice
        label="What the stages split"
        value={splitOf.value}
        options={(["difference", "b", "a"] as const).map((value) => ({ value, text: of(value) }))}
        onChoose={(value) => (splitOf.value = value as "difference")}
      />
    </p>
  );
}

/** How to ask for what the open tab shows, on a stand-in or the company itself. */
function Ask(): JSX.Element {
  const found = cost.value;
  const standing = tab.value === "inputs" ? inputsStanding.value : stagesStanding.value;
  if ("why" in found) {
    return (
      <>
        <p role="alert">It can’t be worked out here: {found.why}.</p>
        <SizeChoice />
      </>
    );
  }
  return (
    <>
      <Asking
        standing={standing}
        ask="Work it out"
        takes={<Takes planRuns={found.planRuns} />}
        onAsk={ask}
        onCancel={cancel}
      />
      {standing.kind === "working" ? null : <SizeChoice />}
    </>
  );
}

function Takes({ planRuns }: { readonly planRuns: number }): JSX.Element {
  const found = basis.value;
  const employees = "why" in found ? headcount.value : found.employees;
  const seconds = secondsFor(planRuns, employees, weeks.value, browserPoolSize());
  return <>takes {secondsText(seconds)}</>;
}

/** What is shown may be asked for at another size, and the inputs screened at another week. */
function Again(): JSX.Element | null {
  const standing = tab.value === "inputs" ? inputsStanding.value : stagesStanding.value;
  if (standing.kind !== "done") return null;
  const screenedAt = inputsNow.value?.answer.question.week;
  const isElsewhere = tab.value === "inputs" && screenedAt !== week.value;
  return (
    <>
      <SizeChoice />
      {isElsewhere ? (
        <p class="asking">
          <button type="button" class="link" onClick={ask}>
            Screen all {inputsNow.value?.answer.screened} again at {monthText(week.value)}
          </button>
          <span>with {INPUT_RUNS.screenRuns} runs each</span>
        </p>
      ) : null}
    </>
  );
}
