/** The handout: a page for every step as it ends, with what the speaker says of it, to be printed or saved as PDF. */
import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { imprintLines, imprintNow } from "../figures/imprint.ts";
import "./handout.css";
import { createShow, type Show } from "./show.ts";
import { Stage } from "./stage.tsx";

export function Handout({ show }: { readonly show: Show }): JSX.Element {
  const pages = useMemo(() => pagesOf(show), [show.story.value]);
  const isWhole = useMemo(() => computed(() => pages.every(isSeen)), [pages]).value;
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  const foot = imprintLines(imprintNow("here"), "nothing").join(" · ");
  return (
    <div class="handout shaded" role="dialog" aria-label="Handout">
      <p class="verbs">
        <button type="button" class="link" disabled={!isWhole} onClick={() => print()}>
          Print, or save as PDF
        </button>
        <button ref={close} type="button" class="link" onClick={() => (show.over.value = null)}>
          Close
        </button>
        <span role="status">{isWhole ? "" : "Everybody is still being followed."}</span>
      </p>
      {pages.map((page, i) => (
        <article key={i} class="handout-page" aria-label={page.step.value.name}>
          <Stage show={page} />
          <p class="handout-notes">{page.step.value.notes ?? ""}</p>
          <p class="handout-foot">{foot}</p>
        </article>
      ))}
    </div>
  );
}

/** Shows that stand still, one at the end of each step, in what was chosen for the whole. */
function pagesOf(show: Show): Show[] {
  return show.story.peek().steps.map((_, i) => {
    const page = createShow(show.source, () => true);
    page.isLight.value = true;
    page.language.value = show.language.peek();
    page.replicate.value = show.replicate.peek();
    page.swap.value = show.swap.peek();
    page.goTo(i);
    return page;
  });
}

function isSeen({ source, companies, replicate }: Show): boolean {
  return companies.value.every(({ plan }) => source.filmOf(plan, replicate.value).kind === "seen");
}
