/** A presentation on the page: stage, steps and controls, moved by keys, buttons and time. */
import { useSignalEffect } from "@preact/signals";
import type { ComponentType, JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { accentStyle } from "../figures/brand.ts";
import { plain } from "../words/rich.ts";
import { tellStep } from "../words/story.ts";
import { obeyKey, type Hall } from "./actions.ts";
import { Controls, Steps } from "./controls.tsx";
import { KeysPanel } from "./keys-panel.tsx";
import type { Show } from "./show.ts";
import { tellSpeakers } from "./speaker.ts";
import { prepareNext, Stage } from "./stage.tsx";
import "./present.css";

export function Present(props: {
  readonly show: Show;
  /** What edits the story, where it can be edited. */
  readonly editor?: ComponentType<{ show: Show }>;
  /** What is printed, where there is a document to tell of. */
  readonly handout?: ComponentType<{ show: Show }>;
}): JSX.Element {
  const { show, editor: Editor, handout: Handed } = props;
  const frame = useRef<HTMLElement>(null);
  const hall = useMemo(() => hallOf(() => frame.current), []);
  // Before the first frame: a clicker may be quicker than an effect.
  useLayoutEffect(() => listen(show, hall), [show, hall]);
  useEffect(() => tellSpeakers(show, hall), [show, hall]);
  useSignalEffect(() => prepareNext(show));
  usePlayback(show);
  return (
    <main
      ref={frame}
      id="present"
      class={show.isLight.value ? "present shaded light" : "present shaded"}
      style={accentStyle(show.source.document.value.brand)}
    >
      <Stage show={show} />
      <Steps show={show} />
      <Controls show={show} hall={hall} />
      {show.over.value === "keys" ? <KeysPanel show={show} /> : null}
      {show.over.value === "editor" && Editor !== undefined ? <Editor show={show} /> : null}
      {show.over.value === "handout" && Handed !== undefined ? <Handed show={show} /> : null}
      {show.isBlank.value ? (
        <button
          type="button"
          class="blank"
          aria-label="Show the stage again"
          onClick={() => (show.isBlank.value = false)}
        />
      ) : null}
      <Spoken show={show} />
    </main>
  );
}

/** Which step has come, for those who can't see it. */
function Spoken({ show }: { readonly show: Show }): JSX.Element {
  const { source } = show;
  const teller = {
    document: source.document.value,
    results: source.results.value,
    headcount: source.headcount.value,
  };
  const told = show.guess.value === null ? plain(tellStep(show.step.value, teller).headline.words) : "";
  return (
    <p class="unseen" aria-live="polite">
      {`${show.step.value.name}: ${told}`}
    </p>
  );
}

function hallOf(frame: () => HTMLElement | null): Hall {
  return {
    toggleFullScreen: () => {
      const { document } = globalThis;
      if (document.fullscreenElement) void document.exitFullscreen();
      else
        frame()
          ?.requestFullscreen()
          .catch(() => {});
    },
    openSpeaker: () => {
      const address = new URL(location.href);
      address.search = "?speaker";
      address.hash = "";
      const isFile = location.protocol === "file:";
      const opened = window.open(isFile ? "" : address, "groundwork-speaker", "popup,width=760,height=620");
      if (isFile && opened !== null) void drawSpeaker(opened.document);
    },
  };
}

/** Pages of the disk hear nothing of each other: the speaker's window is then drawn from here. */
async function drawSpeaker(page: Document): Promise<void> {
  const { startSpeaker } = await import("./speaker-page.tsx");
  const styles = globalThis.document.querySelectorAll("style, link[rel=stylesheet]");
  page.head.replaceChildren(...Array.from(styles, (style) => page.importNode(style, true)));
  page.body.replaceChildren();
  startSpeaker(page.body);
}

/** Keys, but where they have a use of their own: in fields, on buttons and on sliders. */
function listen(show: Show, hall: Hall): () => void {
  const hear = (event: KeyboardEvent): void => {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey || event.defaultPrevented) return;
    if (target instanceof Element && isOwnUse(target, key)) return;
    if (obeyKey(show, hall, key)) event.preventDefault();
  };
  globalThis.document.addEventListener("keydown", hear);
  return () => globalThis.document.removeEventListener("keydown", hear);
}

function isOwnUse(target: Element, key: string): boolean {
  if (key === "Escape") return false;
  if (target.matches("textarea, select, input:not([type=range]), [contenteditable]")) return true;
  if (target.matches("input[type=range]")) return /^(Arrow|Page|Home|End)/.test(key);
  return target.matches("button, a, summary") && (key === "Enter" || key === " ");
}

/** Frames of the screen move the show on; how many there were of 60 a second, the clock tells. */
function usePlayback(show: Show): void {
  useSignalEffect(() => {
    if (!show.isPlaying.value) return undefined;
    let last: number | undefined;
    let request = requestAnimationFrame(function move(now) {
      // After a pause of the page, time has not passed for the show.
      const frames = last === undefined ? 1 : Math.min(6, ((now - last) * 60) / 1000);
      last = now;
      show.advance(frames);
      request = requestAnimationFrame(move);
    });
    return () => cancelAnimationFrame(request);
  });
}
