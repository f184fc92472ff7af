/** People by their ids: those of a seat at the start by the list's own id, newcomers by the week they came. */
import { computed } from "@preact/signals";
import { people, type People } from "../store/people.ts";
import { firstSeat, weekHired } from "./follow.ts";
import { personName } from "./persons.ts";
import { notation } from "../store/notation.ts";
import { countText } from "../words/decimals.ts";
import type { Notation } from "../words/notation.ts";

export const nameOf = computed(() => {
  const [persons, signs] = [people.value, notation.value];
  return (person: number): string => calledOf(person, persons, signs);
});

/** Within a sentence; the people are those of a list, or null. */
export function calledOf(person: number, persons: People | null, signs: Notation): string {
  const week = weekHired(person);
  if (week < 0) return personName(person, persons, signs);
  return `the newcomer of week ${week} on seat ${countText(firstSeat(person) + 1, signs)}`;
}

/** As the beginning of a sentence. */
export function capital(text: string): string {
  return text === "" ? text : `${text[0].toUpperCase()}${text.slice(1)}`;
}
