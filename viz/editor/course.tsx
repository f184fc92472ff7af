/** Changing course: a plan that shares another's past up to the week line, and may differ from there on. */
import type { JSX } from "preact";
import type { Plan } from "../../scenarios/index.ts";
import { announce } from "../compare/spoken.tsx";
import { PAGE, planColour } from "../charts/palette.ts";
import { document } from "../store/document.ts";
import { edit } from "../store/editing.ts";
import { forkPlan } from "../store/plan-commands.ts";
import { choosePair, pair, week } from "../store/view.ts";
import { monthText } from "../words/time.ts";

/** Characters of the old name that the new one keeps. */
const NAME_KEPT = 90;

/** Whether there is a past to share and a future to change at the week line. */
export function isCourseOpen(): boolean {
  return week.value > 0 && week.value < document.value.weeks;
}

/** Adds a plan that is the same until the week line, and compares the two. */
export function changeCourse(plan: Plan): void {
  const from = week.peek();
  const name = `${Array.from(plan.name).slice(0, NAME_KEPT).join("")}, changed in ${monthText(from)}`;
  if (!edit(forkPlan(plan.id, from, name))) return;
  announce(`${name}: the same until week ${from}`);
  const { plans } = document.peek();
  choosePair(
    "a",
    plans.findIndex((one) => one.id === plan.id),
  );
  choosePair("b", plans.length - 1);
}

/** "From month 12, week 52 on, change the course of …", beside the plans. */
export function CourseHere(): JSX.Element | null {
  if (!isCourseOpen()) return null;
  const { plans } = document.value;
  const places = [...new Set([pair.value.a, pair.value.b])].toSorted((a, b) => a - b);
  return (
    <span>
      From {monthText(week.value)}, week {week.value} on, change the course of{" "}
      {places.map((place, i) => (
        <span key={plans[place].id}>
          {i === 0 ? "" : " or "}
          <button
            type="button"
            class="link"
            style={{ color: planColour(PAGE, place) }}
            onClick={() => changeCourse(plans[place])}
          >
            <bdi>{plans[place].name}</bdi>
          </button>
        </span>
      ))}
    </span>
  );
}
