/** The numbers of the selected step, beside its bar. */
import type { CSSProperties, JSX } from "preact";
import type { Document, Plan } from "../../scenarios/index.ts";
import { drafted, selected } from "../store/document.ts";
import { edit, propose } from "../store/editing.ts";
import { plansOfPast } from "../store/plan-commands.ts";
import { endStep, removeStep, setField } from "../store/step-commands.ts";
import { endOf, isOpen, type Step } from "../store/steps.ts";
import { FIELDS, type Field } from "../words/fields.ts";
import { kindText } from "../words/kinds.ts";
import { listOf, rich, type Rich } from "../words/rich.ts";
import { Sentence } from "../compare/sentence.tsx";
import { announce } from "../compare/spoken.tsx";
import { NumberField } from "./number-field.tsx";
import { closePanel } from "./panel.ts";
import { Panel } from "./panel-frame.tsx";
import { ScopeFields } from "./scope-fields.tsx";

export function StepPanel(props: {
  readonly place: number;
  readonly style: CSSProperties;
  readonly takesFocus: boolean;
}): JSX.Element | null {
  const document = drafted.value;
  const plan = document.plans[props.place];
  const at = selected.value?.step ?? -1;
  const step = plan.interventions[at];
  if (step === undefined) return null;
  const isShared = step.week < (plan.forkWeek ?? 0);
  return (
    <Panel
      heading={`${kindText(step.kind)} of`}
      place={props.place}
      name={plan.name}
      style={props.style}
      takesFocus={props.takesFocus}
    >
      {isShared ? (
        <p class="hint">
          <Sentence of={pastSentence(document, plan)} />
        </p>
      ) : (
        <StepFields document={document} plan={plan} at={at} step={step} />
      )}
      {isShared && isOpen(step.kind) ? <EndField document={document} plan={plan} at={at} /> : null}
      <p class="verbs">
        {isShared ? null : (
          <button type="button" class="link" onClick={() => deleteStep(plan, at)}>
            Delete
          </button>
        )}
        <button type="button" class="link" onClick={closePanel}>
          Close
        </button>
      </p>
    </Panel>
  );
}

/** Why a step can't be changed, and who shares the past that it belongs to. */
function pastSentence(document: Document, plan: Plan): Rich {
  const others = plansOfPast(document, plan).map(
    (one) => rich`${{ name: one.name, plan: document.plans.indexOf(one) }}`,
  );
  const past =
    others.length === 0
      ? rich`the past that this plan was given, which no other plan shares any more`
      : rich`the past that this plan shares with ${listOf(others)}`;
  return rich`It belongs to ${past}: before week ${String(plan.forkWeek)} nothing can be changed, unless “Edit plan” lets it.`;
}

/** Deletes a step and says so. */
export function deleteStep(plan: Plan, at: number): void {
  const name = kindText(plan.interventions[at].kind);
  if (!edit(removeStep(plan.id, at))) return;
  announce(`${name} deleted from ${plan.name}`);
  closePanel();
}

interface StepProps {
  readonly document: Document;
  readonly plan: Plan;
  readonly at: number;
}

function StepFields(props: StepProps & { readonly step: Step }): JSX.Element {
  const { document, plan, at, step } = props;
  return (
    <>
      <NumberField
        label="Week"
        unit="asked for"
        value={step.week}
        slide={{ from: plan.forkWeek ?? 0, to: document.weeks - 1, step: 1 }}
        onDraft={(week) => propose(setField(plan.id, at, "week", Math.max(week, plan.forkWeek ?? week)))}
      />
      {isOpen(step.kind) ? <EndField document={document} plan={plan} at={at} /> : null}
      {FIELDS[step.kind].map((field) => (
        <FieldOf key={field.name} field={field} plan={plan} at={at} step={step} />
      ))}
      {step.kind === "sharedService" ? null : <ScopeFields plan={plan} at={at} step={step} />}
    </>
  );
}

/** The week before which a step that has no length ends; at the horizon it runs on. */
function EndField({ document, plan, at }: StepProps): JSX.Element {
  const end = endOf(plan.interventions, at);
  const first = Math.max(plan.interventions[at].week + 1, plan.forkWeek ?? 0);
  return (
    <NumberField
      label="Ends before week"
      unit={end === undefined ? "runs on" : "ended"}
      value={end ?? document.weeks}
      slide={{ from: first, to: document.weeks, step: 1 }}
      onDraft={(week) => propose(endStep(plan.id, at, Math.max(week, first)))}
    />
  );
}

interface FieldProps {
  readonly field: Field;
  readonly plan: Plan;
  readonly at: number;
  readonly step: Step;
}

function FieldOf({ field, plan, at, step }: FieldProps): JSX.Element {
  const value: unknown = ({ ...step } as Record<string, unknown>)[field.name];
  const set = (next: unknown): boolean => edit(setField(plan.id, at, field.name, next));
  if (field.type === "switch") {
    return (
      <label class="field check">
        <input
          type="checkbox"
          checked={value === true}
          onChange={(event) => set(event.currentTarget.checked ? true : undefined)}
        />
        {field.label}
      </label>
    );
  }
  if (field.type === "choice") {
    return (
      <label class="field">
        {field.label}
        <select value={String(value)} onChange={(event) => set(event.currentTarget.value)}>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      </label>
    );
  }
  return (
    <>
      {field.absent === undefined ? null : (
        <label class="field check">
          <input
            type="checkbox"
            checked={value !== undefined}
            onChange={(event) => set(event.currentTarget.checked ? field.usual : undefined)}
          />
          {field.label}
          {value === undefined ? `: ${field.absent}` : ""}
        </label>
      )}
      {value === undefined ? null : (
        <NumberField
          label={field.label}
          unit={field.unit}
          value={Number(value)}
          slide={{ from: field.isLowOpen ? field.step : field.low, to: field.slideTo, step: field.step }}
          onDraft={(next) => propose(setField(plan.id, at, field.name, next))}
        />
      )}
    </>
  );
}
