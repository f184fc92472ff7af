/** The kinds of step one may add to a plan in a week. */
import type { CSSProperties, JSX } from "preact";
import type { Plan } from "../../scenarios/index.ts";
import { drafted, selected, settle } from "../store/document.ts";
import { propose } from "../store/editing.ts";
import { addStep } from "../store/step-commands.ts";
import { KINDS, usualStep } from "../words/fields.ts";
import { kindText, type Kind } from "../words/kinds.ts";
import { monthText } from "../words/time.ts";
import { announce } from "../compare/spoken.tsx";
import { closePanel, panel } from "./panel.ts";
import { Panel } from "./panel-frame.tsx";

export function AddPanel(props: {
  readonly place: number;
  readonly week: number;
  readonly style: CSSProperties;
}): JSX.Element {
  const { place, week, style } = props;
  const plan = drafted.value.plans[place];
  return (
    <Panel
      heading={`New in ${monthText(week)}, week ${week}, of`}
      place={place}
      name={plan.name}
      style={style}
      takesFocus
    >
      <div class="kinds">
        {KINDS.map((kind) => (
          <button key={kind} type="button" class="link" onClick={() => add(plan, kind, week)}>
            {kindText(kind)}
          </button>
        ))}
      </div>
      <p class="verbs">
        <button type="button" class="link" onClick={closePanel}>
          Close
        </button>
      </p>
    </Panel>
  );
}

/** Adds a step with what is usual and shows its numbers. */
function add(plan: Plan, kind: Kind, week: number): void {
  if (!propose(addStep(plan.id, usualStep(kind, week)))) return;
  selected.value = { plan: plan.id, step: plan.interventions.length };
  settle();
  announce(`${kindText(kind)} added to ${plan.name} in week ${week}`);
  panel.value = { kind: "step", isEntered: true };
}
