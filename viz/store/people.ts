/** The people of a real firm, where its lists were dropped on the page: they take the place of synthetic ones. */
import { computed, signal } from "@preact/signals";
import {
  InputError,
  resolveOrganisation,
  type ImportedOrganisation,
  type Organisation,
} from "../../scenarios/index.ts";
import { employeeCount } from "./company.ts";
import { document, drafted } from "./document.ts";

export interface People {
  /** Tells one import from every other on this page. */
  readonly key: string;
  readonly organisation: ImportedOrganisation;
  /** Names of the files they came from. */
  readonly files: readonly string[];
}

/** The people of the open document; null = as the document says. */
export const people = signal<People | null>(null);
/** Whether the open document's people are still being read: nothing is simulated without them. */
export const isAwaitingPeople = signal(false);
/** Why a list was refused; empty if none was. */
export const peopleTrouble = signal("");

/** Employees at the start, as a bar or a slider makes them. */
export const headcount = computed(
  () => people.value?.organisation.roster.ids.length ?? employeeCount(drafted.value),
);

/** Who works where in the open document, or why nobody can. */
export const organisation = computed<Organisation | { readonly why: string }>(() => {
  try {
    return resolveOrganisation(document.value, people.value?.organisation);
  } catch (error) {
    if (error instanceof InputError) return { why: error.message };
    throw error;
  }
});
