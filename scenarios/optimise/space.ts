/** The plans that are searched: when each of the five interventions begins, if at all, and how large it is. */
import type { Action, Intervention } from "../../engine/index.ts";
import { GIVEN, SLOTS, SLOT_WEEKS, type Letter } from "../orders/slots.ts";
import type { Order } from "../orders/orders.ts";
import { expertsFor } from "../sizing.ts";
import type { Choices } from "./search.ts";

export interface PlanSpace {
  /** How many levels each choice has: a start for every slot, then the sizes. */
  readonly levels: readonly number[];
  readonly planOf: (choices: Choices) => Intervention[];
  /** "communities in week 0, center of 4 experts in week 26, …"; by start, then letter. */
  readonly textOf: (choices: Choices) => string;
  /** The choices that are an order of the league. */
  readonly choicesOf: (order: Order) => Choices;
}

/** A size of one slot's action: the league's value among others. What an order doesn't do at all is no size. */
interface Size {
  readonly letter: Letter;
  readonly values: readonly number[];
  readonly usual: number;
  readonly sized: (action: Action, value: number) => Action;
  readonly text: (value: number) => string;
}

/** Starts are a quarter apart: half a slot of the orders. */
const STEP_WEEKS = SLOT_WEEKS / 2;
const LETTERS = Object.keys(SLOTS) as Letter[];

function sizesFor(employees: number): Size[] {
  const experts = expertsFor(employees);
  return [
    {
      letter: "E",
      values: [...new Set([2, experts, 6])].toSorted((a, b) => a - b),
      usual: experts,
      sized: (action, value) => (action.kind === "center" ? { ...action, experts: value } : action),
      text: (value) => ` of ${value} experts`,
    },
    {
      letter: "T",
      values: [25, 50, 100],
      usual: 50,
      sized: (action, value) => (action.kind === "tribe" ? { ...action, ratio: value } : action),
      text: (value) => ` of ${value} champions an expert`,
    },
    {
      letter: "P",
      values: [0.5, 1, 2],
      usual: 1,
      sized: (action, value) => (action.kind === "campaign" ? { ...action, intensity: value } : action),
      text: (value) => (value === 1 ? "" : ` with ${value === 2 ? "twice" : "half"} the campaign`),
    },
  ];
}

/** Starts by quarters within the horizon, the last level being never. */
export function planSpace(employees: number, weeks: number): PlanSpace {
  const sizes = sizesFor(employees);
  const starts = Math.ceil(weeks / STEP_WEEKS);
  const sizeOf = (choices: Choices, letter: Letter): { size: Size; value: number } | undefined => {
    const at = sizes.findIndex((each) => each.letter === letter);
    return at < 0 ? undefined : { size: sizes[at], value: sizes[at].values[choices[LETTERS.length + at]] };
  };
  const slotsOf = (choices: Choices): { letter: Letter; week: number }[] =>
    LETTERS.map((letter, i) => ({ letter, week: choices[i] * STEP_WEEKS }))
      .filter((_, i) => choices[i] < starts)
      .toSorted((a, b) => a.week - b.week);
  return {
    levels: [...LETTERS.map(() => starts + 1), ...sizes.map(({ values }) => values.length)],
    planOf: (choices) => {
      const dated = slotsOf(choices).flatMap(({ letter, week }) => {
        const actions: readonly Action[] = SLOTS[letter].actions(employees);
        const own = sizeOf(choices, letter);
        return actions.map((action): Intervention => ({
          ...(own === undefined ? action : own.size.sized(action, own.value)),
          week,
        }));
      });
      return [...GIVEN, ...dated].filter(({ week }) => week < weeks);
    },
    textOf: (choices) => {
      const slots = slotsOf(choices);
      if (slots.length === 0) return "nothing";
      return slots
        .map(({ letter, week }) => {
          const own = sizeOf(choices, letter);
          const text = own === undefined ? "" : own.size.text(own.value);
          return `${SLOTS[letter].name}${text} in week ${week}`;
        })
        .join(", ");
    },
    choicesOf: (order) => [
      ...LETTERS.map((letter) => Math.min(starts, (order.indexOf(letter) * SLOT_WEEKS) / STEP_WEEKS)),
      ...sizes.map(({ values, usual }) => values.indexOf(usual)),
    ],
  };
}
