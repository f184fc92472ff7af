/** The workers of what is worked out on demand: others than the page's own, whose memory of pasts they would displace. */
import { computed } from "@preact/signals";
import { createBrowserPool } from "../../workers/browser.ts";
import { isDrafting } from "../store/document.ts";
import { isAwaitingPeople } from "../store/people.ts";
import { status } from "../store/results.ts";
import { createAnswers, type Answers } from "./work.ts";

/** Whether the cores belong to what is on the screen or under the hand. */
const isBusy = computed(() => isDrafting.value || isAwaitingPeople.value || status.value.kind === "running");

// It starts no worker before the first run.
const pool = createBrowserPool();

export function createPageAnswers<Answer>(): Answers<Answer> {
  return createAnswers<Answer>(pool, isBusy);
}
