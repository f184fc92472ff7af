/** Present: the presenter's place, on the document that is open. */
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { onDemand } from "../shell/on-demand.tsx";
import { useUndoKeys } from "../shell/undo-keys.ts";
import { sights } from "../people/page-sights.ts";
import { OpenSheet } from "../sheets/open-sheet.tsx";
import { Bar } from "../shell/bar.tsx";
import { Present } from "./present.tsx";
import { createRecorder } from "./recorder.ts";
import { createShow } from "./show.ts";
import { storeSource } from "./store-source.ts";

const Handout = onDemand(async () => (await import("./handout.tsx")).Handout);
const StoryEditor = onDemand(async () => (await import("./editor.tsx")).StoryEditor);

export function PresentPlace(): JSX.Element {
  const show = useMemo(() => {
    const stillness = matchMedia("(prefers-reduced-motion: reduce)");
    return createShow(storeSource(sights), () => stillness.matches);
  }, []);
  useUndoKeys();
  useEffect(() => {
    show.isLooping.value = new URLSearchParams(location.search).has("loop");
    show.recorder.value = createRecorder(show);
    show.goTo(0);
  }, []);
  return (
    <div class={show.isLight.value ? "hall shaded light" : "hall shaded"}>
      <Bar />
      <Present show={show} editor={StoryEditor} handout={Handout} />
      <OpenSheet />
    </div>
  );
}
