/** What one can do with a plan: name, copy, order, fork, begin again from the library, delete. */
import type { ComponentChildren, CSSProperties, JSX } from "preact";
import { useState } from "preact/hooks";
import { LIBRARY, type Plan } from "../../scenarios/index.ts";
import { Choice } from "../compare/choice.tsx";
import { announce } from "../compare/spoken.tsx";
import { TextField } from "../sheets/text-field.tsx";
import { document } from "../store/document.ts";
import { edit } from "../store/editing.ts";
import {
  duplicatePlan,
  openPast,
  removePlan,
  renamePlan,
  shiftPlan,
  takeLibraryPlan,
} from "../store/plan-commands.ts";
import type { Command } from "../store/step-commands.ts";
import { week } from "../store/view.ts";
import { monthText } from "../words/time.ts";
import { firstOpenWeek, offerKinds } from "./adding.ts";
import { changeCourse, isCourseOpen } from "./course.tsx";
import { Panel } from "./panel-frame.tsx";
import { closePanel } from "./panel.ts";

export function PlanPanel(props: { readonly place: number; readonly style: CSSProperties }): JSX.Element {
  const { place, style } = props;
  const plan = document.value.plans[place];
  return (
    <Panel heading={`Plan ${place + 1}:`} place={place} name={plan.name} style={style} takesFocus>
      <TextField
        label="Name of the plan"
        value={plan.name}
        onSettle={(name) => edit(renamePlan(plan.id, name.trim()))}
      />
      <Verbs plan={plan} place={place} />
      <CourseVerb plan={plan} />
      {plan.forkWeek === undefined ? null : <PastVerb plan={plan} until={plan.forkWeek} />}
      <LibraryChoice plan={plan} />
      <p class="verbs">
        <Verb onClick={closePanel}>Close</Verb>
      </p>
    </Panel>
  );
}

/** Changes the document and says so. */
function run(command: Command, what: string): void {
  if (edit(command)) announce(what);
}

function Verbs({ plan, place }: { readonly plan: Plan; readonly place: number }): JSX.Element {
  const { plans, weeks } = document.value;
  // The week line begins at the end, where a step would do nothing.
  const from = week.value < weeks ? week.value : 0;
  return (
    <p class="verbs">
      <Verb isOff={firstOpenWeek(plan, from) === undefined} onClick={() => offerKinds(plan, from)}>
        Add a step …
      </Verb>
      <Verb onClick={() => run(duplicatePlan(plan.id), `${plan.name} duplicated`)}>Duplicate</Verb>
      <Verb
        isOff={place === 0}
        onClick={() => run(shiftPlan(plan.id, -1), `${plan.name} is now plan ${place}`)}
      >
        Move up
      </Verb>
      <Verb
        isOff={place === plans.length - 1}
        onClick={() => run(shiftPlan(plan.id, 1), `${plan.name} is now plan ${place + 2}`)}
      >
        Move down
      </Verb>
      <Verb
        isOff={plans.length === 1}
        onClick={() => {
          run(removePlan(plan.id), `${plan.name} deleted`);
          closePanel();
        }}
      >
        Delete
      </Verb>
    </p>
  );
}

/** A plan that shares the past and may differ from the week line on. */
function CourseVerb({ plan }: { readonly plan: Plan }): JSX.Element {
  const from = week.value;
  return (
    <p class="verbs">
      <Verb
        isOff={!isCourseOpen()}
        onClick={() => {
          changeCourse(plan);
          closePanel();
        }}
      >
        {isCourseOpen()
          ? `Change course in ${monthText(from)}, week ${from}`
          : "Change course: first move the week line to the week"}
      </Verb>
    </p>
  );
}

/** A plan that shares its past may have one of its own again. */
function PastVerb({ plan, until }: { readonly plan: Plan; readonly until: number }): JSX.Element {
  return (
    <p class="verbs">
      <Verb onClick={() => run(openPast(plan.id), `${plan.name} may be changed before week ${until}`)}>
        Let what is before week {until} be changed, too
      </Verb>
    </p>
  );
}

/** Another beginning: first chosen, then taken, so that choosing by keyboard replaces nothing. */
function LibraryChoice({ plan }: { readonly plan: Plan }): JSX.Element {
  const [chosen, choose] = useState(LIBRARY.plans[0].id);
  return (
    <p class="verbs">
      <Verb
        onClick={() => {
          run(takeLibraryPlan(plan.id, chosen), `${plan.name} replaced`);
          closePanel();
        }}
      >
        Begin again from
      </Verb>
      <Choice
        label="Plan of the library"
        value={chosen}
        options={LIBRARY.plans.map((one) => ({ value: one.id, text: one.name }))}
        onChoose={choose}
      />
    </p>
  );
}

function Verb(props: {
  readonly onClick: () => void;
  readonly isOff?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { onClick, isOff = false, children } = props;
  return (
    // Were it disabled, it would take away the focus of who has moved a plan to the top.
    <button type="button" class="link" aria-disabled={isOff} onClick={isOff ? undefined : onClick}>
      {children}
    </button>
  );
}
