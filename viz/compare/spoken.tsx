/** What is said aloud for those who can't see the charts: values after a key, and the end of the runs. */
import { computed, signal, untracked, useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { fans, runCount, unit } from "../store/comparison.ts";
import { redrawn } from "../store/observed.ts";
import { status } from "../store/results.ts";
import { spreadAt } from "../store/statistics.ts";
import { stretch } from "../store/stretch.ts";
import { emphasis, week } from "../store/view.ts";
import { monthText } from "../words/time.ts";
import { runsNow } from "./runs-now.ts";

const announcement = signal("");

/** What the curves stand at, as they are drawn: redrawn from what was seen, where they are. */
export const valuesAtWeek = computed(() => {
  const at = week.value;
  const shown = (redrawn.value ?? fans.value).filter(
    ({ plan }) => emphasis.value === null || plan === emphasis.value,
  );
  const values = shown.map(({ name, bands }) => {
    const spread = spreadAt(bands, at);
    return `${name} ${unit.value.shortSpread(spread)}`;
  });
  const marked = stretch.value === null ? "" : `weeks ${stretch.value.from} to ${stretch.value.to} marked; `;
  return `${marked}${monthText(at)}, week ${at}: ${values.join("; ")}`;
});

/** Says the values at the week line; hovering and new runs say nothing by themselves. */
export function sayValues(): void {
  if (runCount.value > 0) announcement.value = valuesAtWeek.value;
}

/** Says what has just been done. */
export function announce(what: string): void {
  announcement.value = what;
}

export function Spoken(): JSX.Element {
  useSignalEffect(() => {
    if (status.value.kind !== "running") {
      announcement.value = untracked(runsNow);
    }
  });
  return (
    <p class="unseen spoken" aria-live="polite">
      {announcement.value}
    </p>
  );
}
