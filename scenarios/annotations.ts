/** What a document says of its results: goals to be reached, and notes at points of the curves. */
import * as z from "zod/mini";
import { MEASURE_INDEX, MEASURES, type MeasureName, type MeasureUnit } from "../engine/index.ts";
import { number, text, whole } from "./fields.ts";

const GOALS_MAX = 100;
const NOTES_MAX = 200;
const VALUE_MAX = 1e15;
const NOTE_LENGTH = 120;

const measure = z.enum(MEASURES.map(({ name }) => name) as [MeasureName, ...MeasureName[]], {
  error: "not a measure",
});
const value = number(-VALUE_MAX, VALUE_MAX);

/** A measure's value that a plan should stand at in a week, or beyond it: above, or below where less is better. */
export function goalsSchema(weeksMax: number) {
  return z
    .array(z.strictObject({ measure, value, week: whole(0, weeksMax) }), { error: "not a list" })
    .check(z.maxLength(GOALS_MAX, { error: `more than ${GOALS_MAX} goals` }));
}

/** The reader's own words at a week and a value of a measure. */
export function chartNotesSchema(weeksMax: number) {
  return z
    .array(z.strictObject({ measure, week: whole(0, weeksMax), value, text: text(NOTE_LENGTH) }), {
      error: "not a list",
    })
    .check(z.maxLength(NOTES_MAX, { error: `more than ${NOTES_MAX} notes` }));
}

export type Goal = z.infer<ReturnType<typeof goalsSchema>>[number];
export type ChartNote = z.infer<ReturnType<typeof chartNotesSchema>>[number];

/** What a measure can stand at, by its unit; money may be lost. */
const GOAL_BOUNDS: Readonly<Record<MeasureUnit, readonly [least: number, most: number]>> = {
  share: [0, 1],
  index: [0, 1],
  count: [0, VALUE_MAX],
  weeks: [0, VALUE_MAX],
  USD: [-VALUE_MAX, VALUE_MAX],
};

interface Annotated {
  readonly goals?: readonly Goal[];
  readonly chartNotes?: readonly ChartNote[];
}

/** Tells what single fields can't show: a week beyond the horizon, two goals for one measure. */
export function annotationFaults(
  { goals = [], chartNotes = [] }: Annotated,
  weeks: number,
  add: (path: readonly PropertyKey[], why: string, value: unknown) => void,
): void {
  const measures = new Set<MeasureName>();
  for (const [i, goal] of goals.entries()) {
    if (goal.week > weeks) add(["goals", i, "week"], `not in [0, ${weeks}]`, goal.week);
    const [least, most] = GOAL_BOUNDS[MEASURES[MEASURE_INDEX[goal.measure]].unit];
    if (goal.value < least || goal.value > most)
      add(["goals", i, "value"], `not in [${least}, ${most}]`, goal.value);
    if (measures.has(goal.measure)) add(["goals", i, "measure"], "a goal twice", goal.measure);
    measures.add(goal.measure);
  }
  for (const [i, { week }] of chartNotes.entries())
    if (week > weeks) add(["chartNotes", i, "week"], `not in [0, ${weeks}]`, week);
}

/** What is left within a shorter horizon, and what is not. */
export function annotationsWithin(
  { goals, chartNotes }: Annotated,
  weeks: number,
  report: string[],
): { goals?: Goal[]; chartNotes?: ChartNote[] } {
  const keep = (owner: string) => (item: { readonly week: number; readonly measure: MeasureName }) => {
    if (item.week <= weeks) return true;
    report.push(`left out of ${owner}: ${item.measure} in week ${item.week}`);
    return false;
  };
  return {
    ...(goals && { goals: goals.filter(keep("the goals")) }),
    ...(chartNotes && { chartNotes: chartNotes.filter(keep("the notes on curves")) }),
  };
}
