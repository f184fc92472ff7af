/** The one way to put a presentation into any page: from a source, with nothing else of Groundwork around it. */
import { render } from "preact";
import { Present } from "./present.tsx";
import { createShow, type Show } from "./show.ts";
import type { StorySource } from "./source.ts";

/** Draws into an element; `isLooping` plays step after step. Returns the show, and how to take it away. */
export function mountPresent(
  element: HTMLElement,
  source: StorySource,
  isLooping = false,
): { readonly show: Show; readonly unmount: () => void } {
  const stillness = matchMedia("(prefers-reduced-motion: reduce)");
  const show = createShow(source, () => stillness.matches);
  show.isLooping.value = isLooping;
  render(<Present show={show} />, element);
  show.goTo(0);
  return { show, unmount: () => render(null, element) };
}
