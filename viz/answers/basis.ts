/** What an answer is worked out on: the company itself, or a stand-in of fewer employees for a large one. */
import { computed, signal } from "@preact/signals";
import { InputError, resolveOrganisation, type Setting } from "../../scenarios/index.ts";
import { document } from "../store/document.ts";
import { headcount, organisation, people } from "../store/people.ts";
import { worldKey } from "../store/keys.ts";
import { STAND_IN_EMPLOYEES } from "../store/sketch.ts";
import { standInOf } from "../store/stand-in.ts";

export interface Basis {
  readonly setting: Setting;
  readonly isStandIn: boolean;
  readonly employees: number;
  /** Employees of the company for each of the stand-in's. */
  readonly scale: number;
  /** The world, its people and the stand-in, in a word. */
  readonly key: string;
}

/** Whether the reader wants the company itself, however long it takes. */
export const isWhole = signal(false);
export const canStandIn = computed(() => headcount.value > STAND_IN_EMPLOYEES);

/** The basis as it is asked for, or why there is none. */
export const basis = computed<Basis | { readonly why: string }>(() => {
  const own = `${people.value?.key ?? ""} ${worldKey(document.value)}`;
  if (!canStandIn.value || isWhole.value) return wholeOf(own);
  try {
    const { document: small, scale } = standInOf(document.value, headcount.value);
    const setting = { document: small, organisation: resolveOrganisation(small) };
    return { setting, isStandIn: true, employees: STAND_IN_EMPLOYEES, scale, key: `stand-in ${own}` };
  } catch (error) {
    if (error instanceof InputError) return { why: error.message };
    throw error;
  }
});

function wholeOf(key: string): Basis | { readonly why: string } {
  const found = organisation.value;
  if ("why" in found) return found;
  const setting = { document: document.value, organisation: found };
  return { setting, isStandIn: false, employees: headcount.value, scale: 1, key };
}
