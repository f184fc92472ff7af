/** Adds a plan: one of the library, or an empty one. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { LIBRARY } from "../../scenarios/index.ts";
import { Choice } from "../compare/choice.tsx";
import { announce } from "../compare/spoken.tsx";
import { document } from "../store/document.ts";
import { edit } from "../store/editing.ts";
import { addPlan } from "../store/plan-commands.ts";
import { weeks } from "../store/view.ts";
import { CourseHere } from "./course.tsx";

/** First chosen, then added, so that choosing by keyboard adds nothing. */
export function AddPlan(): JSX.Element {
  const [chosen, choose] = useState("");
  return (
    <>
      <button type="button" class="link" onClick={() => addChosen(chosen)}>
        Add a plan
      </button>
      <Choice
        label="The plan to add"
        value={chosen}
        options={[
          { value: "", text: "an empty one" },
          ...LIBRARY.plans.map((one) => ({ value: one.id, text: one.name })),
        ]}
        onChoose={choose}
      />
      <CourseHere />
    </>
  );
}

function addChosen(id: string): void {
  const source = LIBRARY.plans.find((one) => one.id === id);
  const taken = source && {
    id: source.id,
    name: source.name,
    notes: source.note,
    interventions: source.interventions.filter((step) => step.week < weeks.value),
  };
  if (!edit(addPlan(taken ?? { name: "New plan", interventions: [] }))) return;
  announce(`${document.value.plans.at(-1)?.name} added`);
}
