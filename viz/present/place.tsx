/** Present: the presenter's place, on the document that is open. */
import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { createBrowserPool } from "../../workers/browser.ts";
import { createSights } from "../people/sights.ts";
import { OpenSheet } from "../sheets/open-sheet.tsx";
import { Bar } from "../shell/bar.tsx";
import type { RunSource } from "../store/results.ts";
import { Present } from "./present.tsx";
import { createShow } from "./show.ts";
import { storeSource } from "./store-source.ts";

/** Workers of its own start when somebody is first shown. */
const pools: RunSource[] = [];
const sights = createSights(() => (pools[0] ??= createBrowserPool(2)));

export function PresentPlace(): JSX.Element {
  const show = useMemo(() => {
    const stillness = matchMedia("(prefers-reduced-motion: reduce)");
    return createShow(storeSource(sights), () => stillness.matches);
  }, []);
  useEffect(() => {
    show.isLooping.value = new URLSearchParams(location.search).has("loop");
    show.goTo(0);
  }, []);
  return (
    <div class={show.isLight.value ? "hall shaded light" : "hall shaded"}>
      <Bar />
      <Present show={show} />
      <OpenSheet />
    </div>
  );
}
