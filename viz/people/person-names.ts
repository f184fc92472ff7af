/** People by their ids: those of a seat at the start by the list's own id, newcomers by the week they came. */
import { computed } from "@preact/signals";
import { people, type People } from "../store/people.ts";
import { firstSeat, weekHired } from "./follow.ts";
import { personName } from "./persons.ts";

export const nameOf = computed(() => {
  const persons = people.value;
  return (person: number): string => calledOf(person, persons);
});

/** Within a sentence; the people are those of a list, or null. */
export function calledOf(person: number, persons: People | null): string {
  const week = weekHired(person);
  if (week < 0) return personName(person, persons);
  return `the newcomer of week ${week} on seat ${(firstSeat(person) + 1).toLocaleString("en-US")}`;
}

/** As the beginning of a sentence. */
export function capital(text: string): string {
  return text === "" ? text : `${text[0].toUpperCase()}${text.slice(1)}`;
}
