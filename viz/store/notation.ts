/** How the document's numbers and dates are written. */
import { computed } from "@preact/signals";
import { notationOf } from "../words/notation.ts";
import { calendarOf } from "../words/time.ts";
import { document } from "./document.ts";

export const notation = computed(() => notationOf(document.value));
export const calendar = computed(() => calendarOf(document.value));
